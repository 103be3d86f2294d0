// SPDX-License-Identifier: GPL-2.0-or-later
// Days in words and as EDTF: the vectors that tests/unit/test_text_vectors.c holds against src/text/date.c.
import assert from 'node:assert/strict';
import test from 'node:test';
import {load, vectors} from './lib.mjs';

const {dayInWords, dayToEdtf} = await load('dates');
const {days} = vectors('dates');

test('days in words', () => {
  assert.ok(days.length > 10);
  for (const {day, words, edtf} of days)
    assert.deepEqual([dayInWords(day), dayToEdtf(day)], [words, edtf]);
});
