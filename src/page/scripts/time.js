// SPDX-License-Identifier: GPL-2.0-or-later
// The date slider: as of one day, or between two days. Above it a chart shows how many claims hold when. Play steps through
// the days on which something changes.
import {dayInWords} from './dates.js';
import {byId, makeSvg} from './dom.js';
import {showHidden} from './filters.js';
import {daysOf, isDated, offeredReadings, readingOf, readings} from './holding.js';
import {presumedInWords} from './words.js';

const pace = 700; // milliseconds a step

// What each reading means, in the order of `readings`.
const meanings = [
  'Surely: only what held however the dates are read.',
  'Presumably: from the first day that a document gives, until one says otherwise.',
  'Possibly: also before that, where no document says when it began, and as far as doubtful dates (?, ~, %) may reach.',
];

const everyone = () => true; // all evidence is heard

// Returns when a claim is dated, in a reading: of an event the days on which it may have happened; null if there is no such day.
function datedDays(claim, reading) {
  const days = isDated(claim) ? daysOf(claim, reading, false, everyone) : null;
  return days !== null && days[0] <= days[1] ? days : null;
}

// Returns the days on which a claim begins to hold or no longer holds, in any reading: ascending, each once.
function changesOf(data) {
  const days = new Set();
  for (const claim of data.claims)
    for (const reading of readings.keys()) {
      const [first, last] = datedDays(claim, reading) ?? [];
      days.add(first).add(last + 1);
    }
  return [...days].filter(Number.isFinite).sort((a, b) => a - b);
}

// Divides the time from the first day to the last into n equal parts. Returns for each how many claims hold in it.
function countHolding(data, reading, first, last, n) {
  const counts = new Array(n).fill(0), place = (day) => Math.floor((day - first) / (last - first + 1) * n);
  for (const claim of data.claims) {
    const days = datedDays(claim, reading);
    for (let i = Math.max(place(days?.[0] ?? Infinity), 0); days !== null && i <= Math.min(place(days[1]), n - 1); i++)
      counts[i]++;
  }
  return counts;
}

export function makeTime(app) {
  const {data} = app, changes = changesOf(data), kind = byId('filter-time'), from = byId('time-from'), to = byId('time-to'), play = byId('play');
  const first = (changes[0] ?? 0) - 1, last = Math.max(changes.at(-1) ?? 0, first + 1);
  const count = kind.parentElement.querySelector('.hidden-ties'), section = kind.closest('section');
  let timer = 0, sliding = false;
  for (const slider of [from, to])
    Object.assign(slider, {min: String(first), max: String(last)});
  from.value = first;
  to.value = last;
  if (changes.length === 0)
    for (const control of [kind, play])
      control.disabled = true; // nothing is dated

  const graph = makeSvg('svg', {viewBox: '0 0 200 20', preserveAspectRatio: 'none'}), shapes = [], chart = makeSvg('path');
  const chosen = makeSvg('rect', {class: 'chosen', y: 0, height: 20});
  graph.append(chart, chosen);
  byId('time-graph').append(graph);
  const offered = offeredReadings(data), sure = byId('filter-reading');
  for (const option of sure.options)
    option.disabled = !offered.includes(option.value);
  sure.addEventListener('change', () => app.set({reading: sure.value === data.bounds.reading ? null : sure.value}));

  function shapeOf(reading) {
    const counts = countHolding(data, reading, first, last, 200), most = Math.max(...counts, 1);
    return counts.map((number, i) => `L${i} ${(20 - 19 * number / most).toFixed(2)}L${i + 1} ${(20 - 19 * number / most).toFixed(2)}`).join('');
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.textContent = 'Play';
    play.setAttribute('aria-pressed', 'false');
  }

  function timeOf() {
    const [begin, end] = [Number(from.value), Number(to.value)];
    return kind.value === 'none' ? null : kind.value === 'as-of' ? {asOf: end} : {from: Math.min(begin, end), to: Math.max(begin, end)};
  }

  // Goes to the next day of change. With two days, both move by the same amount.
  function step() {
    const day = Number(to.value), next = changes.find((change) => change > day);
    if (next === undefined)
      return stop();
    const {time} = app.state;
    app.set({time: time !== null && 'from' in time ? {from: time.from + next - time.to, to: next} : {asOf: next}}, 'replace');
  }

  play.addEventListener('click', () => {
    if (timer !== 0)
      return stop();
    const {time} = app.state, at = time === null ? Infinity : time.asOf ?? time.to;
    if (time === null || at >= changes.at(-1))
      app.set({time: time !== null && 'from' in time ? {from: first, to: first + time.to - time.from} : {asOf: first}});
    timer = setInterval(step, pace);
    play.textContent = 'Pause';
    play.setAttribute('aria-pressed', 'true');
  });
  kind.addEventListener('change', () => {
    stop();
    app.set({time: timeOf()});
  });
  for (const slider of [from, to]) {
    slider.addEventListener('input', () => {
      stop();
      if (kind.value === 'during' && Number(from.value) > Number(to.value))
        (slider === from ? to : from).value = slider.value;
      if (kind.value === 'none')
        kind.value = 'as-of';
      app.set({time: timeOf()}, sliding ? 'replace' : 'push'); // one pull is one step back
      sliding = true;
    });
    slider.addEventListener('change', () => { sliding = false; });
  }

  return (state, selection) => {
    const {time} = state, reading = readingOf(data, state), presumed = presumedInWords(selection);
    sure.value = readings[reading];
    sure.disabled = offered.length === 1;
    byId('reading-note').textContent = meanings[reading];
    chart.setAttribute('d', `M0 20${shapes[reading] ??= shapeOf(reading)}L200 20Z`);
    byId('time-note').textContent = presumed === null ? '' : `${presumed}.`;
    kind.value = time === null ? 'none' : 'asOf' in time ? 'as-of' : 'during';
    section.dataset.kind = kind.value;
    from.disabled = kind.value !== 'during';
    to.disabled = kind.value === 'none';
    from.hidden = from.disabled;
    if (time !== null) {
      to.value = time.asOf ?? time.to;
      if ('from' in time)
        from.value = time.from;
    }
    for (const slider of [from, to])
      slider.setAttribute('aria-valuetext', dayInWords(Number(slider.value)));
    byId('time-words').textContent = time === null ? `${dayInWords(first + 1)} – ${dayInWords(last)}`
      : 'asOf' in time ? `As of ${dayInWords(time.asOf)}` : `${dayInWords(time.from)} – ${dayInWords(time.to)}`;
    const place = (day) => 200 * Math.min(Math.max((day - first) / (last - first), 0), 1);
    const [left, right] = time === null ? [0, 0] : 'asOf' in time ? [place(time.asOf) - 0.4, place(time.asOf) + 0.4] : [place(time.from), place(time.to) + 0.4];
    chosen.setAttribute('x', left);
    chosen.setAttribute('width', Math.max(right - left, 0));
    showHidden(count, selection.hidden.time);
  };
}
