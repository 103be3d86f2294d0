#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# relata reach and relata common in words, and what they refuse. Their answers are counted again in reach_oracle.py.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# a leads b; b and c attack each other; c is a state; d has a name of markup, and nobody knows e.
mkdir few
cat >few/schema.json <<'JSON'
{"relata": 1, "actor_types": [{"id": "person"}, {"id": "state"}],
 "relation_types": [{"id": "leads", "inverse": "is led by"}, {"id": "attacks", "inverse": "is attacked by", "kind": "event", "sign": -1}]}
JSON
cat >few/corpus.json <<'JSON'
{"relata": 1, "schema": "schema.json",
 "actors": [{"id": "a", "name": "Ann"}, {"id": "b", "name": "Ben"}, {"id": "c", "name": "Cat", "type": "state"},
  {"id": "d", "name": "D|d *x*"}, {"id": "e", "name": "Eve"}],
 "documents": [{"id": "x"}],
 "claims": [{"from": "a", "type": "leads", "to": "b", "document": "x", "when": "2021"},
  {"from": "b", "type": "attacks", "to": "c", "document": "x", "when": "2020"},
  {"from": "c", "type": "attacks", "to": "b", "document": "x", "when": "2022"},
  {"from": "d", "type": "leads", "to": "c", "document": "x"}]}
JSON

expect 0 reach -c few Ann
cat >wanted <<'TEXT'
Ann reaches 4 actors, itself included

hops  actor    way
   0  Ann      is the same actor
   1  Ben      leads Ben
   2  Cat      leads Ben, attacks Cat
   3  D|d *x*  leads Ben, attacks Cat, is led by D|d *x*
TEXT
cmp -s out wanted || fail "reach says something else: $(cat out)"
expect 0 reach -c few Ann --markdown
cat >wanted <<'TEXT'
**Ann** reaches 4 actors, itself included

| hops | actor | way |
| ---: | --- | --- |
| 0 | Ann | is the same actor |
| 1 | Ben | leads Ben |
| 2 | Cat | leads Ben, attacks Cat |
| 3 | D\|d \*x\* | leads Ben, attacks Cat, is led by D\|d \*x\* |
TEXT
cmp -s out wanted || fail "reach --markdown says something else: $(cat out)"
expect 0 reach -c few Ann --limit 2
says out '^Ann reaches 2 actors, itself included \(and more: --limit raises the cap\)$'
expect 0 reach -c few Ann --max-hops 2 --witness
says out '^Ann to Cat: 2 hops$'
says out '^2\. Ben attacks Cat \(2020; in x\) \[claim-2\]$'
says out '^   Other ties between the two: is attacked by\.$'
expect 0 reach -c few Ann --witness --markdown
says out '^## \*\*Ann\*\* to \*\*D\\\|d \\\*x\\\*\*\*: 3 hops$'
# In the order of time: Ben led in 2021, so the attack of 2020 is too early, that of 2022 is not.
expect 0 reach -c few Ann --in-order --max-hops 2
says out '^   2  Cat    leads Ben, is attacked by Cat$'
# A pattern may lead back to where it began.
expect 0 reach -c few Ben --along attacks/attacks
says out '^Ben reaches 1 actor, itself included$'
says out '^   2  Ben    attacks Cat, attacks Ben$'
expect 0 reach -c few Ben --along attacks/attacks --mode simple
says out '^   2  Ben    attacks Cat, attacks Ben$'
expect 1 reach -c few Ben --along attacks/attacks --mode acyclic
says out '^Ben reaches 0 actors$'
# No tie serves twice: there and back by one is a walk only.
expect 1 reach -c few Ann --along leads/^leads
expect 0 reach -c few Ann --along leads/^leads --mode walk
says out '^   2  Ann    leads Ben, is led by Ann$'
# Nobody knows Eve, and she is the same as herself, unless a hop is asked for.
expect 0 reach -c few Eve
says out '^Eve reaches 1 actor, itself included$'
expect 1 reach -c few Eve --along '(.|^.)+'
says out '^Eve reaches 0 actors$'
expect 1 reach -c few Cat --type person
says err '^relata: Cat is left out by the selection$'
expect 2 reach -c few Ann --along leads/ --json
says err 'the pattern ends where'
expect 2 reach -c few Ann --json --markdown
says err 'cannot be combined'
expect 2 reach -c few Ann --directed --along leads
says err 'cannot be combined'
expect 2 reach -c few Nobody
expect 2 reach -c few
says err 'an argument is missing; usage: relata reach FROM'

expect 0 common -c few Ann Cat
cat >wanted <<'TEXT'
1 actor stands between Ann and Cat directly

Ann    between  Cat
leads  Ben      attacks, is attacked by
TEXT
cmp -s out wanted || fail "common says something else: $(cat out)"
expect 0 common -c few Ann Cat --directed
says out '^leads  Ben      attacks$'
expect 1 common -c few Cat Ann --directed
says out '^0 actors stand between Cat and Ann directly$'
expect 0 common -c few Ben d --evidence
says out '^Cat$'
says out '^1\. Ben attacks Cat \(2020; in x\) \[claim-2\]$'
says out "^3\. Cat is led by D\|d"
expect 0 common -c few Ben d --evidence --markdown
says out '^1 actor stands between \*\*Ben\*\* and \*\*D\\\|d \\\*x\\\*\*\* directly$'
says out '^## \*\*Cat\*\*$'
expect 0 common -c few Ben d --markdown
says out '^\| Ben \| between \| D\\\|d \\\*x\\\* \|$'
expect 1 common -c few Ann Cat --not-relation attacks
expect 1 common -c few Ann Cat --not-type state
says err '^relata: Cat is left out by the selection$'
expect 2 common -c few Ann Cat --json --markdown
says err 'cannot be combined'
finish
