// SPDX-License-Identifier: GPL-2.0-or-later
// Names fold as relata_name_fold() folds them: the vectors that tests/unit/test_text_vectors.c holds against it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {load, vectors} from './lib.mjs';

const {fold} = await load('fold');
const {names, characters} = vectors('fold');

test('names', () => {
  assert.ok(names.length > 50);
  for (const [name, folded] of names)
    assert.equal(fold(name), folded, JSON.stringify(name));
});

test('characters, each between x and y', () => {
  const wrong = characters.flatMap(({from, folded}) => folded.flatMap((expected, i) => {
    const got = fold(`x${String.fromCodePoint(from + i)}y`);
    return got === expected ? [] : [`U+${(from + i).toString(16).padStart(4, '0')}: ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`];
  }));
  assert.deepEqual(wrong, []);
});

test('what is folded folds to itself, and what is no UTF-16 does no harm', () => {
  for (const [, folded] of names)
    assert.equal(fold(folded), folded);
  assert.equal(typeof fold('a\ud800b'), 'string');
});
