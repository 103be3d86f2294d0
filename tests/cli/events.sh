#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What events give, from a folder of brat files to the answers: ties whatever annotation.conf lists beside them, how many
# give none and why, in check and where there is no path; and the same graph under other orders of roles and names of files.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

mkdir crew
cat >crew/annotation.conf <<'CONF'
[entities]
PER
ORG
[relations]
Kin	Arg1:PER, Arg2:PER
[events]
Raid	Raider+:ORG, Raided:ORG
Talk	Person{2}:PER
Vanish	Person:PER
CONF
cat >crew/a.txt <<'TEXT'
The Red Crew raided the Blue Crew. Anna Roe talked to Bert Doe. Cleo Fox vanished.
TEXT
cat >crew/a.ann <<'ANN'
T1	ORG 4 12	Red Crew
T2	ORG 24 33	Blue Crew
T3	Raid 13 19	raided
T4	PER 35 43	Anna Roe
T5	PER 54 62	Bert Doe
T6	Talk 44 50	talked
T7	PER 64 72	Cleo Fox
T8	Vanish 73 81	vanished
E1	Raid:T3 Raided:T2 Raider:T1
E2	Talk:T6 Person:T4 Person2:T5
E3	Vanish:T8 Person:T7
ANN

expect 0 path -c crew "Red Crew" "Blue Crew"
says out '^1\. Red Crew raid Blue Crew '
expect 0 path -c crew "Bert Doe" "Anna Roe" --directed
says out '^1\. Bert Doe talk Anna Roe '
expect 1 path -c crew "Anna Roe" "Cleo Fox"
says out '^1 of 3 events gives no tie: 1 names fewer than two actors who take part\.$'
expect 1 path -c crew "Anna Roe" "Cleo Fox" --json
says out '"few":	1'
expect 0 check crew
says out '^note: 1 of 3 events gives no tie: 1 names fewer than two actors who take part \[events-without-ties\]$'
expect 0 check crew --json
says out '"events_without_ties":	{'

# The order of roles in a line, and which file is read first, change nothing.
mkdir swapped
sed 's/Raided:T2 Raider:T1/Raider:T1 Raided:T2/; s/Person:T4 Person2:T5/Person2:T5 Person:T4/' crew/a.ann >swapped/z.ann
cp crew/a.txt swapped/z.txt
cp crew/annotation.conf swapped/
for corpus in crew swapped; do
  expect 0 export -c "$corpus" --to csv
  cut -d, -f3-8 out | sort >"$corpus.ties"
done
cmp -s crew.ties swapped.ties || fail "the order of roles changes the ties: $(diff crew.ties swapped.ties)"

finish
