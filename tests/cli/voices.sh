#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Origins are voices: spellings, chains, publishers, attributions that nest, kinds that count together, and grades.
. "$(dirname "$0")/lib.sh"

# corpus DOCUMENTS CLAIMS [MORE]: two actors, two agencies, and shooting and bombing as kinds of attacks.
corpus() {
  cat >"$WORK/c.json" <<EOF
{"relata": 1, "schema": {"relation_types": [{"id": "attacks", "kind": "event", "sign": -1},
  {"id": "bombs", "kind": "event", "sign": -1, "parent": "attacks"},
  {"id": "shoots", "kind": "event", "sign": -1, "parent": "attacks"}]},
 "documents": [$1],
 "actors": [{"id": "north"}, {"id": "south"}, {"id": "press", "name": "AFP", "aliases": ["Agence France-Presse"]},
  {"id": "minister", "name": "The Minister"}],
 "claims": [$2]${3:-}}
EOF
}

# claim ID TYPE DOCUMENT [MORE]
claim() {
  printf '{"id": "%s", "type": "%s", "from": "north", "to": "south", "document": "%s", "text": "t"%s}' "$1" "$2" "$3" "${4:-}"
}

# origins N: the attack of north on south rests on so many.
origins() {
  expect 0 show -c "$WORK/c.json" north
  says out "^  attacks south · $1 origins?\$"
}

pair="$(claim c1 attacks d1), $(claim c2 attacks d2)"
corpus '{"id": "d1", "origin": "AFP"}, {"id": "d2", "origin": " afp "}' "$pair" && origins 1
corpus '{"id": "d1", "origin": "AFP"}, {"id": "d2", "origin": "Agence France-Presse"}' "$pair" && origins 1
# An initialism is one with or without dots and blanks, whether an actor is called so or not.
for spelling in A.F.P. 'A. F. P.' 'a f p' A-F-P ' a  f p '; do
  corpus '{"id": "d1", "origin": "AFP"}, {"id": "d2", "origin": "'"$spelling"'"}' "$pair" && origins 1
  corpus '{"id": "d1", "origin": "AP"}, {"id": "d2", "origin": "'"$spelling"'"}' "$pair" && origins 2
done
corpus '{"id": "d1", "origin": "AFP"}, {"id": "d2", "origin": "Agence France-Presse"}' "$pair"
sed -i -e 's/"name": "AFP"/"name": "A. F. P."/' "$WORK/c.json"
origins 1
corpus '{"id": "d1", "origin": "dpa"}, {"id": "d2", "origin": "D. P. A."}' "$pair" && origins 1
corpus '{"id": "d1", "origin": "U S Army"}, {"id": "d2", "origin": "US Army"}' "$pair" && origins 1
corpus '{"id": "d1", "origin": "plan a b"}, {"id": "d2", "origin": "plana b"}' "$pair" && origins 2
corpus '{"id": "d1"}, {"id": "d2", "origin": "d1"}' "$pair" && origins 1
corpus '{"id": "d1"}, {"id": "d2"}' "$pair" && origins 2
corpus '{"id": "d1", "publisher": "Reuters"}, {"id": "d2", "origin": "reuters"}' "$pair" && origins 1
corpus '{"id": "d1", "publisher": "Reuters"}, {"id": "d2", "publisher": "Reuters"}' "$pair" && origins 2
corpus '{"id": "d1", "publisher": "Reuters"}, {"id": "d2", "publisher": "Reuters"}' "$pair" \
  ', "origins": [{"name": "Reuters", "reliability": "B"}]' && origins 1
says out '\[B\]'

# A circle is one origin, and an error.
corpus '{"id": "d1", "origin": "d2"}, {"id": "d2", "origin": "d1"}' "$pair"
expect 1 check "$WORK/c.json"
says out "circular-origins"
origins 1

# Two papers quote one; one paper quotes two; a paper quotes the agency that another prints.
by() {
  printf '%s, %s' "$(claim c1 attacks "$1" ", \"by\": $2")" "$(claim c2 attacks "$3" "${4:+, \"by\": $4}")"
}
corpus '{"id": "d1"}, {"id": "d2"}' "$(by d1 '"press"' d2 '"AFP"')" && origins 1
corpus '{"id": "d1"}, {"id": "d2"}' "$(by d1 '"press"' d2 '"A. F. P."')" && origins 1
corpus '{"id": "d1"}, {"id": "d2"}' "$(by d1 '"press"' d1 '"minister"')" && origins 1
corpus '{"id": "d1"}, {"id": "d2"}' "$(by d1 '"press"' d2 '"minister"')" && origins 2
corpus '{"id": "d1"}, {"id": "d2", "origin": "AFP"}' "$(by d1 '"press"' d2)" && origins 1
corpus '{"id": "d1"}, {"id": "d2"}' "$(by d1 '["press", "minister"]' d2 '["a colleague", "minister"]')" && origins 1

# Nested words, in sentences, JSON and CSV.
says out '^    • certain · undated · according to The Minister, as AFP says$'
expect 0 path -c "$WORK/c.json" north south
says out 'according to The Minister, as a colleague says, in d2'
expect 0 path -c "$WORK/c.json" north south --json
says out '"by":.*\["a colleague", *"minister"\]|"a colleague"'
expect 0 export -c "$WORK/c.json" --to csv
says out '"press > minister"'
corpus '{"id": "d1"}' "$(claim c1 attacks d1 ', "by": ["AFP", ""]')"
expect 1 check "$WORK/c.json"

# Whoever is an end speaks for itself.
corpus '{"id": "d1"}' "$(claim c1 attacks d1 ', "by": "south"')" && origins 1
says out 'according to south, says so itself'
expect 0 path -c "$WORK/c.json" north south --json
says out '"says_so_itself":[[:space:]]*true'

# Kinds count together where they are asked for; the number shown is the tie's own.
corpus '{"id": "d1", "origin": "AFP"}, {"id": "d2", "origin": "Reuters"}' "$(claim c1 bombs d1), $(claim c2 attacks d2)"
expect 0 path -c "$WORK/c.json" north south --relation attacks --corroboration 2
says out 'Affirmed by 1 origin \(with the kinds that count with it 2\)\.'
expect 0 path -c "$WORK/c.json" north south --corroboration 2
expect 1 path -c "$WORK/c.json" north south --relation bombs --corroboration 2
expect 0 show -c "$WORK/c.json" north --corroboration 2
says out '^  attacks south · 1 origin \(with the kinds that count with it 2\)$'
grep -q 'bombs south' "$WORK/out" && fail "an attack corroborates a bombing"
expect 0 path -c "$WORK/c.json" north south --relation attacks --corroboration 2 --robust
says out '^Withdrawing a single origin would leave no path'
corpus '{"id": "d1", "origin": "AFP"}, {"id": "d2", "origin": "Reuters"}' "$(claim c1 bombs d1), $(claim c2 shoots d2)"
expect 0 path -c "$WORK/c.json" north south --relation attacks --corroboration 2
expect 1 path -c "$WORK/c.json" north south --corroboration 2

# Grades.
corpus '{"id": "d1", "reliability": "B"}, {"id": "d2", "origin": "AFP"}' \
  "$(claim c1 attacks d1 ', "credibility": 2'), $(claim c2 attacks d2 ', "credibility": 6')" \
  ', "origins": [{"id": "press", "reliability": "A"}]'
expect 0 show -c "$WORK/c.json" north
says out 'd1 \[B2\] \[c1\]'
says out 'd2, from AFP \[A6\] \[c2\]'
expect 0 show -c "$WORK/c.json" d2
says out '^reliability: A \(completely reliable\), of its origin$'
expect 0 path -c "$WORK/c.json" north south --min-grade B2
says out 'in d1 \[B2\]\)'
grep -q 'c2' "$WORK/out" && fail "6 passes --min-grade B2"
expect 0 path -c "$WORK/c.json" north south --min-grade A
expect 1 path -c "$WORK/c.json" north south --min-grade A2
expect 1 path -c "$WORK/c.json" north south --min-grade 1
expect 2 path -c "$WORK/c.json" north south --min-grade F6
says err 'expected a reliability from A to E'
corpus '{"id": "d1"}, {"id": "d2"}' "$(claim c1 attacks d1 ', "credibility": 1')"
expect 0 check "$WORK/c.json"
says out "c1.*confirmed by other sources"
corpus '{"id": "d1"}, {"id": "d2"}' "$(claim c1 attacks d1 ', "credibility": 1'), $(claim c2 attacks d2)"
expect 0 check "$WORK/c.json"
grep -q 'confirmed by other' "$WORK/out" "$WORK/err" && fail "what two say is called unconfirmed"
corpus '{"id": "d1", "reliability": "G"}' "$(claim c1 attacks d1 ', "credibility": 7')"
expect 1 check "$WORK/c.json"

# In brat: several By in their order, a note, an attribute.
mkdir "$WORK/b"
printf 'AFP says the Minister said North bombed South.\n' >"$WORK/b/a.txt"
printf 'T1\tOrg 0 3\tAFP\nT2\tPerson 13 21\tMinister\nT3\tbomb 33 39\tbombed\nT4\tOrg 27 32\tNorth\nT5\tOrg 40 45\tSouth\nE1\tbomb:T3 Agent:T4 Target:T5 By:T1 By2:T2\nA1\tCredibility E1 3\nR1\tmet Arg1:T4 Arg2:T5\n#1\tAnnotatorNotes R1\tby=AFP > Minister\n' >"$WORK/b/a.ann"
printf '{"event_types": [{"id": "bomb", "claims": [{"relation": "bombs", "from": ["Agent"], "to": ["Target"]}]}]}' >"$WORK/b/schema.json"
expect 0 path -c "$WORK/b" North South --all
says out 'North bombs South .*according to Minister, as AFP says, in a:[0-9–]+ \[3\]\)'
says out 'North met South .*according to Minister, as AFP says'

finish
