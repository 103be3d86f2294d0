// SPDX-License-Identifier: GPL-2.0-or-later
// bench_page.mjs FILE.html: how long a large page takes in Chromium, by its own clock (the Performance API): from the
// navigation until it is drawn, from a click on a filter until the frame with its effect, and how much memory its process
// holds. Exit 1 where a limit is passed. Everything starts cold: a browser of its own each time it is opened.
import fs from 'node:fs';
import {fail, finish, with_browser} from './lib.mjs';
import {open_page, settled} from './page.mjs';

const [file] = process.argv.slice(2);
const OPENINGS = 5, CHANGES = 9;

function report(what, values, limit, unit) {
  const sorted = [...values].sort((a, b) => a - b), median = sorted[Math.floor(sorted.length / 2)];
  const slow = median > limit, most = limit === Infinity ? '' : `, at most ${limit}`;
  console.log(`${median.toFixed(1).padStart(8)} ${unit}  (${sorted[0].toFixed(1)} … ${sorted.at(-1).toFixed(1)}${most})  ${what}${slow ? '  TOO MUCH' : ''}`);
  if (slow)
    fail(what, `${median.toFixed(1)} ${unit}, at most ${limit}`);
}

// Milliseconds of the page's own clock from the act until the frame after it has been painted, and until the table, which
// follows the drawing, has been too; runs in the page.
async function until_painted([selector, value]) {
  const control = document.querySelector(selector), status = document.getElementById('status'), before = status.textContent;
  const begin = performance.now();
  if (value === undefined) {
    control.click();
  } else {
    control.value = value;
    control.dispatchEvent(new Event('input', {bubbles: true}));
    control.dispatchEvent(new Event('change', {bubbles: true}));
  }
  // A message is delivered after the frame that the request stands for.
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  await frame();
  while (status.textContent === before && performance.now() - begin < 5000)
    await frame();
  const time = performance.now() - begin, changed = status.textContent !== before;
  await new Promise((done) => setTimeout(done));
  await frame();
  return {time, withTable: performance.now() - begin, changed};
}

// Of the page's renderer: what its process holds alone or its share of what is shared, in MB; and its JavaScript's heap.
async function memory(browser, page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const {metrics} = await session.send('Performance.getMetrics');
  const heap = metrics.find(({name}) => name === 'JSHeapUsedSize').value / 1e6;
  const {processInfo} = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter(({type}) => type === 'renderer').map(({id}) => {
    const [, kilobytes] = fs.readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m);
    return Number(kilobytes) * 1024 / 1e6;
  });
  return {heap, held: Math.max(...sizes)};
}

console.log(`${(fs.statSync(file).size / 1e6).toFixed(1).padStart(8)} MB  ${file.split('/').pop()}`);
const openings = [], held = [], heaps = [], tables = [], changes = new Map();
for (let i = 0; i < OPENINGS; i++)
  await with_browser(async (browser) => {
    const page = await open_page(browser, file);
    // Painted for the first time with all of its script done: load ends after it, and a frame follows.
    openings.push(await page.evaluate(() => Math.max(performance.getEntriesByType('navigation')[0].loadEventEnd,
                                                     ...performance.getEntriesByName('first-contentful-paint').map(({startTime}) => startTime))));
    if (i > 0)
      return;
    const acts = {
      'a relation': ['#filter-relations input'], 'a sign': ['#filter-signs input'], 'an actor type': ['#filter-types input'],
      'a document': ['#filter-documents input'], 'certainty': ['#filter-certainty', '2', '0'], 'corroboration': ['#filter-corroboration', '2', '1'],
    };
    for (const [name, [selector, ...values]] of Object.entries(acts)) {
      changes.set(name, []);
      for (let turn = 0; turn < CHANGES; turn++) {
        const {time, withTable, changed} = await page.evaluate(until_painted, [selector, values.length > 0 ? values[turn % 2] : undefined]);
        if (!changed)
          fail(name, 'changes nothing');
        changes.get(name).push(time);
        tables.push(withTable);
        await settled(page);
      }
      if (changes.get(name).length % 2 === 1) // as it was
        await page.evaluate(until_painted, [selector, values.length > 0 ? values[1] : undefined]);
    }
    const {heap, held: size} = await memory(browser, page);
    heaps.push(heap);
    held.push(size);
  });
report('from the navigation until it is drawn', openings, 2000, 'ms');
for (const [name, times] of changes)
  report(`a filter by ${name}, until it is drawn`, times, 100, 'ms');
report('any of these, until the table has followed', tables, Infinity, 'ms');
report('held by its process', held, 400, 'MB');
console.log(`${heaps[0].toFixed(1).padStart(8)} MB  of these its scripts' heap`);
finish('a large page in Chromium');
