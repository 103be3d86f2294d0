// SPDX-License-Identifier: GPL-2.0-or-later
// The command that the page tells to copy gives the page's own answer: run by a shell, whatever selection the page was made
// of and whatever the reader filters further.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import test from 'node:test';
import {load, page_data} from './lib.mjs';

const {RELATA, RELATA_SOURCE} = process.env;
process.chdir(RELATA_SOURCE); // the command names the corpus as it was named when the page was made
const {commandLine, filterOptions} = await load('command'), {findPaths} = await load('paths'), {select} = await load('select'), {initialState} = await load('state');
const {hopEnds} = await load('words');

function ask(command) {
  const environment = {...process.env, LC_ALL: 'C.UTF-8'};
  delete environment.RELATA_CORPUS;
  const {stdout, stderr} = spawnSync('sh', ['-c', `relata() { "$RELATA" "$@" --json; }\n${command}`], {env: {...environment, RELATA}, encoding: 'utf8', maxBuffer: 1 << 28});
  assert.ok(stdout !== '', `${command}: ${stderr}`);
  return JSON.parse(stdout);
}

function own_answer(data, state, from, to) {
  return findPaths(data, select(data, state), from, to, true).map((hops) => {
    let at = from;
    return hops.map(({tie}) => {
      const [begin, end] = hopEnds(data, tie, at);
      at = end;
      return [data.actors[begin].id, data.relation_types[data.ties[tie].type].id, data.actors[end].id];
    });
  });
}

// 2021-08-15 is the day 18854, 2021-08-26 the day 18865.
const made = [
  [], ['--as-of', '2021-08-26'], ['--as-of', '2021-08'], ['--during', '2021-08-10/2021-08-31'], ['--sign=-,0'], ['--sign', 'hostile', '--sign', 'friendly'],
  ['--certainty', 'probable'], ['--corroboration', '2'], ['--not-relation', 'attacks'], ['--not-document', '2021-08-26-isis-k-who-are-they'],
  ['--not-type', 'person', '--not-type', 'medium'], ['--known-by', '2021-08-30', '--dated'], ['--during', '../2021-08-20', '--as-of', '2021-08-15'],
  ['--relation', 'attacks,threatens', '--as-of', '2021-08-20'], ['--relation', 'rivalry,controls,allegiance', '--as-of', '2021-08-20'],
];
const states = [
  {}, {time: {asOf: 18865}}, {time: {asOf: 18859}}, {time: {asOf: 18400}}, {time: {from: 18850, to: 18870}}, {time: {from: 18300, to: 18400}},
  {signs: [0]}, {signs: [-1]},
  {certainty: 1}, {certainty: 2}, {corroboration: 2}, {relations: ['attacks', 'rivalry']}, {types: ['person']},
];
const pairs = [['isis-k', 'taliban'], ['abu-omar-khorasani', 'china'], ['isis', 'us'], ['pakistan', 'afghanistan']];

const known = page_data('data/kabul-2021').documents.map(({id}) => id);
let asked = 0, silent = 0;
for (const words of made.map((list) => list.map((word) => word.startsWith('2021-08-26-') ? known[1] : word))) {
  const data = page_data('data/kabul-2021', ...words);
  test(words.join(' ') || 'everything', () => {
    for (const [i, part] of [...states, {documents: [known[0]]}, {documents: [known[1]], corroboration: 2}].entries()) {
      const state = {...initialState(), ...part, path: {from: '', to: '', all: true}};
      for (const pair of [pairs[i % 4], pairs[(i + 1) % 4]]) {
        const [from, to] = pair.map((id) => data.actors.findIndex((actor) => actor.id === id));
        const command = from < 0 || to < 0 ? null : commandLine(data, state, ...pair);
        if (command === null) {
          silent++;
          continue;
        }
        for (const option of ['as-of', 'during', 'certainty', 'corroboration', 'sign', 'not-document', 'not-relation', 'not-type'])
          assert.ok(command.split(`--${option}`).length <= 2, `twice --${option}: ${command}`);
        const {paths = []} = ask(command), theirs = paths.map(({hops}) => hops.map(({from: begin, relation, to: end}) => [begin, relation, end]));
        assert.deepEqual(own_answer(data, state, from, to), theirs, command);
        asked++;
      }
    }
  });
}

test('what two days cannot be said of is not said', () => {
  const whole = page_data('data/kabul-2021', '--as-of', '2021-08-26'), on = (day) => ({...initialState(), time: {asOf: day}});
  assert.equal(filterOptions(whole, on(18867)), null);
  assert.deepEqual(filterOptions(whole, on(18859)), ['--as-of 2021-08-26', '--during ../2021-08-20']);
  assert.deepEqual(filterOptions(whole, on(18865)), ['--as-of 2021-08-26']);
  assert.deepEqual(filterOptions(page_data('data/kabul-2021', '--relation', 'rivalry', '--as-of', '2021-08-26'), on(18867)),
                   ['--relation rivalry', '--as-of 2021-08-26', '--during ../2021-08-28']);
  assert.deepEqual(filterOptions(page_data('data/kabul-2021', '--sign=-,0'), {...initialState(), signs: [0]}), ['--sign=-']);
  assert.deepEqual(filterOptions(page_data('data/kabul-2021', '--dated'), {...initialState(), relations: ['a,b']}), null);
});

test('enough was asked', () => assert.ok(asked > 250, `${asked} asked, ${silent} without words`));
