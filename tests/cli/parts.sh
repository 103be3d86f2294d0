#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Reporting is not acting; parts belong to wholes; things happen somewhere: a small corpus in which each answer can be
# seen by eye.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

mkdir world
cat >world/schema.json <<'JSON'
{"relata": 1, "actor_types": [{"id": "group"}, {"id": "state"}, {"id": "person"}, {"id": "place"}],
 "relation_types": [
  {"id": "speaks", "label": "speaks of", "inverse": "is spoken of by", "kind": "event", "reporting": true},
  {"id": "comments", "label": "comments on", "inverse": "is commented on by", "kind": "event", "parent": "speaks"},
  {"id": "accuses", "inverse": "is accused by", "kind": "event", "sign": -1, "parent": "speaks", "reporting": false},
  {"id": "attacks", "inverse": "is attacked by", "kind": "event", "sign": -1},
  {"id": "pays", "inverse": "is paid by", "kind": "event", "sign": 1},
  {"id": "part-of", "label": "is part of", "inverse": "has as a part", "part": true},
  {"id": "wing-of", "label": "is the wing of", "inverse": "has as a wing", "parent": "part-of"}],
 "event_types": [{"id": "raid", "claims": [{"relation": "attacks", "from": ["Attacker"], "to": ["Target"]}]}],
 "measures": [{"id": "killed", "unit": "people"}, {"id": "sum", "unit": "USD"}, {"id": "fighters", "unit": "people"}]}
JSON
# The army is a part of the state (in 2019, and nobody says that it ended), its guard a part of the army (said in 2020 only); the wing is none. The paper only
# talks about the state and the group.
cat >world/corpus.json <<'JSON'
{"relata": 1, "schema": "schema.json",
 "documents": [{"id": "d1", "origin": "AP", "published": "2021-01-01"}, {"id": "d2", "origin": "AFP", "published": "2021-02-01"}],
 "actors": [{"id": "state", "type": "state", "name": "Elbonia"}, {"id": "army", "type": "group", "name": "the army"},
  {"id": "guard", "type": "group", "name": "the guard"}, {"id": "wing", "type": "group", "name": "the wing"},
  {"id": "group", "type": "group", "name": "the group"}, {"id": "paper", "type": "person", "name": "the paper"},
  {"id": "donor", "type": "person", "name": "the donor"}, {"id": "kabul", "type": "place", "name": "Kabul"}],
 "claims": [
  {"id": "c1", "from": "army", "type": "part-of", "to": "state", "document": "d1", "when": "2019", "text": "the army of Elbonia"},
  {"id": "c2", "from": "guard", "type": "part-of", "to": "army", "document": "d1", "when": "2020/2020", "text": "its guard"},
  {"id": "c3", "from": "wing", "type": "wing-of", "to": "state", "document": "d1", "text": "the wing"},
  {"id": "c4", "from": "paper", "type": "speaks", "to": "state", "document": "d1", "text": "says the paper"},
  {"id": "c5", "from": "paper", "type": "comments", "to": "group", "document": "d2", "text": "comments"},
  {"id": "c6", "from": "paper", "type": "accuses", "to": "donor", "document": "d2", "text": "accuses"},
  {"id": "c7", "from": "group", "type": "attacks", "to": "guard", "document": "d2", "when": "2020-05-01", "place": "kabul", "text": "attacked"},
  {"id": "c8", "from": "group", "type": "attacks", "to": "wing", "document": "d2", "place": "the hills", "text": "attacked too"},
  {"id": "c9", "from": "donor", "type": "pays", "to": "group", "document": "d2", "text": "paid"}],
 "events": [{"id": "e1", "type": "raid", "label": "the raid", "when": "2020-06-01", "place": "Kabul", "document": "d2", "text": "raid",
   "roles": {"Attacker": ["group"], "Target": ["donor"]}}],
 "figures": [
  {"id": "f1", "measure": "sum", "claim": "c9", "min": 100, "max": 300, "best": 200, "document": "d2", "text": "100 to 300"},
  {"id": "f2", "measure": "killed", "event": "e1", "min": 3, "document": "d2", "text": "three or more"},
  {"id": "f3", "measure": "fighters", "of": "group", "best": 50, "document": "d2", "text": "some fifty"}]}
JSON
expect 0 check world

# ── Reporting ──
expect 1 path -c world paper state --not-relation accuses
says err '^relata: 2 claims say only who talks about whom and are left out; --reporting includes them$'
says out '^With --reporting there is one:$'
expect 1 path -c world paper state --not-relation accuses --json
says out '"reports_left_out":	?2'
says out '"add":'
expect 0 path -c world paper state --reporting
says out '^1\. the paper speaks of Elbonia '
# A reporting type that is named is meant, with its kinds; one that is not reporting does not ask for reports.
expect 0 path -c world paper group --relation speaks
says out 'the paper comments on the group'
expect 0 path -c world paper state --along speaks
expect 1 path -c world paper state --along '!accuses'
expect 1 path -c world paper state --along '(.|^.)' --relation 'accuses,attacks'
expect 0 path -c world paper donor --max-hops 1
says out 'the paper accuses the donor'
expect 0 rank -c world --by degree --json
says out '"reports_left_out":	?2'
expect 0 show -c world paper
says out '^ties \(1\)$'
says out '^reports \(2\)$'
expect 0 show -c world paper --json
says out '"reports":'
# Pictures and graphs do without them; claims that are written out do not.
expect 0 export -c world --to dot
grep -q 'speaks of' out && fail "a graph has reports"
expect 0 export -c world --to csv
says out '"c4"'
expect 0 export -c world --to json
says out '"c5"'
expect 0 types -c world --json
says out '"reporting":	?true'

# ── Wholes ──
expect 1 path -c world group state --relation attacks
expect 0 path -c world group state --relation attacks --whole --as-of 2020
says out '^the group to the guard \(part of Elbonia\): 1 hop$'
says out '^1\. the group attacks the guard \(part of Elbonia\) \(1 May 2020, in Kabul; '
says out '^•  the guard is part of the army '
says out '^•  the army is part of Elbonia '
# The guard was a part in 2020 only, and a wing is no part.
expect 1 path -c world group state --relation attacks --whole --as-of 2021-06 --dated
expect 1 path -c world group state --relation attacks --whole --during 2021
expect 0 path -c world group state --relation attacks --whole --json --as-of 2020
says out '"to_part":'
says out '"of":	?"state"'
# Those between stand for nobody; who is avoided is avoided with its parts, but for those that are named.
expect 1 path -c world group wing --avoid state --whole --max-hops 1 --relation pays
expect 0 path -c world donor guard --whole --avoid state --as-of 2020
expect 1 path -c world guard state --whole --avoid army --relation pays
expect 0 path -c world donor wing --whole --via group
expect 0 path -c world group state --relation attacks --whole --robust --as-of 2020
says out 'Withdrawing a single origin would leave no path: AFP|Withdrawing a single origin would leave no path: AP'
expect 0 reach -c world state --whole --relation attacks --as-of 2020
says out '^Elbonia or a part of it reaches 3 actors, itself included$'
says out 'the guard: is attacked by the group'
expect 0 common -c world donor state --whole --relation attacks,pays --as-of 2020
says out 'the guard \(part of Elbonia\)'
expect 0 connect -c world donor state --whole --relation attacks,pays --as-of 2020
says out 'the guard \(part of Elbonia\)'
expect 0 connect -c world donor state --whole --relation attacks,pays --as-of 2020 --json
says out '"parts":'
expect 2 path -c "$SOURCE/data/florentine" Medici Strozzi --whole
says err 'no relation type of this corpus says what is a part of what'
printf 'group,state\n' >pairs
expect 0 path -c world --batch pairs --whole --relation attacks --as-of 2020
says out '"to_part":'

# ── Places, events, figures ──
expect 0 show -c world group
says out '^events \(1\)$'
says out '^  the raid \(raid\): Attacker the group, Target the donor$'
says out 'killed: at least 3 people'
says out 'in Kabul'
says out 'in the hills'
says out 'sum: 100–300 \(best 200\) USD'
says out 'fighters: about 50 people'
expect 0 show -c world d2
says out '^events \(1\)$'
expect 0 export -c world --to csv
says out '"by","place","stance"'
says out '"kabul"'
expect 0 export -c world --to json
says out '"place":	?"kabul"'
says out '"best":	?200'
expect 0 draw -c world -o world.svg
says world.svg 'fighters: about 50 people'
says world.svg '100–300 \(best 200\) USD'

sed -e 's/"claim": "c9"/"claim": "c99"/' -e 's/"best": 200/"best": 400/' world/corpus.json >world/wrong.json
mkdir wrong
cp world/schema.json wrong/
mv world/wrong.json wrong/corpus.json
expect 1 check wrong
says out "figure 'f1' belongs to no known claim: there is no 'c99' \[unknown-reference\]"
says out "did you mean 'c9'"
says out 'best estimate of 400, which is outside its range \[best-outside-range\]'
expect 0 show -c wrong d2
says out '100–300 \(best 400, outside the range\) USD'
expect 0 show -c wrong d2 --json
says out '"contradictory":[[:space:]]*true'
sed -e 's/"part": true/"part": true, "symmetric": true/' world/schema.json >wrong/schema.json
expect 1 check wrong
says out 'a symmetric relation cannot be "part"'
finish
