// SPDX-License-Identifier: GPL-2.0-or-later
// Each filter of the page hides what it should, and says how many; the slider and play; and the paths that the page finds
// under random filters are those of the program, asked with the command line that the page shows.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fail, finish, has_option, random_of, skip, with_browser, work} from './lib.mjs';
import {ask_path, data_of, difference, drawn, kabul, make_page, open_page, set_filters, settled, shell_words, shown, standing, to_be_drawn} from './page.mjs';

if (!has_option('page', '--output'))
  skip('there is no relata page');
const file = await make_page('filters', '-c', kabul), data = data_of(file);
const random = random_of(7), whole = standing(data, {}).length;
const pick = (list) => list[random.below(list.length)];

function check(right, where, what) {
  if (!right)
    fail(where, what);
}

async function see(page, state) {
  const where = JSON.stringify(state), stand = standing(data, state), says = await shown(page);
  check(says.ties === stand.length, where, `the page says '${says.words}', there are ${stand.length} ties`);
  const wrong = difference(await drawn(page), to_be_drawn(data, state));
  check(wrong === '', where, wrong);
}

const days = data.claims.flatMap(({time}) => [...time.stretches, ...time.breakers ?? []].flatMap((row) => row?.slice(0, row.length === 2 ? 2 : 1) ?? []))
  .filter((day) => day !== null && Math.abs(day) < 4e6).sort((a, b) => a - b);
const filters = [
  ...data.relation_types.map(({id}) => ['filter-relations', {relations: [id]}]),
  ...[-1, 0, 1].map((sign) => ['filter-signs', {signs: [sign]}]),
  ...data.actor_types.map(({id}) => ['filter-types', {types: [id]}]),
  ...data.documents.map(({id}) => ['filter-documents', {documents: [id]}]),
  ...[1, 2].map((certainty) => ['filter-certainty', {certainty}]),
  ...[2, 3].map((corroboration) => ['filter-corroboration', {corroboration}]),
  ...[0.1, 0.5, 0.9].map((share) => ['filter-time', {time: {asOf: days[Math.floor(share * days.length)]}}]),
  ['filter-time', {time: {from: days[Math.floor(0.3 * days.length)], to: days[Math.floor(0.6 * days.length)]}}],
  ['filter-undisputed', {undisputed: true}],
  ...['surely', 'possibly'].map((reading) => ['filter-time', {time: {asOf: days[Math.floor(0.7 * days.length)]}, reading}]),
];

async function each_filter(page) {
  for (const [id, state] of filters) {
    await set_filters(page, state);
    await see(page, state);
    const hides = whole - standing(data, state).length;
    const words = await page.evaluate((name) => {
      const control = document.getElementById(name);
      const place = control.querySelector('.hidden-ties') ?? control.closest('fieldset, div, label, p, section')?.querySelector('.hidden-ties');
      return place?.textContent ?? null;
    }, id);
    check(words !== null && Number(words.match(/\d+/)?.[0] ?? 0) === hides, JSON.stringify(state), `hides ${hides} ties and says '${words}'`);
  }
  await set_filters(page, {});
  await see(page, {});
}

// Mixtures of filters, of which some hide everything.
function random_state() {
  const some = (list, percent) => list.filter(() => random.chance(percent));
  const state = {};
  if (random.chance(60))
    state.relations = some(data.relation_types.map(({id}) => id), 12);
  if (random.chance(25))
    state.signs = [pick([-1, 0, 1])];
  if (random.chance(25))
    state.types = some(data.actor_types.map(({id}) => id), 15);
  if (random.chance(30))
    state.documents = [pick(data.documents).id];
  if (random.chance(30))
    state.certainty = 1 + random.below(2);
  if (random.chance(10))
    state.corroboration = 2;
  if (random.chance(15))
    state.undisputed = true;
  if (random.chance(40)) {
    const day = pick(days), other = pick(days);
    state.reading = pick(['presumably', 'presumably', 'surely', 'possibly']);
    state.time = random.chance(50) ? {asOf: day} : {from: Math.min(day, other), to: Math.max(day, other)};
  }
  return state;
}

// The pairs asked at once, as one run of the program with the words of the page's command.
function program_answers(words, pairs) {
  const environment = {...process.env, LC_ALL: 'C.UTF-8'};
  delete environment.RELATA_CORPUS;
  const {stdout, stderr} = spawnSync(process.env.RELATA, [...words, '--json', '--batch', '-'], {
    input: pairs.map(([from, to]) => JSON.stringify({from, to})).join('\n'), encoding: 'utf8', env: environment, maxBuffer: 1 << 28,
  });
  const answers = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  if (answers.length !== pairs.length || answers.some((answer) => answer.error))
    fail(words.join(' '), `the program does not answer: ${stderr || stdout.slice(0, 300)}`);
  return answers;
}

// The command's words without the two actors, and with the corpus where it lies.
function general(command, from, to) {
  const words = shell_words(command), ends = [from, to].flatMap((actor) => [data.actors[actor].name, data.actors[actor].id]);
  check(words[0] === 'path' && ends.slice(0, 2).includes(words[1]) && ends.slice(2).includes(words[2]), command, 'does not name the actors');
  const rest = words.slice(3), corpus = rest.findIndex((word) => word === '-c' || word === '--corpus');
  check(corpus >= 0, command, 'does not name the corpus');
  rest[corpus + 1] = kabul;
  return ['path', ...rest];
}

async function paths(page) {
  let n = 0, found = 0;
  for (let round = 0; round < 20; round++) {
    const state = round === 0 ? {} : random_state(), all = random.chance(50);
    await set_filters(page, state);
    await see(page, state);
    const pairs = Array.from({length: 10}, () => [random.below(data.actors.length), random.below(data.actors.length)]);
    const answers = [];
    let words = null;
    for (const [from, to] of pairs) {
      const answer = await ask_path(page, data.actors[from].name, data.actors[to].name, all);
      const own = general(answer.command, from, to);
      words ??= own;
      check(JSON.stringify(words) === JSON.stringify(own), answer.command, `differs from ${words.join(' ')}`);
      answers.push(answer);
    }
    if (words === null)
      continue;
    const expected = program_answers(words, pairs.map((pair) => pair.map((actor) => data.actors[actor].id)));
    for (const [i, {paths: rows, words: said}] of answers.entries()) {
      const hops = (expected[i]?.paths ?? []).map((path) => path.hops.map((hop) => [hop.from, hop.to, hop.relation, hop.direction]));
      const own = rows.map((path) => {
        let at = pairs[i][0];
        return path.map(({tie, direction}) => {
          const {from, to, type} = data.ties[tie], next = at === from ? to : from, begin = at;
          at = next;
          return [data.actors[begin].id, data.actors[next].id, data.relation_types[type].id, direction];
        });
      });
      n++;
      found += hops.length > 0 && hops[0].length > 0;
      const where = `${pairs[i].map((actor) => data.actors[actor].id).join(' to ')}, ${words.slice(1).join(' ')}`;
      // A path of no hop, from an actor to itself, may be said in words.
      if (JSON.stringify(own.filter((path) => path.length > 0)) !== JSON.stringify(hops.filter((path) => path.length > 0)))
        fail(where, `the page finds ${JSON.stringify(own)}, the program ${JSON.stringify(hops)}`);
      if (hops.length === 0)
        check(/no /i.test(said), where, `the page says '${said}'`);
      for (const [from, to] of hops[0] ?? [])
        for (const id of [from, to])
          check(said.includes(data.actors.find((actor) => actor.id === id).name), where, `the answer does not name ${id}`);
    }
  }
  check(n === 200 && found > 40, 'paths', `${n} asked, ${found} found`);
  await set_filters(page, {});
  return n;
}

async function play(page) {
  await set_filters(page, {time: {asOf: 18800}});
  const day = () => page.evaluate(() => Number(document.getElementById('time-to').value));
  await page.locator('#time-to').evaluate((slider) => {
    slider.value = slider.min;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    slider.dispatchEvent(new Event('change', {bubbles: true}));
  });
  const begin = await day(), button = page.locator('#play'), label = await button.innerText();
  await button.click();
  await page.waitForFunction((was) => Number(document.getElementById('time-to').value) > was, begin);
  check(await button.innerText() !== label || await button.getAttribute('aria-pressed') === 'true', 'play', 'the button does not say that it runs');
  await page.waitForTimeout(600);
  await button.click();
  await settled(page);
  const stopped = await day();
  await page.waitForTimeout(1200);
  check(stopped > begin && await day() === stopped, 'play', `${begin}, stopped at ${stopped}, then ${await day()}`);
  await see(page, {time: {asOf: stopped}});
  await set_filters(page, {});
}

// What each reading means stands beside it, and changes with it.
async function meanings(page) {
  const note = page.locator('#reading-note'), said = new Set();
  for (const reading of ['surely', 'presumably', 'possibly']) {
    await set_filters(page, {time: {asOf: 18865}, reading});
    check(await note.isVisible() && (await note.innerText()).toLowerCase().startsWith(reading), reading, `means '${await note.innerText()}'`);
    said.add(await note.innerText());
  }
  check(said.size === 3, 'readings', 'mean the same');
  await set_filters(page, {});
}

// Grades can be asked for only where there are any.
async function grades(browser) {
  const ungraded = await open_page(browser, file);
  await ungraded.locator('#tab-filters').click();
  check(await ungraded.locator('#filter-certainty').isVisible() && !await ungraded.locator('#filter-grade').isVisible(), 'grades', 'are offered where there are none');
  const corpus = path.join(work, 'graded.json'), claim = (i, document, credibility, stance) =>
    ({type: 'knows', from: `a${i}`, to: 'b', document, ...credibility ? {credibility} : {}, ...stance ? {stance} : {}});
  fs.writeFileSync(corpus, JSON.stringify({relata: 1, documents: [{id: 'd1', reliability: 'A'}, {id: 'd2', reliability: 'C'}, {id: 'd3', reliability: 'F'}, {id: 'd4'}],
    claims: [claim(1, 'd1', 1), claim(2, 'd1', 6), claim(3, 'd2', 2), claim(4, 'd2'), claim(5, 'd3', 3), claim(6, 'd4', 5), claim(7, 'd4'), claim(7, 'd1', 2, 'denies')]}));
  const graded = await make_page('graded', '-c', corpus), own = data_of(graded), page = await open_page(browser, graded);
  await page.locator('#tab-filters').click();
  check(await page.locator('#filter-grade').isVisible(), 'grades', 'are not offered');
  const all = standing(own, {}).length, counts = new Set();
  for (const grade of ['A', 'C', 'E', '1', '2', '5', 'A1', 'C2', 'E5', '']) {
    await set_filters(page, {grade});
    const stand = standing(own, {grade}).length, hides = await page.locator('#filter-grade .hidden-ties').innerText();
    check((await shown(page)).ties === stand, grade, `${(await shown(page)).ties} ties are shown, ${stand} stand`);
    check(Number(hides.match(/\d+/)?.[0] ?? 0) === all - stand, grade, `hides ${all - stand} ties and says '${hides}'`);
    counts.add(stand);
  }
  check(all === 7 && counts.size >= 4, 'grades', `${all} ties, ${[...counts]} under grades`);
}

let n_paths = 0;
await with_browser(async (browser) => {
  const page = await open_page(browser, file);
  try {
    await grades(browser);
  } catch (error) {
    fail('grades', error.stack);
  }
  for (const part of [each_filter, meanings, async function find() { n_paths = await paths(page); }, play])
    try {
      await part(page);
    } catch (error) {
      fail(part.name, error.stack);
    }
});
finish(`${filters.length} filters, ${n_paths} paths, play`);
