#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What the Kabul corpus must answer, as a reader of the four articles knows it.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021

expect 0 check "$KABUL"
says out '^4 documents, '
says out '^0 errors, 0 warnings'
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China
says out 'Abu Omar Khorasani is executed by (the )?Taliban'
says out 'hostile|pressure'
says out '2021-0[89]-[a-z0-9-]+:[0-9]+–[0-9]+, published'
expect 0 path -c "$KABUL" al-Baghdadi "Antony Blinken"
says out 'Abu Bakr al-Baghdadi'
expect 0 path -c "$KABUL" ISIS-K US --not-relation attacks,threatens
grep -Eq 'ISIS-K (attacks|threatens) ' "$WORK/out" && fail "--not-relation let attacks through"
expect 0 path -c "$KABUL" ISKP taliban --relation rivalry
says out 'ISIS-K .*rival.* Taliban'

# A no says why, and what would open a path.
expect 1 path -c "$KABUL" "Colin Clarke" China --max-hops 1
says out 'Without --max-hops 1 there is one'
expect 1 path -c "$KABUL" "Abu Omar Khorasani" China --as-of 2014
says out 'Without --as-of 2014'

# Contradictions are kept: Khorasani's two deaths, three numbers of fighters.
expect 0 show -c "$KABUL" "Abu Omar Khorasani"
says out 'executed'
expect 0 show -c "$KABUL" ISIS-K
for number in '500' '1200–1500' '2000–3000'; do
  says out "fighters: .*$number"
done

# Every tie leads back to a text.
expect 0 export -c "$KABUL" --to csv
tr -d '\r' <"$WORK/out" >"$WORK/claims.csv"
[ "$(wc -l <"$WORK/claims.csv")" -gt 200 ] || fail "the CSV has too few claims"

# What was known by the day of the bombing comes from the documents published until then only.
expect 0 path -c "$KABUL" ISIS-K Taliban --known-by 2021-08-26 --all
grep -q '2021-09-24' "$WORK/out" && fail "--known-by let a later document through"
finish
