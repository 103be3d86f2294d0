// SPDX-License-Identifier: GPL-2.0-or-later
// Paths under filters: answers worked out by brute force (vectors/generate.py) against the program's and against the
// page's, whose data is what the program puts into a page.
import assert from 'node:assert/strict';
import test from 'node:test';
import {corpus_file, load, page_data, relata, vectors} from './lib.mjs';

const {select} = await load('select'), {findPaths} = await load('paths'), {initialState} = await load('state');
const {cases} = vectors('paths');
const modes = [[], ...['walk', 'trail', 'acyclic', 'simple'].map((mode) => ['--mode', mode])];

function name(selection) {
  return selection.arguments.join(' ') || 'everything';
}

// A path as the vectors have it: rows of the next actor, the relation and the direction.
function rows(data, from, path) {
  let at = from;
  return path.map(({tie, forward}) => {
    const {from: begin, to: end, type} = data.ties[tie], relation = data.relation_types[type];
    assert.ok(relation.symmetric ? forward && [begin, end].includes(at) : at === (forward ? begin : end), 'a path that does not hang together');
    at = at === begin ? end : begin;
    return [data.actors[at].id, relation.id, relation.symmetric ? 'both' : forward ? 'forward' : 'backward'];
  });
}

for (const [number, {corpus, selections}] of cases.entries())
  test(`corpus ${number}`, async (t) => {
    const file = corpus_file(corpus);
    await t.test('the program', () => {
      // The page offers no patterns, and without one what is shortest is so in every mode.
      for (const [number, selection] of selections.filter(({questions}) => questions.length > 0).entries()) {
        const pairs = selection.questions.map(([from, to]) => JSON.stringify({from, to})).join('\n');
        const mode = modes[number % modes.length];
        const {stdout, stderr} = relata(['path', '-c', file, '--all', '--json', '--batch', '-', ...mode, ...selection.arguments], pairs);
        const answers = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
        assert.equal(answers.length, selection.questions.length, stderr);
        for (const [i, [from, to, expected]] of selection.questions.entries())
          assert.deepEqual(answers[i].paths.map(({hops}) => hops.map((hop) => [hop.to, hop.relation, hop.direction])), expected,
                           `${from} to ${to}, ${name(selection)} ${mode.join(' ')}`);
      }
    });
    await t.test('the page', () => {
      const data = page_data(file), index = new Map(data.actors.map(({id}, i) => [id, i]));
      for (const selection of selections) {
        const selected = select(data, {...initialState(), ...selection.state});
        assert.equal(selected.ties.filter(Boolean).length, selection.ties, `ties that stand, ${name(selection)}`);
        for (const [from, to, expected] of selection.questions) {
          const found = (all) => findPaths(data, selected, index.get(from), index.get(to), all)
            .map((path) => rows(data, index.get(from), path));
          assert.deepEqual(found(true), expected, `${from} to ${to}, ${name(selection)}`);
          assert.deepEqual(found(false), expected.slice(0, 1), `the first, ${from} to ${to}, ${name(selection)}`);
        }
      }
    });
  });
