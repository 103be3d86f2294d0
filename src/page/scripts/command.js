// SPDX-License-Identifier: GPL-2.0-or-later
// Builds the command line that asks the program what the page is asked, with the current filters: those that the page was
// made with and those that the reader has set. A command can have most options only once, so the two are combined here.
import {dayToEdtf} from './dates.js';
import {stricter} from './grades.js';
import {readingOf, readings} from './holding.js';
import {select} from './select.js';
import {certaintyNames, shellWord} from './words.js';

const signMarks = new Map([[-1, '-'], [0, '0'], [1, '+']]);

function withEnds(pair) {
  return pair === null ? null : [pair[0] ?? -Infinity, pair[1] ?? Infinity];
}

function inEdtf([first, last]) {
  return first === last ? dayToEdtf(first) : `${first === -Infinity ? '..' : dayToEdtf(first)}/${last === Infinity ? '..' : dayToEdtf(last)}`;
}

// Returns the intersection of two intervals; null if it is empty. What meets both also meets their intersection, even if it
// is no more than possible on some day of a longer date.
function shared(a, b) {
  const both = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return both[0] <= both[1] ? both : null;
}

// Sets the time options for the state and the page. Returns whether that is possible. Two different days cannot be combined
// into one --as-of. What held on both is found by --during from the one to the other or up to it, except events, which
// happened once. So the function tests on the page's data whether the result is the same.
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
  const {claims, surest} = select(data, state);
  return [-Infinity, time.asOf].some((from) => {
    const other = select(data, {...state, time: {from, to: time.asOf}});
    return claims.every((passes, i) => passes === other.claims[i] && (!passes || surest[i] === other.surest[i])) && setDuring([from, time.asOf]);
  });
}

// Sets how sure it must be that something held on the days that are asked about. The program's own reading is what is
// presumed, and where no days are asked about it takes no other.
function setReading(options, data, state) {
  const reading = readings[readingOf(data, state)];
  options.delete('surely');
  options.delete('possibly');
  if (reading !== 'presumably' && (options.has('as-of') || options.has('during')))
    options.set(reading, null);
}

// Returns whether the reader's filters may bring back what the page left out.
function bringsBack({bounds: {left_out: leftOut, certainty, grade}}, state) {
  const lessEvidence = state.documents.length > 0 || state.certainty > certainty || stricter(state.grade, grade ?? '') !== (grade ?? '');
  return (leftOut.evidence && lessEvidence) ||
    (leftOut.days && (state.time !== null || state.reading !== null));
}

// Returns the options, each as one word or two; null if the program has no options for what the page shows.
export function filterOptions(data, state) {
  const {bounds} = data, options = new Map(data.options);
  const add = (name, list) => list.length > 0 && options.set(name, [...options.has(name) ? [options.get(name)] : [], ...list].join(','));
  const signs = bounds.signs.filter((sign) => !state.signs.includes(sign));
  // A comma separates items of a list.
  if (signs.length === 0 || bringsBack(data, state) || [state.relations, state.types, state.documents].flat().some((id) => id.includes(',')))
    return null;
  add('not-relation', state.relations);
  if (signs.length < bounds.signs.length)
    options.set('sign', signs.map((sign) => signMarks.get(sign)).join(','));
  add('not-type', state.types);
  add('not-document', state.documents);
  if (!setTime(options, data, state))
    return null;
  setReading(options, data, state);
  if (state.undisputed)
    options.set('undisputed', null);
  if (state.certainty > bounds.certainty)
    options.set('certainty', certaintyNames[state.certainty]);
  const grade = stricter(state.grade, bounds.grade ?? '');
  if (grade !== (bounds.grade ?? ''))
    options.set('min-grade', grade);
  if (state.corroboration > bounds.corroboration)
    options.set('corroboration', String(state.corroboration));
  // A value that begins with a dash would be read as an option.
  return [...options].map(([name, words]) => words === null ? `--${name}` : `--${name}${words.startsWith('-') ? '=' : ' '}${shellWord(words)}`);
}

// Returns the command for paths from one actor to another, by their ids; null as above.
export function commandLine(data, state, from, to) {
  const options = filterOptions(data, state), ends = [from, to].map(shellWord);
  if (options === null)
    return null;
  const dashed = [from, to].some((id) => id.startsWith('-'));
  const rest = ['-c', data.corpus, ...options, ...state.path?.all ? ['--all'] : []];
  return ['relata', 'path', ...dashed ? [...rest, '--', ...ends] : [...ends, ...rest]].join(' ');
}
