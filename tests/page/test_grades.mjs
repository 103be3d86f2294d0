// SPDX-License-Identifier: GPL-2.0-or-later
// Grades are compared as the program compares them: on the vectors of tests/vectors/grades.json, which are worked out from what the
// letters and digits mean.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {corpus_file, load, page_data} from './lib.mjs';

const {gradesOf, reaches, stricter} = await load('grades');
const vectors = JSON.parse(fs.readFileSync(path.join(process.env.RELATA_SOURCE, 'tests', 'vectors', 'grades.json'), 'utf8'));
const grades = vectors.map(({least}) => least), halves = (grade) => [grade.match(/[A-F]/)?.[0] ?? null, Number(grade.match(/[1-6]/)?.[0]) || null];

test('which grades reach which', () => {
  assert.equal(grades.length, 49);
  for (const {least, reach} of vectors)
    assert.deepEqual(grades.filter((grade) => reaches(...halves(grade), least)), reach, least);
});

test('what asks for two grades asks for both', () => {
  for (const {least, reach} of vectors)
    for (const other of vectors)
      if (!/[F6]/.test(least + other.least)) // what cannot be judged is not asked for on a page
        assert.deepEqual(vectors.find((vector) => vector.least === stricter(least, other.least)).reach, reach.filter((grade) => other.reach.includes(grade)));
});

test('a page knows whether it has grades', () => {
  const made = (document, claim) => gradesOf(page_data(corpus_file({relata: 1, documents: [{id: 'd', ...document}], claims: [{type: 't', from: 'a', to: 'b', document: 'd', ...claim}]})));
  assert.deepEqual(made({}, {}), {reliability: false, credibility: false});
  assert.deepEqual(made({reliability: 'B'}, {}), {reliability: true, credibility: false});
  assert.deepEqual(made({}, {credibility: 3}), {reliability: false, credibility: true});
});
