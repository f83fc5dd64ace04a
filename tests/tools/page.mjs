// Looks at pages of reports as people do: `node page.mjs FILE...`, each a report.html. Prints a line a page; every fault is
// printed and makes the exit code 1.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = createRequire(join(process.env.TOOLS, 'x.js'));
const { chromium } = modules('playwright-core');
const axe = readFileSync(modules.resolve('axe-core/axe.min.js'), 'utf8');

// A4 less its margins, in CSS pixels.
const PAPER = { width: Math.round((182 / 25.4) * 96), height: Math.round((267 / 25.4) * 96) };
const SCREEN = { width: 1280, height: 900 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const faults = [];
const want = (file, holds, what) => holds || faults.push(`${file}: ${what}`);

/** Opens or closes everything that is folded. */
const unfold = (page, open) =>
  page.evaluate((open) => document.querySelectorAll('details').forEach((d) => (d.open = open)), open);

const isAccessible = async (page, file) => {
  await page.evaluate(axe);
  // Dark changes colours alone.
  const light = { type: 'tag', values: TAGS };
  const dark = { type: 'rule', values: ['color-contrast'] };
  for (const [colorScheme, runOnly] of Object.entries({ light, dark })) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate((runOnly) => axe.run({ runOnly, resultTypes: ['violations'] }), runOnly);
    for (const { id, help, nodes } of violations) {
      want(file, false, `${colorScheme}: ${id}, ${help}: ${nodes.slice(0, 3).map((n) => `${n.html.slice(0, 160)} ${n.failureSummary}`)}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const order = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4')].map((h) => +h.tagName[1]));
  want(file, order[0] === 1 && order.every((h, i) => !i || h - order[i - 1] <= 1), `headings out of order: ${order}`);
};

const fits = async (page, file) => {
  const sizes = [
    ['360 px', { width: 360, height: 740 }, ''],
    ['200 % zoom', { width: 640, height: 450 }, ''],
    ['text at 200 %', SCREEN, '200%'],
    ['text at 200 % on 360 px', { width: 360, height: 740 }, '200%'],
  ];
  for (const [name, viewport, fontSize] of sizes) {
    await page.setViewportSize(viewport);
    const [inner, outer] = await page.evaluate((fontSize) => {
      const root = document.documentElement;
      root.style.fontSize = fontSize;
      return [root.scrollWidth, root.clientWidth];
    }, fontSize);
    want(file, inner <= outer, `${name}: ${inner} px wide on ${outer}`);
    // What scrolls can be reached by keyboard.
    const unreached = await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const boxes = [...document.querySelectorAll('.scroll, .drawing')].filter((box) => box.checkVisibility());
      return boxes.filter((box) => box.scrollWidth > box.clientWidth + 1 !== (box.tabIndex === 0)).length;
    });
    want(file, unreached === 0, `${name}: ${unreached} boxes whose Tab stop is not that of what scrolls`);
  }
  await page.setViewportSize(SCREEN);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
};

/** Presses Tab until the control is reached. */
const reach = async (page, id) => {
  for (let pressed = 0; pressed < 400; pressed += 1) {
    if ((await page.evaluate(() => document.activeElement.id)) === id) return true;
    await page.keyboard.press('Tab');
  }
  return false;
};

const tagged = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('tr[data-wave], tr[data-segment]')].map((row) => ({
      wave: row.dataset.wave, segment: row.dataset.segment, hidden: row.hidden,
    })));

/** What a bar says once typing has rested. */
const said = async (page, bar) => {
  await page.waitForTimeout(250);
  return page.evaluate((bar) => document.querySelector(`${bar} output`).textContent, bar);
};

/** The numbers at the end of what a bar says: those left, of all. */
const counted = (text) => text.split(' · ').pop().replace(/[\s\u202f,](?=\d{3})/g, '').match(/\d+/g).map(Number);

const filtersTables = async (page, file) => {
  const rows = await tagged(page);
  if (!rows.length) return want(file, await page.evaluate(() => document.querySelector('#filters')?.hidden ?? true), 'filters without rows');
  want(file, rows.every((row) => !row.hidden), 'rows hidden before any choice');
  for (const kind of ['wave', 'segment']) {
    if (!(await page.$(`#filter-${kind}`))) continue;
    want(file, await reach(page, `filter-${kind}`), `${kind}: not reached by Tab`);
    await page.keyboard.press('ArrowDown');
    const chosen = await page.evaluate((kind) => document.querySelector(`#filter-${kind}`).value, kind);
    want(file, chosen !== '', `${kind}: nothing chosen by the arrow`);
    const now = await tagged(page);
    const kept = now.filter((row) => !row.hidden);
    const matches = (row) => !row[kind] || row[kind].split(' ').includes(chosen);
    want(file, kept.length > 0 && now.every((row) => row.hidden !== matches(row)), `${kind}: not the rows of ${chosen}`);
    if (kind === 'wave') {
      const others = await page.evaluate((chosen) =>
        [...document.querySelectorAll(`th[data-wave]:not([data-wave="${chosen}"])`)].filter((th) => {
          const row = th.closest('table').querySelector('tbody tr:not(:has([colspan]))');
          return !th.hidden || !row.cells[th.cellIndex].hidden;
        }).length, chosen);
      want(file, others === 0, `${others} columns of other waves left`);
    }
    const [shown, all] = counted(await said(page, '#filters'));
    want(file, shown === kept.length && all === now.length, `${kind}: ${shown} of ${all} said, ${kept.length} of ${now.length} shown`);
    want(file, await reach(page, 'filter-reset'), 'reset not reached by Tab');
    await page.keyboard.press('Enter');
    want(file, (await tagged(page)).every((row) => !row.hidden), 'rows hidden after the reset');
    want(file, (await page.evaluate(() => document.querySelectorAll('main [hidden]').length)) === 0, 'parts hidden after the reset');
  }
};

const quotes = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#quotes blockquote')].map((quote) => ({
      text: quote.querySelector('p').textContent, group: quote.dataset.group, hidden: !quote.checkVisibility(),
    })));

const searchesQuotes = async (page, file) => {
  if (!(await page.$('#quote-search'))) return;
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const all = await quotes(page);
  want(file, all.every((quote) => !quote.hidden), 'quotes hidden before any search');
  // A word of one of them, accents left out, in capitals.
  const word = plain(all[0].text).match(/[a-z]{6,}/g)[0];
  want(file, await reach(page, 'quote-search'), 'search not reached by Tab');
  await page.keyboard.type(word.toUpperCase());
  const found = await quotes(page);
  want(file, found.some((q) => !q.hidden) && found.every((q) => q.hidden !== plain(q.text).includes(word)), `search: not the quotes with ${word}`);
  const [shown, of] = counted(await said(page, '#quote-filters'));
  want(file, shown === found.filter((q) => !q.hidden).length && of === all.length, `search: ${shown} of ${of} said`);
  await page.keyboard.type('zzz');
  want(file, (await quotes(page)).every((q) => q.hidden), 'search: quotes without the words');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  want(file, (await quotes(page)).every((q) => !q.hidden), 'search: quotes hidden once it is empty');
  if (!(await page.$('#quote-group'))) return;
  want(file, await reach(page, 'quote-group'), 'groups not reached by Tab');
  await page.keyboard.press('ArrowDown');
  const group = await page.evaluate(() => document.querySelector('#quote-group').value);
  want(file, (await quotes(page)).every((q) => q.hidden !== (q.group === group)), `quotes: not those of ${group}`);
  await page.keyboard.press('ArrowUp');
};

const prints = async (page, file) => {
  await unfold(page, false);
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const found = await page.evaluate((paper) => {
    const style = (part) => getComputedStyle(part);
    const whole = (part) => style(part).breakInside === 'avoid' && part.getBoundingClientRect().height <= paper.height;
    const name = (part) => (part.id || part.textContent).slice(0, 60);
    const cut = [...document.querySelectorAll('figure, .card, tr')].filter((part) => !whole(part)).map(name);
    const folded = [...document.querySelectorAll('details tr')].filter((row) => row.getBoundingClientRect().height === 0);
    const wide = [...document.querySelectorAll('main *')].filter((part) => part.getBoundingClientRect().right > paper.width + 1);
    return { cut, folded: folded.length, wide: wide.slice(0, 3).map(name), ground: style(document.body).backgroundColor };
  }, PAPER);
  want(file, found.cut.length === 0, `cut on paper: ${found.cut}`);
  want(file, found.folded === 0, `${found.folded} rows stay folded on paper`);
  want(file, found.wide.length === 0, `wider than the paper: ${found.wide}`);
  want(file, found.ground === 'rgb(255, 255, 255)', `printed on ${found.ground}`);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.setViewportSize(SCREEN);
};

/** Only text where the data holds markup. */
const isText = async (page, file) => {
  const found = await page.evaluate(() => ({
    scripts: document.scripts.length, images: document.images.length, frames: frames.length,
    handlers: [...document.querySelectorAll('*')].filter((at) => [...at.attributes].some((a) => a.name.startsWith('on'))).length,
  }));
  want(file, found.scripts === 1 && found.images + found.frames + found.handlers === 0, `markup of the data: ${JSON.stringify(found)}`);
};

/** Without scripts everything is in sight, and the controls are not. */
const degrades = async (browser, url, file) => {
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: SCREEN });
  await page.goto(url);
  const parts = await page.locator('#filters, #quote-filters').evaluateAll((bars) => bars.map((bar) => bar.checkVisibility()));
  want(file, parts.every((shown) => !shown), 'controls without scripts');
  const hidden = await page.locator('main [hidden]:not(.filters)').count();
  want(file, hidden === 0, `${hidden} parts hidden without scripts`);
  await page.close();
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
for (const file of process.argv.slice(2)) {
  const url = pathToFileURL(file).href;
  const page = await browser.newPage({ viewport: SCREEN });
  page.on('request', (request) => want(file, request.url().split('#')[0] === url || request.url().startsWith('data:'), `request: ${request.url()}`));
  page.on('console', (message) => want(file, false, `console: ${message.text()}`));
  page.on('pageerror', (error) => want(file, false, `error: ${error}`));
  page.on('dialog', (dialog) => { want(file, false, `dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(url);
  await isText(page, file);
  await filtersTables(page, file);
  await searchesQuotes(page, file);
  await unfold(page, true);
  await fits(page, file);
  await isAccessible(page, file);
  await prints(page, file);
  if (process.env.PDF) await page.pdf({ path: join(process.env.PDF, `${process.argv.indexOf(file) - 2}.pdf`), preferCSSPageSize: true });
  await page.close();
  await degrades(browser, url, file);
  console.log(`${file}: looked at`);
}
await browser.close();
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
