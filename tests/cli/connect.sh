#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What connects several actors: answers, refusals, evidence.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021

# Nobody else is needed; names, aliases and ids are the same actor.
expect 0 connect -c "$KABUL" ISKP al-qaeda "Antony Blinken" Pakistan
says out '^ISIS-K, al-Qaeda, Antony Blinken and Pakistan: 3 hops between 4 actors, the fewest possible$'
says out '^Nobody else is needed\.$'
says out '^3\. Pakistan holds talks with Antony Blinken \('
[ "$(grep -Ec '^[0-9]+\. ' "$WORK/out")" -eq 3 ] || fail "not three hops"
says out '2021-0[89]-[a-z0-9-]+:[0-9]+–[0-9]+, published'

# Somebody is, and is named; each hop has its evidence and the other ties.
expect 0 connect -c "$KABUL" "Abu Omar Khorasani" China Russia
says out ': 3 hops between 4 actors'
says out '^By way of Taliban\.$'
says out '^1\. Abu Omar Khorasani is executed by Taliban \('

# Whoever is avoided is not used, before the search and not after it.
expect 0 connect -c "$KABUL" "Abu Omar Khorasani" China Russia --avoid Taliban
grep -Eq '^(By way of|[0-9]+\.) [^(]*Taliban' "$WORK/out" && fail "--avoid let the Taliban through"
expect 2 connect -c "$KABUL" ISIS-K China --avoid ISKP
says err 'cannot be avoided'

# Whom the UN only reports on it is not connected with, unless reports are asked for.
expect 0 connect -c "$KABUL" "Abu Omar Khorasani" China UN
says err 'say only who talks about whom and are left out'
grep -q 'reported on' "$WORK/out" && fail "a report connects"
expect 0 connect -c "$KABUL" "Abu Omar Khorasani" China UN --reporting
says out ': 3 hops between 4 actors'
says out '^3\. Taliban is reported on by UN \('

# A no names the option that would connect them, as path does.
expect 1 connect -c "$KABUL" Analysts China
says out '^Analysts is connected with nobody under these options\.$'
says out '^With --reporting they are connected:$'
says out '^Analysts and China: 2 hops between 3 actors, the fewest possible$'
says out '^1\. Analysts reports on Taliban \('
expect 1 connect -c "$KABUL" --json Analysts China
tr -d ' \t\n' <"$WORK/out" >"$WORK/flat"
grep -q '"lift":null,"add":{"option":"--reporting","between":\["taliban"\],"hops":\[{' "$WORK/flat" || fail "JSON does not say what would connect"
expect 1 connect -c "$KABUL" "Abu Omar Khorasani" China --sign friendly
says out '^Without --sign friendly they are connected:$'
says out '^By way of Taliban\.$'
expect 1 connect -c "$KABUL" ISIS-K "Colin Clarke" --sign hostile --certainty certain --document 2021-08-26-who-are-isis-k
says out '^Lifting any one option would not connect them\.$'
expect 1 connect -c "$KABUL" "Abu Omar Khorasani" China --avoid taliban,isis,isis-k
says out '^Without --avoid taliban,isis,isis-k they are connected:$'
expect 1 connect -c "$KABUL" --json "Abu Omar Khorasani" China --sign friendly
tr -d ' \t\n' <"$WORK/out" >"$WORK/flat"
grep -q '"lift":{"option":"--signfriendly","between":\["taliban"\]' "$WORK/flat" || fail "JSON does not say what to lift"

# What is selected by default is not called everything, as reports are left out.
expect 1 draw -c "$KABUL" --between Analysts,China -o "$WORK/no.svg"
says err 'nothing connects Analysts and China in what is selected \(everything but who reports on whom\)'

# The same actor, twice and alone.
expect 0 connect -c "$KABUL" ISIS-K ISKP
says out '^ISIS-K: the same actor$'

# A no says who is connected with whom.
expect 1 connect -c "$KABUL" ISIS-K "Colin Clarke" China --sign hostile
says out '^Nothing connects ISIS-K, Colin Clarke and China\.$'
says out '^ISIS-K and China are connected, in a group of [0-9]+ actors\.$'
says out '^Colin Clarke is connected with nobody under these options\.$'
expect 1 connect -c "$KABUL" ISIS-K US --not-type state
says out '^US is left out by the selection\.$'
expect 1 connect -c "$KABUL" ISIS-K US --relation attacks --sign +
says out '^ISIS-K is connected with nobody under these options\.$'
says err 'relation attacks removes'

# Markdown: a heading, and a numbered list.
expect 0 connect -c "$KABUL" --markdown "Abu Omar Khorasani" China Russia
says out '^## \*\*Abu Omar Khorasani\*\*, \*\*China\*\* and \*\*Russia\*\*: 3 hops'
says out '^3\. \*\*Taliban\*\* is put under pressure by \*\*Russia\*\*'
expect 2 connect -c "$KABUL" --markdown --json ISIS-K China
says err 'cannot be combined'

# Misspelt.
expect 2 connect -c "$KABUL" ISIS-K
says err 'an argument is missing; usage: relata connect ACTOR ACTOR'
expect 2 connect -c "$KABUL" ISIS-K "Antony Blinkn"
says err 'nearest: Antony Blinken'
expect 2 connect -c "$KABUL" ISIS-K China --avoid Talban
says err '\-\-avoid: .*nearest: Taliban'
expect 2 connect -c "$KABUL" ISIS-K China --directed

# More than ten are connected within twice the fewest, and that is said; ten are connected exactly. With reports, so that
# whoever is in the corpus is connected.
"$RELATA" completion --list actor -c "$KABUL" | awk 'NR % 7 == 3' >"$WORK/actors"
# shellcheck disable=SC2046 # ids hold no space
expect 0 connect -c "$KABUL" --reporting $(head -n 11 "$WORK/actors")
says out ', at most twice the fewest possible$'
# shellcheck disable=SC2046
expect 0 connect -c "$KABUL" --reporting $(head -n 10 "$WORK/actors")
says out ', the fewest possible$'

# JSON: the same hops; the order asked for does not change who is on the way.
expect 0 connect -c "$KABUL" --json "Abu Omar Khorasani" China Russia
says out '^	"connected":	true,$'
says out '^	"exact":	true,$'
says out '^	"between":	\["taliban"\],$'
expect 0 connect -c "$KABUL" --json Russia China "Abu Omar Khorasani"
says out '^	"between":	\["taliban"\],$'
expect 1 connect -c "$KABUL" --json ISIS-K "Colin Clarke" China --sign hostile
says out '^	"connected":	false,$'
says out '"actors":	\["isis-k", "china"\]'
finish
