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
# He hoped to be let go, and was not: nobody says that the Taliban freed him.
grep -q freed "$WORK/out" && fail "a hope is told as a deed"
says out '2021-0[89]-[a-z0-9-]+:[0-9]+–[0-9]+, published'
expect 0 path -c "$KABUL" al-Baghdadi "Antony Blinken"
says out 'Abu Bakr al-Baghdadi'
expect 0 path -c "$KABUL" ISIS-K US --not-relation attacks,threatens
grep -Eq 'ISIS-K (attacks|threatens) ' "$WORK/out" && fail "--not-relation let attacks through"
expect 0 path -c "$KABUL" ISKP taliban --relation rivalry
says out 'ISIS-K .*rival.* Taliban'

# A no says why, and what would open a path.
expect 1 path -c "$KABUL" "Zabihullah Mujahid" China --max-hops 1
says out 'Without --max-hops 1 there is one'
expect 1 path -c "$KABUL" "Colin Clarke" China
says out 'With --reporting there is one'
says out '^1\. Colin Clarke reports on Afghan army '
expect 1 path -c "$KABUL" "Abu Omar Khorasani" China --as-of 2014 --dated
says out 'Without --as-of 2014'

# Contradictions are kept: Khorasani's two deaths, three numbers of fighters.
expect 0 show -c "$KABUL" "Abu Omar Khorasani"
says out 'executed'
expect 0 show -c "$KABUL" ISIS-K
for number in '500' '1200–1500' '2000–3000'; do
  says out "fighters: .*$number"
done

# Where something happens is no victim, unless the article says that it was aimed at; one control ended, another holds.
for place in Afghanistan Pakistan "Western states"; do
  for group in ISIS-K ISIS; do
    expect 1 path -c "$KABUL" "$group" "$place" --relation attacks,threatens,claims-responsibility --max-hops 1
  done
done
expect 0 path -c "$KABUL" Taliban Afghanistan --relation controls --as-of 2021-09-24 --max-hops 1
says out 'since August 2021'
# Parts belong to their wholes; those Pakistani fighters are not the TTP; an expectation is listed as one.
for part in "US forces" "US intelligence"; do
  expect 0 path -c "$KABUL" "$part" US --relation part-of --max-hops 1
done
expect 0 path -c "$KABUL" "Taliban commanders" "Taliban leaders" --relation part-of --max-hops 2
expect 2 show -c "$KABUL" TTP
expect 0 timeline -c "$KABUL" "Aaron Zelin" ISIS --describe
says out 'expected attack'

# Every tie leads back to a text.
expect 0 export -c "$KABUL" --to csv
tr -d '\r' <"$WORK/out" >"$WORK/claims.csv"
[ "$(wc -l <"$WORK/claims.csv")" -gt 200 ] || fail "the CSV has too few claims"

# What was known by the day of the bombing comes from the documents published until then only.
expect 0 path -c "$KABUL" ISIS-K Taliban --known-by 2021-08-26 --all
grep -q '2021-09-24' "$WORK/out" && fail "--known-by let a later document through"
finish
