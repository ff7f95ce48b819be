// The search scripts of a made site, outside a browser: node has WebAssembly too.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

// { module, index } of "search-first.js" or "search-full.js", unpacked.
export function readSearchScript(site, name) {
  const script = readFileSync(join(site, 'assets', name), 'utf8');
  const part = key => gunzipSync(Buffer.from(new RegExp(`${key}:"([^"]*)"`).exec(script)[1], 'base64'));
  return { module: part('wasm'), index: part('index') };
}

// A function from query to the object that `errlookup --json` prints, without `sections` and `mentioned_on`.
export function startEngine({ module, index }, limit = 8) {
  const wasm = new WebAssembly.Instance(new WebAssembly.Module(module), {}).exports;
  const put = bytes => {
    const address = wasm.allocate(bytes.length || 1);
    new Uint8Array(wasm.memory.buffer, address, bytes.length).set(bytes);
    return address;
  };
  const textOf = length => new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, wasm.result(), length));
  wasm._initialize();
  const failure = wasm.open_index(put(index), index.length);
  if (failure) throw new Error(textOf(failure));
  const askText = query => {
    const bytes = new TextEncoder().encode(query);
    const address = put(bytes);
    const text = textOf(wasm.ask(address, bytes.length, limit));
    wasm.release(address);
    return text;
  };
  const ask = query => JSON.parse(askText(query));
  return Object.assign(ask, { text: askText, memory: wasm.memory });
}
