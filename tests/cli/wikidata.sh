#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Wikidata's entities: what the interface answers, dumps, lines. The files are our own; what is known of the real ones that are
# shared beside the source is asserted too.
. "$(dirname "$0")/lib.sh"

cp "$SOURCE"/tests/fuzz/seeds/wikidata/* "$WORK"
expect 0 check "$WORK/entities.json"
says out '^3 documents, 7 actors, 0 mentions, 8 claims'
says out '1 \(a value that nobody knows\)'
says out '1 \(a statement that there is none\)'
says out '1 \(a statement that is deprecated\)'
says out '1 \(a date that is coarser than a century, or none\)'
says out '1 \(a property, a lexeme, or what is no item\)'
says out '5 actors are called by their numbers'
says out 'not used: .*qualifier P1810, P19'
expect 0 show -c "$WORK/entities.json" 'Die Bo'
says out '^Ann Bo$'
says out 'type: person'
says out 'also called: A\. Bo$'
says out 'weak aliases: (Anna Bo, Die Bo|Die Bo, Anna Bo)'
says out 'lei: LEI1'
says out 'is married to Bert · 2 origins'
says out '1977 – May 1980'
says out 'https://example.org/a, published 1 June 1977'
says out 'wikidata:Q8 \[wikidata:Q1\$P26-Q2:2\]'
says out 'note: retrieved: 2020-01-02'
says out 'since 1990 and still when published'
says out 'is a relative of Q5000'
says out 'probable · (the 1970s|197X)'
says out 'note: kinship: Q10'
says out 'possible · '
says out 'took part in Q12'
says out '4 March 1979'
expect 0 export -c "$WORK/entities.json" --to csv
says out 'Q1\$P945-Q11.*"18XX/"'
expect 0 types -c "$WORK/entities.json"
says out '^spouse +is married to'
says out '^father +has the father +is the father of'

# What it can be asked for.
printf 'item,itemLabel\nhttp://www.wikidata.org/entity/Q5000,Cousin Carl\nQ12,Q12\nwd:Q10,cousin\n' >"$WORK/names.csv"
expect 0 show -c "$WORK/entities.json" --read labels=names.csv 'Cousin Carl'
says out 'note: kinship: cousin'
expect 1 check --read labels=../names.csv "$WORK/lines.json"
says out "lines.json: error: '../names.csv' is not the name of a file in the corpus's folder"
expect 1 check --read labels=none.csv "$WORK/lines.json"
says out "lines.json: error: .*none.csv"
expect 0 show -c "$WORK/entities.json" --read language=de Bert
says out 'is married to Anna Bo'
expect 0 types -c "$WORK/entities.json" --read property-numbers
says out '^p26 +is married to'
expect 0 show -c "$WORK/entities.json" --read all-properties 'Ann Bo'
says out 'was born in Q14'
expect 0 check --read all-properties "$WORK/entities.json"
says out ' 10 claims'

# An item that one file names and another has is one actor, with its name; a dump and lines are read as well.
mkdir "$WORK/both"
cp "$WORK/dump.json" "$WORK/both/a.json"
cp "$WORK/entities.json" "$WORK/both/b.json"
expect 0 path -c "$WORK/both" --along father Bert 'Ann Bo'
says out 'Bert has the father Ann Bo'
expect 0 check "$WORK/dump.json"
says out '^1 document, 2 actors, 0 mentions, 1 claim,'
expect 0 check "$WORK/lines.json"
says out '^1 document, 3 actors, 0 mentions, 1 claim,'

shared=$SOURCE/../shared/samples/wikidata
if [ -d "$shared" ]; then
  mkdir "$WORK/all"
  while read -r item claims words; do
    expect 0 check "$shared/$item.json"
    says out " $claims claims$words"
    cp "$shared/$item.json" "$WORK/all"
  done <<'END'
Q126923790 3 \ \(0 dated
Q1833348 4 \ \(0 dated
Q19300851 8 \ \(0 dated
Q22682071 12 \ \(7 dated
END
  says out 'left out: 1 \(a value that nobody knows\)'
  expect 0 check "$WORK/all"
  says out ' 27 claims'
  # Statements, of which four are dated: claims of one statement differ in their last number only.
  "$RELATA" export -c "$WORK/all" --to csv | tail -n +2 | cut -d, -f2,11 | sed 's/:[0-9]*"/"/' | sort -u >"$WORK/statements"
  [ "$(wc -l <"$WORK/statements")" -eq 24 ] || fail 'not 24 statements'
  [ "$(grep -vc ',""' "$WORK/statements")" -eq 4 ] || fail 'not 4 statements with dates'
else
  echo 'the shared samples are not here: only our own files are read'
fi
finish
