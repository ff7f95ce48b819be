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

  function fill(name, value) {
    values.set(name, value);
    for (const place of document.querySelectorAll(`var[data-placeholder="${CSS.escape(name)}"]`)) {
      place.textContent = value || `<${name}>`;
      place.classList.toggle('is-filled', Boolean(value));
    }
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
    input.addEventListener('input', () => {
      const value = input.value.trim();
      memory.set(name, value);
      fill(name, value);
    });
    item.replaceChildren(label, input);
    if (input.value) fill(name, input.value);
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
    button.addEventListener('click', () => {
      let text = template.content.textContent;
      for (const [name, value] of values) if (value) text = text.replaceAll(`<${name}>`, value);
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
