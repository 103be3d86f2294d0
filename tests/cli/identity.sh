#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Who is who, as a user meets it: decisions, proposals, identity.json, several corpora, and documents kept apart.
. "$(dirname "$0")/lib.sh"

# marks FILE NAME…: a document FILE.txt that names people, and FILE.ann that marks each, T1, T2 …
marks() {
  at=$WORK/$1
  shift
  mkdir -p "$(dirname "$at")"
  : >"$at.txt"
  : >"$at.ann"
  number=0
  start=0
  for name in "$@"; do
    number=$((number + 1))
    end=$((start + $(printf '%s' "$name" | wc -m)))
    printf '%s\n' "$name" >>"$at.txt"
    printf 'T%d\tPerson %d %d\t%s\n' "$number" "$start" "$end" "$name" >>"$at.ann"
    start=$((end + 1))
  done
}

# line FILE LINE: adds an annotation.
line() {
  printf '%b\n' "$2" >>"$WORK/$1.ann"
}

# actors N ARGUMENTS…: so many actors are in the corpora.
actors() {
  n=$1
  shift
  expect 0 check --quiet "$@"
  says out "[ ,]$n actors?,"
}

# Proposals: initials, titles and parts of a name in one line; pasted, it unites them, and answers change.
marks kade/a "Joris Kade" "J. Kade" "Mr Kade" "Tomas Reuter"
line kade/a 'R1\tpays Arg1:T4 Arg2:T2'
expect 0 check "$WORK/kade"
says out '\{"same": \[\["J. Kade", "Joris Kade", "Mr Kade"\]\]\}'
says out ' 4 actors,'
expect 1 path -c "$WORK/kade" "Tomas Reuter" "Joris Kade"
says out 'would be one if .*Joris Kade.* were one actor \(initials\)'
sed -n 's/^ *\({"same": \[\["J. Kade".*\)/\1/p' "$WORK/out" >"$WORK/kade/identity.json"
[ -s "$WORK/kade/identity.json" ] || "$RELATA" check "$WORK/kade" | sed -n 's/^ *\({"same".*\)/\1/p' >"$WORK/kade/identity.json"
actors 2 "$WORK/kade"
expect 0 path -c "$WORK/kade" "Tomas Reuter" "Joris Kade"
expect 0 check --identity "$WORK/kade"
says out "joris-kade \(Joris Kade\): 'J. Kade' = 'Joris Kade' = 'Mr Kade'"
printf '{"same": [["Joris Kade", "Joris Kede"]]}' >"$WORK/kade/identity.json"
expect 0 check "$WORK/kade"
says out "nobody is called 'Joris Kede'"

# What contradicts an id is refused with the reason; who is called different is not united by spelling.
marks two/a "Jordan Roe" "Jo Roe"
line two/a 'N1\tReference T1 Wikidata:Q1\tx'
line two/a 'N2\tReference T2 Wikidata:Q2\tx'
printf '{"same": [["Jordan Roe", "Jo Roe"]]}' >"$WORK/two/identity.json"
expect 1 check "$WORK/two"
says out "not united, because two of them differ in wikidata: 'Q1' and 'Q2'"
marks clash/a "Joe Roe" "Jack Roe"
line clash/a 'N1\tReference T1 Wikidata:Q1\tx'
line clash/a 'N2\tReference T2 Wikidata:Q1\tx'
printf '{"different": [["Joe Roe", "Jack Roe"]]}' >"$WORK/clash/identity.json"
expect 1 check "$WORK/clash"
says out "clash/identity.json:1:16: error: 'Joe Roe' and 'Jack Roe' are one by wikidata:Q1, and not different"
says out "1 document, 1 actor,"
printf '{"different": [["Joe Roe", "Joe Roe"]]}' >"$WORK/clash/identity.json"
expect 1 check "$WORK/clash"
says out "'Joe Roe' and 'Joe Roe' mean one actor, and not different"

# A mark of a document with two layers is named by its file.
marks layers/first/a "Ann Lee" "Bo"
marks layers/second/a "Ann Lee" "Bo"
printf '{"different": [["first/a.ann:T1", "second/a.ann:T1"]]}' >"$WORK/layers/identity.json"
actors 3 "$WORK/layers"
printf '{"same": [["first/a.ann:T1", "second/a.ann:T2"]]}' >"$WORK/layers/identity.json"
actors 1 "$WORK/layers"
marks homonyms/a "Ann Lee"
marks homonyms/b "Ann Lee"
actors 1 "$WORK/homonyms"
actors 2 "$WORK/homonyms" --identity document
actors 2 --identity=document "$WORK/homonyms"
printf '{"different": [["a:T1", "b:T1"]]}' >"$WORK/homonyms/identity.json"
actors 2 "$WORK/homonyms"
expect 0 check --identity "$WORK/homonyms"
says out "kept apart:"
expect 2 rank -c "$WORK/homonyms" --identity=neither
says err "takes 'document', which keeps documents apart, not 'neither'"

# Descriptions and pronouns mean somebody in their text only, whatever their language.
marks words/a "he" "The Emir" "der General" "они" "她" "Prime Minister" "the US"
marks words/b "he" "the Emir" "der General" "они" "她" "Prime Minister" "the US"
actors 13 "$WORK/words"
marks levels/a "gunman" "Roe"
marks levels/b "gunman" "Roe"
actors 2 "$WORK/levels"
for file in a b; do line levels/$file 'A1\tMentionLevel T1 NOM'; done
actors 3 "$WORK/levels"

# Relations that mean the same unite, where nobody doubts them; a homonym of another type is another.
marks same/a "Boris Rand" "The Knife" "Ivo Rand"
line same/a 'R1\tCoref Arg1:T1 Arg2:T2'
actors 2 "$WORK/same"
line same/a '#1\tAnnotatorNotes R1\tcertainty=possible'
actors 3 "$WORK/same"
marks types/a "Georgia"
marks types/b "Georgia"
sed -i 's/Person/City/' "$WORK/types/b.ann"
actors 2 "$WORK/types"

# One id in two corpora: one actor by name or link, else two, with their corpora before it.
mkdir "$WORK/one" "$WORK/other"
printf '{"relata": 1, "actors": [{"id": "roe", "name": "Jane Roe"}, {"id": "doe", "name": "Don Doe", "links": {"x": "7"}}]}' \
  >"$WORK/one/corpus.json"
printf '{"relata": 1, "actors": [{"id": "roe", "name": "John Roe"}, {"id": "doe", "name": "D. Doe", "links": {"x": "7"}}]}' \
  >"$WORK/other/corpus.json"
corpora() {
  expect 0 actors -c "$WORK/$1" -c "$WORK/$2"
  says out '^one:roe +Jane Roe'
  says out '^other:roe +John Roe'
  says out '^doe '
  expect 0 check "$WORK/$1" "$WORK/$2"
  says out "3 actors,"
  says out "'roe' is an id in several corpora, without a name in common"
}
corpora one other
corpora other one

# Neither names nor order of files change who is who.
order() {
  rm -rf "$WORK/order"
  marks "order/$1" "The Chief" "Omar"
  marks "order/$2" "Omar" "the Chief"
  line "order/$2" '*\tEquiv T1 T2'
  expect 0 actors -c "$WORK/order"
  cp "$WORK/out" "$WORK/order-$1"
}
order a b
order b a
cmp -s "$WORK/order-a" "$WORK/order-b" || fail "the names of files decide who is who"
actors 2 "$WORK/order"

# Ten of a kind are shown, and how many more there are.
{
  printf '{"relata": 1, "documents": [{"id": "d"}], "actors": [{"id": "a"}, {"id": "b"}], "claims": ['
  number=0
  while [ $number -lt 13 ]; do
    number=$((number + 1))
    printf '{"type": "r", "from": "a", "to": "b", "text": "x"},'
  done
  printf '{"type": "r", "from": "a", "to": "b", "document": "d", "text": "x"}]}'
} >"$WORK/many.json"
expect 0 check "$WORK/many.json"
says out '3 more are of the same kind as this: .* names no document \[no-document\]'
[ "$(grep -c '\[no-document\]' "$WORK/out")" -eq 11 ] || fail "not ten and a count"
expect 0 check "$WORK/many.json" --notes all
[ "$(grep -c '\[no-document\]' "$WORK/out")" -eq 13 ] || fail "--notes all does not show all"
expect 2 check "$WORK/many.json" --notes few
marks crowd/a Ann Bert Cleo Dan Eva Fritz Gina Hal Ida Jon Kim Lou
expect 0 check "$WORK/crowd"
says out "'Jon' \(1\) and 2 more"
expect 0 check "$WORK/crowd" --notes all
says out "'Kim' \(1\), 'Lou' \(1\) \[new-actor\]"

finish
