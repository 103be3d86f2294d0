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

// A day's year, month (from 0) and day. Date holds fewer years than there are, and the calendar repeats after 400 of them.
function split(day) {
  const cycles = Math.floor(day / 146097), date = new Date((day - cycles * 146097) * 86400000);
  return [date.getUTCFullYear() + 400 * cycles, date.getUTCMonth(), date.getUTCDate()];
}

// As relata_day_in_words(): no year 0 lies between 1 BC and AD 1.
export function dayInWords(day) {
  const [year, month, dayOfMonth] = split(day);
  const named = year >= 1000 ? year : year > 0 ? `AD ${year}` : `${1 - year} BC`;
  return `${dayOfMonth} ${monthNames[month]} ${named}`;
}

// As relata_day_to_edtf(): EDTF names no days of years that have more than four digits.
export function dayToEdtf(day) {
  const [year, month, dayOfMonth] = split(day), two = (number) => String(number).padStart(2, '0');
  if (Math.abs(year) > 9999)
    return `Y${year}`;
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month + 1)}-${two(dayOfMonth)}`;
}
