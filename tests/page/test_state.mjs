// SPDX-License-Identifier: GPL-2.0-or-later
// The state goes into the fragment and comes back whole, and a fragment that someone else has written does no harm.
import assert from 'node:assert/strict';
import test from 'node:test';
import {load} from './lib.mjs';

const {initialState, encode, decode} = await load('state');
const strange = ['a&b=c', 'x,y', '#', '%41', '%', '+', 'a b', '"><script>', 'محمد', '😀', '\u2028', "d'd", '~!*()', ''];

test('nothing chosen is an empty fragment', () => {
  assert.deepEqual(decode(''), initialState());
  assert.deepEqual(decode(encode(initialState())), initialState());
});

test('every part comes back', () => {
  const parts = {
    selected: [{kind: 'actor', id: 'isis-k'}, {kind: 'tie', id: 'a b c'}, ...strange.slice(0, -1).map((id) => ({kind: 'actor', id}))],
    query: strange,
    relations: [['attacks'], ['a', 'b'], strange.slice(0, -1)],
    signs: [[-1], [-1, 0], [0, 1]],
    types: [['person', 'state'], strange.slice(0, -1)],
    documents: [['d1'], strange.slice(0, -1)],
    certainty: [1, 2],
    grade: ['B', '2', 'E5'],
    corroboration: [2, 17],
    time: [{asOf: 18865}, {asOf: -5}, {from: -400, to: 18865}],
    path: [{from: 'isis-k', to: 'china', all: false}, {from: 'a&b', to: '%', all: true}],
  };
  for (const [part, values] of Object.entries(parts))
    for (const value of values) {
      const state = {...initialState(), [part]: value}, fragment = encode(state);
      assert.match(fragment, /^[!-~]*$/, 'a link is printable ASCII');
      assert.doesNotMatch(fragment, /["<>\s#]/, 'nothing in it ends an attribute or a link');
      assert.deepEqual(decode(fragment), state, `${part}: ${JSON.stringify(value)} as ${fragment}`);
    }
  const all = {...initialState(), ...Object.fromEntries(Object.entries(parts).map(([part, values]) => [part, values.at(-1)]))};
  assert.deepEqual(decode(encode(all)), all);
});

test('what is wrong is dropped', () => {
  const shape = (value) => Object.keys(value).sort().join();
  const whole = encode({...initialState(), relations: ['attacks'], time: {asOf: 1}, path: {from: 'a', to: 'b', all: true}, certainty: 2});
  const bad = ['%', '%E0%A4', '&&&', '=', 'nothing=1', '__proto__=1&constructor=2', 'selected=', 'time=x', 'certainty=99', 'certainty=-1', 'grade=F', 'grade=6', 'grade=B2B', 'grade=__proto__',
               'corroboration=NaN', 'corroboration=-3', 'corroboration=1e99', 'signs=7,x', 'view=1,2', 'view=NaN,0,Infinity', 'path=', 'sort=',
               '{}', '[]', 'null', '\u0000', 'a'.repeat(100000)];
  for (let i = 0; i <= whole.length; i++)
    bad.push(whole.slice(0, i), whole.slice(i), `${whole.slice(0, i)}%${whole.slice(i)}`);
  for (const fragment of bad) {
    const state = decode(fragment);
    assert.equal(shape(state), shape(initialState()), fragment.slice(0, 80));
    assert.ok([0, 1, 2].includes(state.certainty), fragment.slice(0, 80));
    assert.match(state.grade, /^[A-E]?[1-5]?$/, fragment.slice(0, 80));
    assert.ok(Number.isSafeInteger(state.corroboration) && state.corroboration >= 1, fragment.slice(0, 80));
    assert.ok(['relations', 'signs', 'types', 'documents'].every((part) => Array.isArray(state[part])), fragment.slice(0, 80));
    assert.equal(decode(encode(state)).query, state.query);
  }
  assert.equal({}.polluted, undefined);
});
