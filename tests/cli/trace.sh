#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Found paths and connections as pictures: relata path FROM TO -o FILE, relata connect A B … -o FILE.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021
cd "$WORK" || exit 1

# The answer in words stays, the picture is made besides.
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China
cp out words
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China -o one.svg
cmp -s out words || fail "-o changes the answer in words"
cp one.svg out
says out 'id="actor-abu-omar-khorasani" class="actor type-person asked"'
says out 'id="actor-taliban" class="actor type-armed-group"'
says out 'class="tie relation-[a-z-]+ sign-negative hop-1 path-1"'
says out '>1 executes<'
says out '>2 puts pressure on<'
says out '1 path of 2 hops: 3 actors and 2 ties, from [0-9]+ claims in 2 documents\.'
says out 'The Taliban executed Abu Omar Khorasani and eight other members of ISIS-K'
[ "$(grep -o 'class="actor ' one.svg | wc -l)" -eq 3 ] || fail "not the three actors of the path"
grep -q 'ISIS-K<' one.svg && fail "an actor off the path is drawn"

# Several paths, an actor alone, the selection as the subtitle.
expect 0 path -c "$KABUL" ISIS-K US -k 12 -o many.svg
[ "$(grep -A2 '^Path [67] of' out | grep -Eo '^1\. ISIS-K is [a-z ]+ ISIS ' | tr -d '\n')" = \
  '1. ISIS-K is part of ISIS 1. ISIS-K is founded by ISIS ' ] || fail "paths 6 and 7 do not begin by two ties to ISIS"
cp many.svg out
says out '12 paths of 1 to 2 hops'
says out 'class="tie relation-part-of relation-founded [^"]*bundle hop-1 path-6 path-7"'
expect 0 path -c "$KABUL" ISIS-K ISIS-K -o alone.svg
cp alone.svg out
says out '1 path of 0 hops: 1 actor'
expect 0 path -c "$KABUL" ISIS-K US --not-relation attacks,threatens -o less.svg
cp less.svg out
says out 'class="subtitle"'
expect 0 path -c "$KABUL" ISIS-K US --json -o with.svg
says out '^{'
[ -s with.svg ] || fail "--json draws nothing"

# The ending names the format.
for format in png pdf dot; do
  expect 0 path -c "$KABUL" ISIS-K US --all -o "x.$format"
done
[ "$(head -c 4 x.png | tail -c 3)" = PNG ] || fail "x.png is no PNG"
[ "$(head -c 5 x.pdf)" = %PDF- ] || fail "x.pdf is no PDF"
grep -q '^digraph' x.dot || fail "x.dot is no DOT"
expect 2 path -c "$KABUL" ISIS-K US -o x.pgn
says err "x\.pgn: no picture format is called 'pgn'; did you mean 'png'"
expect 2 path -c "$KABUL" ISIS-K US -o picture
says err 'picture: .*picture\.svg'
expect 2 path -c "$KABUL" ISIS-K US -o -
says err 'name a file'
[ -e x.pgn ] || [ -e picture ] || [ -e - ] && fail "a refused picture is there"

# The same bytes on every run.
expect 0 path -c "$KABUL" ISIS-K US -k 12 -o again.svg
cmp -s many.svg again.svg || fail "the picture differs from run to run"

# Whoever a path is to go through is emphasised as its ends are.
expect 0 path -c "$KABUL" ISIS-K US --via Taliban -o via.svg
[ "$(grep -c 'class="[^"]*asked' via.svg)" -eq 3 ] || fail "not three actors are emphasised"

# What connects several actors: those that were asked for are emphasised, hops numbered as in words.
expect 0 connect -c "$KABUL" "Abu Omar Khorasani" China Russia -o connection.svg
says out '^By way of Taliban\.$'
[ "$(grep -c 'class="[^"]*asked' connection.svg)" -eq 3 ] || fail "not three actors are emphasised"
says out '^2\. Taliban is put under pressure by China'
{ grep -q '>1 executes<' connection.svg && grep -q '>2 puts pressure on<' connection.svg &&
  [ "$(grep -Eo 'class="tie [^"]*hop-[0-9]' connection.svg | sort -u | wc -l)" -eq 3 ]; } ||
  fail "the hops are not drawn as they are told"
echo old >no.svg
expect 1 connect -c "$KABUL" ISIS-K "Colin Clarke" China --sign hostile -o no.svg
[ "$(cat no.svg)" = old ] || fail "a no changed a file"
expect 2 connect -c "$KABUL" ISIS-K China -o no.pgn
says err "no picture format is called 'pgn'"

# The same by draw and by a view.
expect 0 draw -c "$KABUL" --between "Abu Omar Khorasani,China" --paths 3 -o between.svg
[ "$(grep -c 'class="[^"]*asked' between.svg)" -eq 2 ] || fail "not two actors are emphasised"
printf '{"between": ["Abu Omar Khorasani", "China"], "paths": 3}\n' >between.view.json
expect 0 draw -c "$KABUL" --view between.view.json -o view.svg
cmp -s between.svg view.svg || fail "a view draws other paths"
expect 0 draw -c "$KABUL" --connect "Abu Omar Khorasani,China,Russia" -o again.svg
cmp -s connection.svg again.svg || fail "draw --connect draws another connection"
grep -q 'class="source"' between.svg || fail "no sources are listed"
expect 0 draw -c "$KABUL" --between "Abu Omar Khorasani,China" --no-sources -o bare.svg
if grep -q 'class="source"' bare.svg; then
  fail "--no-sources lists sources"
fi
expect 1 draw -c "$KABUL" --between "Colin Clarke,China" --sign hostile -o no.svg
says err 'nothing connects Colin Clarke and China'
expect 2 draw -c "$KABUL" --between ISIS-K -o no.svg
expect 2 draw -c "$KABUL" --between ISIS-K,US --around US -o no.svg
says err '--between and --around cannot be combined'
[ "$(cat no.svg)" = old ] || fail "a no changed a file"

# No path, no picture: what was there stays. Nor does a failure touch it.
echo old >keep.svg
expect 1 path -c "$KABUL" "Colin Clarke" China --max-hops 1 -o keep.svg
expect 4 path -c "$KABUL" ISIS-K US -o nowhere/x.svg
[ "$(cat keep.svg)" = old ] || fail "a no changed a file"
finish
