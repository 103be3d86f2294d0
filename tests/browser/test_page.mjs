// SPDX-License-Identifier: GPL-2.0-or-later
// The page of the Kabul corpus as a reader uses it: search by an alias, a click and what the panel then says, zoom, table,
// downloads, a link that brings back what one sees, back and forward.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {fail, finish, has_option, skip, well_formed, with_browser} from './lib.mjs';
import {data_of, difference, download, drawn, kabul, make_page, open_page, set_filters, settled, shown, standing, to_be_drawn, written_down} from './page.mjs';

if (!has_option('page', '--output'))
  skip('there is no relata page');
const file = await make_page('kabul', '-c', kabul), data = data_of(file);
const index = new Map(data.actors.map(({id}, i) => [id, i]));
let n_checks = 0;

function check(right, where, what) {
  n_checks++;
  if (!right)
    fail(where, what);
}

function equal(got, expected, where) {
  check(JSON.stringify(got) === JSON.stringify(expected), where, `${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
}

const title = (page) => page.locator('#panel-title').innerText();

// Where an actor is drawn, as shares of the drawing's width and height.
async function place_of(page, id) {
  return page.evaluate(([element]) => {
    const frame = document.getElementById('drawing').getBoundingClientRect();
    const box = document.getElementById(element).getBoundingClientRect();
    return {x: (box.x + box.width / 2 - frame.x) / frame.width, y: (box.y + box.height / 2 - frame.y) / frame.height, width: box.width};
  }, [data.actors[index.get(id)].element]);
}

async function see_all(page) {
  const stand = standing(data, {}), says = await shown(page);
  equal(difference(await drawn(page), to_be_drawn(data, {})), '', 'at first');
  check(says.ties === stand.length, 'status', `says '${says.words}' of ${stand.length} ties`);
  const size = fs.readFileSync(file, 'utf8').replace(/(id="data">)[^<]*/, '$1').replace(/<svg[^]*?<\/svg>/, '')
    .replace(/(<details id="describe">)[^]*?<\/details>/, '$1').length;
  check(size < 150000, 'size', `${size} bytes without data, drawing and the drawing in words`);
}

async function search(page) {
  const place = 'search';
  await page.locator('#search').fill('is-k');
  const options = page.locator('#search-list [role=option]');
  await options.first().waitFor();
  check((await options.first().innerText()).includes('ISIS-K'), place, 'an alias does not find ISIS-K first');
  check(await page.locator('#search').getAttribute('aria-expanded') === 'true', place, 'the list is not said to be open');
  await page.keyboard.press('Enter');
  await settled(page);
  equal(await title(page), 'ISIS-K', `${place}: panel`);
  const {x, y} = await place_of(page, 'isis-k');
  check(Math.abs(x - 0.5) < 0.15 && Math.abs(y - 0.5) < 0.15, place, `Enter does not centre: ${x}, ${y}`);
  check(await page.locator('#search').getAttribute('aria-expanded') === 'false', place, 'the list stays open');
  // Folded as the program folds: marks, case, dashes.
  for (const words of ['ISLAMIC STATE—KHORASAN', 'Ìslamic_State Khorāsan']) {
    await page.locator('#search').fill(words);
    await options.first().waitFor();
    check((await options.first().innerText()).includes('ISIS-K'), place, `'${words}' does not find ISIS-K first`);
  }
  await page.locator('#search').fill('no such name 123');
  await settled(page);
  check(await options.count() === 0, place, 'finds what nobody is called');
  await page.locator('#search').fill('');
  await page.keyboard.press('Escape');
}

async function panel(page) {
  await page.locator('#reset').click();
  await settled(page);
  const who = data.actors[index.get('taliban')], place = 'panel';
  await page.locator(`[id="${who.element}"]`).click();
  await settled(page);
  equal(await title(page), who.name, `${place}: title`);
  const words = (await page.locator('#panel').innerText()).replace(/\s+/g, ' ');
  const ties = data.ties.filter(({from, to}) => [from, to].includes(index.get('taliban')));
  const claims = ties.flatMap((tie) => tie.claims.map((claim) => data.claims[claim]));
  check(claims.length > 20, place, 'the corpus has changed');
  const said = (text) => words.includes(text.replace(/\s+/g, ' '));
  for (const text of new Set(claims.map(({text}) => text).filter(Boolean)))
    check(said(text), place, `does not show the evidence '${text}'`);
  for (const {document, when_words: when} of claims) {
    check(document === null || said(data.documents[document].title), place, `does not name '${data.documents[document]?.title}'`);
    check(!when || when === 'undated' || said(when), place, `does not say when: ${when}`);
  }
  check(claims.some(({affirms}) => !affirms) && /den(y|ies)/i.test(words), place, 'does not say what is denied');
  for (const {of, min, unit} of data.figures.filter((figure) => figure.of === index.get('taliban')))
    check(min === null || words.replace(/[,\u202f\u00a0]/g, '').includes(String(min)), place, `lacks the figure ${min} ${unit} of ${of}`);
  check(await page.locator('#panel mark').count() > 10, place, 'mentions are not marked');
  // The neighbours are lit, the rest dims.
  const near = new Set(ties.filter((tie) => tie.claims.some((claim) => data.claims[claim].affirms)).flatMap(({from, to}) => [from, to]));
  const drawn_actors = data.actors.map((_, i) => i).filter((i) => data.actors[i].element !== null);
  const opacities = await page.evaluate((elements) => elements.map((id) => {
    let opacity = 1;
    for (let at = document.getElementById(id); at instanceof Element; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  }), drawn_actors.map((i) => data.actors[i].element));
  const lit = opacities.filter((_, i) => near.has(drawn_actors[i])), dim = opacities.filter((_, i) => !near.has(drawn_actors[i]));
  check(dim.length > 0 && Math.max(...dim) < Math.min(...lit), place, `neighbours ${Math.min(...lit)}, others ${Math.max(...dim)}`);

  // A tie.
  const tie = data.ties.findIndex(({from, to, elements}) => elements.length > 0 && data.actors[from].id === 'taliban' && to !== from);
  await page.evaluate(([id]) => {
    const element = document.getElementById(id);
    (element.querySelector('path, text') ?? element).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
  }, data.ties[tie].elements);
  await settled(page);
  const of_tie = `${await title(page)} ${await page.locator('#panel').innerText()}`;
  for (const end of ['from', 'to'])
    check(of_tie.includes(data.actors[data.ties[tie][end]].name), place, `of a tie lacks ${data.actors[data.ties[tie][end]].name}`);
  check(of_tie.includes(data.relation_types[data.ties[tie].type].label), place, 'of a tie lacks its relation');
  await page.keyboard.press('Escape');
}

async function zoom(page) {
  const width = async () => (await place_of(page, 'isis-k')).width;
  await page.locator('#fit').click();
  await settled(page);
  const fitted = await width();
  const wider = async (what, factor, act) => {
    const before = await width();
    await act();
    await settled(page);
    check((await width() / before - 1) * factor > 0.03, 'zoom', `${what}: ${before} to ${await width()}`);
  };
  await wider('#zoom-in', 1, () => page.locator('#zoom-in').click());
  await wider('#zoom-out', -1, () => page.locator('#zoom-out').click());
  await page.locator('#drawing').hover();
  await wider('the wheel', 1, () => page.mouse.wheel(0, -300));
  await page.locator('#drawing').focus();
  await wider('+', 1, () => page.keyboard.press('+'));
  await wider('-', -1, () => page.keyboard.press('-'));
  const {x} = await place_of(page, 'isis-k');
  await page.keyboard.press('ArrowRight');
  await settled(page);
  check((await place_of(page, 'isis-k')).x !== x, 'zoom', 'an arrow key does not move');
  const box = await page.locator('#drawing').boundingBox(), before = await place_of(page, 'isis-k');
  await page.mouse.move(box.x + 0.4 * box.width, box.y + 0.6 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.4 * box.width + 100, box.y + 0.6 * box.height - 60, {steps: 4});
  await page.mouse.up();
  await settled(page);
  const after = await place_of(page, 'isis-k');
  check(after.x - before.x > 0.02 && before.y - after.y > 0.02, 'zoom', `dragging moves from ${before.x}, ${before.y} to ${after.x}, ${after.y}`);
  check(await page.locator('#overview').isVisible(), 'zoom', 'there is no overview');
  await page.keyboard.press('0');
  await settled(page);
  check(Math.abs(await width() / fitted - 1) < 0.02, 'zoom', '0 does not fit the drawing');
}

async function table(page) {
  const rows = () => page.locator('#table tbody tr').evaluateAll((list) => list.filter((row) => row.checkVisibility())
    .map((row) => [...row.children].map((cell) => cell.innerText.trim())));
  const heads = await page.locator('#table thead th').allInnerTexts();
  check((await rows()).length === data.actors.length, 'table', `${(await rows()).length} rows of ${data.actors.length} actors`);
  for (const [column] of heads.entries()) {
    const head = page.locator('#table thead th').nth(column), button = head.locator('button');
    if (await button.count() === 0)
      continue;
    for (let turn = 0; turn < 2; turn++) {
      await button.click();
      await settled(page);
      const sort = await head.getAttribute('aria-sort');
      check(['ascending', 'descending'].includes(sort), 'table', `${heads[column]}: aria-sort is ${sort}`);
      check(await page.locator('#table th[aria-sort=ascending], #table th[aria-sort=descending]').count() === 1, 'table', 'two columns are sorted');
      const cells = (await rows()).map((row) => row[column]), numbers = cells.map((cell) => Number(cell.replace(/,/g, '')));
      const numeric = numbers.every((number) => !Number.isNaN(number));
      const falls = cells.some((_, i) => i > 0 && (numeric ? numbers[i] < numbers[i - 1] : new Intl.Collator('en').compare(cells[i], cells[i - 1]) < 0));
      const rises = cells.some((_, i) => i > 0 && (numeric ? numbers[i] > numbers[i - 1] : new Intl.Collator('en').compare(cells[i], cells[i - 1]) > 0));
      check(sort === 'ascending' ? !falls : !rises, 'table', `${heads[column]} is not ${sort}: ${cells.slice(0, 8).join(' · ')}`);
    }
  }
  // Degree follows the filters: neighbours or ties that stand; others say that they are of the whole.
  const degree = heads.findIndex((head) => /degree/i.test(head));
  check(degree > 0, 'table', `has no degree: ${heads.join(', ')}`);
  const sum = async () => (await rows()).reduce((total, row) => total + Number(row[degree]), 0);
  const before = await sum();
  await set_filters(page, {signs: [0]});
  check(await sum() < before && await sum() > 0, 'table', `degree does not follow the filters: ${before}, ${await sum()}`);
  check(/whole/i.test(await page.locator('#actors').innerText()), 'table', 'does not say which columns are of the whole');
  await set_filters(page, {});
}

function csv_rows(text) {
  const rows = [[]];
  for (const [, separator, quoted, plain] of text.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (/\n/.test(separator))
      rows.push([]);
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

async function downloads(page) {
  const state = {signs: [0], certainty: 1};
  await set_filters(page, state);
  const stand = standing(data, state);
  const json = await download(page, '#download-json'), given = JSON.parse(json.bytes.toString());
  check(/\.json$/.test(json.name), 'downloads', json.name);
  check((given.ties ?? given).length === stand.length, 'downloads', `JSON holds ${(given.ties ?? given).length} of ${stand.length} ties`);
  const csv = await download(page, '#download-csv'), rows = csv_rows(csv.bytes.toString());
  check(/\.csv$/.test(csv.name), 'downloads', csv.name);
  check(rows.length === stand.length + 1, 'downloads', `CSV holds ${rows.length - 1} of ${stand.length} ties`);
  check(rows.every((row) => row.length === rows[0].length), 'downloads', 'CSV: rows of different length');
  for (const tie of stand)
    check(rows.some((row) => row.includes(data.relation_types[data.ties[tie].type].id) && ['from', 'to'].every((end) => row.includes(data.actors[data.ties[tie][end]].id))),
          'downloads', `CSV lacks ${JSON.stringify(data.ties[tie])}`);
  const svg = await download(page, '#download-svg'), text = svg.bytes.toString();
  check(/\.svg$/.test(svg.name) && text.includes('ISIS-K') && !/<script/.test(text), 'downloads', `${svg.name} is no picture`);
  well_formed([{name: svg.name, svg: text}]);
  const png = await download(page, '#download-png');
  check(/\.png$/.test(png.name) && png.bytes.subarray(1, 4).toString() === 'PNG' && png.bytes.readUInt32BE(16) > 400, 'downloads', `${png.name} is no picture`);
  if (process.env.RELATA_PICTURES)
    for (const {name, bytes} of [svg, png])
      fs.writeFileSync(`${process.env.RELATA_PICTURES}/download-${name}`, bytes);
  await set_filters(page, {});
}

// A path that is found is brought into view, as near as all of it has room.
async function path_in_view(page) {
  await page.locator('#fit').click();
  await page.locator('#tab-path').click();
  for (const [id, name] of [['path-from', 'Abu Omar Khorasani'], ['path-to', 'China']])
    await page.locator(`#${id}`).fill(name);
  const before = (await place_of(page, 'china')).width;
  await page.locator('#path-find').click();
  await settled(page);
  const places = await Promise.all(['abu-omar-khorasani', 'china'].map((id) => place_of(page, id)));
  check(places.every(({x, y}) => x > 0 && x < 1 && y > 0 && y < 1), 'path', 'its ends are not seen');
  check(places[1].width > 1.2 * before, 'path', 'one does not come nearer');
  await page.locator('#reset').click();
  await settled(page);
}

// From so far away that no label is laid out, labels follow the filters all the same: in the picture that is taken along,
// and as soon as one comes nearer.
async function from_far(page) {
  const state = {signs: [-1]}, is_far = () => page.locator('#drawing > svg').evaluate((svg) => svg.classList.contains('far'));
  await page.setViewportSize({width: 500, height: 700});
  await page.locator('#fit').click();
  for (let i = 0; i < 4 && !await is_far(); i++)
    await page.locator('#zoom-out').click();
  await settled(page);
  check(await is_far(), 'from far', 'labels are laid out however far away one is');
  await set_filters(page, state);
  const {bytes} = await download(page, '#download-svg'), expected = to_be_drawn(data, state).ties;
  const taken = [...bytes.toString().matchAll(/ id="((?:tie|bundle|label|sources)__[^"]*)"/g)].map(([, id]) => id);
  check(taken.some((id) => id.startsWith('label__')) && taken.every((id) => expected.includes(id)), 'from far',
        `the picture taken along shows ${taken.find((id) => !expected.includes(id)) ?? 'no label'}`);
  await set_filters(page, {signs: [0]});
  await page.setViewportSize({width: 1440, height: 900});
  for (let i = 0; i < 6 && await is_far(); i++)
    await page.locator('#zoom-in').click();
  await settled(page);
  const wrong = difference(await drawn(page), to_be_drawn(data, {signs: [0]}));
  check(wrong === '', 'from far', wrong);
  await set_filters(page, {});
}

// All that one sees, as far as the state keeps it.
async function sight(page) {
  const {ties, actors} = await drawn(page);
  return {
    ties, actors, actors_shown: (await shown(page)).actors, ties_shown: (await shown(page)).ties, panel: await title(page),
    boxes: await page.locator('#filters input[type=checkbox]').evaluateAll((list) => list.map((box) => `${box.value} ${box.checked}`)),
    values: await page.locator('#filters select, #filters input:not([type=checkbox])').evaluateAll((list) => list.map((one) => `${one.id} ${one.value}`)),
    path: await page.locator('#path-answer').textContent(), place: await place_of(page, 'isis-k'),
  };
}

async function links(browser, page) {
  const steps = [];
  const step = async (act) => {
    await act();
    await settled(page);
    await written_down(page); // what was typed and zoomed
    steps.push({fragment: new URL(page.url()).hash, sight: await sight(page)});
  };
  const whole = {documents: [data.documents[0].id]};
  await step(() => set_filters(page, {}));
  await step(() => set_filters(page, whole));
  await step(() => set_filters(page, {...whole, relations: ['rivalry'], certainty: 1, corroboration: 1, time: {asOf: 18871}}));
  await step(async () => {
    await page.locator('#search').fill('Taliban');
    await page.locator('#search').press('Enter');
  });
  await step(() => page.locator('#zoom-in').click());
  const close = (a, b) => JSON.stringify({...a, place: 0}) === JSON.stringify({...b, place: 0}) &&
    ['x', 'y', 'width'].every((part) => Math.abs(a.place[part] - b.place[part]) < 0.02 * Math.max(1, a.place.width));
  const differ = (a, b) => Object.keys(a).filter((part) => JSON.stringify(a[part]) !== JSON.stringify(b[part]))
    .map((part) => `${part}: ${JSON.stringify(a[part]).slice(0, 150)} / ${JSON.stringify(b[part]).slice(0, 150)}`).join('; ');
  for (const [i, {fragment, sight: seen}] of steps.entries()) {
    const other = await open_page(browser, file, {fragment: fragment.slice(1), where: `link ${i}`}), again = await sight(other);
    check(close(seen, again), `link ${fragment}`, differ(seen, again));
    await other.context().close();
  }
  // Back until the first step and forward again: each that changed what is asked for is a step of its own.
  const before = await sight(page);
  let n = 0;
  while (new URL(page.url()).hash !== steps[0].fragment && n++ < 30)
    await page.goBack();
  await settled(page);
  check(n > 2 && n < 30, 'back', `${n} steps`);
  equal((await shown(page)).ties, steps[0].sight.ties_shown, 'back');
  for (; n > 0; n--)
    await page.goForward();
  await settled(page);
  check(close(before, await sight(page)), 'forward', differ(before, await sight(page)));
}

await with_browser(async (browser) => {
  const page = await open_page(browser, file);
  for (const part of [see_all, search, panel, zoom, table, downloads, path_in_view, from_far])
    try {
      await part(page);
    } catch (error) {
      fail(part.name, error.stack);
    }
  await page.context().close();
  const other = await open_page(browser, file);
  await links(browser, other).catch((error) => fail('links', error.stack));
});
if (spawnSync('xmllint', ['--version']).error)
  console.log('without xmllint');
finish(`${n_checks} checks of a page as a reader uses it`);
