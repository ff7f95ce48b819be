// The search box: the engine of errlookup, compiled to WebAssembly, answering while one types.
//
// The module and the index come as a script (search-index.js), because a page opened from disk may not
// fetch. They are loaded when the box is first used. Without JavaScript the form leads to the list of codes.
'use strict';
(() => {
  const assets = new URL('.', document.currentScript.src);
  const root = new URL('..', assets);
  const limit = 8;

  let engine;  // promise of the function query -> answer

  // Loads module and index once. Resolves to ask(query), which returns the object that
  // `errlookup --json` prints.
  function loadEngine() {
    engine ??= loadScript(new URL('search-index.js', assets)).then(startEngine);
    return engine;
  }

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = () => resolve(window.ERRLOOKUP_DATA);
      script.onerror = () => reject(new Error('the search data could not be loaded'));
      document.head.append(script);
    });
  }

  const bytesOf = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));

  async function startEngine(data) {
    const { instance } = await WebAssembly.instantiate(bytesOf(data.wasm), {});
    const wasm = instance.exports;
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    const text = length => decoder.decode(new Uint8Array(wasm.memory.buffer, wasm.result(), length));
    const copy = bytes => {
      const address = wasm.allocate(bytes.length || 1);
      if (!address) throw new Error('not enough memory for the search');
      new Uint8Array(wasm.memory.buffer, address, bytes.length).set(bytes);
      return address;
    };
    wasm._initialize();
    const index = bytesOf(data.index);
    const failure = wasm.open_index(copy(index), index.length);
    if (failure) throw new Error(text(failure));
    return query => {
      const bytes = encoder.encode(query);
      const address = copy(bytes);
      const answer = JSON.parse(text(wasm.ask(address, bytes.length, limit)));
      wasm.release(address);
      return answer;
    };
  }

  function element(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  // One line of the list. A code of Windows that is not an IPsec error has no page: it is shown, not linked.
  function resultNode(result, position) {
    const item = element('li', result.confident ? 'result' : 'result is-suggestion');
    item.id = `search-result-${position}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    const target = element(result.page ? 'a' : 'div', 'result-body');
    if (result.page) {
      target.href = new URL(result.page, root).href;
      target.tabIndex = -1;
    }
    const head = element('span', 'result-head');
    head.append(element('strong', 'result-code', shownCode(result)));
    if (result.symbol) head.append(' ', element('code', 'result-symbol', result.symbol));
    target.append(head);
    const line = result.title || result.message || result.note;
    if (line) target.append(element('span', 'result-title', line));
    if (!result.page && result.symbol) target.append(element('span', 'result-note', 'Not an IPsec error: no page here.'));
    item.append(target);
    return item;
  }

  const hexSpaces = new Set(['hresult', 'ntstatus']);
  const shownCode = result => hexSpaces.has(result.space) ? result.hex : String(result.code);

  // A box is a combobox with a list of results (ARIA Authoring Practices, "Editable Combobox").
  function setUp(form) {
    const input = form.querySelector('input[type=search]');
    const panel = form.querySelector('.search-results');
    if (!input || !panel) return;
    const list = element('ul', 'result-list');
    list.id = `${input.id}-list`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Search results');
    list.hidden = true;
    const status = element('p', 'search-status');
    status.setAttribute('role', 'status');
    panel.append(list, status);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);

    let active = -1;
    let latest = '';

    function select(position) {
      const items = [...list.children];
      active = items.length ? (position + items.length) % items.length : -1;
      items.forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
      if (active < 0) input.removeAttribute('aria-activedescendant');
      else {
        input.setAttribute('aria-activedescendant', items[active].id);
        items[active].scrollIntoView({ block: 'nearest' });
      }
    }

    function close() {
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
      active = -1;
    }

    function show(answer) {
      const results = answer.results;
      list.replaceChildren(...results.map(resultNode));
      list.hidden = results.length === 0;
      input.setAttribute('aria-expanded', String(results.length > 0));
      active = -1;
      input.removeAttribute('aria-activedescendant');
      status.textContent = describe(answer);
    }

    function describe({ results, notes }) {
      const note = notes && notes.length ? ` ${notes[0]}` : '';
      if (!results.length) return `Nothing found.${note}`;
      const count = results.length === 1 ? '1 result' : `${results.length} results`;
      if (!results[0].confident) return `No sure answer. ${count === '1 result' ? 'One suggestion' : count + ' are suggestions'}.${note}`;
      return `${count}.${note}`;
    }

    async function update() {
      const query = input.value.trim();
      latest = query;
      if (!query) {
        list.replaceChildren();
        close();
        status.textContent = '';
        return undefined;
      }
      try {
        const ask = await loadEngine();
        if (latest !== query) return undefined;  // typed on while the engine was loading
        const answer = ask(query);
        show(answer);
        return answer;
      } catch (error) {
        status.textContent = `Search does not work here: ${error.message}. Use the list of codes instead.`;
        return undefined;
      }
    }

    input.addEventListener('focus', () => loadEngine().catch(() => {}), { once: true });
    input.addEventListener('input', update);
    input.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden && list.children.length) { list.hidden = false; input.setAttribute('aria-expanded', 'true'); }
        select(active < 0 && event.key === 'ArrowUp' ? -1 : active + (event.key === 'ArrowDown' ? 1 : -1));
        event.preventDefault();
      } else if (event.key === 'Escape' && !list.hidden) {
        close();
        event.preventDefault();
      }
    });
    form.addEventListener('submit', async event => {
      event.preventDefault();
      await update();
      const items = [...list.children];
      const chosen = (active >= 0 ? items[active] : items.find(item => item.querySelector('a')))?.querySelector('a');
      if (chosen) location.href = chosen.href;
    });
    document.addEventListener('click', event => { if (!form.contains(event.target)) close(); });
    if (input.value || new URLSearchParams(location.search).get('q')) {
      input.value ||= new URLSearchParams(location.search).get('q');
      update();
    }
  }

  document.querySelectorAll('form.search').forEach(setUp);

  // "/" goes to the box, as on other reference sites, unless one is typing already.
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(input|textarea|select)$/i.test(event.target.tagName)) return;
    const box = document.querySelector('form.search input[type=search]');
    if (box) { box.focus(); event.preventDefault(); }
  });
})();
