// What the search scripts of the site answer, in all spellings: node runs their modules without a browser.
//
//   node --test tests/browser/search_data_test.mjs      with SITE=… ERRLOOKUP=… DATA=… (ctest sets them)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readSearchScript, startEngine } from './search_scripts.mjs';

const site = resolve(process.env.SITE ?? 'build/default/site');
const errlookup = resolve(process.env.ERRLOOKUP ?? 'build/default/bin/errlookup');
const catalog = join(resolve(process.env.DATA ?? 'data'), 'catalog');

const scripts = ['search-first.js', 'search-full.js'];
const [first, full] = scripts.map(name => startEngine(readSearchScript(site, name)));

const rowsOf = file => readFileSync(join(catalog, file), 'utf8').trimEnd().split('\n').slice(1).map(line => line.split('\t'));

// The ways to write a number: decimal, hexadecimal, as the negative of 32 bits, as the HRESULT of a Win32 code.
function spellingsOf(text) {
  const value = Number(text) >>> 0;
  const hex = value.toString(16);
  const spellings = [String(value), `0x${hex}`, `0x${hex.padStart(8, '0').toUpperCase()}`, String(value | 0), hex];
  if (value <= 0xFFFF) spellings.push(`0x8007${hex.padStart(4, '0')}`, String((0x80070000 | value) | 0));
  return spellings;
}

const withoutPrefix = symbol => symbol.replace(/^(ERROR|WARNING|STATUS|FWP_E)_/, '');

const ourQueries = rowsOf('ipsec.tsv').flatMap(([, value, symbol, aliases]) => [
  ...spellingsOf(value), `0x${Number(value).toString(16)} in a sentence`, `failed with ${symbol} (${value})`,
  ...[symbol, ...aliases.split(' ').filter(Boolean)].flatMap(name => [name, name.toLowerCase(), withoutPrefix(name)])]);
const otherQueries = rowsOf('windows.tsv').flatMap(([, value, symbol]) => [
  String(Number(value)), Number(value).toString(16), symbol, withoutPrefix(symbol), `error ${Number(value)} in IKE`]);

// The page that an answer is sure of; undefined if it is not, or of a code without a page.
const surePage = answer => answer.found ? answer.results[0].page : undefined;

test('the first step is sure of every code and symbol of ours that the whole engine is sure of', () => {
  const missed = ourQueries.filter(query => surePage(full(query)) && surePage(first(query)) !== surePage(full(query)));
  assert.ok(ourQueries.length > 4000);
  assert.deepEqual(missed, []);
});

test('the first step is never sure of a page where the whole engine is sure of another, or of none', () => {
  const wrong = [...ourQueries, ...otherQueries].filter(query => surePage(first(query)) && surePage(first(query)) !== surePage(full(query)));
  assert.ok(otherQueries.length > 70000);
  assert.deepEqual(wrong, []);
});

test('the first step names a code as the whole engine does', () => {
  const shown = ({ results: [{ code, space, hex, symbol, page, title, message }] }) =>
    ({ code, space, hex, symbol, page, line: title || message });
  for (const query of ['13801', '0x800735E9', '-2147011095', 'STATUS_IPSEC_BAD_SPI', '809', 'E9 35 07 80'])
    assert.deepEqual(shown(first(query)), shown(full(query)), query);
});

// Of what people type: what a message or symbol of ours looks like when it is cut, misspelt or put into a sentence.
const withSlip = text => text.length < 8 ? text : text.slice(0, 6) + text[7] + text[6] + text.slice(8);  // two letters change places
const wordsOf = text => text.match(/[A-Za-z0-9]+/g);
const messages = rowsOf('ipsec.tsv').map(([, , symbol, , , , message]) => ({ symbol, message })).filter(({ message }) => wordsOf(message ?? '')?.length > 4);
const wordQueries = {
  'messages': messages.map(({ symbol, message }) => [message, symbol]),
  'messages with a mistake': messages.map(({ symbol, message }) => [withSlip(message), symbol]),
  'beginnings of messages': messages.map(({ symbol, message }) => [message.slice(0, Math.max(30, message.length * 0.7)), symbol]),
  'words of messages in reverse': messages.map(({ symbol, message }) => [wordsOf(message).reverse().join(' '), symbol]),
  'symbols with a mistake': messages.map(({ symbol }) => [withSlip(withoutPrefix(symbol)), symbol]),
  'parts of symbols, as words': messages.map(({ symbol }) => [withoutPrefix(symbol).toLowerCase().replaceAll('_', ' '), symbol]),
};
const messageOf = new Map(messages.map(({ symbol, message }) => [symbol, message]));
const says = ({ results: [top] }, symbol) => top && (top.symbol === symbol || messageOf.get(top.symbol) === messageOf.get(symbol));

for (const [kind, queries] of Object.entries(wordQueries)) {
  test(`the first step finds ${kind} as often as the whole engine`, () => {
    const count = ask => queries.filter(([query, symbol]) => says(ask(query), symbol)).length;
    assert.ok(queries.length > 350);
    assert.ok(count(first) >= count(full) * 0.99, `${count(first)} and ${count(full)} of ${queries.length}`);
    assert.ok(count(first) >= queries.length * 0.9, `${count(first)} of ${queries.length}`);
  });
}

test('the first step is never sure of a page that has none of the message', () => {
  const wrong = Object.values(wordQueries).flat().filter(([query, symbol]) => surePage(first(query)) && !says(first(query), symbol));
  assert.deepEqual(wrong, []);
});

const sizeOf = script => gzipSync(script, { level: 9 }).length;

test('what is loaded before the first answer is at most 64 KiB when a server packs it', () => {
  const size = sizeOf(readFileSync(join(site, 'assets/search-first.js')));
  assert.ok(size <= 64 * 1024, `${size} bytes`);
});

// The titles are the last lines of the index. Ones that are missing are made of words of other pages' messages.
test('the same holds when every page has a record', () => {
  const { module, index } = readSearchScript(site, 'search-first.js');
  const lines = index.toString().split('\n');
  const pageCount = lines.slice(0, lines.indexOf('')).filter(line => !/[-=]/.test(line)).length;
  const titlesAt = lines.length - 1 - pageCount;
  const words = messages.flatMap(({ message }) => wordsOf(message));
  for (let i = 0; i < pageCount; ++i)
    lines[titlesAt + i] ||= Array.from({ length: 7 }, (_, k) => words[(i * 7919 + (k >> 1) * 104729 + k) % words.length]).join(' ');
  const base64 = bytes => gzipSync(bytes, { level: 9 }).toString('base64');
  const size = sizeOf(`window.ERRLOOKUP_DATA={wasm:"${base64(module)}",index:"${base64(lines.join('\n'))}"};`);
  assert.ok(size <= 64 * 1024, `${size} bytes`);
});

for (const name of scripts) {
  test(`the module in ${name} has no imports`, () => {
    assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(readSearchScript(site, name).module)), []);
  });
}

test('a module that is asked for hours needs no more memory', () => {
  const ask = startEngine(readSearchScript(site, 'search-full.js'));
  const askAll = () => ourQueries.slice(0, 500).forEach(ask.text);
  askAll();
  const before = ask.memory.buffer.byteLength;
  for (let i = 0; i < 10; ++i) askAll();
  assert.equal(ask.memory.buffer.byteLength, before);
});

// The tool and the site answer alike: the same questions to both, the whole results compared.
const questions = ['13023', '0x800735E9', '-2147011095', '809', '87', 'ERROR_IPSEC_IKE_AUTH_FAIL', 'BAD_SPI', 'FWP_E_FILTER_NOTFOUND',
  'policy match error', 'IKE authentication credentials are unacceptable', 'l2tp wrong shared secret', 'Keine Antwort vom Peer.',
  'parsed IKE_AUTH response 1 [ N(MS_STATUS(13868)) ]', 'E9 35 07 80', '0x13801', '13919', 'zzzzqqqq', 'negociation timed out',
  'The error code returned on failure is 809.', '<script>', 'retrying in 13868 ms'];

// The tool also has the texts of pages, which the site shows as pages.
const withoutTexts = answer => {
  for (const result of answer.results) {
    delete result.sections;
    delete result.mentioned_on;
  }
  return answer;
};

test('the tool and the site give the same answers', () => {
  const ask = startEngine(readSearchScript(site, 'search-full.js'), 5);
  for (const query of questions) {
    let text;
    try {
      text = execFileSync(errlookup, ['--json', '--limit', '5', '--', query], { encoding: 'utf8' });
    } catch (error) {
      assert.equal(error.status, 1, `${query}: ${error.stderr}`);  // 1: nothing found, the JSON is still printed
      text = error.stdout;
    }
    assert.deepEqual(ask(query), withoutTexts(JSON.parse(text)), query);
  }
});

test('a query may hold anything', () => {
  for (const query of ['\u0000<script>', '', ' ', '\ud800', 'a'.repeat(100000), '😀 13801'])
    for (const ask of [first, full]) assert.ok(Array.isArray(ask(query).results), JSON.stringify(query.slice(0, 20)));
});
