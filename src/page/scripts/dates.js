// SPDX-License-Identifier: GPL-2.0-or-later
// Days are as in src/text/date.c: whole numbers since 1970-01-01.

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

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
