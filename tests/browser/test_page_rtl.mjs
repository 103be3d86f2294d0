// SPDX-License-Identifier: GPL-2.0-or-later
// A page of those who write from right to left: no name turns the words beside it, a sentence runs as its own words run,
// mentions are marked where they are, and names stand within their shapes, are found and are sorted.
import {fail, finish, has_option, skip, with_browser, work} from './lib.mjs';
import {ask_path, data_of, make_page, open_page, settled} from './page.mjs';
import {marked, write_corpus} from './rtl.mjs';

if (!has_option('page', '--output'))
  skip('there is no relata page');
const file = await make_page('rtl', '-c', write_corpus(work)), data = data_of(file);
const index = (id) => data.actors.findIndex((actor) => actor.id === id);
let n_checks = 0;

function check(right, where, what) {
  n_checks++;
  if (!right)
    fail(where, what);
}

// Words from right to left that stand among the page's own with nothing that keeps the two apart. A block of its own does, if
// its direction is that of its words.
const loose = (page) => page.evaluate(() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()) !== null;) {
    if (!/[\u0590-\u06ff]/.test(node.data) || node.parentElement.closest('script, svg, option, title, code') || !node.parentElement.checkVisibility())
      continue;
    let at = node.parentElement;
    while (!/isolate|plaintext/.test(getComputedStyle(at).unicodeBidi) && getComputedStyle(at).display === 'inline')
      at = at.parentElement;
    const alone = (child) => child.nodeType !== Node.TEXT_NODE || child.data.trim() === '' || child === node;
    const kept = at.matches('bdi, [dir=auto]') || ([...at.childNodes].every(alone) && at.children.length === 0);
    if (!kept)
      found.push(`${at.tagName.toLowerCase()}.${at.className}: ${at.textContent.slice(0, 80)}`);
  }
  return found;
});

// Where each of the words lies: [left, right].
const places = (page, selector, ...words) => page.evaluate(([selector, words]) => words.map((word) => {
  for (const root of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()) !== null;) {
      const at = node.data.indexOf(word);
      if (at < 0)
        continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const {left, right} = range.getBoundingClientRect();
      return [Math.round(left), Math.round(right)];
    }
  }
  return null;
}), [selector, words]);

async function in_order(page, where, selector, ...words) {
  if (page.viewportSize().width < 1000)
    return; // there the line breaks
  const found = await places(page, selector, ...words);
  check(found.every((place, i) => place !== null && (i === 0 || place[0] >= found[i - 1][1] - 2)), where, `from left to right: ${words.map((word, i) => `${word} ${found[i]}`).join(' · ')}`);
}

async function see(page, where) {
  const words = await loose(page);
  check(words.length === 0, where, `may turn: ${words.join(' | ')}`);
}

async function panel(page) {
  const [isis, taliban, airport] = ['isis', 'taliban', 'airport'].map((id) => data.actors[index(id)].name);
  await page.evaluate(() => { location.hash = 'selected=actor:isis'; });
  await settled(page);
  await see(page, 'actor');
  await in_order(page, 'kind', '#panel .kind', 'جماعة مسلحة', '3 ties');
  await in_order(page, 'aliases', '#panel .aliases', 'Also called', 'דאעש', 'داعش');
  await in_order(page, 'figure', '#panel .range', '1,200–1,500', 'رجل', ' · ', 'مقاتلون');
  await in_order(page, 'speaker', '#panel .figures .said', 'according to', 'الأمم المتحدة');
  // An Arabic sentence runs from the right, an English one of the same names from the left.
  await in_order(page, 'sentence', '#panel .tie-card', airport, 'يهاجم');
  await in_order(page, 'English sentence', '#panel .tie-card', 'Reuters (', 'reports on');
  check(await page.locator('#panel .with h3 .name').allInnerTexts().then((names) => names.includes(taliban) && names.includes(airport)), 'panel', 'a name is written otherwise');
  for (const id of ['isis', 'taliban', 'airport', 'reuters']) {
    await page.evaluate((id) => { location.hash = `selected=actor:${id}`; }, id);
    await settled(page);
    const claims = await page.locator('#panel .claim').evaluateAll((list) => list.map((claim) => ({
      id: claim.querySelector('.where .id')?.textContent, marks: [...claim.querySelectorAll('mark')].map(({textContent}) => textContent),
      direction: claim.querySelector('blockquote') && getComputedStyle(claim.querySelector('blockquote')).direction,
    })));
    check(claims.length > 0, id, 'has no claims');
    for (const {id: claim, marks, direction} of claims) {
      const {document} = data.claims.find((one) => `[${one.id}]` === claim) ?? data.figures[0].claim, {id: name, language} = data.documents[document];
      const expected = marked.filter((mark) => mark.document === name).map(({words}) => words).sort();
      check(JSON.stringify([...marks].sort()) === JSON.stringify(expected), `marks of ${claim}`, `${marks.join(' · ')}, not ${expected.join(' · ')}`);
      check(direction === (language === 'en' ? 'ltr' : 'rtl'), `direction of ${claim}`, direction);
    }
    await see(page, id);
  }
  await page.evaluate(() => { location.hash = 'selected=tie:isis%2C%20attacks%2C%20airport'; });
  await settled(page);
  await see(page, 'tie');
  check((await page.locator('#panel-title').innerText()).replace(/\s+/g, ' ') === `${isis} يهاجم ${airport}`, 'tie', await page.locator('#panel-title').innerText());
}

async function elsewhere(page) {
  await page.locator('#tab-filters').click();
  await settled(page);
  await see(page, 'filters');
  await in_order(page, 'documents', '#filter-documents', 'تقرير عن', ', 26 August 2021');
  check(!(await page.locator('#filter-types').innerText()).includes('מקוםs'), 'filters', 'an English plural of a Hebrew word');
  for (const id of ['actors', 'sources', 'captions'])
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await settled(page);
  await see(page, 'table and sources');
  await in_order(page, 'sources', '#sources li:nth-child(1)', 'تقرير عن', ', ', 'الجزيرة', ', 26 August 2021');
  const lefts = await page.locator('#table tbody button.name').evaluateAll((list) => list.map((button) => {
    const range = new Range();
    range.selectNodeContents(button);
    return Math.round(range.getBoundingClientRect().left);
  }));
  check(Math.max(...lefts) - Math.min(...lefts) <= 2, 'table', `names begin at ${lefts.join(', ')}`);
  await page.locator('#table th button', {hasText: 'Name'}).click();
  check((await page.locator('#table tbody button.name').allInnerTexts())[0].startsWith('Reuters'), 'table', 'is not sorted by name');
  for (const [words, id] of [['طالبان', 'taliban'], ['הארץ', 'haaretz'], ['مطار', 'airport'], ['isis', 'isis']]) {
    await page.locator('#search').fill(words);
    await page.locator('#search-list [role=option]').first().waitFor();
    await see(page, `search for ${words}`);
    await page.keyboard.press('Enter');
    await settled(page);
    check(new URL(page.url()).hash.includes(`selected=actor:${id}`), 'search', `${words} leads to ${new URL(page.url()).hash}`);
  }
  await page.locator('#tab-path').click();
  const {words, paths} = await ask_path(page, data.actors[index('reuters')].name, data.actors[index('airport')].name);
  check(paths.length === 1 && paths[0].length === 2, 'path', words);
  await settled(page);
  await see(page, 'path');
  await in_order(page, 'path', '#path-answer .hop:nth-child(2)', 'נמל התעופה', 'يهاجم', 'داعش');
  await in_order(page, 'path: provenance', '#path-answer .hop:nth-child(1)', 'Reuters (', 'reports on');
}

// In the picture each name lies within its shape.
async function picture(page) {
  const out = await page.locator('#drawing .actor').evaluateAll((list) => list.filter((actor) => {
    const shape = actor.querySelector('polygon, ellipse, path, rect').getBoundingClientRect();
    return [...actor.querySelectorAll('text')].some((text) => {
      const box = text.getBoundingClientRect();
      return box.left < shape.left || box.right > shape.right || box.top < shape.top || box.bottom > shape.bottom;
    });
  }).map((actor) => actor.textContent));
  check(out.length === 0, 'picture', `beyond its shape: ${out.join(' · ')}`);
}

await with_browser(async (browser) => {
  for (const width of [1440, 390])
    for (const part of [panel, elsewhere, picture]) {
      const page = await open_page(browser, file, {viewport: {width, height: 900}, where: `${part.name}, ${width}`});
      await part(page).catch((error) => fail(`${part.name}, ${width}`, error.stack));
      if (process.env.RELATA_PICTURES)
        await page.screenshot({path: `${process.env.RELATA_PICTURES}/page-rtl-${part.name}-${width}.png`, fullPage: true});
      await page.context().close();
    }
});
finish(`${n_checks} checks of a page from right to left`);
