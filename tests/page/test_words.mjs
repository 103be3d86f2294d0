// SPDX-License-Identifier: GPL-2.0-or-later
// The page tells a path in the very sentences of `relata path`, under a selection too.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {corpus_file, load, page_data, relata} from './lib.mjs';

const {select} = await load('select'), {findPaths} = await load('paths'), {initialState} = await load('state');
const {figureInWords, hopSentences, plainWords, presumedInWords, hopEnds} = await load('words');
const corpus = path.join(process.env.RELATA_SOURCE, 'data', 'kabul-2021'), data = page_data(corpus);
const index = (id) => data.actors.findIndex((actor) => actor.id === id);

function program_lines(from, to, words) {
  const {stdout} = relata(['path', '-c', corpus, from, to, '--all', ...words]);
  // What comes before the first heading or number, and after the last sentence, is not of the hops.
  return stdout.split('\n').map((line) => line.replace(/^\d+\. /, '').trim()).filter((line) => line !== '' && !/^Path \d/.test(line));
}

function page_lines(from, to, state) {
  const selection = select(data, state);
  return findPaths(data, selection, index(from), index(to), true).flatMap((hops) => {
    let at = index(from);
    return hops.flatMap((hop) => {
      const lines = hopSentences(data, state, selection, at, hop).map(plainWords);
      [, at] = hopEnds(data, hop.tie, at);
      return lines;
    });
  });
}

const pairs = [['abu-omar-khorasani', 'china'], ['china', 'abu-omar-khorasani'], ['isis', 'us'], ['isis-k', 'taliban'], ['taliban', 'isis-k'],
               ['pakistan', 'isis-k'], ['un', 'russia'], ['jalalabad-prison', 'afghan-army'], ['us', 'afghanistan'], ['taliban', 'afghanistan'],
               ['isis-k', 'afghanistan']]
  .filter((pair) => pair.every((id) => index(id) >= 0));
const selections = [[{}, []], [{signs: [0]}, ['--sign=-,+']], [{certainty: 1, time: {asOf: 18865}}, ['--certainty', 'probable', '--as-of', '2021-08-26']],
  [{time: {asOf: 18894}}, ['--as-of', '2021-09-24']], [{time: {asOf: 18869}, reading: 'possibly'}, ['--as-of', '2021-08-30', '--possibly']],
  [{time: {from: 18840, to: 18894}, reading: 'surely'}, ['--during', '2021-08-01/2021-09-24', '--surely']], [{undisputed: true}, ['--undisputed']],
  [{time: {from: 18880, to: 18894}}, ['--during', '2021-09-10/2021-09-24']]];

test('there are pairs', () => assert.ok(pairs.length >= 6));
for (const [from, to] of pairs)
  for (const [state, words] of selections)
    test(`${from} to ${to} ${words.join(' ')}`, () => {
      const own = page_lines(from, to, {...initialState(), ...state});
      const theirs = program_lines(from, to, words);
      if (own.length > 0)
        assert.deepEqual(own, theirs.slice(0, own.length));
      else
        assert.match(theirs[0], /no (path|connection)|not connected/i);
    });

test('how many ties are presumed is said as the program says it', () => {
  let n = 0;
  for (const [state, words] of selections.filter(([{time}]) => time !== undefined)) {
    const own = presumedInWords(select(data, {...initialState(), ...state})), {stderr} = relata(['rank', '-c', corpus, ...words]);
    const theirs = stderr.match(/relata: (.* (?:is|are) presumed.*); --surely/);
    assert.equal(own, theirs === null ? null : theirs[1], words.join(' '));
    n += own !== null;
  }
  assert.ok(n >= 3);
});

test('the numbers of figures, also those that contradict each other', () => {
  const numbers = [undefined, 5, 8, 12000], figures = numbers.flatMap((min) => numbers.flatMap((max) => numbers.map((best) => ({min, max, best}))))
    .filter(({min, max, best}) => min ?? max ?? best);
  const written = page_data(corpus_file({relata: 1, actors: [{id: 'a'}], figures: figures.map((numbers_of) => ({measure: 'm', of: 'a', ...numbers_of}))})).figures;
  assert.equal(written.length, figures.length);
  for (const figure of written) {
    const {range, marks} = figureInWords(figure);
    assert.equal(`${range}${marks}`.replaceAll(',000', '000'), figure.words, JSON.stringify(figure));
  }
  const marked = written.map(({words}) => words).filter((words) => /empty|outside/.test(words));
  assert.ok(marked.includes('8–5 (an empty range)') && marked.includes('12000–5 (an empty range; best 8)') && marked.includes('at least 8 (best 5, outside the range)') &&
    marked.includes('8 (best 5, outside the range)') && marked.length > 20, marked.join('\n'));
});
