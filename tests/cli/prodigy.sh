#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Prodigy's data sets: relations between spans and between tokens, several annotators of one text, what was not accepted.
. "$(dirname "$0")/lib.sh"
seeds=$SOURCE/tests/fuzz/seeds/prodigy

expect 1 check "$seeds/lines"
says out '^2 documents, 4 actors, 4 mentions, 3 claims'
says out 'read as prodigy: 6 lines, 2 documents, 4 actors, 3 claims'
says out '1 \(a word that says that there is no relation\), 1 \(a line with the answer "reject"\), 1 \(a line with the answer "ignore"\)'
says out 'set-eve and set-udo agree on 1 relation of 1 document; 0 are only in set-eve, 1 only in set-udo'
says out "2 claims are left out, because an end of each is in no file: 'prodigy:5:3.2' \(no 'prodigy:5:token 77'\)"
says out '2 keys are not used: meta.score, topic'
says out 'lines:5:1: error: a line of Prodigy is an object with a "text"'
expect 0 show -c "$seeds/lines" 'Ada Rot'
says out '^  hired Bo'
says out '“😀 Ada Rot hired Bo in Wien.”'
says out 'annotated by set-eve and set-udo'
expect 0 show -c "$seeds/lines" prodigy:-17
says out 'Herald, 1 May'
says out '1 May 2020'
expect 0 path -c "$seeds/lines" Cy Dee
says out 'Cy left Dee'
expect 1 path -c "$seeds/lines" --read negative=left Cy Dee
says err 'denied and left out: Cy left Dee'
expect 0 check "$seeds/spans"
says out 'no line has relations'
says out 'rel.manual'

shared=$SOURCE/../shared/samples/prodigy
if [ -d "$shared" ]; then
  expect 0 check "$shared/rel-component-25.jsonl"
  says out '^25 documents, 35 actors, 75 mentions, 36 claims'
  says out '11 \(a word that says that there is no relation\)'
  says out '36 claims \(0 dated, 36 with evidence\)'
else
  echo 'skipped: no samples are shared beside the source'
fi

# A list that is null is empty.
printf '%s\n' '{"text": "Cy met Di", "spans": null, "relations": null}' '{"text": "Al met Bo", "tokens": null, "spans": [{"start": 0, "end": 2, "token_start": 0, "token_end": 0, "label": "P"}, {"start": 7, "end": 9, "token_start": 2, "token_end": 2, "label": "P"}], "relations": [{"head": 0, "child": 2, "label": "met"}]}' >"$WORK/null.jsonl"
expect 0 check "$WORK/null.jsonl"
says out '^2 documents, 2 actors, 2 mentions, 1 claim,'
grep -q 'left out' "$WORK/out" && fail 'a null is a relation'

# An end that repeats a span without its label is that span.
echo '{"text": "Al met Bo", "spans": [{"start": 0, "end": 2, "token_start": 0, "token_end": 0, "label": "P"}, {"start": 7, "end": 9, "token_start": 2, "token_end": 2, "label": "P"}], "relations": [{"head": 0, "child": 2, "head_span": {"start": 0, "end": 2}, "child_span": {"start": 7, "end": 9}, "label": "met"}]}' >"$WORK/repeat.jsonl"
expect 0 check "$WORK/repeat.jsonl"
says out '^1 document, 2 actors, 2 mentions, 1 claim,'

finish
