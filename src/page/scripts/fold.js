// SPDX-License-Identifier: GPL-2.0-or-later
// Folds names for comparison, as relata_name_fold() of src/text/name.c does. tests/page/vectors/fold.json keeps the two
// functions consistent.

const separator = /[\t\n\f\r_\u2212\p{Z}\p{Pd}]/u;
const silent = /[.'`\u00b4\u2018-\u201b\u02bb-\u02bf\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

// Returns the full case folding of one character, which JavaScript lacks. Upper case and then lower case gives the result of
// Unicode's table, except for the dotless i, which folds to itself.
function foldCase(character) {
  return character === 'ı' ? character : character.toLowerCase().toUpperCase().toLowerCase();
}

export function fold(name) {
  let folded = '', gap = false;
  const lower = Array.from(name.normalize('NFKD'), foldCase).join('');
  for (const character of lower.normalize('NFKD')) {
    if (separator.test(character)) {
      gap = folded !== '';
    } else if (!silent.test(character)) {
      folded += (gap ? ' ' : '') + character.toLowerCase();
      gap = false;
    }
  }
  return folded;
}
