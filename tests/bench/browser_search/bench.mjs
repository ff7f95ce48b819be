// How long an answer takes in headless Chromium, and how often the right error comes first: the search box of a made site
// against search libraries, over the same names and messages and the same queries.
//
//   npm ci && node bench.mjs SITE QUERIES [EVERY [INDEX]]
//
// SITE is the folder of the site, QUERIES the output of print_queries; EVERY (1) takes each n-th query; INDEX is asked too,
// with the module of the site: site_search_size makes one with a record on every page. The first step of the site knows
// little but our own codes, so MiniSearch is also asked with no others. Each engine's time is
// the best of three runs of a query; a run repeats it until 0.5 ms have passed, or once. The libraries are slow, so they
// are asked fewer queries: how many is in the table.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [site, queriesFile, every = '1', otherIndex] = process.argv.slice(2);
if (!queriesFile) {
  console.error('usage: node bench.mjs SITE QUERIES [EVERY [INDEX]]');
  process.exit(2);
}
const { entries, queries } = JSON.parse(readFileSync(queriesFile, 'utf8'));
const require = createRequire(import.meta.url);
const textOf = (name, path) => readFileSync(require.resolve(name).replace(/dist.*/, path), 'utf8');
const scripts = [textOf('minisearch', 'dist/umd/index.js'), readFileSync(require.resolve('lunr'), 'utf8'),
  textOf('flexsearch', 'dist/flexsearch.bundle.min.js'),
  `window.Fuse = (() => { const module = { exports: {} }; ${textOf('fuse.js', 'dist/fuse.min.cjs')}; return module.exports; })();`];

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
// A page that is isolated from other origins has a clock of 5 microseconds, others of 100.
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' });
  response.end('<!doctype html><title>bench</title>');
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
for (const script of scripts) await page.addScriptTag({ content: script });

// In the page: engines by name, each a function from text to symbols, best first.
await page.evaluate(list => {
  window.entries = list.map((entry, id) => ({ id, message: '', ...entry, words: entry.symbol.replaceAll('_', ' ') }));
  window.engines = {};
}, entries);

async function addSite(name, script, index) {
  await page.addScriptTag({ path: join(site, 'assets', script) });
  if (index) await page.evaluate(base64 => { window.ERRLOOKUP_DATA.index = base64; }, gzipSync(index).toString('base64'));
  return page.evaluate(async label => {
    const begin = performance.now();
    const unpack = async base64 => {
      const packed = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    };
    const data = window.ERRLOOKUP_DATA;
    const { instance: { exports: wasm } } = await WebAssembly.instantiate(await unpack(data.wasm), {});
    wasm._initialize();
    const put = bytes => {
      const address = wasm.allocate(bytes.length || 1);
      new Uint8Array(wasm.memory.buffer, address, bytes.length).set(bytes);
      return address;
    };
    const index = await unpack(data.index);
    if (wasm.open_index(put(index), index.length)) throw new Error('index refused');
    const encoder = new TextEncoder(), decoder = new TextDecoder();
    window.engines[label] = query => {
      const bytes = encoder.encode(query);
      const address = put(bytes);
      const length = wasm.ask(address, bytes.length, 10);
      const answer = JSON.parse(decoder.decode(new Uint8Array(wasm.memory.buffer, wasm.result(), length)));
      wasm.release(address);
      return answer.results.map(result => result.symbol);
    };
    return performance.now() - begin;
  }, name);
}

// The libraries with the settings that their documentation gives for search with typos while typing.
const peers = {
  'MiniSearch, our codes': () => {
    const index = new MiniSearch({ fields: ['words', 'message'], tokenize: s => s.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean) });
    index.addAll(window.entries.filter(entry => entry.message));
    return query => index.search(query, { fuzzy: 0.2, prefix: true, boost: { words: 2 } }).slice(0, 10).map(hit => window.entries[hit.id].symbol);
  },
  MiniSearch: () => {
    const index = new MiniSearch({ fields: ['words', 'message'], tokenize: s => s.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean) });
    index.addAll(window.entries);
    return query => index.search(query, { fuzzy: 0.2, prefix: true, boost: { words: 2 } }).slice(0, 10).map(hit => window.entries[hit.id].symbol);
  },
  FlexSearch: () => {
    const index = new FlexSearch.Document({ tokenize: 'forward', encoder: FlexSearch.Charset.LatinBalance, document: { id: 'id', index: ['words', 'message'] } });
    for (const entry of window.entries) index.add(entry);
    return query => index.search(query.replaceAll('_', ' '), { limit: 10, suggest: true, merge: true }).map(hit => window.entries[hit.id].symbol);
  },
  lunr: () => {
    const index = lunr(function build() {
      this.ref('id');
      this.field('words', { boost: 2 });
      this.field('message');
      window.entries.forEach(entry => this.add(entry));
    });
    return query => index.query(q => {
      for (const word of lunr.tokenizer(query.replaceAll('_', ' ').replace(/[^\w\s]/g, ' '))) {
        q.term(word.toString(), { boost: 100, usePipeline: true });
        q.term(word.toString(), { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
        if (word.toString().length > 3) q.term(word.toString(), { boost: 1, usePipeline: false, editDistance: 1 });
      }
    }).slice(0, 10).map(hit => window.entries[hit.ref].symbol);
  },
  'Fuse.js': () => {
    const index = new Fuse(window.entries, { keys: [{ name: 'words', weight: 2 }, 'message'], ignoreLocation: true, threshold: 0.4 });
    return query => index.search(query.replaceAll('_', ' '), { limit: 10 }).map(hit => hit.item.symbol);
  },
};

// [kind, microseconds, is right] of each query.
const run = (name, list) => page.evaluate(([label, all]) => {
  const ask = window.engines[label];
  const messageOf = new Map(window.entries.map(entry => [entry.symbol, entry.message]));
  const isRight = (found, wanted) => found === wanted || (messageOf.get(wanted) && messageOf.get(found) === messageOf.get(wanted));
  for (let i = 0; i < all.length; i += 97) ask(all[i].text);  // until the code is compiled
  return all.map(({ kind, text, symbol }) => {
    let best = Infinity, found;
    for (let round = 0; round < 3; ++round) {
      let count = 0, spent = 0;
      const begin = performance.now();
      do {
        found = ask(text);
        ++count;
        spent = performance.now() - begin;
      } while (spent < 0.5);
      best = Math.min(best, 1000 * spent / count);
      if (best > 20000) break;
    }
    return [kind, best, isRight(found[0], symbol)];
  });
}, [name, list]);

function report(name, results, hasAnswers = true) {
  const times = results.map(([, time]) => time).sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);
  const right = hasAnswers ? (100 * results.filter(([, , isRight]) => isRight).length / results.length).toFixed(1) : '';
  console.log(`${name.padEnd(44)} ${String(results.length).padStart(6)} ${at(0.5).padStart(9)} ${at(0.99).padStart(9)} ${right.padStart(8)}`);
}

const chosen = queries.filter((query, i) => i % Number(every) === 0);
const worded = chosen.filter(({ kind, symbol }) => symbol && !/^(code|log line|a number|not ours)/.test(kind));
const fewer = (list, count) => list.filter((query, i) => i % Math.max(1, Math.ceil(list.length / count)) === 0);

console.log(`${''.padEnd(44)} ${'count'.padStart(6)} ${'median us'.padStart(9)} ${'99 % us'.padStart(9)} ${'first %'.padStart(8)}`);
const startFirst = await addSite('first', 'search-first.js');
const startFull = await addSite('full', 'search-full.js');
const codes = chosen.filter(({ kind }) => /^code/.test(kind));
report('site, first step: codes', await run('first', codes));
report('site: codes', await run('full', codes));
report('site: all queries', await run('full', chosen), false);
if (otherIndex) {
  const startOther = await addSite('other', 'search-full.js', readFileSync(otherIndex));
  report(`INDEX: all queries (ready in ${startOther.toFixed(0)} ms)`, await run('other', chosen), false);
}
for (const [name, label] of [['first', 'site, first step'], ['full', 'site']]) {
  const results = await run(name, worded);
  for (const kind of new Set(results.map(([k]) => k))) report(`${label}: ${kind}`, results.filter(([k]) => k === kind));
  report(`${label}: names and words`, results);
}
const counts = { 'MiniSearch, our codes': 2000, MiniSearch: 600, FlexSearch: 2000, lunr: 150, 'Fuse.js': 30 };
for (const [name, make] of Object.entries(peers)) {
  const took = await page.evaluate(([label, source]) => {
    const begin = performance.now();
    window.engines[label] = (0, eval)(`(${source})`)();
    return performance.now() - begin;
  }, [name, make.toString()]);
  const results = await run(name, fewer(worded, counts[name]));
  if (name === 'MiniSearch, our codes') for (const kind of new Set(results.map(([k]) => k))) report(`${name}: ${kind}`, results.filter(([k]) => k === kind));
  report(`${name}: names and words (ready in ${(took / 1000).toFixed(1)} s)`, results);
}
console.log(`unpacked, compiled and opened: first step ${startFirst.toFixed(0)} ms, all ${startFull.toFixed(0)} ms`);
await browser.close();
server.close();
