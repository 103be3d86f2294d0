// SPDX-License-Identifier: GPL-2.0-or-later
// When claims hold, and what they say together, as the page decides it: on the vectors of tests/vectors/holding.json, which
// are worked out by hand and held against the program too; and on random worlds and selections against what the program
// exports with the options that the page gives for its state.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {corpus_file, load, page_data, relata} from './lib.mjs';

const {RELATA_SOURCE} = process.env;
const {daysOf, firstAsked, isDated, meets, offeredReadings, readings, surestReading} = await load('holding');
const {select} = await load('select'), {filterOptions} = await load('command'), {initialState} = await load('state');
const {verdictInWords, verdictOf, corroborate} = await load('verdict');

function day_of(text) {
  return text === '-inf' ? -Infinity : text === '+inf' ? Infinity : Date.parse(`${text}T00:00Z`) / 86400000;
}

// The first and last day of a date or an interval.
function days_asked(text) {
  const first = (part) => day_of(`${part}-01-01`.slice(0, 10));
  const last = (part) => {
    const [year, month, day] = part.split('-').map(Number);
    return Date.UTC(year, day ? month - 1 : month ?? 12, day ?? 0) / 86400000;
  };
  const [from, to = from] = text.split('/');
  return {first: from === '..' ? -Infinity : first(from), last: to === '..' ? Infinity : last(to)};
}

function corpus_of({types, actors, documents, claims}) {
  return {relata: 1, schema: {relation_types: types}, documents, actors, claims};
}

// ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────

const {worlds} = JSON.parse(fs.readFileSync(path.join(RELATA_SOURCE, 'tests', 'vectors', 'holding.json'), 'utf8'));
const everyone = () => true;
let n_stretches = 0, n_questions = 0;

// Infinite ends are null on the page; a last day before all days is a number below all others.
function plain(days) {
  return days === null ? null : [days[0], days[1] < -1e9 ? -Infinity : days[1]];
}

test('vectors', () => {
  for (const world of worlds) {
    const data = page_data(corpus_file(corpus_of(world))), claim_of = (id) => data.claims.find((claim) => claim.id === id);
    for (const [id, stretches] of Object.entries(world.stretches))
      for (const by of [false, true])
        for (const [reading, name] of readings.entries()) {
          const expected = (stretches[by ? 'as_of' : 'during'] ?? stretches)[name];
          if (expected === undefined)
            continue;
          assert.deepEqual(plain(daysOf(claim_of(id), reading, by, everyone)), expected && expected.map(day_of), `${world.row}: ${id} ${name} ${by ? 'by' : 'in'}`);
          n_stretches++;
        }
    for (const {as_of: asOf, during, level, claims} of world.questions) {
      const question = {by: asOf !== undefined, ...days_asked(asOf ?? during)}, most = readings.indexOf(level);
      const holding = world.claims.map(({id}) => id).filter((id) => surestReading(claim_of(id), most, [question], everyone) >= 0);
      assert.deepEqual(holding, claims, `${world.row}: ${JSON.stringify({asOf, during, level})}`);
      n_questions++;
    }
  }
  assert.ok(n_stretches > 300 && n_questions > 200, `${n_stretches} stretches, ${n_questions} questions`);
});

test('a question that meets a stretch', () => {
  assert.ok(meets([1, 3], {first: 3, last: 9}) && !meets([1, 3], {first: 4, last: 9}) && !meets(null, {first: -Infinity, last: Infinity}));
  assert.ok(meets([5, 2], {first: 2, last: 5}) && !meets([5, 2], {first: 3, last: 9})); // some day of 2 … 5
});

test('a page under a date offers no more than it holds', () => {
  const bounds = {as_of: [1, 1], during: null, reading: 'presumably'};
  assert.deepEqual(offeredReadings({bounds}), ['surely', 'presumably']);
  assert.deepEqual(offeredReadings({bounds: {...bounds, reading: 'surely'}}), ['surely']);
  assert.deepEqual(offeredReadings({bounds: {...bounds, as_of: null, reading: 'surely'}}), readings);
  assert.equal(firstAsked({bounds}, {time: null}), 1);
});

// ── Against the program ─────────────────────────────────────────────────────────────────────────────────────

let seed = 1;
function below(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}
const pick = (list) => list[below(list.length)], chance = (percent) => below(100) < percent;

// What the program exports of the selections, as many at once; null where it leaves nothing.
function exports_of(corpus, lines) {
  const script = lines.map((options) => `--version\nexport --to json ${options.join(' ')}\n`).join('');
  const {stdout, stderr} = relata(['shell', '-c', corpus], script), parts = stdout.split(/^relata \d.*\n/m).slice(1);
  assert.equal(parts.length, lines.length, stderr);
  return parts.map((part) => part.trim() === '' ? null : JSON.parse(part));
}

// What only says who talks about whom is exported, but is on no page.
const reports = new Set(JSON.parse(fs.readFileSync(path.join(RELATA_SOURCE, 'data', 'kabul-2021', 'schema.json'), 'utf8')).relation_types
  .filter(({reporting}) => reporting).map(({id}) => id));

function program_ties(answer) {
  return (answer?.ties ?? []).filter(({relation}) => !reports.has(relation)).map(({from, relation, to, verdict, corroboration, contradiction, claims}) =>
    [from, relation, to, verdict, corroboration, contradiction ?? 0, claims.map(({id}) => id).join(' ')].join(', ')).sort();
}

function page_ties(data, state) {
  const selection = select(data, state);
  return data.ties.flatMap((tie, i) => {
    const claims = tie.claims.filter((claim) => selection.claims[claim]).map((claim) => data.claims[claim]);
    const against = selection.verdicts[i] === 'disputed' ? corroborate(data, claims.filter(({affirms}) => !affirms)) : 0;
    return selection.ties[i] ? [[data.actors[tie.from].id, data.relation_types[tie.type].id, data.actors[tie.to].id, selection.verdicts[i],
      selection.corroboration[i], against, claims.map(({id}) => id).join(' ')].join(', ')] : [];
  }).sort();
}

function random_state(data, days) {
  const state = initialState(), from = pick(days) + below(3) - 1, to = pick(days) + below(3) - 1;
  if (chance(85))
    state.time = chance(60) ? {asOf: from} : {from: Math.min(from, to), to: Math.max(from, to)};
  if (chance(60))
    state.reading = pick(readings);
  if (chance(30))
    state.documents = [pick(data.documents).id];
  if (chance(20))
    state.certainty = 1 + below(2);
  if (chance(20))
    state.grade = pick(['A', 'B', 'C', 'E', '1', '2', '4', 'B2', 'D5']);
  if (chance(20))
    state.undisputed = true;
  if (chance(10))
    state.corroboration = 2;
  if (chance(10) && data.actor_types.length > 0)
    state.types = [pick(data.actor_types).id];
  if (chance(10))
    state.relations = [pick(data.relation_types).id];
  return state;
}

let compared = 0, silent = 0, full = 0;
function compare(corpus, words, n) {
  let data;
  try {
    data = page_data(corpus, ...words);
  } catch (error) {
    assert.match(String(error), /leaves no tie/);
    return;
  }
  const named = data.claims.flatMap(({time}) => [...time.stretches, ...time.breakers ?? []].flat());
  const days = named.filter((day) => day !== null && Math.abs(day) < 4e6 && day > 100);
  const asked = [];
  for (let i = 0; i < n; i++) {
    const state = random_state(data, days.length > 0 ? days : [18800]), options = filterOptions(data, state);
    if (options === null)
      silent++;
    else
      asked.push([state, options]);
  }
  const answers = exports_of(corpus, asked.map(([, options]) => options));
  for (const [i, [state, options]] of asked.entries()) {
    const theirs = program_ties(answers[i]);
    assert.deepEqual(page_ties(data, state), theirs, `${corpus} made with ${words.join(' ')}: ${options.join(' ')}`);
    compared++;
    full += theirs.length > 0;
  }
}

const made = [[], ['--surely'], ['--possibly'], ['--as-of', '2021-06-10'], ['--as-of', '2021', '--possibly'], ['--during', '2020-06/2021-06'], ['--as-of', '2021-06', '--surely'],
  ['--undisputed'], ['--certainty', 'probable'], ['--known-by', '2021-07'], ['--dated', '--as-of', '2021-06-10'], ['--not-document', 'd0', '--as-of', '2021-08'], ['--min-grade', 'C'], ['--min-grade', 'B4', '--as-of', '2021-06-10']];
const kabul = path.join(RELATA_SOURCE, 'data', 'kabul-2021');
for (const words of [[], ['--surely'], ['--possibly'], ['--as-of', '2021-08-26'], ['--as-of', '2021-08', '--surely'], ['--during', '2021-08-10/2021-08-31', '--possibly'], ['--undisputed']])
  test(`kabul-2021 ${words.join(' ')}`, () => compare(kabul, words, 60));

const types = [{id: 'member', kind: 'state'}, {id: 'leads', kind: 'state', parent: 'member'}, {id: 'ally', kind: 'state', symmetric: true},
  {id: 'met', kind: 'event', symmetric: true}, {id: 'quits', kind: 'event', ends: {pair: ['member']}}, {id: 'dies', kind: 'event', ends: {to: '*'}}];
const whens = [undefined, '2020', '2021-06', '2021-06-10', '2021~', '2020/2021-06', '2020-06/2021?', '2020/..', '2021-03/', '../2021-05', '/2021-06', '2019', '2021-08'];
function random_world() {
  const documents = ['d0', 'd1', 'd2'].map((id) => ({id, ...chance(70) ? {published: pick(['2021-06', '2021-06-10', '2022', '2020-12-31'])} : {}, ...chance(30) ? {origin: 'AFP'} : {},
    ...chance(60) ? {reliability: pick(['A', 'B', 'C', 'F'])} : {}}));
  const claims = Array.from({length: 3 + below(8)}, (_, i) => {
    const ends = pick([['A', 'B'], ['A', 'B'], ['B', 'A'], ['C', 'A'], ['C', 'B']]), when = pick(whens);
    return {id: `c${i}`, type: pick(types).id, from: ends[0], to: ends[1], certainty: pick(['possible', 'probable', 'certain', 'certain']), ...when ? {when} : {},
      ...chance(60) ? {credibility: 1 + below(6)} : {}, ...chance(85) ? {document: pick(documents).id} : {}, ...chance(25) ? {stance: 'denies'} : {}};
  });
  return {types, actors: ['A', 'B', 'C'].map((id) => ({id})), documents, claims};
}

test('random worlds', () => {
  for (let i = 0; i < 60; i++)
    compare(corpus_file(corpus_of(random_world())), made[i % made.length], 20);
});

test('enough was compared', () => assert.ok(compared > 800 && full > 300, `${compared} compared, ${full} not empty, ${silent} without words`));

test('verdicts in words', () => {
  const data = {documents: [{origin_index: 0, origin_name: 'AFP'}, {origin_index: 1, origin_name: 'dpa'}]};
  const claim = (affirms, document, first, last) =>
    ({affirms, document, voice: document, certainty: 2, time: {stretches: [[first, last], null, null], spoken: [first, last], since: `day ${first}`}});
  const words = (claims) => verdictInWords(data, claims, false, verdictOf(claims, false, false, everyone));
  assert.ok(isDated(claim(true, 0, 1, 2)));
  assert.equal(words([claim(true, 0, 1, 9), claim(false, 0, 5, 6), claim(false, 1, 5, 6)]), 'disputed, 1 origin says so, 2 deny it; AFP says both');
  assert.equal(words([claim(true, 0, 1, 3), claim(false, 1, 5, 6)]), '1 origin, affirmed until day 5, denied since');
  assert.equal(words([claim(false, 0, 1, 3), claim(false, 1, 5, 6)]), 'only denied, by 2 origins');
  assert.equal(words([claim(true, null, 1, 9), claim(false, null, 5, 6)]), 'disputed, 1 origin says so, 1 denies it; claims without a document say both');
});
