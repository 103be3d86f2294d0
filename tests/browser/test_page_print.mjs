// SPDX-License-Identifier: GPL-2.0-or-later
// The page on paper: the whole picture with its legend on the first sheet, large; no control and nothing dark, whatever the
// screen has; the evidence that is open and the path; the table on as many sheets as it needs, each with its headings; what
// it was printed under in words.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fail, finish, has_option, skip, with_browser, work} from './lib.mjs';
import {data_of, kabul, make_page, open_page, settled, standing} from './page.mjs';

if (!has_option('page', '--output'))
  skip('there is no relata page');
const file = await make_page('print', '-c', kabul), data = data_of(file);
const can_read = spawnSync('pdftotext', ['-v']).error === undefined;
let n_checks = 0;

function check(right, where, what) {
  n_checks++;
  if (!right)
    fail(where, what);
}

// The sheets' words, one after the other; [] where nothing reads them.
function sheets(pdf) {
  return can_read ? spawnSync('pdftotext', ['-layout', pdf, '-'], {encoding: 'utf8'}).stdout.split('\f').slice(0, -1) : [];
}

// What the printed page holds, laid out as wide as a sheet of A4 between its margins (14 and 13 mm, 96 pixels an inch).
async function on_paper(page, landscape) {
  const [width, height] = (landscape ? [297 - 28, 210 - 27] : [210 - 28, 297 - 27]).map((size) => Math.floor(size / 25.4 * 96));
  await page.setViewportSize({width, height});
  await page.emulateMedia({media: 'print'});
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await settled(page);
  const seen = await page.evaluate(() => {
    const shown = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && element.getBoundingClientRect().width > 1;
    const box = (selector) => {
      const {x, y, right, bottom, width, height} = document.querySelector(selector).getBoundingClientRect();
      return {x, y, right, bottom, width, height};
    };
    const dark = [document.documentElement, document.body, ...document.querySelectorAll('.masthead, #drawing, #panel, table, th, td, blockquote')]
      .filter((element) => {
        const [red, green, blue, alpha = 1] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number);
        return alpha > 0 && red + green + blue < 600;
      }).length;
    return {
      controls: [...document.querySelectorAll('input, select, .controls button, #overview, [role=tab], #play, .actions button, #path-copy, .downloads button, #table-all, summary')]
        .filter(shown).map((element) => element.id || element.textContent || element.tagName),
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth, dark, ink: getComputedStyle(document.body).color,
      picture: box('#drawing > svg'), drawn: box('#drawing > svg .drawing'), key: box('#key svg'), caption: box('#captions'), words: document.body.innerText.replace(/\s+/g, ' '),
      gone: [...document.querySelectorAll('#drawing .actor')].filter((element) => {
        const own = element.getBoundingClientRect(), all = document.querySelector('#drawing > svg').getBoundingClientRect();
        return own.x < all.x - 1 || own.right > all.right + 1 || own.y < all.y - 1 || own.bottom > all.bottom + 1;
      }).length,
      scripts: getComputedStyle(document.querySelector('#drawing .actor text')).fill,
    };
  });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return {...seen, sheet: {width, height}};
}

async function print(browser, name, {fragment = '', landscape = false, says = [], silent = [], most, ...settings}) {
  const page = await open_page(browser, file, {fragment, where: name, ...settings});
  const before = await page.locator('#drawing > svg').getAttribute('viewBox');
  const pdf = path.join(process.env.RELATA_PICTURES ?? work, `print-${name}.pdf`);
  await page.pdf({path: pdf, format: 'A4', landscape});
  await settled(page);
  check(await page.locator('#drawing > svg').getAttribute('viewBox') === before, name, 'after printing the screen shows another part of the drawing');
  const n = (fs.readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  check(n >= 2 && n <= most, name, `takes ${n} sheets`);
  const seen = await on_paper(page, landscape), {sheet, picture, drawn, key, caption} = seen;
  check(seen.controls.length === 0, name, `prints controls: ${seen.controls.join(' · ')}`);
  check(seen.over <= 0, name, `is ${seen.over} pixels wider than the sheet`);
  check(seen.dark === 0 && /^rgb\((\d|[1-6]\d), /.test(seen.ink) && /^(#[0-5]|rgb\((\d|[1-9]\d), |black)/.test(seen.scripts), name, `is dark: ${seen.dark} grounds, ${seen.ink}, ${seen.scripts}`);
  check(seen.gone === 0, name, `leaves ${seen.gone} actors out of the picture`);
  check(picture.bottom <= sheet.height && key.bottom <= sheet.height && caption.bottom <= sheet.height, name,
        `the picture ends at ${picture.bottom}, its legend at ${key.bottom}, its caption at ${caption.bottom} of ${sheet.height}`);
  check(picture.bottom <= key.y + 1 && key.bottom <= caption.y + 1, name, 'picture, legend and caption do not follow each other');
  check(drawn.width > (landscape ? 0.5 : 0.9) * sheet.width, name, `the picture is ${drawn.width} of ${sheet.width} wide`);
  const words = seen.words, missing = says.filter((text) => !words.includes(text)), extra = silent.filter((text) => words.includes(text));
  check(missing.length === 0, name, `does not say: ${missing.join(' · ')}`);
  check(extra.length === 0, name, `says: ${extra.join(' · ')}`);
  for (const {title} of data.documents)
    check(words.includes(title), name, `does not name '${title}'`);
  const rows = new Set(data.actors.map((actor) => actor.name)), read = sheets(pdf);
  for (const [i, text] of read.entries())
    if (text.split('\n').filter((line) => [...rows].some((row) => line.trim().startsWith(row)) && (line.match(/\d\.\d/g) ?? []).length > 3).length > 2)
      check(/Betweenness/.test(text), name, `sheet ${i + 1} has rows of the table without its headings`);
  if (can_read)
    check(read[0].includes(data.title) && read[0].includes('armed group') && read.join('').includes(data.actors.at(-1).name.split(' ')[0]), name, 'the sheets lack the title, the legend or the last actor');
  await page.context().close();
}

await with_browser(async (browser) => {
  const claim = data.claims[data.ties.find(({from, to}) => [from, to].every((end) => ['isis-k', 'taliban'].includes(data.actors[end].id))).claims[0]];
  const [document] = data.documents, is = (index, id) => data.actors[index].id === id;
  const threat = data.ties.find(({from, to, type}) => is(from, 'isis-k') && is(to, 'taliban') && data.relation_types[type].id === 'threatens');
  const n_affirming = threat.claims.filter((index) => data.claims[index].affirms).length;
  const cases = {
    'portrait': {most: 4, says: [`${data.actors.length} actors, ${standing(data, {}).length} ties`], silent: ['Choose an actor', 'For the same view', 'Show all', 'Colours']},
    'landscape-dark': {colorScheme: 'dark', landscape: true, most: 5},
    'dark-by-choice': {fragment: 'theme=dark', most: 4},
    'zoomed': {fragment: 'view=900.0,700.0,6.000&panel=filters', most: 4, silent: ['Each says how many']},
    'actor': {fragment: 'selected=actor:isis-k&panel=filters', most: 18, says: [claim.text, 'Also called', 'With Taliban', 'Denies it', 'For the same view, open the page with #selected=actor:isis-k&panel=filters after its name']},
    'tie': {fragment: 'selected=tie:isis-k%2C%20threatens%2C%20taliban', landscape: true, most: 8, says: [`${n_affirming} claims affirm it`, '1 claim denies it', 'disputed, ']},
    'path': {fragment: 'path=abu-omar-khorasani,china&panel=path', most: 5, says: ['Abu Omar Khorasani to China: 2 hops', 'is put under pressure by'], silent: ['relata path', 'All paths']},
    'filtered': {fragment: `signs=0&relations=attacks&documents=${document.id}&certainty=1&time=18865`, most: 4,
                 says: ['as of 26 August 2021', 'without relations that are neutral', 'without the relations attacks', `without the documents ${document.title}`, 'at least probable', 'hidden']},
  };
  for (const [name, settings] of Object.entries(cases))
    await print(browser, name, settings).catch((error) => fail(name, error.stack));
});
if (!can_read)
  console.log('without pdftotext');
finish(`${n_checks} checks of the page on paper`);
