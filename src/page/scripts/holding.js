// SPDX-License-Identifier: GPL-2.0-or-later
// When what a claim says is true, as src/network/holding.c decides it. The program has read the dates and found what may end
// each claim; this module only asks which of that the reader hears. A stretch is [first, last] with infinite days where it is
// open, and null if the claim is never true. A question {by, first, last} is about some days; `by`: whether an event had
// happened by then.

export const readings = ['surely', 'presumably', 'possibly'];

// Returns the readings that the page can offer. Under a date it holds no more than the reading it was made with.
export function offeredReadings({bounds}) {
  const {as_of: asOf, during, reading} = bounds;
  return asOf === null && during === null ? readings : readings.slice(0, readings.indexOf(reading) + 1);
}

// Returns the number of the reading that holds: the reader's, if the page can offer it, else the page's.
export function readingOf(data, state) {
  return readings.indexOf(offeredReadings(data).includes(state.reading) ? state.reading : data.bounds.reading);
}

// Returns what is asked about days: by the page's own selection, and by the reader.
export function questionsOf({bounds}, {time}) {
  const asked = (by, [first, last]) => ({by, first: first ?? -Infinity, last: last ?? Infinity});
  return [
    ...bounds.as_of === null ? [] : [asked(true, bounds.as_of)],
    ...bounds.during === null ? [] : [asked(false, bounds.during)],
    ...time === null ? [] : 'asOf' in time ? [asked(true, [time.asOf, time.asOf])] : [asked(false, [time.from, time.to])],
  ];
}

// Returns the first of the days that the program would be asked about.
export function firstAsked({bounds}, {time}) {
  return time?.asOf ?? (bounds.as_of !== null ? bounds.as_of[0] : Math.max(time?.from ?? -Infinity, bounds.during?.[0] ?? -Infinity));
}

export function meets(days, {first, last}) {
  return days !== null && days[0] <= last && first <= days[1];
}

function open(days) {
  return days === null ? null : [days[0] ?? -Infinity, days[1] ?? Infinity];
}

export function isDated({time}) {
  return time.stretches[0] !== null;
}

// Returns the last day that a claim itself may speak of; -Infinity if it is undated.
export function spokenUntil({time}) {
  return time.spoken === undefined ? -Infinity : time.spoken[1] ?? Infinity;
}

// Returns the days that a claim may speak of, for a verdict.
export function spokenDays({time}, event) {
  return !isDated({time}) ? [-Infinity, Infinity] : open(event ? time.stretches[2] : time.spoken);
}

// Returns the stretch of a claim in a reading. heard(document, certainty, credibility) tells what is among the evidence.
export function daysOf({time}, reading, by, heard) {
  const days = open(((by && time.by) || time.stretches)[reading]);
  if (days === null || reading === 0 || time.breakers === undefined)
    return days;
  const breaker = time.breakers.find(([, ...evidence]) => heard(...evidence));
  if (breaker !== undefined)
    days[1] = Math.min(days[1], breaker[0] - 1);
  if (reading === 2 && !time.not_first.some((evidence) => heard(...evidence)))
    days[0] = -Infinity;
  return days;
}

// Returns the surest reading, up to a given one, in which a claim holds on all days that are asked about; -1 if there is none.
// An undated claim is included, but is no more than possible.
export function surestReading(claim, most, questions, heard) {
  const holds = (reading) => questions.every((question) => meets(daysOf(claim, reading, question.by, heard), question));
  if (!isDated(claim))
    return holds(most) ? 2 : -1;
  for (let reading = 0; reading <= most; reading++)
    if (holds(reading))
      return reading;
  return -1;
}
