// Opens the generated site as a reader does: from disk and over HTTP, with and without JavaScript.
//
//   node --test tests/browser/site_test.mjs      with SITE=… ERRLOOKUP=… (ctest sets both)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const site = resolve(process.env.SITE ?? 'build/default/site');
const errlookup = resolve(process.env.ERRLOOKUP ?? 'build/default/bin/errlookup');
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const axe = createRequire(import.meta.url).resolve('axe-core');

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.md': 'text/markdown', '.xml': 'application/xml', '.txt': 'text/plain' };

let browser, server, origin;

before(async () => {
  assert.ok(browserPath, 'no Chromium here: apt-get install chromium');
  browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu',
    '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(site, path.endsWith('/') ? path + 'index.html' : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  await browser?.close();
  server?.close();
});

const onDisk = path => pathToFileURL(join(site, path)).href;
const overHttp = path => `${origin}/${path}`;

// Opens a page that must not report errors nor ask anything of another host.
async function open(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith('file:') && !url.startsWith('data:') && !url.startsWith(origin)) complaints.push(`asked for ${url}`);
  });
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

const box = page => page.locator('form.search input[type=search]').first();

for (const [how, address] of [['from disk', onDisk], ['over HTTP', overHttp]]) {
  test(`typing 0x800735E9 ${how} arrives at the page for 13801`, async () => {
    const { page, complaints, close } = await open(address('index.html'));
    await box(page).pressSequentially('0x800735E9');
    await page.locator('.search-results [role=option]').first().waitFor();
    assert.match(await page.locator('.search-results [role=option]').first().innerText(), /13801/);
    await box(page).press('Enter');
    await page.waitForURL(/errors\/13801\.html/);
    assert.match(await page.locator('h1').innerText(), /\S/);
    assert.match(await page.locator('main').innerText(), /ERROR_IPSEC_IKE_AUTH_FAIL/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test(`the search works ${how} on a page inside a folder, with the keyboard alone`, async () => {
    const { page, complaints, close } = await open(address('errors/13801.html'));
    await page.keyboard.press('/');
    await page.keyboard.type('13023');
    await page.locator('.search-results [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/errors\/13023\.html/);
    assert.deepEqual(complaints, []);
    await close();
  });
}

test('a code that is not an IPsec error is named, and links to no look-alike', async () => {
  const { page, close } = await open(onDisk('index.html'));
  await box(page).fill('87');
  await page.locator('.search-results [role=option]').first().waitFor();
  const first = page.locator('.search-results [role=option]').first();
  assert.match(await first.innerText(), /ERROR_INVALID_PARAMETER/);
  assert.equal(await first.locator('a').count(), 0);
  await close();
});

test('results are announced', async () => {
  const { page, close } = await open(onDisk('index.html'));
  await box(page).fill('13801');
  await page.locator('.search-results [role=option]').first().waitFor();
  assert.match(await page.locator('.search-results [role=status]').first().innerText(), /\d+ results?/);
  assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
  await close();
});

test('markup in a query stays text', async () => {
  const { page, complaints, close } = await open(onDisk('index.html'));
  await box(page).fill('<img src=x onerror=alert(1)> 13801');
  await page.locator('.search-results [role=option]').first().waitFor();
  assert.equal(await page.locator('.search-results img').count(), 0);
  assert.deepEqual(complaints, []);
  await close();
});

test('without JavaScript the lists lead to every page', async () => {
  const { page, close } = await open(onDisk('index.html'), { javaScriptEnabled: false });
  await page.locator('a[href="list.html"]').first().click();
  await page.locator('a[href="errors/13801.html"]').first().click();
  assert.match(await page.locator('main').innerText(), /IKE authentication credentials are unacceptable/);
  await close();
});

test('a reader fills a placeholder once and every command on the page follows', async () => {
  const slug = readFileSync(join(site, 'errors/13002.html'), 'utf8').includes('data-placeholder') ? '13002' : '13801';
  const { page, complaints, close } = await open(onDisk(`errors/${slug}.html`));
  const field = page.locator('input[data-placeholder]').first();
  const name = await field.getAttribute('data-placeholder');
  assert.ok((await page.locator('main').innerText()).includes(`<${name}>`));
  await field.fill('Reader-Value-1');
  const text = await page.locator('main').innerText();
  assert.ok(text.includes('Reader-Value-1'));
  assert.ok(!text.includes(`<${name}>`), `a command still says <${name}>`);
  assert.deepEqual(complaints, []);
  await close();
});

// The tool and the site answer alike: the same questions to both, the whole results compared.
const questions = ['13023', '0x800735E9', '-2147011095', '809', '87', 'ERROR_IPSEC_IKE_AUTH_FAIL', 'BAD_SPI', 'FWP_E_FILTER_NOTFOUND',
  'policy match error', 'IKE authentication credentials are unacceptable', 'l2tp wrong shared secret', 'Keine Antwort vom Peer.',
  'parsed IKE_AUTH response 1 [ N(MS_STATUS(13868)) ]', 'E9 35 07 80', '0x13801', '13919', 'zzzzqqqq', 'negociation timed out',
  'The error code returned on failure is 809.', '\u0000<script>', 'retrying in 13868 ms'];

test('the tool and the site give the same answers', async () => {
  const { page, close } = await open(onDisk('index.html'));
  await box(page).fill('13023');
  await page.locator('.search-results [role=option]').first().waitFor();
  const answers = await page.evaluate(async list => {
    const data = window.ERRLOOKUP_DATA;
    const bytes = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
    const { instance } = await WebAssembly.instantiate(bytes(data.wasm), {});
    const wasm = instance.exports;
    const put = array => {
      const address = wasm.allocate(array.length || 1);
      new Uint8Array(wasm.memory.buffer, address, array.length).set(array);
      return address;
    };
    wasm._initialize();
    const index = bytes(data.index);
    if (wasm.open_index(put(index), index.length)) throw new Error('index refused');
    return list.map(query => {
      const text = new TextEncoder().encode(query);
      const length = wasm.ask(put(text), text.length, 5);
      return JSON.parse(new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, wasm.result(), length)));
    });
  }, questions);
  for (const [i, query] of questions.entries()) {
    if (query.includes('\u0000')) continue;  // cannot be an argument
    let text;
    try {
      text = execFileSync(errlookup, ['--json', '--limit', '5', '--', query], { encoding: 'utf8' });
    } catch (error) {
      assert.equal(error.status, 1, `${query}: ${error.stderr}`);  // 1: nothing found, the JSON is still printed
      text = error.stdout;
    }
    assert.deepEqual(answers[i], JSON.parse(text), query);
  }
  await close();
});

test('the module has no imports', async () => {
  const { Module } = WebAssembly;
  const script = readFileSync(join(site, 'assets/search-index.js'), 'utf8');
  const wasm = /wasm:\s*"([^"]+)"/.exec(script)[1];
  assert.deepEqual(Module.imports(new Module(Buffer.from(wasm, 'base64'))), []);
});

for (const scheme of ['light', 'dark']) {
  for (const path of ['index.html', 'errors/13801.html', 'errors/13807.html', 'list.html']) {
    test(`${path} has no accessibility findings (WCAG 2.2 AA, ${scheme})`, async () => {
      const { page, close } = await open(overHttp(path), { colorScheme: scheme, bypassCSP: true });
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() => window.axe.run(document,
        { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
      assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' | ')}`), []);
      await close();
    });
  }
}

test('a page fits a 320 pixel wide screen without scrolling sideways', async () => {
  const { page, close } = await open(onDisk('errors/13801.html'), { viewport: { width: 320, height: 640 } });
  const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(scroll <= client, `${scroll} > ${client}`);
  await close();
});

test('on a phone the map opens at the step of the page', async () => {
  const { page, close } = await open(onDisk('errors/13807.html'), { viewport: { width: 390, height: 800 } });
  const [frame, step] = await Promise.all(['.map-scroll', '.map-scroll .is-current'].map(
    name => page.locator(name).first().boundingBox()));
  const middle = step.x + step.width / 2;
  assert.ok(middle > frame.x && middle < frame.x + frame.width, `${middle} is not in ${frame.x}..${frame.x + frame.width}`);
  await close();
});
