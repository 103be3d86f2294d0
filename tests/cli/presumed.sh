#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# How much of an answer about days rests on presumption: in the note, in text and in JSON; and what is guessed of
# the kinds of relations.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# a to b is attested for 2014 and later broken off by nobody, b to c is attested for the day itself, c to d was
# attested in a year that holds the day, d to e has no date at all; e met f once, in a month that holds the day.
mkdir small
cat >small/corpus.json <<'END'
{"relata": 1,
 "schema": {"relation_types": [{"id": "leads", "kind": "state"}, {"id": "meets", "kind": "event"}]},
 "documents": [{"id": "d", "title": "D"}],
 "claims": [{"id": "c1", "type": "leads", "from": "a", "to": "b", "document": "d", "when": "2014-06-29"},
            {"id": "c2", "type": "leads", "from": "b", "to": "c", "document": "d", "when": "2020-05-06"},
            {"id": "c3", "type": "leads", "from": "c", "to": "d", "document": "d", "when": "2020"},
            {"id": "c4", "type": "leads", "from": "d", "to": "e", "document": "d"},
            {"id": "c5", "type": "meets", "from": "e", "to": "f", "document": "d", "when": "2020-05"}]}
END
expect 0 path -c small a f --as-of 2020-05-06
says err '^relata: 3 of 5 ties are presumed to have lasted: last attested as long ago as 29 June 2014; --surely leaves them out$'
says err '1 of 5 selected claims are undated'
says out '^1\. a leads b \(29 June 2014; presumably still so; in d\)'
says out '^2\. b leads c \(6 May 2020; in d\)'
says out '^3\. c leads d \(2020; presumably so by then; in d\)'
says out '^4\. d leads e \(undated; possibly so then; in d\)'
says out '^5\. e meets f \(May 2020; presumably by then; in d\)'
expect 0 path -c small a f
grep -q 'presum' err out && fail "what asks about no days rests on presumption"
expect 0 path -c small c d --as-of 2020-05-06
grep -q 'possible only' err && fail "what is presumed is called possible"
expect 0 path -c small a b --as-of 2010 --possibly
says out 'a leads b \(29 June 2014; possibly so then; in d\)'
says err 'ties? (is|are) presumed or possible only'
expect 0 path -c small b c --as-of 2020-05-06 --surely
grep -q 'presumed' err && fail "--surely presumes"
expect 1 path -c small a b --as-of 2020-05-06 --surely

# JSON: each claim's "holds", and the count.
expect 0 path -c small a f --as-of 2020-05-06 --json
tr -d ' \t\n' <out >flat
cp flat out
says out '"id":"c1",[^}]*"holds":"presumably"'
says out '"id":"c2",[^}]*"holds":"surely"'
says out '"id":"c3",[^}]*"holds":"presumably"'
says out '"id":"c4",[^}]*"holds":"possibly"'
says out '"id":"c5",[^}]*"holds":"presumably"'
says out '"presumed":\{"ties":3,"of":5,"since":"2014-06-29"\}'
# The answer's own ties are counted: those of the hops, of the actor, of the document; of a rank, all.
while IFS=: read -r question ties of since; do
  # shellcheck disable=SC2086
  expect 0 $question -c small --as-of 2020-05-06 --json
  tr -d ' \t\n' <out >flat
  cp flat out
  says out '"presumed":\{"ties":'"$ties"',"of":'"$of"',"since":'"$since"'\}'
  # shellcheck disable=SC2086
  expect 0 $question -c small --json
  grep -q '"presumed"\|"holds"' out && fail "$question: holds without a question about days"
done <<'END'
reach a:3:5:"2014-06-29"
reach d --limit 2:1:1:null
connect a f:3:5:"2014-06-29"
connect b c:0:1:null
rank:3:5:"2014-06-29"
show a:1:1:"2014-06-29"
show d:3:5:"2014-06-29"
common a c:1:2:"2014-06-29"
path c e:1:2:null
path a b:1:1:"2014-06-29"
END
expect 0 path -c small a b --as-of 2020-05-06
says err '^relata: 1 of 1 tie is presumed to have lasted: last attested on 29 June 2014; --surely leaves it out$'
expect 0 path -c small b c --as-of 2020-05-06
grep -q 'presumed' err && fail "a path of what is sure rests on presumption elsewhere"
expect 0 path -c small a c --as-of 2020-05-06 --all
says err '1 of 2 ties is presumed to have lasted'
expect 1 path -c small a b --as-of 2010
grep -q 'presumed' err && fail "no path rests on presumption"
expect 0 show -c small d --as-of 2020-05-06
says out '• certain · 29 June 2014 · presumably still so$'
expect 0 rank -c small --as-of 2020-05-06
says err '3 of 5 ties are presumed'

# Pictures say it, and views have the keys.
printf '{"relata": 1, "select": {"as-of": "2020-05-06", "surely": true}}' >sure.view.json
expect 0 draw -c small --as-of 2020-05-06 -o plain.svg
grep -q '3 of 5 ties are presumed to have lasted: last attested as long ago as 29 June 2014\.' plain.svg ||
  fail "a caption does not say what is presumed"
expect 0 draw -c small --as-of 2020-05-06 --around c -o around.svg
grep -q '1 of 2 ties is presumed\.' around.svg || fail "a caption counts ties that are not shown"
expect 0 draw -c small --view sure.view.json -o sure.svg
grep -q 'presumed' sure.svg && fail "a view cannot say surely"
grep -q '2 actors and 1 tie' sure.svg || fail "surely draws more than what is sure"

# What is guessed of kinds.
mkdir guess brat
cat >guess/corpus.json <<'END'
{"relata": 1, "claims": [{"type": "leads", "from": "a", "to": "b", "when": "2014"},
                         {"type": "owns", "from": "a", "to": "c", "when": "2014"},
                         {"type": "attacks", "from": "a", "to": "d", "when": "2014"}]}
END
expect 0 check guess
says out 'by their names, relations are taken as states: leads, owns; as events: attacks'
says out 'say "kind" of each in a schema'
expect 0 path -c guess a b --during 2020
expect 1 path -c guess a d --during 2020
# annotation.conf declares types, but not their kinds.
printf '[entities]\nPerson\n[relations]\nLeads Arg1:Person, Arg2:Person\nRobbed Arg1:Person, Arg2:Person\n[events]\nRaid Agent:Person, Target:Person\n' >brat/annotation.conf
printf 'Ann Bob Cyd' >brat/a.txt
printf 'T1\tPerson 0 3\tAnn\nT2\tPerson 4 7\tBob\nT3\tPerson 8 11\tCyd\nR1\tLeads Arg1:T1 Arg2:T2\nR2\tRobbed Arg1:T2 Arg2:T3\n' >brat/a.ann
expect 0 check brat
says out 'relations are taken as states: leads; as events: robbed'
expect 0 check small
grep -q 'by their names' out && fail "a declared kind is called a guess"

finish
