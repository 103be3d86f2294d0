#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# doccano's exports: lines and the same records pretty-printed, what counts as a character, and exports without relations.
. "$(dirname "$0")/lib.sh"
seeds=$SOURCE/tests/fuzz/seeds/doccano

expect 0 check "$seeds/lines"
says out '^2 documents, 3 actors, 3 mentions, 2 claims'
says out 'read as doccano: 2 texts, 2 documents, 3 actors, 2 claims \(0 dated, 2 with evidence\)'
says out '1 \(a word that says that there is no relation\)'
says out "an end of it is in no file: '7:3' \(no '7:99'\)"
says out '2 keys are not used: Comments, desk'
expect 0 path -c "$seeds/lines" 'Ilse Maar' Bo
says out 'Ilse Maar met Bo \(undated; in 7:0–36, published 5 April 2023\): “👍🏽 Ilse Maar of Dredgers Ltd met Bo.” \[2\]'
expect 1 path -c "$seeds/lines" --read negative=met 'Ilse Maar' Bo
says err 'denied and left out: Ilse Maar met Bo'

# The same records, pretty-printed.
for form in lines pretty; do
  "$RELATA" export -c "$seeds/$form" --to csv >"$WORK/$form.csv" 2>"$WORK/err" || fail "export of $form"
done
cmp -s "$WORK/lines.csv" "$WORK/pretty.csv" || fail 'lines and pretty-printed records give different claims'

# A project that counts user-perceived characters.
expect 0 show -c "$seeds/graphemes" Zoé
says out '\(pays\) Ren'
expect 0 check "$seeds/graphemes"
says out '2 spans are not in code points'

# Exports without relations: why, and what is in them.
expect 1 check "$seeds/old"
says out '^3 documents, 4 actors, 4 mentions, 0 claims'
says out 'doccano before 1.8 exports none .* in its database'
says out 'old:2:.*a label is a start, an end and a type'
expect 0 check "$seeds/first"
says out '^1 document, 1 actor, 1 mention, 0 claims'
says out "mark 'mark 1' has no place in the text"
says out '1 key is not used: n$|1 key is not used: n '
expect 0 check "$seeds/broken"
says out '2 \(a label "entities" or "relations", which a broken import made\)'
expect 0 check "$seeds/empty"
says out 'no text has an entity'
says out 'export only what was approved; else untick it'
expect 1 check "$seeds/wrong"
says out 'wrong:1:.*an entity has a "start_offset" and an "end_offset"'
says out 'wrong:1:.*a relation has the ids of two entities'
says out 'wrong:2:1: error: a record of doccano is an object'
says out 'wrong:3:1: error: a record of doccano is an object'
sed '$d' "$seeds/wrong" >"$WORK/wrong.jsonl"
printf '{"id": 3, "text\n{"id": 4, "text": "Cy met Dee.", "entities": [{"id": 1, "label": "P", "start_offset": 0, "end_offset": 2}], "relations": []}\n' >>"$WORK/wrong.jsonl"
expect 1 check "$WORK/wrong.jsonl"
says out 'wrong.jsonl:4:'
says out '^2 documents, 2 actors, 2 mentions'


shared=$SOURCE/../shared/samples/doccano
if [ -d "$shared" ]; then
  expect 0 check "$shared/own-export.jsonl"
  says out '^2 documents, 4 actors, 4 mentions, 2 claims'
  says out '1 claim is left out, because an end of it is in no file'
  for form in import-example.jsonl export-pretty-example.json; do
    expect 0 check "$shared/$form"
    says out '^1 document, 4 actors, 4 mentions, 3 claims'
    "$RELATA" export -c "$shared/$form" --to csv 2>"$WORK/err" | cut -d, -f3-8,14- >"$WORK/$form"
  done
  expect 0 show -c "$shared/import-example.jsonl" Google
  says out '^  founded by Larry Page'
  cmp -s "$WORK/import-example.jsonl" "$WORK/export-pretty-example.json" || fail 'a line and the same pretty-printed give different claims'
  expect 0 check "$shared/sequence-labeling-old-example.jsonl"
  says out '^3 documents, 4 actors, 4 mentions, 0 claims'
  says out 'doccano before 1.8 exports none'
else
  echo 'skipped: no samples are shared beside the source'
fi

# Three texts under one number are three documents: none is taken for another one's.
for words in 'Ann hit Bob' 'Eve hit Fay' 'Joe hit Kim'; do
  printf '{"id": 1, "text": "%s", "entities": [{"id": 1, "label": "P", "start_offset": 0, "end_offset": 3}, {"id": 2, "label": "P", "start_offset": 8, "end_offset": 11}], "relations": [{"id": 1, "from_id": 1, "to_id": 2, "type": "hit"}]}\n' "$words"
done >"$WORK/three.jsonl"
expect 0 check "$WORK/three.jsonl"
says out '^3 documents, 6 actors, 6 mentions, 3 claims'
expect 0 export -c "$WORK/three.jsonl" --to csv
says out '"Joe","kim","Kim","hit",.*"Joe hit Kim"'

finish
