// SPDX-License-Identifier: GPL-2.0-or-later
// The command line that asks the program what the page is asked, with the filters as they are: those that the page was made
// with and those that the reader has set. Of most options a command has but one, so that the two are put together here.
import {dayToEdtf} from './dates.js';
import {select} from './select.js';
import {certaintyNames, shellWord} from './words.js';

const signMarks = new Map([[-1, '-'], [0, '0'], [1, '+']]);

function withEnds(pair) {
  return pair === null ? null : [pair[0] ?? -Infinity, pair[1] ?? Infinity];
}

function inEdtf([first, last]) {
  return first === last ? dayToEdtf(first) : `${first === -Infinity ? '..' : dayToEdtf(first)}/${last === Infinity ? '..' : dayToEdtf(last)}`;
}

// What overlaps each of two intervals that overlap overlaps what they share; null: they share nothing.
function shared(a, b) {
  const both = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return both[0] <= both[1] ? both : null;
}

// Sets the options of time to the state's and the page's own; whether that can be done. Two days are not one --as-of. What held
// on the later one and had begun by the earlier is had by --during up to this; what held on the earlier and still on the later
// by --during the later, but for events, which need not go on: so it is tried out on what the page holds.
function setTime(options, data, state) {
  const {time} = state, asOf = withEnds(data.bounds.as_of), during = withEnds(data.bounds.during);
  const setDuring = (days) => {
    const both = during === null ? days : shared(days, during);
    return both !== null && options.set('during', inEdtf(both));
  };
  if (time === null)
    return true;
  if ('from' in time)
    return setDuring([time.from, time.to]);
  if (asOf === null || (asOf[0] <= time.asOf && time.asOf <= asOf[1]))
    return options.set('as-of', dayToEdtf(time.asOf));
  const {claims} = select(data, state);
  return [-Infinity, time.asOf].some((from) =>
    select(data, {...state, time: {from, to: time.asOf}}).claims.every((passes, i) => passes === claims[i]) && setDuring([from, time.asOf]));
}

// The options, each as a word or two; null where the program has none for what the page shows.
export function filterOptions(data, state) {
  const {bounds} = data, options = new Map(data.options);
  const add = (name, list) => list.length > 0 && options.set(name, [...options.has(name) ? [options.get(name)] : [], ...list].join(','));
  const signs = bounds.signs.filter((sign) => !state.signs.includes(sign));
  // A comma parts a list.
  if (signs.length === 0 || [state.relations, state.types, state.documents].flat().some((id) => id.includes(',')))
    return null;
  add('not-relation', state.relations);
  if (signs.length < bounds.signs.length)
    options.set('sign', signs.map((sign) => signMarks.get(sign)).join(','));
  add('not-type', state.types);
  add('not-document', state.documents);
  if (!setTime(options, data, state))
    return null;
  if (state.certainty > bounds.certainty)
    options.set('certainty', certaintyNames[state.certainty]);
  if (state.corroboration > bounds.corroboration)
    options.set('corroboration', String(state.corroboration));
  // What begins with a dash would be taken for an option.
  return [...options].map(([name, words]) => words === null ? `--${name}` : `--${name}${words.startsWith('-') ? '=' : ' '}${shellWord(words)}`);
}

// From one actor to the other, by their ids; null as above.
export function commandLine(data, state, from, to) {
  const options = filterOptions(data, state), ends = [from, to].map(shellWord);
  if (options === null)
    return null;
  const dashed = [from, to].some((id) => id.startsWith('-'));
  const rest = ['-c', data.corpus, ...options, ...state.path?.all ? ['--all'] : []];
  return ['relata', 'path', ...dashed ? [...rest, '--', ...ends] : [...ends, ...rest]].join(' ');
}
