// Opens the generated site as a reader does: from disk and over HTTP, with and without JavaScript.
//
//   node --test tests/browser/site_test.mjs      with SITE=… (ctest sets it)
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const site = resolve(process.env.SITE ?? 'build/default/site');
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
      response.writeHead(404, { 'content-type': 'text/html' });
      createReadStream(join(site, '404.html')).pipe(response);
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
  assert.equal(await first.getAttribute('href'), null);
  await close();
});

test('below a code that is not an IPsec error stand links to the pages that mention it', async () => {
  const { page, complaints, close } = await open(onDisk('index.html'));
  await box(page).fill('0x80092013');
  await page.waitForFunction(() => /mentioned on \d pages/.test(document.querySelector('.search-status').textContent));
  const options = page.locator('.search-results [role=option]');
  assert.match(await options.first().innerText(), /CRYPT_E_REVOCATION_OFFLINE/);
  assert.deepEqual(await options.evaluateAll(all => all.slice(1).map(one => one.href.replace(/.*\//, ''))), ['13801.html', '13817.html']);
  assert.match(await options.nth(1).innerText(), /13801\s+Mentions CRYPT_E_REVOCATION_OFFLINE/);
  await box(page).press('ArrowDown');
  await box(page).press('ArrowDown');
  await box(page).press('Enter');
  await page.waitForURL(/errors\/13801\.html/);
  assert.deepEqual(complaints, []);
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

test('the page for a wrong address is styled and loads nothing, from disk and at any depth', async () => {
  for (const address of [onDisk('404.html'), overHttp('404.html'), overHttp('no/such/page.html')]) {
    const { page, complaints, close } = await open(address);
    assert.match(await page.locator('h1').innerText(), /no such page/i);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).maxWidth), '640px');
    assert.equal(await page.locator('form, script').count(), 0);
    assert.deepEqual(complaints.filter(text => !/status of 404/.test(text)), []);
    await close();
  }
});

test('a page without a record begins with what helps with its family, and the names in its commands can be filled', async () => {
  const { page, complaints, close } = await open(overHttp('errors/13802.html'));
  assert.equal(await page.locator('.body h2').first().innerText(), 'What helps with every code of this family');
  await page.locator('[data-placeholder-field=PeerAddress] input').fill('203.0.113.77');
  await page.waitForFunction(() => document.querySelector('section.card').innerText.includes('remoteaddr=203.0.113.77'));
  assert.equal((await page.locator('main').innerText()).match(/Look first/g).length, 1);
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

// The commands of the page that hold the placeholder, as a reader would copy them.
const commandsWith = (page, name) => page.locator(`.command:has(var[data-placeholder="${name}"])`).evaluateAll(
  all => all.map(one => ({ shell: one.dataset.shell, text: one.querySelector('code').textContent })));

test('what a reader puts into a PowerShell command is quoted for PowerShell', async () => {
  const { page, complaints, close } = await open(onDisk('errors/789.html'));
  const key = page.locator('input[data-placeholder=PreSharedKey]');
  await key.fill('pa$$w`o"rd”');
  const commands = await commandsWith(page, 'PreSharedKey');
  assert.ok(commands.length > 0);
  for (const { shell, text } of commands) {
    assert.equal(shell, 'powershell');
    assert.ok(text.includes('"pa`$`$w``o`"rd`”"'), text);
  }
  assert.equal(await page.locator('.fill-problem:visible').count(), 0);
  await key.fill('plain-key_1');
  assert.ok((await commandsWith(page, 'PreSharedKey')).every(({ text }) => text.includes('"plain-key_1"')));
  assert.deepEqual(complaints, []);
  await close();
});

test('a command of the command prompt takes nothing that it cannot quote, and the reader is told', async () => {
  const { page, complaints, close } = await open(onDisk('errors/809.html'));
  await page.evaluate(() => {  // every way in which a name stands in a command
    document.querySelectorAll('.command:not(#made *)').forEach(one => one.remove());
    document.querySelectorAll('main :not(.command) > code var').forEach(one => one.remove());
    const line = (shell, before, after) => `<div class="command" data-shell="${shell}"><pre><code>${before}<var data-placeholder="ConnectionName">&lt;ConnectionName&gt;</var>${after}</code></pre></div>`;
    document.querySelector('main').insertAdjacentHTML('beforeend', '<div id="made">' + line('cmd', 'rasdial "', '"')
      + line('cmd', 'certutil -dump ', '') + line('cmd', 'x name=', ' y') + line('cmd', 'x \\', '')
      + line('powershell', 'Get-X -Name ', ' -Y') + line('powershell', "Get-X -Name '", "'") + '</div>');
  });
  const made = () => page.locator('#made code').allTextContents();
  const field = page.locator('input[data-placeholder=ConnectionName]');
  const problem = page.locator('.fill-item:has(input[data-placeholder=ConnectionName]) .fill-problem');

  await field.fill("Bob's A&B");
  assert.deepEqual(await made(), ['rasdial "Bob\'s A&B"', 'certutil -dump "Bob\'s A&B"', 'x name="Bob\'s A&B" y',
    'x \\<ConnectionName>', 'Get-X -Name "Bob\'s A&B" -Y', "Get-X -Name 'Bob''s A&B'"]);
  assert.match(await problem.innerText(), /^One command keeps <ConnectionName>/);

  await field.fill('A&B "x"; calc');
  assert.deepEqual(await made(), ['rasdial "<ConnectionName>"', 'certutil -dump <ConnectionName>', 'x name=<ConnectionName> y',
    'x \\<ConnectionName>', 'Get-X -Name "A&B `"x`"; calc" -Y', "Get-X -Name 'A&B \"x\"; calc'"]);
  assert.match(await problem.innerText(), /^4 commands keep <ConnectionName>: what you typed cannot be quoted there/);
  assert.equal(await field.getAttribute('aria-describedby'), await problem.getAttribute('id'));
  await page.waitForFunction(() => /cannot be quoted/.test(document.getElementById('announcer').textContent));
  for (const value of ['%PATH%', 'C:\\']) {
    await field.fill(value);
    assert.equal((await made())[0], 'rasdial "<ConnectionName>"', value);
  }

  await field.fill('Office');
  assert.deepEqual(await made(), ['rasdial "Office"', 'certutil -dump Office', 'x name=Office y', 'x \\Office',
    'Get-X -Name Office -Y', "Get-X -Name 'Office'"]);
  assert.equal(await problem.isVisible(), false);
  assert.equal(await field.getAttribute('aria-describedby'), null);
  assert.deepEqual(complaints, []);
  await close();
});

test('a ticket note has the commands as the page shows them, without secrets', async () => {
  const context = await browser.newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const page = await context.newPage();
  await page.goto(overHttp('errors/789.html'));
  await page.locator('input[data-placeholder=ConnectionName]').fill('A $& "B"');
  await page.locator('input[data-placeholder=PreSharedKey]').fill('top-secret');
  await page.locator('#copy-ticket').click();
  await page.waitForFunction(() => /Ticket note copied/.test(document.getElementById('announcer').textContent));
  const note = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(note.includes('Get-VpnConnection -Name "A `$& `"B`""'), note);
  assert.ok(!note.includes('top-secret'));
  await context.close();
});

test('the families on the start page have as many errors as it says in all', async () => {
  const { page, close } = await open(onDisk('index.html'));
  const counts = await page.locator('.tile-count').allInnerTexts();
  const [, codes, errors] = /(\d+) codes, (\d+) errors/.exec(await page.locator('p.all').innerText());
  assert.equal(counts.reduce((sum, text) => sum + parseInt(text, 10), 0), Number(errors));
  assert.ok(Number(codes) >= Number(errors));
  await close();
});

test('without JavaScript the search box says so and names the list', async () => {
  for (const path of ['index.html', 'errors/809.html']) {
    const { page, close } = await open(onDisk(path), { javaScriptEnabled: false });
    const hint = page.locator('form.search noscript p');
    assert.ok(await hint.isVisible(), path);
    assert.match(await hint.innerText(), /search needs JavaScript/);
    await hint.locator('a').click();
    assert.match(await page.locator('h1').innerText(), /All codes/);
    await close();
  }
});

// Holds back the second script until "release" is called, as a slow network does.
async function openSlowly(path) {
  const opened = await open('about:blank');
  let release;
  const released = new Promise(done => { release = done; });
  await opened.page.route('**/search-full.js', async route => { await released; await route.continue(); });
  await opened.page.goto(overHttp(path));
  return { ...opened, release };
}

const options = page => page.locator('.search-results [role=option]');
const searchingAll = page => page.locator('form.search.is-searching-all').first().waitFor();

test('a code is answered before the whole search is loaded, and stays selected when it is', async () => {
  const { page, complaints, release, close } = await openSlowly('index.html');
  await box(page).fill('809');
  await options(page).first().waitFor();
  assert.equal(await options(page).count(), 1);
  await box(page).press('ArrowDown');
  release();
  await options(page).nth(1).waitFor();  // the Win32 code of the same number
  assert.equal(await options(page).first().getAttribute('aria-selected'), 'true');
  await box(page).press('Enter');
  await page.waitForURL(/errors\/809\.html/);
  assert.deepEqual(complaints, []);
  await close();
});

test('while the whole search is loading, nothing is called not found, and then the question is answered', async () => {
  const { page, release, close } = await openSlowly('index.html');
  await box(page).fill('87');
  await page.waitForFunction(() => /Loading other Windows codes/.test(document.querySelector('.search-status').textContent));
  assert.equal(await options(page).count(), 0);
  release();
  await options(page).first().waitFor();
  assert.match(await options(page).first().innerText(), /ERROR_INVALID_PARAMETER/);
  await close();
});

for (const [what, query, symbol, page] of [
  ['a message', 'IKE authentication credentials are unacceptable', 'ERROR_IPSEC_IKE_AUTH_FAIL', '13801'],
  ['part of a message with a mistake', 'negociation timed out', 'ERROR_IPSEC_IKE_TIMED_OUT', '13805'],
  ['part of a symbol', 'MM_POLICY_PENDING', 'ERROR_IPSEC_MM_POLICY_PENDING_DELETION', '13021'],
  ['a symbol with a mistake', 'ERROR_IPSEC_IKE_AUHT_FAIL', 'ERROR_IPSEC_IKE_AUTH_FAIL', '13801'],
]) {
  test(`${what} is answered before the whole search is loaded`, async () => {
    const opened = await openSlowly('index.html');
    await box(opened.page).fill(query);
    await options(opened.page).first().waitFor();
    assert.match(await options(opened.page).first().innerText(), new RegExp(`${symbol}\\b`));
    assert.match(await options(opened.page).first().getAttribute('href'), new RegExp(`errors/${page}.html`));
    assert.deepEqual(opened.complaints, []);
    opened.release();
    await searchingAll(opened.page);
    assert.match(await options(opened.page).first().innerText(), new RegExp(`${symbol}\\b`));
    await opened.close();
  });
}

test('Enter pressed while the search is loading leads to a page that is sure', async () => {
  const { page, close } = await openSlowly('index.html');
  await box(page).fill('IKE authentication credentials are unacceptable');
  await box(page).press('Enter');
  await page.waitForURL(/errors\/13801\.html/);
  await close();
});

test('Enter waits for the whole search where the first step only has suggestions', async () => {
  const { page, release, close } = await openSlowly('index.html');
  await box(page).fill('ERROR_IPSEC_IKE_AUHT_FAIL');
  await options(page).first().waitFor();
  await box(page).press('Enter');
  assert.match(await page.locator('.search-status').first().innerText(), /No sure answer.*Loading/);
  assert.match(page.url(), /index\.html/);
  release();
  await page.waitForURL(/errors\/13801\.html/);
  await close();
});

test('a list that was closed stays closed when the whole search arrives', async () => {
  const { page, release, close } = await openSlowly('index.html');
  await box(page).fill('13801');
  await options(page).first().waitFor();
  await box(page).press('Escape');
  release();
  await searchingAll(page);
  assert.equal(await options(page).first().isVisible(), false);
  await box(page).press('ArrowDown');
  assert.equal(await options(page).first().isVisible(), true);
  await close();
});

for (const [how, address] of [['over HTTP', overHttp], ['from disk', onDisk]]) test(`${how}, without the second script, codes and words are still found, and the rest is said to be missing`, async () => {
  const { page, close } = await open('about:blank');
  await page.route('**/search-full.js', route => route.abort());
  await page.goto(address('index.html'));
  await box(page).fill('13801');
  await options(page).first().waitFor();
  await box(page).fill('negotiation timed out');
  await page.waitForFunction(() => /Negotiation timed out|13805/.test(document.querySelector('.search-results [role=option]')?.innerText));
  await box(page).fill('87');
  await page.waitForFunction(() => /could not be loaded/.test(document.querySelector('.search-status').textContent));
  await close();
});

test('the arrow keys choose among several results', async () => {
  const { page, close } = await open(onDisk('index.html'));
  await box(page).fill('policy match error');
  await options(page).nth(1).waitFor();
  const wanted = await options(page).nth(1).getAttribute('href');
  const selected = page.locator('.search-results [aria-selected=true]');
  await box(page).press('ArrowUp');
  assert.equal(await selected.getAttribute('id'), await options(page).last().getAttribute('id'));
  await box(page).press('Space');  // typing on selects nothing
  assert.equal(await selected.count(), 0);
  await box(page).press('ArrowDown');
  await box(page).press('ArrowDown');
  await box(page).press('Enter');
  await page.waitForURL(wanted);
  await close();
});

async function axeFindings(page) {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => window.axe.run(document,
    { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  return violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' | ')}`);
}

for (const scheme of ['light', 'dark']) {
  for (const path of ['index.html', 'errors/13801.html', 'errors/13802.html', 'errors/13807.html', 'list.html', '404.html']) {
    test(`${path} has no accessibility findings (WCAG 2.2 AA, ${scheme})`, async () => {
      const { page, close } = await open(overHttp(path), { colorScheme: scheme, bypassCSP: true });
      assert.deepEqual(await axeFindings(page), []);
      await close();
    });
  }
}

for (const scheme of ['light', 'dark']) {
  for (const query of ['polcy match eror', '87', 'zzzzqqqq']) {
    test(`the answer to "${query}" has no accessibility findings (${scheme})`, async () => {
      const { page, close } = await open(overHttp('index.html'), { colorScheme: scheme, bypassCSP: true });
      await box(page).fill(query);
      await searchingAll(page);
      await box(page).press('ArrowDown');
      assert.deepEqual(await axeFindings(page), []);
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
