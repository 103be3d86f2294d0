#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Corpora in tokens: DocRED, SpERT, SciERC. The files are our own; what is known of the real ones that are shared beside the
# source is asserted too.
. "$(dirname "$0")/lib.sh"

seeds=$SOURCE/tests/fuzz/seeds

# DocRED: an entity is an actor, the sentences listed are the evidence, and where none is there is none.
cp "$seeds/docred/documents.json" "$WORK/docred.json"
expect 0 check "$WORK/docred.json"
says out '^2 documents, 4 actors, 7 mentions, 3 claims'
says out '3 claims \(0 dated, 2 with evidence\)'
says out '1 \(a mention outside its sentence\)'
says out '1 \(a word that says that there is no relation\)'
says out "1 claim is left out, because an end of it is in no file: 'A feud:R5' \(no 'A feud:7'\)"
expect 0 path -c "$WORK/docred.json" 'Ann Bo' Ghent
says out 'Ann Bo lives in Ghent \(undated; in A feud:0–27\): “Ann Bo of Ghent sued Carl \.”'
expect 0 show -c "$WORK/docred.json" 'Ann Bo'
says out 'type: person'
says out 'weak aliases: Bo$'
says out '“Ann Bo of Ghent sued Carl . He fled in 1901 . Bo won .”'
expect 0 actors -c "$WORK/docred.json"
says out 'Carl'
cp "$seeds/docred/one.json" "$WORK/one.json"
expect 0 check "$WORK/one.json"
says out '^1 document, 4 actors, 6 mentions, 3 claims'

# SpERT: an array, lines and splits say the same.
for form in sentences lines splits; do
  cp "$seeds/spert/$form.json" "$WORK/$form.json"
  expect 1 check "$WORK/$form.json"
  says out '^2 documents, 3 actors, 3 mentions, 1 claim,'
  says out 'are no tokens of the sentence'
  says out 'a relation has the numbers of two entities'
  "$RELATA" export -c "$WORK/$form.json" --to csv 2>/dev/null | cut -d, -f4,6,7,16- >"$WORK/$form"
  cmp -s "$WORK/sentences" "$WORK/$form" || fail "sentences and $form differ"
done
says out '1 key is not used: types'
expect 0 path -c "$WORK/splits.json" 'Ann Bo' 'Dredgers , Ltd'
says out 'Ann Bo works for Dredgers , Ltd .*in train 5:0–33\): “Ann Bo works for Dredgers , Ltd \.”'
expect 0 export -c "$WORK/splits.json" --to csv
says out '"0.75"'

# SciERC: tokens count through the document, the last is included; a cluster is one actor.
cp "$seeds/scierc/documents.jsonl" "$WORK/scierc.jsonl"
expect 1 check "$WORK/scierc.jsonl"
says out '^2 documents, 4 actors, 6 mentions, 3 claims'
says out "'a paper:R3' \(no 'a paper:11-11'\)"
says out '1 key is not used: dataset'
says out '1 \(a mark of a cluster that has no type\)'
expect 0 path -c "$WORK/scierc.jsonl" grammar parsers
says out 'grammar is used for Parsers .*“They use a grammar and a lexicon \.”'
expect 0 export -c "$WORK/scierc.jsonl" --to csv
says out '"grammars",.*"0.625"'
cp "$seeds/scierc/small.jsonl" "$WORK/small.jsonl"
expect 0 check "$WORK/small.jsonl"
says out '^1 document, 2 actors, 2 mentions, 1 claim'

shared=$SOURCE/../shared
# What is annotated and what is predicted of one document, in two files: their relations are two claims.
mkdir "$WORK/both"
printf '{"doc_key": "D", "sentences": [["Ann", "hits", "Bob"]], "ner": [[[0, 0, "P"], [2, 2, "P"]]], "relations": [[[0, 0, 2, 2, "hits"]]]}\n' \
  >"$WORK/both/gold.json"
sed 's/"hits"\]\]/"greets"]]/' "$WORK/both/gold.json" >"$WORK/both/predicted.json"
expect 0 check "$WORK/both"
says out '^1 document, 2 actors, [0-9]* mentions, 2 claims'

if [ -d "$shared/samples" ]; then
  expect 0 check "$shared/data/docred/re-docred-dev-60.json"
  says out '^60 documents, (1[01][0-9][0-9]|120[0-8]) actors, 1699 mentions, 2219 claims'
  says out '2219 claims \(0 dated, 932 with evidence\)'
  for form in own-spert own-sincere-splits; do
    expect 0 check "$shared/samples/conll04/$form.json"
    says out '^3 documents, 6 actors, 6 mentions, 3 claims'
  done
  expect 0 check "$shared/samples/scierc/scierc-train-10.jsonl"
  says out '^10 documents, [0-9]* actors, 173 mentions, 86 claims'
else
  echo 'the shared samples are not here: only our own files are read'
fi
finish
