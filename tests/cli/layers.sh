#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Two annotators of one text, two texts of one name, and brat's lines as people have them: what a user sees of it.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# annotate FOLDER RELATIONS
annotate() {
  mkdir -p "$1"
  printf 'Ann Roe met\nBob Doe in Elbonia. Cid came, too.\n' >"$1/letter.txt"
  printf 'T1\tPerson 0 7\tAnn Roe\tchecked\nT2\tPerson 12 19\tBob Doe\nT3\tCountry 23 30\nT4\tGPE 23 30\tElbonia\n' >"$1/letter.ann"
  printf '%b' "$2" >>"$1/letter.ann"
}
annotate both/ann 'R1\tmet Arg1:T1 Arg2:T2\tat last\nR2\trobbed Arg1:T1 Arg2:T2\n'
annotate both/bob 'R1\tmet Arg1:T1 Arg2:T2\n'

expect 0 check both
says out '1 document, .*, 2 claims'
says out 'ann and bob agree on 1 relation of 1 document; 1 is only in ann, 0 only in bob'
says out 'the text is missing: it is taken from the document'
expect 0 show -c both letter
says out '^annotated by: ann and bob$'
says out '^      annotated by ann and bob$'
says out '^      annotated by ann$'
says out '“Ann Roe met Bob Doe in Elbonia.”'
says out 'note: at last'
expect 0 show -c both letter --json
says out '"layers":.\["ann", "bob"\]'
expect 0 export -c both --to json
says out '"id":"ann/letter:R1".*"layers":\["ann","bob"\]'
says out '"id":"ann/letter:R2".*"layers":\["ann"\]'

# The order in which they are given changes nothing.
expect 0 export -c both/ann -c both/bob --to json
cp out first
expect 0 export -c both/bob -c both/ann --to json
cmp first out || fail "the order of the folders changes the export"

# Another text is another document.
mkdir both/cid
printf 'Ann Roe left Bob Doe.\n' >both/cid/letter.txt
printf 'T1\tPerson 0 7\tAnn Roe\nT2\tPerson 13 20\tBob Doe\nR1\tleft Arg1:T1 Arg2:T2\n' >both/cid/letter.ann
expect 0 check both
says out '2 documents, .*, 3 claims'
expect 0 show -c both cid/letter
says out 'left Bob Doe'
expect 0 show -c both ann/letter
says out '^annotated by: ann and bob$'

# Plurals by rule, or none.
expect 0 draw -c both --type person,country --describe
says out 'persons, countries'
expect 0 draw -c both --type gpe,person --describe
says out 'GPE, persons'
finish
