// SPDX-License-Identifier: GPL-2.0-or-later
// Days are as in src/text/date.c: whole numbers since 1970-01-01. A date is [begin_min, begin_max, end_min, end_max] with
// null for an open end; or null if the date is not known.

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function firstDay(date) {
  return date === null || date[0] === null ? -Infinity : date[0];
}

export function lastDay(date) {
  return date === null || date[3] === null ? Infinity : date[3];
}

// Returns whether the two may have a day in common.
export function overlaps(a, b) {
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

// Returns whether the date may have begun by the last day of the other.
export function begun(date, by) {
  return firstDay(date) <= lastDay(by);
}

// The year of a date in words, as in src/text/date_words.c.
function yearInWords(year) {
  if (year >= 1000)
    return String(year);
  return year > 0 ? `AD ${year}` : `${1 - year} BC`;
}

export function dayInWords(day) {
  const date = new Date(day * 86400000);
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()]} ${yearInWords(date.getUTCFullYear())}`;
}

export function dayToEdtf(day) {
  const date = new Date(day * 86400000), two = (number) => String(number).padStart(2, '0');
  const year = date.getUTCFullYear();
  if (Math.abs(year) > 9999)
    return `Y${year}`;
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}
