// SPDX-License-Identifier: GPL-2.0-or-later
// Which dates share a day and which has begun by which: the vectors that tests/unit/test_text_vectors.c holds against
// src/text/date.c.
import assert from 'node:assert/strict';
import test from 'node:test';
import {load, vectors} from './lib.mjs';

const {overlaps, begun, dayInWords, dayToEdtf} = await load('dates');
const {dates, days} = vectors('dates');

for (const [what, relation] of [['overlaps', overlaps], ['begun', begun]])
  test(what, () => {
    for (const date of dates) {
      const digits = dates.map((other) => relation(date.days, other.days) ? '1' : '0').join('');
      assert.equal(digits, date[what], `${date.edtf} and ${dates.map(({edtf}) => edtf).join(' ')}`);
    }
  });

test('days in words', () => {
  assert.ok(days.length > 10);
  for (const {day, words, edtf} of days)
    assert.deepEqual([dayInWords(day), dayToEdtf(day)], [words, edtf]);
});
