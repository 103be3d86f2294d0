#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Label Studio's exports: several annotators of one text, who count differently; directions; what is said of regions; texts
# in HTML, in paragraphs, elsewhere; and exports without relations.
. "$(dirname "$0")/lib.sh"
seeds=$SOURCE/tests/fuzz/seeds/label_studio

# Two annotators, of whom one counts in UTF-16; one cancelled; a model.
expect 0 check "$seeds/tasks"
says out '^2 documents, 7 actors, 6 mentions, 8 claims'
says out 'read as label-studio: 3 tasks, 2 documents, 7 actors, 8 claims \(0 dated, 8 with evidence\)'
for words in 'cancelled annotation' 'prediction: --read predictions takes it' 'draft' 'relation that one annotator drew twice' \
  'word that says that there is no relation' 'task without an annotation that counts'; do
  says out "left out: .*1 \(a $words\)"
done
says out '1 claim is left out, because an end of it is in no file: .*2:gone'
says out '2 spans are not in code points'
says out "'that Ilse' is not at its offsets, but stands once"
says out "'Peter' is not at its offsets, nor once in the text"
says out "4 keys are not used: data.ref, data.n, a region's further label, choices"
expect 0 show -c "$seeds/tasks" 'Cora Lind'
says out 'pays Harbour Board'
says out 'probable · undated'
says out '“😀 Cora Lind pays the Harbour Board.”'
says out 'annotated by eve@example.org$'
says out 'annotated by annotator 5$'
says out '^  rivals Harbour Board'
says out '\(pays\) Harbour Board'
expect 0 show -c "$seeds/tasks" Udo
says out 'speaks for Harbour Board'
says out 'note: tone of Udo: angry'
expect 0 show -c "$seeds/tasks" task-1
says out 'A note'
says out '6 May 2024'
expect 1 path -c "$seeds/tasks" --read negative=pays 'Cora Lind' 'Harbour Board' --relation pays
says err '2 ties are only denied and left out: Cora Lind pays Harbour Board'

# Predictions, where they are asked for: possible, and no hindrance to a relation's being symmetric.
expect 0 check --read predictions "$seeds/tasks"
says out '^2 documents, 7 actors, 6 mentions, 9 claims'
expect 0 show -c "$seeds/tasks" --read predictions 'Cora Lind'
says out 'possible · undated'
says out 'annotated by model v2'
expect 0 export -c "$seeds/tasks" --read predictions --to csv
says out '"rivals","symmetric",.*"affirms","possible","0.25"'

# Two who mark the same agree, whatever they call the place.
sed 's/"from_name": "certainty"/"from_name": "x"/' "$seeds/tasks" >"$WORK/tasks.json"
expect 0 check "$WORK/tasks.json"
says out 'annotator 5 and eve@example.org agree on 1 relation of 1 document'
says out '^2 documents, 7 actors, 6 mentions, 7 claims'
expect 0 show -c "$WORK/tasks.json" 'Cora Lind'
says out 'annotated by annotator 5 and eve@example.org'

# What is chosen for a region holds for its claims, in words of the format's or of ours; else it is a note.
for choice in certainty:unlikely:'possible · undated' certainty:confirmed:'certain · undated' stance:denies:'denied · undated' \
  polarity:negative:'denied · undated' certainty:odd:'note: certainty of Cora Lind: odd' stance:official:'note: stance of Cora Lind: official'; do
  words=${choice#*:}
  sed "s/\"certainty\"/\"${choice%%:*}\"/; s/\"likely\"/\"${words%%:*}\"/" "$seeds/tasks" >"$WORK/chosen.json"
  "$RELATA" show -c "$WORK/chosen.json" 'Cora Lind' 2>"$WORK/err" | grep -B6 'annotated by .*eve@example.org' >"$WORK/out"
  says out "${words#*:}"
done

# A user's schema says which relations have a direction.
cat >"$WORK/schema.json" <<'END'
{"relation_types": [{"id": "disowns"}, {"id": "rivals", "symmetric": true}, {"id": "pays"}, {"id": "related"}, {"id": "speaks-for"}, {"id": "told"}]}
END
expect 0 check --schema "$WORK/schema.json" "$seeds/tasks"
says out '^2 documents, 7 actors, 6 mentions, 9 claims'

# The ground truth prevails; the text is the member in which regions find theirs, or the one that is named.
expect 0 check "$seeds/completions"
says out '^1 document, 2 actors, 2 mentions, 1 claim'
says out '1 \(an annotation beside one that is the ground truth\), 1 \(a cancelled annotation\)'
says out '1 key is not used: data.note'
expect 0 check --read text-field=note "$seeds/completions"
says out '1 key is not used: data.body'
says out "'Ada' is not at its offsets"

# Paragraphs, HTML, a text that is elsewhere.
expect 0 show -c "$seeds/paragraphs" Nord
says out '^  sued Löwe & Co. '
says out '“Löwe & Co. bought Nord. Nord sued Löwe & Co. then.”'
expect 0 check "$seeds/hypertext"
says out '^1 document, 2 actors, 2 mentions, 1 claim'
expect 0 show -c "$seeds/hypertext" 'Mill 4'
says out '“Smith & Sons own Mill 4 &copy; 1 < 2.”'
expect 1 check "$seeds/elsewhere"
says out '^1 document, 2 actors, 2 mentions, 1 claim'
says out 'a relation has the ids of two regions'
says out 'a task of Label Studio is an object with a key "data"'

# Exports without relations say what to do.
for export in min:JSON-MIN table:CSV conll:CoNLL; do
  expect 3 check "$seeds/${export%%:*}"
  says out "Label Studio's ${export#*:} has no relations"
  says out 'export texts with their relations as JSON'
done
expect 3 check "$seeds/images"
says out 'no task marks a text'
expect 2 check --read prediction "$seeds/tasks"
says err 'did you mean .*predictions'

shared=$SOURCE/../shared/samples/label-studio
if [ -d "$shared" ]; then
  own=$shared/own-relations-export.json
  expect 0 check "$own"
  says out '^2 documents, 6 actors, 6 mentions, 7 claims'
  says out '1 \(a cancelled annotation\)'
  says out '1 claim is left out, because an end of it is in no file'
  says out 'agree on 1 relation of 1 document'
  says out '2 spans are not in code points'
  expect 0 export -c "$own" --to csv
  says out '"the-front",.*"the-army",.*"attacks","directed"'
  says out '"the-army",.*"the-front",.*"attacks","directed"'
  says out '"rivalry","symmetric"'
  says out '"agreement","symmetric"'
  says out '"the-front",.*"spokesman",.*"speaks-for","directed"'
  says out '"the-army",.*"the-front",.*"related","directed"'
  says out '"north-front",.*"south",.*"related","directed"'
  expect 0 show -c "$own" 'the Army'
  says out 'annotated by ann@example.org and annotator 2'
  expect 0 check --read predictions "$own"
  says out '^2 documents, 6 actors, 6 mentions, 8 claims'
  expect 0 show -c "$own" --read predictions 'the Army'
  says out 'possible · undated'
  expect 0 check "$shared/own-hypertext.json"
  says out '^1 document, 2 actors, 2 mentions, 1 claim'
  expect 0 check "$shared/predictions-coref.json"
  says out '^0 documents, 0 actors, 0 mentions, 0 claims'
  says out '1 \(a prediction: --read predictions takes it\)'
  expect 0 check --read predictions "$shared/predictions-coref.json"
  says out '^1 document, 5 actors, 5 mentions, 2 claims'
  [ "$(grep -c 'offset-mismatch' "$WORK/out")" = 1 ] || fail 'one span of predictions-coref is not at its offsets'
  expect 3 check "$shared/json-min.json"
  says out 'JSON-MIN, CSV and CoNLL have no relations'
else
  echo 'skipped: no samples are shared beside the source'
fi
finish
