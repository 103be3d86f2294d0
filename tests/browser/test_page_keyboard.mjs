// SPDX-License-Identifier: GPL-2.0-or-later
// The page with the keyboard alone: everything that can be used is reached by Tab, shows that it has the focus and lets go of
// it; and from search to download each thing is done without a mouse.
import {fail, finish, has_option, skip, with_browser} from './lib.mjs';
import {data_of, kabul, make_page, open_page, settled, shown} from './page.mjs';

if (!has_option('page', '--output'))
  skip('there is no relata page');
const file = await make_page('keyboard', '-c', kabul), data = data_of(file);
const MOST = 600; // Tabs through all of a page

function check(right, where, what) {
  if (!right)
    fail(where, what);
}

// The element with the focus: what it is, and whether one sees that it has it.
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body || element === null)
      return null;
    const {outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth} = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const name = element.id || element.getAttribute('aria-label') || element.textContent.trim().slice(0, 40) || element.tagName;
    // Of a drawn actor the outline may be one of its shapes.
    const drawn = element.closest('svg') !== null;
    return {
      name, id: element.id, drawn, tag: element.tagName.toLowerCase(), outline: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      look: drawn ? [stroke, strokeWidth, ...[...element.querySelectorAll('path, polygon, ellipse, rect')].map((shape) => {
        const style = getComputedStyle(shape);
        return `${style.stroke} ${style.strokeWidth} ${style.outlineStyle} ${style.filter}`;
      })].join() : '',
      size: box.width * box.height, key: [...document.querySelectorAll('*')].indexOf(element),
    };
  });
}

async function tab_to(page, selector, key = 'Tab') {
  for (let i = 0; i < MOST; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
      return true;
    await page.keyboard.press(key);
  }
  fail('Tab', `does not reach ${selector}`);
  return false;
}

// Opens one of the tabs by arrows, as tabs are used.
async function open_tab(page, name) {
  await tab_to(page, '[role=tab]');
  for (let i = 0; i < 6; i++) {
    if (await page.evaluate((id) => document.activeElement.id === id, `tab-${name}`))
      break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await settled(page);
  check(await page.locator(`#tab-${name}`).getAttribute('aria-selected') === 'true', 'tabs', `${name} does not open`);
}

// All the way round once.
async function walk(page) {
  const seen = new Map();
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === null || (seen.size > 3 && at.key === [...seen.keys()][0]))
      break;
    check(!seen.has(at.key) || i < 2, 'walk', `Tab goes round within '${at.name}'`);
    if (seen.has(at.key))
      break;
    seen.set(at.key, at);
    check(at.outline || at.drawn, 'walk', `one does not see that '${at.name}' has the focus`);
    check(at.size > 0, 'walk', `'${at.name}' has the focus and no size`);
  }
  const lost = await page.evaluate((reached) => [...document.querySelectorAll('button, input, select, summary, a[href], [tabindex="0"]')]
    .filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.disabled && element.tabIndex >= 0 &&
                         !(element.type === 'radio') && !reached.includes([...document.querySelectorAll('*')].indexOf(element)))
    .map((element) => element.id || element.textContent.trim().slice(0, 40) || element.outerHTML.slice(0, 80)), [...seen.keys()]);
  check(lost.length === 0, 'walk', `Tab does not reach: ${lost.join(' · ')}`);
  check(seen.size > 20 && seen.size < MOST, 'walk', `${seen.size} stops`);
  // What is read comes in the order in which it is seen: search before the drawing, the drawing before the table.
  const order = [...seen.values()].map(({id}) => id);
  check(order.indexOf('search') >= 0 && order.indexOf('search') < order.indexOf('zoom-in'), 'walk', `search comes late: ${order.filter(Boolean).join(' ')}`);
  return seen.size;
}

async function search(page) {
  await tab_to(page, '#search');
  await page.keyboard.type('daesh');
  await page.locator('#search-list [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const active = await page.locator('#search').getAttribute('aria-activedescendant');
  check(active && await page.locator(`[id="${active}"][aria-selected=true]`).count() === 1, 'search', `the arrow chooses nothing: ${active}`);
  await page.keyboard.press('Enter');
  await settled(page);
  const title = await page.locator('#panel-title').innerText();
  check(data.actors.some(({name}) => name === title), 'search', `the panel says '${title}'`);
  await page.keyboard.press('Escape');
}

async function drawing(page) {
  const {element, name} = data.actors.find(({id}) => id === 'taliban');
  const at = () => page.evaluate(() => document.activeElement.id);
  await tab_to(page, '#drawing');
  // Tab leads to one of the actors, arrows from one to the next, and round.
  await tab_to(page, '#drawing .actor');
  await settled(page);
  const focus = await at();
  const first = data.actors.find(({element: one}) => one === focus).name;
  check(await page.locator('#panel-title').innerText() === first, 'drawing', `the focus on ${first} shows '${await page.locator('#panel-title').innerText()}'`);
  const met = new Set();
  for (; !met.has(await at()); await page.keyboard.press('ArrowRight')) {
    met.add(await at());
    if (await at() === element)
      break;
  }
  check(await at() === element, 'drawing', `arrows lead to ${met.size} actors, not to ${name}`);
  await settled(page);
  check(await page.locator('#panel-title').innerText() === name, 'drawing', `the arrow that leads to ${name} shows '${await page.locator('#panel-title').innerText()}'`);
  await page.keyboard.press('Escape');
  const there = await focused(page);
  await page.keyboard.press('Enter');
  await settled(page);
  check(await page.locator('#panel-title').innerText() === name, 'drawing', `Enter on ${name} shows '${await page.locator('#panel-title').innerText()}'`);
  check(there.outline, 'drawing', 'one does not see which actor has the focus');
  const frame = await page.locator('#drawing').boundingBox(), box = await page.locator(`[id="${element}"]`).boundingBox();
  check(box.x >= frame.x && box.x + box.width <= frame.x + frame.width && box.y >= frame.y && box.y + box.height <= frame.y + frame.height, 'drawing',
        'who has the focus is not seen');
  await page.keyboard.press('Escape');
  await settled(page);
  check(await page.locator('#panel-title').innerText() !== name, 'drawing', 'Escape does not clear');
  // A line that gets the focus, as from a screen reader, shows its evidence too.
  const line = data.ties.find(({elements}) => elements.some((one) => one.startsWith('tie__')));
  await page.evaluate((id) => document.getElementById(id).focus(), line.elements.find((one) => one.startsWith('tie__')));
  await settled(page);
  check(/ relation/.test(await page.locator('#panel-body .kind').first().innerText().catch(() => '')), 'drawing', 'the focus on a line shows no evidence');
  await page.keyboard.press('Escape');
  await page.evaluate((id) => document.getElementById(id).focus(), element);
  await settled(page);
  const drawn = data.actors.filter((actor) => actor.element !== null).length; // those without a tie are not
  for (; met.size < drawn && await page.keyboard.press('ArrowRight') === undefined; met.add(await at()))
    if (met.size > 0 && met.has(await at()) && await at() !== element)
      break;
  check(met.size === drawn, 'drawing', `arrows lead to ${met.size} of ${drawn} actors`);
}

async function filters(page) {
  await open_tab(page, 'filters');
  const whole = (await shown(page)).ties;
  const changes = async (what, selector, ...keys) => {
    if (!await tab_to(page, selector))
      return;
    const before = (await shown(page)).words;
    for (const key of keys)
      await page.keyboard.press(key);
    await settled(page);
    check((await shown(page)).words !== before, 'filters', `${what}: ${keys.join(' ')} changes nothing`);
    for (const key of [...keys].reverse())
      await page.keyboard.press({ArrowDown: 'ArrowUp', ArrowUp: 'ArrowDown'}[key] ?? key);
    await settled(page);
    check((await shown(page)).ties === whole, 'filters', `${what}: the way back does not lead back`);
  };
  for (const [name, value] of [['relations', 'attacks'], ['signs', '-1'], ['types', 'person'], ['documents', data.documents[0].id]])
    await changes(name, `#filter-${name} input[value="${value}"]`, 'Space');
  await changes('certainty', '#filter-certainty', 'ArrowDown', 'ArrowDown');
  await changes('corroboration', '#filter-corroboration', 'ArrowUp');
  await tab_to(page, '#filter-time');
  await page.keyboard.press('ArrowDown');
  await tab_to(page, '#time-to');
  await page.keyboard.press('Home');
  await settled(page);
  check((await shown(page)).ties < whole, 'filters', 'Home on the slider changes nothing');
  await tab_to(page, '#play');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('time-to').value !== document.getElementById('time-to').min);
  await page.keyboard.press('Enter');
  await tab_to(page, '#filter-time', 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await settled(page);
  check((await shown(page)).ties === whole, 'filters', 'the filter by time does not go off');
}

async function path(page) {
  await open_tab(page, 'path');
  await tab_to(page, '#path-from');
  await page.keyboard.type('Abu Omar Khorasani');
  await tab_to(page, '#path-to');
  await page.keyboard.type('China');
  await tab_to(page, '#path-find');
  await page.keyboard.press('Enter');
  await settled(page);
  const words = await page.locator('#path-answer').innerText();
  check(await page.locator('#path-answer ol.path').count() > 0 && words.includes('China'), 'path', `answers '${words}'`);
}

async function table(page) {
  await tab_to(page, '#table th button');
  await page.keyboard.press('Enter');
  await settled(page);
  check(await page.locator('#table th[aria-sort=ascending], #table th[aria-sort=descending]').count() === 1, 'table', 'Enter does not sort');
  await tab_to(page, '#download-csv');
  const [given] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  check(/\.csv$/.test(given.suggestedFilename()), 'download', given.suggestedFilename());
}

let stops = 0;
await with_browser(async (browser) => {
  for (const part of [async function round(page) { stops = await walk(page); }, search, drawing, filters, path, table]) {
    const page = await open_page(browser, file);
    try {
      await part(page);
    } catch (error) {
      fail(part.name, error.stack);
    }
    await page.context().close();
  }
});
finish(`a page with the keyboard alone, ${stops} stops`);
