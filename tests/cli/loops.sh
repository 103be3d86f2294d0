#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A claim of an actor with itself is a tie, a loop, in everything that relata answers, draws and writes.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# A fights itself and is allied with itself; B owns itself; C fights A and meets B.
mkdir war
cat >war/schema.json <<'JSON'
{"relata": 1, "relation_types": [
  {"id": "fights", "inverse": "is fought by", "sign": -1}, {"id": "owns", "inverse": "is owned by"},
  {"id": "meets", "symmetric": true}, {"id": "allied", "label": "is allied with", "symmetric": true, "sign": 1}]}
JSON
cat >war/corpus.json <<'JSON'
{"relata": 1, "schema": "schema.json", "documents": [{"id": "x", "published": "2021"}, {"id": "y"}],
 "actors": [{"id": "a", "name": "Army"}, {"id": "b", "name": "Bank"}, {"id": "c", "name": "Clan"}],
 "claims": [{"id": "1", "from": "a", "type": "fights", "to": "a", "document": "x"},
  {"id": "2", "from": "a", "type": "fights", "to": "a", "document": "y"},
  {"id": "3", "from": "a", "type": "allied", "to": "a", "document": "x"},
  {"id": "4", "from": "b", "type": "owns", "to": "b", "document": "x"},
  {"id": "5", "from": "c", "type": "fights", "to": "a", "document": "x"},
  {"id": "6", "from": "c", "type": "meets", "to": "b", "document": "x"}]}
JSON

expect 0 check war
says out "note: claim '1' relates 'a' with itself: its tie is a loop \[self-claim\]"
[ "$(grep -c '\[self-claim\]' out)" -eq 4 ] || fail "check does not count the loops: $(cat out)"

expect 0 show -c war Army
says out '^ties \(3\)$'
says out '^  fights Army · 2 origins$'
says out '^  is fought by Clan · 1 origin$'

# In patterns a loop is one hop, along and against: the same walk, found once.
expect 0 path -c war Army Army --along fights
says out '^1\. Army fights Army '
says out '^   Other ties with itself: is allied with\.$'
expect 0 path -c war Army Army --along '^fights' --all
says out '^1\. Army fights Army '
[ "$(grep -c '^1\.' out)" -eq 1 ] || fail "a loop is two paths: $(cat out)"
expect 0 path -c war Clan Army --along 'fights/fights'
says out '^Clan to Army: 2 hops$'
expect 0 path -c war Clan Army --along 'fights/(.|^.)' --all --limit 9
[ "$(grep -c '^2\.' out)" -eq 2 ] || fail "two loops are not two ways on: $(cat out)"
expect 0 path -c war Army Bank # without a pattern nobody is visited twice
says out '^Army to Bank: 2 hops$'
expect 1 common -c war Army Clan # nobody stands between himself and another
expect 0 connect -c war Army Bank
says out 'Army and Bank: 2 hops between 3 actors'
expect 0 path -c war Army Bank --avoid-hubs

expect 0 rank -c war --by degree,in-degree,out-degree,strength --json
tr -d '[:space:]' <out >flat
grep -q '"id":"a",.*"degree":5,"in-degree":3,"out-degree":2,"strength":7' flat || fail "loops are counted otherwise: $(cat flat)"

expect 0 export -c war --to dot
says out '"a" -> "a"'
for format in graphml json csv; do
  expect 0 export -c war --to $format
  [ -s out ] || fail "nothing as $format"
done
expect 0 timeline -c war Army -o t.svg
expect 0 draw -c war --describe
says out '^    - fights Army, affirmed by 2 independent sources'
[ "$(grep -c 'fights Army' out)" -eq 1 ] || fail "a loop is told twice"
says out 'Both hostile and friendly: Army with itself\.'
for engine in dot neato fdp circo twopi sfdp; do
  expect 0 draw -c war --engine $engine -o p.svg
  [ "$(grep -o 'id="tie__a__[a-z]*__a"' p.svg | sort -u | wc -l)" -eq 2 ] || fail "$engine draws no loops"
done
expect 0 draw -c war --groups -o g.svg
expect 0 draw -c war --cluster side -o s.svg

# What identity has united is a loop that nobody wrote.
mkdir two
printf 'The guards fought the army.' >two/d.txt
printf 'T1\tGroup 4 10\tguards\nT2\tGroup 22 26\tarmy\nR1\tfights Arg1:T1 Arg2:T2\n' >two/d.ann
printf '{"same": [["guards", "army"]]}' >two/identity.json
expect 0 check two
says out "warning: claim 'd:R1' relates '[a-z]+' with itself, because 'guards' and 'army' are one actor"
says out 'if they are two, list them as different in identity.json'

finish
