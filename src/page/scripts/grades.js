// SPDX-License-Identifier: GPL-2.0-or-later
// Grades in the NATO or Admiralty code, as src/corpus/grade.c compares them: how reliable a document is, A … F, and how credible a
// claim, 1 … 6. A grade is "B2", one half of it, or ''.

function halves(grade) {
  return [grade.match(/[A-F]/)?.[0] ?? null, Number(grade.match(/[1-6]/)?.[0] ?? 0)];
}

// Returns whether each half that is asked for is known, can be judged (F and 6 cannot) and is as good as asked for, or better.
export function reaches(reliability, credibility, least) {
  const [letter, number] = halves(least);
  return (letter === null || (reliability !== null && reliability <= (letter > 'E' ? 'E' : letter))) &&
    (number === 0 || (credibility !== null && credibility <= Math.min(number, 5)));
}

// Returns the grade that asks for both.
export function stricter(one, other) {
  const [[letter, number], [otherLetter, otherNumber]] = [halves(one), halves(other)];
  const letters = [letter, otherLetter].filter((each) => each !== null).sort(), numbers = [number, otherNumber].filter((each) => each > 0);
  return `${letters[0] ?? ''}${numbers.length > 0 ? Math.min(...numbers) : ''}`;
}

// Returns whether the page has grades of documents, and of claims.
export function gradesOf({documents, claims}) {
  return {reliability: documents.some(({reliability}) => reliability), credibility: claims.some(({credibility}) => credibility)};
}
