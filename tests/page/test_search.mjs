// SPDX-License-Identifier: GPL-2.0-or-later
// The search finds by name and by every alias, folded, best first.
import assert from 'node:assert/strict';
import test from 'node:test';
import {load} from './lib.mjs';

const {search} = await load('search');

const actors = [
  {id: 'a', name: 'Afghan army', aliases: [], weak_aliases: ['the army']},
  {id: 'b', name: 'Army of the Levant', aliases: ['Jaysh al-Shām'], weak_aliases: []},
  {id: 'c', name: 'ISIS', aliases: ['Daesh', 'IS'], weak_aliases: ['the group']},
  {id: 'd', name: 'ISIS-K', aliases: ['ISKP', 'Islamic State–Khorasan'], weak_aliases: ['the group']},
  {id: 'e', name: 'حركة طالبان', aliases: ['Taliban'], weak_aliases: []},
  {id: 'f', name: 'Isis Osman', aliases: [], weak_aliases: []},
  {id: 'g', name: '<b>bold</b>', aliases: ['.*'], weak_aliases: []},
].map((actor) => ({type: null, description: null, url: null, links: [], scores: {}, element: null, ...actor}));
const data = {actors};
const found = (query) => search(data, query).map(({actor}) => actors[actor].id);

test('a whole name before a beginning before what it only holds', () => {
  assert.equal(found('isis')[0], 'c');
  assert.deepEqual(found('isis').slice().sort(), ['c', 'd', 'f']);
  assert.equal(found('isis-k')[0], 'd');
  assert.ok(found('army').indexOf('b') < found('army').indexOf('a') || found('army').length === 2);
});

test('aliases, strong and weak', () => {
  assert.equal(found('daesh')[0], 'c');
  assert.equal(found('iskp')[0], 'd');
  assert.equal(found('taliban')[0], 'e');
  assert.deepEqual(found('the group').slice().sort(), ['c', 'd']);
  assert.equal(found('IS')[0], 'c');
});

test('folded', () => {
  assert.equal(found('jaysh al sham')[0], 'b');
  assert.equal(found('ISLAMIC STATE - KHORASAN')[0], 'd');
  assert.equal(found('حركة طَالبان')[0], 'e');
});

test('each actor once, and no pattern', () => {
  for (const query of ['i', 'is', 'a', 'the', 'o'])
    assert.equal(new Set(found(query)).size, found(query).length, query);
  assert.deepEqual(found('nobody'), []);
  assert.deepEqual(found('['), []);
  assert.deepEqual(found(''), []);
  assert.deepEqual(found(' - '), []);
  assert.equal(found('<b>')[0], 'g');
});
