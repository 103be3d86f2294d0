// SPDX-License-Identifier: GPL-2.0-or-later
// The state of the page: one plain object, stored completely in the URL's fragment. Invalid parts of a fragment are ignored.

import {readings} from './holding.js';

export const panels = ['claims', 'filters', 'path'];
export const themes = ['auto', 'light', 'dark'];

export function initialState() {
  return {
    selected: null, query: '', relations: [], signs: [], types: [], documents: [], certainty: 0, grade: '', corroboration: 1, undisputed: false, time: null, reading: null,
    path: null, sort: {column: 'degree', down: true}, view: null, panel: 'claims', theme: 'auto',
  };
}

function escapePart(text) {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/'/g, '%27');
}

function writeList(list) {
  return list.map((item) => escapePart(String(item))).join(',');
}

function readList(text) {
  return text.split(',').map(decodeURIComponent).filter((item) => item !== '');
}

function readWhole(text, least, most) {
  const number = /^-?\d{1,9}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
}

function writeSelected(selected) {
  return `${selected.kind}:${escapePart(selected.id)}`;
}

function readSelected(text) {
  const [, kind, id] = text.match(/^(actor|tie):(.+)$/) ?? [];
  return kind && {kind, id: decodeURIComponent(id)};
}

function writeTime(time) {
  return 'asOf' in time ? `${time.asOf}` : `${time.from}..${time.to}`;
}

const mostDays = 4000000;

function readTime(text) {
  const days = text.split('..').map((day) => readWhole(day, -mostDays, mostDays));
  if (days.length > 2 || days.includes(undefined))
    return undefined;
  return days.length === 1 ? {asOf: days[0]} : days[0] <= days[1] ? {from: days[0], to: days[1]} : undefined;
}

function writePath(path) {
  return `${escapePart(path.from)},${escapePart(path.to)}${path.all ? ',all' : ''}`;
}

function readPath(text) {
  const [from, to, all, ...more] = text.split(',').map(decodeURIComponent);
  return from && to && more.length === 0 && (all === undefined || all === 'all') ? {from, to, all: all === 'all'} : undefined;
}

function writeView({x, y, k}) {
  return [x.toFixed(1), y.toFixed(1), k.toFixed(3)].join(',');
}

function readView(text) {
  const [, ...numbers] = text.match(/^(-?\d{1,7}\.\d),(-?\d{1,7}\.\d),(\d{1,4}\.\d{3})$/) ?? [];
  const [x, y, k] = numbers.map(Number);
  return k > 0 ? {x, y, k} : undefined;
}

const parts = {
  selected: [writeSelected, readSelected],
  query: [escapePart, decodeURIComponent],
  relations: [writeList, readList],
  signs: [writeList, (text) => readList(text).map(Number).filter((sign) => [-1, 0, 1].includes(sign))],
  types: [writeList, readList],
  documents: [writeList, readList],
  certainty: [String, (text) => readWhole(text, 0, 2)],
  grade: [String, (text) => /^[A-E]?[1-5]?$/.test(text) && text],
  corroboration: [String, (text) => readWhole(text, 1, 1000000)],
  undisputed: [() => 'yes', (text) => text === 'yes'],
  time: [writeTime, readTime],
  reading: [String, (text) => readings.find((reading) => reading === text)], // null: what the page was made with
  path: [writePath, readPath],
  sort: [({column, down}) => `${down ? '-' : ''}${escapePart(column)}`,
    (text) => /^-?.+/.test(text) && {column: decodeURIComponent(text.replace(/^-/, '')), down: text.startsWith('-')}],
  view: [writeView, readView],
  panel: [String, (text) => panels.find((panel) => panel === text)],
  theme: [String, (text) => themes.find((theme) => theme === text)],
};

// Returns what differs from the initial state, without '#'.
export function encode(state) {
  const initial = initialState(), fields = [];
  for (const [name, [write]] of Object.entries(parts))
    if (state[name] !== null && JSON.stringify(state[name]) !== JSON.stringify(initial[name]))
      fields.push(`${name}=${write(state[name])}`);
  return fields.join('&');
}

export function decode(fragment) {
  const state = initialState();
  for (const field of fragment.split('&')) {
    const at = field.indexOf('='), name = field.slice(0, at);
    if (at < 0 || !Object.hasOwn(parts, name))
      continue;
    try {
      const value = parts[name][1](field.slice(at + 1));
      if (value)
        state[name] = value;
    } catch {
      // escapes that are not valid UTF-8: the field is ignored
    }
  }
  return state;
}
