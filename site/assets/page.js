// What a page adds when scripts run: fields for the placeholders, copy buttons, the ticket note, and the mark in the
// table of contents. Without scripts everything on the page can be read and used.
'use strict';
(() => {
  const announcer = document.getElementById('announcer');

  // Said by screen readers; cleared first, so that the same words are said again.
  function announce(text) {
    if (!announcer) return;
    announcer.textContent = '';
    setTimeout(() => { announcer.textContent = text; }, 50);
  }

  // Names last as long as the tab, over all pages. Storage may be off (private windows), then they last for the page.
  // What looks like a secret is never stored.
  const memory = {
    key: name => `errlookup-placeholder-${name}`,
    isSecret: name => /key|secret|passw|psk/i.test(name),
    get(name) { try { return sessionStorage.getItem(this.key(name)) ?? ''; } catch { return ''; } },
    set(name, value) {
      if (this.isSecret(name)) return;
      try {
        if (value) sessionStorage.setItem(this.key(name), value);
        else sessionStorage.removeItem(this.key(name));
      } catch { /* not remembered */ }
    },
  };

  const values = new Map();

  // How the place of a name in a command is quoted: '"', "'", '' for not at all, or 'word' when it is a whole word
  // that may be put into quotes. Only the text of the page counts: what readers put in is quoted already.
  function quotingAt(place) {
    const code = place.closest('code');
    const texts = (from, to) => {
      let text = '';
      for (let node = from; node && node !== to; node = node.nextSibling)
        text += node.nodeType === Node.TEXT_NODE ? node.data : 'x';
      return text;
    };
    const before = texts(code.firstChild, place), after = texts(place.nextSibling, null);
    let open = '';
    for (const c of before) {
      if (open) open = c === open ? '' : open;
      else if (c === '"' || c === "'") open = c;
    }
    return open || (/(^|[\s=:])$/.test(before) && /^(\s|$)/.test(after) ? 'word' : '');
  }

  const isPowerShell = place => {
    const shell = place.closest('.command')?.dataset.shell;
    return shell ? shell === 'powershell' : /^(\$|\(|[A-Z][a-z]+-[A-Z])/.test(place.closest('code').textContent);
  };

  // The value as it must stand at this place of a command, or null when it cannot stand there. In PowerShell the
  // typographic quotes count as plain ones (about_Quoting_Rules). The command prompt expands %…% inside quotes too and
  // has no way to write a quote that all programs read alike; a backslash before the closing quote would escape it.
  function written(value, place) {
    if (!place.closest('code')) return value;
    const quoting = quotingAt(place);
    const isPlain = /^[\p{L}\p{N}_.:/\\*,+][\p{L}\p{N}_.:/\\*,+-]*$/u.test(value);
    if (!quoting || quoting === 'word') {
      if (isPlain) return value;
      if (!quoting) return null;
    }
    const open = quoting === 'word' ? '"' : quoting, around = quoting === 'word' ? '"' : '';
    if (isPowerShell(place)) {
      return around + (open === "'" ? value.replace(/['‘’‚‛]/g, '$&$&') : value.replace(/[`"$“”„]/g, '`$&')) + around;
    }
    return open === "'" || /["%]|\\$/.test(value) ? null : around + value + around;
  }

  // Puts the value into every command. Returns in how many it cannot stand; they keep the name in angle brackets.
  function fill(name, value) {
    values.set(name, value);
    let refused = 0;
    for (const place of document.querySelectorAll(`var[data-placeholder="${CSS.escape(name)}"]`)) {
      const text = value ? written(value, place) : null;
      if (value && text === null) ++refused;
      place.textContent = text ?? `<${name}>`;
      place.classList.toggle('is-filled', text !== null);
    }
    return refused;
  }

  function makeField(item, number) {
    const name = item.dataset.placeholderField;
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.id = `fill-${number}`;
    input.type = 'text';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.dataset.placeholder = name;
    input.placeholder = item.dataset.example ? `e.g. ${item.dataset.example}` : '';
    label.htmlFor = input.id;
    label.textContent = item.dataset.label;
    input.value = memory.get(name);
    const take = value => {
      const refused = fill(name, value);
      const text = refused ? `${refused === 1 ? 'One command keeps' : `${refused} commands keep`} <${name}>: what you typed cannot `
        + 'be quoted there. In a command prompt that is so for " and %, and for a backslash at the end.' : '';
      if (text && text !== problem.textContent) announce(text);
      problem.textContent = text;
      problem.hidden = !text;
      if (text) input.setAttribute('aria-describedby', problem.id);
      else input.removeAttribute('aria-describedby');
    };
    input.addEventListener('input', () => {
      const value = input.value.trim();
      memory.set(name, value);
      take(value);
    });
    const problem = document.createElement('p');
    problem.id = `${input.id}-problem`;
    problem.className = 'fill-problem';
    problem.hidden = true;
    item.replaceChildren(label, input, problem);
    if (input.value) take(input.value);
  }

  function makeFields() {
    const items = [...document.querySelectorAll('[data-placeholder-field]')];
    if (!items.length) return;
    // A list of terms turns into a form: the roles of <dl> no longer fit.
    const list = items[0].parentElement;
    const form = document.createElement('div');
    form.className = list.className;
    form.append(...items);
    list.replaceWith(form);
    form.parentElement.querySelector('.fill-hint').hidden = false;  // without scripts there is nothing to put in
    items.forEach(makeField);
  }

  async function copy(text, button, done) {
    try {
      await copyText(text);
      announce(done);
      flash(button, 'Copied');
    } catch {
      announce('Copying did not work. Select the text and copy it by hand.');
      flash(button, 'Not copied');
    }
  }

  // The clipboard interface needs a secure context; a page from disk is none everywhere.
  async function copyText(text) {
    if (navigator.clipboard && window.isSecureContext) {
      try { return await navigator.clipboard.writeText(text); } catch { /* the old way */ }
    }
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (!copied) throw new Error('copy was refused');
    return undefined;
  }

  function flash(button, text) {
    const before = button.dataset.text ?? button.textContent;
    button.dataset.text = before;
    button.textContent = text;
    setTimeout(() => { button.textContent = before; }, 1500);
  }

  function makeCopyButtons() {
    for (const command of document.querySelectorAll('.command')) {
      const code = command.querySelector('code');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button copy';
      button.textContent = 'Copy';
      button.setAttribute('aria-label', `Copy the command ${code.textContent.split(' ').slice(0, 4).join(' ')}`);
      button.addEventListener('click', () => {
        const missing = [...code.querySelectorAll('var')].some(place => !place.classList.contains('is-filled'));
        copy(code.textContent, button, missing ? 'Command copied. It still has names in angle brackets.' : 'Command copied.');
      });
      command.append(button);
      command.classList.add('has-copy');
    }
  }

  function makeTicketNote() {
    const panel = document.getElementById('ticket');
    const template = document.getElementById('ticket-note');
    if (!panel || !template) return;
    panel.hidden = false;
    const button = document.getElementById('copy-ticket');
    const nameOf = node => node.dataset?.placeholder ? `<${node.dataset.placeholder}>` : node.textContent;
    const lines = [...document.querySelectorAll('.command code')]
      .map(code => [[...code.childNodes].map(nameOf).join(''), code]);
    button.addEventListener('click', () => {
      // Tickets are read by many: what looks like a secret stays out of them.
      const shown = [...values].filter(([name, value]) => value && !memory.isSecret(name));
      let text = template.content.textContent;
      for (const [line, code] of lines) {
        const filled = [...code.childNodes].map(node => memory.isSecret(node.dataset?.placeholder ?? '')
          ? `<${node.dataset.placeholder}>` : node.textContent).join('');
        text = text.replaceAll(`  ${line}\n`, () => `  ${filled}\n`);
      }
      const inWords = text.split('\n').map(row => row.startsWith('  ') ? row
        : shown.reduce((sofar, [name, value]) => sofar.replaceAll(`<${name}>`, () => value), row));
      text = inWords.join('\n');
      copy(text, button, 'Ticket note copied.');
    });
  }

  // The entry of the section that one reads is marked.
  function followContents() {
    const links = [...document.querySelectorAll('.contents a')];
    const places = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    if (!links.length || !('IntersectionObserver' in window)) return;
    const update = () => {
      let current = -1;
      places.forEach((place, i) => { if (place && place.getBoundingClientRect().top < innerHeight * .3) current = i; });
      links.forEach((link, i) => {
        if (i === current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
    };
    const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -65% 0px', threshold: [0, 1] });
    places.forEach(place => place && observer.observe(place));
    addEventListener('scrollend', update);
  }

  // A map that is wider than the screen opens at the step of this page.
  function showMarkedStep() {
    for (const frame of document.querySelectorAll('.map-scroll')) {
      const step = frame.querySelector('.is-current');
      if (!step) continue;
      const box = step.getBoundingClientRect(), view = frame.getBoundingClientRect();
      frame.scrollLeft += box.left + box.width / 2 - (view.left + view.width / 2);
    }
  }

  // Closed procedures are printed too.
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(one => { one.open = true; }));

  makeFields();
  makeCopyButtons();
  makeTicketNote();
  followContents();
  showMarkedStep();
})();
