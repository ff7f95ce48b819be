// The search box: the engine of errlookup, compiled to WebAssembly, answering while one types.
//
// Module and index come as scripts, because a page opened from disk may not fetch. They are loaded when the box is
// first used, in two steps: search-first.js is small and knows the codes of this knowledge base in every spelling and the
// words of their names, messages and titles; search-full.js also knows other Windows codes, symptoms and other languages,
// as errlookup does, and which pages mention one, and takes over as soon as it is there. Without JavaScript the form leads to the list of codes.
'use strict';
(() => {
  const assets = new URL('.', document.currentScript.src);
  const root = new URL('..', assets);
  const limit = 8;
  const steps = ['search-first.js', 'search-full.js'];

  let ask;           // of the step that is ready: query -> the object that `errlookup --json` prints
  let loading;       // not undefined: loading has begun
  let isLoaded = false;  // nothing more will come
  let failure = '';      // why the last step that was tried is missing
  const listeners = [];  // called when one of these has changed

  function load() {
    loading ??= (async () => {
      for (const step of steps) {
        try {
          ask = await startEngine(await loadScript(new URL(step, assets)));
          failure = '';
        } catch (error) {
          failure = error.message;
        }
        isLoaded = step === steps.at(-1);
        for (const listener of listeners) listener();
      }
    })();
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

  // Bytes of base64 of gzip.
  async function unpack(base64) {
    const text = atob(base64);
    const packed = new Uint8Array(text.length);
    for (let i = 0; i < text.length; ++i) packed[i] = text.charCodeAt(i);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  async function startEngine(data) {
    const [module, index] = await Promise.all([unpack(data.wasm), unpack(data.index)]);
    const { instance } = await WebAssembly.instantiate(module, {});
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
    const error = wasm.open_index(copy(index), index.length);
    if (error) throw new Error(text(error));
    return query => {
      const bytes = encoder.encode(query);
      const address = copy(bytes);
      const answer = JSON.parse(text(wasm.ask(address, bytes.length, limit)));
      wasm.release(address);
      answer.mentions = mentionsOf(answer.results[0], data.mentions);
      return answer;
    };
  }

  // Links to the pages that mention a code without a page of its own, as further results.
  function mentionsOf(result, pagesOf) {
    if (!result?.confident || result.page) return [];
    const slugs = pagesOf?.[`${result.space} ${result.code}`] ?? [];
    return slugs.map(slug => ({ code: slug, page: `errors/${slug}.html`, title: `Mentions ${result.symbol}`, confident: true }));
  }

  function element(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  // One line of the list. A code of Windows that is not an IPsec error has no page: it is shown, not linked.
  function resultNode(result, position) {
    const item = element(result.page ? 'a' : 'div', result.confident ? 'result' : 'result is-suggestion');
    item.id = `search-result-${position}`;
    item.setAttribute('role', 'option');  // of the link itself: an option must not hold one
    item.setAttribute('aria-selected', 'false');
    if (result.page) {
      item.href = new URL(result.page, root).href;
      item.tabIndex = -1;
    }
    const head = element('span', 'result-head');
    head.append(element('strong', 'result-code', shownCode(result)));
    if (result.symbol) head.append(' ', element('code', 'result-symbol', result.symbol));
    item.append(head);
    const line = result.title || result.message || result.note;
    if (line) item.append(element('span', 'result-title', line));
    if (!result.page && result.symbol) item.append(element('span', 'result-note', 'Not an IPsec error: no page here.'));
    return item;
  }

  const hexSpaces = new Set(['hresult', 'ntstatus']);
  const shownCode = result => hexSpaces.has(result.space) ? result.hex : String(result.code);

  // A box is a combobox with a list of results (ARIA Authoring Practices, "Editable Combobox").
  function setUp(form) {
    const input = form.querySelector('input[type=search]');
    const panel = form.querySelector('.search-results');
    if (!input || !panel) return;
    const list = element('div', 'result-list');
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
    let shown = [];          // for each result in the list, what it says
    let isDismissed = false; // the list was closed, and nothing typed since
    let wantsToGo = false;   // Enter was pressed before there was an answer

    function select(position) {
      const items = [...list.children];
      active = items[position] ? position : -1;
      items.forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
      if (active < 0) input.removeAttribute('aria-activedescendant');
      else {
        input.setAttribute('aria-activedescendant', items[active].id);
        items[active].scrollIntoView({ block: 'nearest' });
      }
    }

    // From the last to the first and back.
    function move(by) {
      const count = list.children.length;
      select(active < 0 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count);
    }

    function dismiss() {
      isDismissed = true;
      list.hidden = true;
      status.textContent = '';
      input.setAttribute('aria-expanded', 'false');
      select(-1);
    }

    // What is shown already stays as it is: the second step mostly confirms the first.
    function show(results, text, keepsSelection) {
      const next = results.map(result => [result.page, result.symbol, shownCode(result), result.confident].join());
      if (next.join() !== shown.join() || list.hidden) {
        const selected = keepsSelection ? next.indexOf(shown[active]) : -1;
        shown = next;
        list.replaceChildren(...results.map(resultNode));
        list.hidden = results.length === 0;
        input.setAttribute('aria-expanded', String(results.length > 0));
        select(selected);
      } else if (!keepsSelection) {
        select(-1);
      }
      if (status.textContent !== text) status.textContent = text;  // or it would be announced again
    }

    const countOf = (count, one, many) => count === 1 ? one : `${count} ${many}`;

    function describe({ results, notes, mentions = [] }) {
      const note = notes && notes.length ? ` ${notes[0]}` : '';
      if (!results.length) return `Nothing found.${note}`;
      const sure = results.filter(result => result.confident).length;
      const others = results.length - sure;
      if (!sure) return `No sure answer. ${countOf(others, 'One suggestion', 'suggestions')}.${note}`;
      const mentioned = mentions.length ? `, mentioned on ${countOf(mentions.length, '1 page', 'pages')}` : '';
      return `${countOf(sure, '1 result', 'results')}${mentioned}${others ? `, ${countOf(others, '1 suggestion', 'suggestions')}` : ''}.${note}`;
    }

    // What to say beside answers of the first step that are not sure: the second may know better.
    const whatIsMissing = () => isLoaded
      ? `Only codes, names, messages and titles of this site can be found here: ${failure}. The list of codes has everything.`
      : 'Loading other Windows codes and the words of symptoms …';

    function update({ keepsSelection = false } = {}) {
      const query = input.value.trim();
      isDismissed = false;
      if (!query) return show([], '');
      if (!ask) {
        return show([], isLoaded ? `Search does not work here: ${failure}. Use the list of codes instead.` : 'Loading the search …');
      }
      let answer;
      let isSure = false;
      try {
        answer = ask(query);
      } catch (error) {  // the module has stopped, for example without memory
        return show([], `Search does not work here: ${error.message}. Use the list of codes instead.`);
      }
      if (isLoaded && !failure) {
        const [best, ...others] = answer.results;
        show(best ? [best, ...answer.mentions, ...others] : [], describe(answer), keepsSelection);
      } else {
        // The first step knows only our own codes: where another comes first, it has nothing to say.
        const ours = answer.results[0]?.page ? answer.results.filter(result => result.page) : [];
        const sure = ours.filter(result => result.confident);
        isSure = sure.length > 0;
        if (isSure) show(sure, describe({ results: sure }), keepsSelection);
        else show(ours, (ours.length ? `${describe({ results: ours })} ` : '') + whatIsMissing(), keepsSelection);
      }
      if (wantsToGo && (isLoaded || isSure || active >= 0)) go();
      return undefined;
    }

    function go() {
      wantsToGo = false;
      const items = [...list.children];
      const chosen = active >= 0 ? items[active] : items.find(item => item.href);
      if (chosen?.href) location.href = chosen.href;
    }

    function useBox(how) {
      load();
      update(how);
    }

    listeners.push(() => {
      if (!isDismissed || wantsToGo) update({ keepsSelection: true });
      form.classList.toggle('is-searching-all', isLoaded && !failure);
    });
    input.addEventListener('focus', load, { once: true });
    input.addEventListener('input', () => {
      wantsToGo = false;
      useBox();
    });
    input.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden) useBox();
        wantsToGo = false;   // who looks further does not want to leave yet
        move(event.key === 'ArrowDown' ? 1 : -1);
        event.preventDefault();
      } else if (event.key === 'Escape' && !list.hidden) {
        dismiss();
        event.preventDefault();
      }
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      wantsToGo = true;
      useBox({ keepsSelection: true });
    });
    document.addEventListener('click', event => { if (!form.contains(event.target)) dismiss(); });
    if (input.value || new URLSearchParams(location.search).get('q')) {
      input.value ||= new URLSearchParams(location.search).get('q');
      useBox();
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
