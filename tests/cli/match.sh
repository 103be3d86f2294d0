#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# relata match: every pair that a pattern leads from one to the other, in words and in lines of JSON, and what it refuses.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# Who funds those who attack them? s funds g, which attacks s and p; p attacks itself.
mkdir war
cat >war/schema.json <<'JSON'
{"relata": 1, "actor_types": [{"id": "person"}, {"id": "state"}, {"id": "group"}],
 "relation_types": [{"id": "funds", "inverse": "is funded by"}, {"id": "attacks", "inverse": "is attacked by", "sign": -1}]}
JSON
cat >war/corpus.json <<'JSON'
{"relata": 1, "schema": "schema.json", "documents": [{"id": "x"}, {"id": "y"}],
 "actors": [{"id": "s", "name": "Sun", "type": "state"}, {"id": "g", "name": "Guns", "type": "group"},
  {"id": "p", "name": "Pat", "type": "person"}, {"id": "q", "name": "Quiet", "type": "person"}],
 "claims": [{"id": "1", "from": "s", "type": "funds", "to": "g", "document": "x", "text": "Sun pays Guns."},
  {"id": "2", "from": "g", "type": "attacks", "to": "s", "document": "y"},
  {"id": "3", "from": "g", "type": "attacks", "to": "p", "document": "x"},
  {"id": "4", "from": "p", "type": "attacks", "to": "p", "document": "x"}]}
JSON

expect 0 match -c war funds/attacks
cat >wanted <<'TEXT'
2 pairs

hops  from  to   way
   2  Sun   Pat  funds Guns, attacks Pat
   2  Sun   Sun  funds Guns, attacks Sun
TEXT
cmp -s out wanted || fail "match says something else: $(cat out)"
expect 0 match -c war 'attacks+' --limit 2
says out '^3 pairs$'
says out '^Only the first 2; --limit raises the cap\.$'
[ "$(grep -Ec '^ +1  ' out)" -eq 2 ] || fail "the shortest are not first: $(cat out)"
expect 0 match -c war 'attacks+' --count
says out '^3 pairs$'
expect 0 match -c war 'attacks*' --count # everybody matches this without a hop: nobody is paired with himself
says out '^2 pairs$'
expect 0 match -c war funds/attacks --same-document
says out '^1 pair$'
expect 0 match -c war 'funds/attacks[document=y]' --witness
says out '^Sun to Sun: 2 hops$'
says out '^1\. Sun funds Guns .*\[1\]$'
expect 0 match -c war attacks --from group --to state
says out '^1 pair$'
expect 0 match -c war attacks --avoid Pat
says out '^1 pair$'
expect 1 match -c war attacks/funds/funds
says out '^0 pairs$'
expect 0 match -c war . --count --json
says out '^\{"count":4\}$'
expect 0 match -c war funds/attacks --json --limit 1
[ "$(wc -l <out)" -eq 1 ] || fail "not one line of JSON a pair: $(cat out)"
says out '^\{"from":"s","to":"p","path":\{"hops":\[\{'
says err 'only the first 1 of 2 pairs: --limit raises the cap'

expect 2 match -c war
says err 'an argument is missing'
expect 2 match -c war atacks
says err "did you mean 'attacks'\?"
expect 2 match -c war attacks --from persn
says err "--from: no actor type is called 'persn'; did you mean 'person'\?"
expect 2 match -c war attacks --same-document --same-origin
expect 2 match -c war attacks --json --markdown
expect 0 match --pattern-help

finish
