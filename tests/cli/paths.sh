#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# relata path: patterns, orders, how many paths, and what cannot be asked. The corpora are small enough to be walked by
# hand: every way that is expected here was read off the claims, not off an answer. Why there is no path: paths_no.sh.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# way 'a attacks b; b knows c': the hops of the answer in its order, all paths in one row.
way() {
  got=$(sed -nE 's/^[0-9]+\. (.*) \((undated|[0-9]|[A-Z]).*/\1/p' out | paste -sd'|' | sed 's/|/; /g')
  [ "$got" = "$1" ] || fail "relata $asked: the way is '$got', expected '$1'"
}

# caret COLUMNS PATTERN: the complaint shows the pattern, and below it the caret under the column (from 0).
caret() {
  printf '  %s\n  %*s^\n' "$2" "$1" '' >wanted
  tail -n 2 err | cmp -s - wanted || {
    fail "relata $asked: the caret is not at $1"
    cat err >&2
  }
}

ask() {
  code=$1
  shift
  asked="path $*"
  expect "$code" path -c rows "$@"
}

# along CODE FROM TO PATTERN [WAY]
along() {
  ask "$1" "$2" "$3" --along "$4"
  [ $# -lt 5 ] || way "$5"
}

mkdir rows
cat >rows/schema.json <<'JSON'
{"relata": 1,
 "actor_types": [{"id": "person"}, {"id": "group"}, {"id": "militia", "parent": "group"}],
 "relation_types": [
  {"id": "attacks", "inverse": "is attacked by", "kind": "event", "sign": -1},
  {"id": "bombs", "inverse": "is bombed by", "kind": "event", "sign": -1, "parent": "attacks"},
  {"id": "supports", "inverse": "is supported by", "sign": 1},
  {"id": "knows", "symmetric": true},
  {"id": "part-of", "label": "part-of", "inverse": "has as a part"},
  {"id": "gives money", "inverse": "gets money of", "sign": 1}]}
JSON
# ann → ben → cat → dan ← eve, eve – ann; a chain p0 … p3 with a branch; ann pays the militia p0.
cat >rows/corpus.json <<'JSON'
{"relata": 1, "schema": "schema.json",
 "actors": [{"id": "ann", "type": "person"}, {"id": "ben", "type": "person", "aliases": ["Benjamin the Elder"]},
  {"id": "cat", "type": "person"}, {"id": "dan", "type": "person"}, {"id": "eve", "type": "person"},
  {"id": "p0", "type": "militia"}, {"id": "p1", "type": "group"}, {"id": "p2", "type": "group"},
  {"id": "p3", "type": "group"}],
 "documents": [{"id": "d"}],
 "claims": [
  {"from": "ann", "type": "attacks", "to": "ben", "document": "d"},
  {"from": "ben", "type": "supports", "to": "cat", "document": "d"},
  {"from": "cat", "type": "bombs", "to": "dan", "document": "d"},
  {"from": "eve", "type": "attacks", "to": "dan", "document": "d"},
  {"from": "ann", "type": "knows", "to": "eve", "document": "d"},
  {"from": "p0", "type": "part-of", "to": "p1", "document": "d"},
  {"from": "p1", "type": "part-of", "to": "p2", "document": "d"},
  {"from": "p2", "type": "part-of", "to": "p3", "document": "d"},
  {"from": "ann", "type": "gives money", "to": "p0", "document": "d"}]}
JSON

# ── Patterns ──
# A relation is walked along its direction, ^ against it; a type stands for its kinds, not for what it is a kind of; a
# symmetric relation goes both ways.
along 0 ann ben attacks 'ann attacks ben'
along 1 ben ann attacks
along 0 ben ann ^attacks 'ben is attacked by ann'
along 0 cat dan attacks 'cat bombs dan'
along 1 ann ben bombs
along 0 eve ann knows 'eve knows ann'
along 0 eve ann ^knows 'eve knows ann'
along 0 ben ann '(attacks|^attacks)' 'ben is attacked by ann'
# One after the other; spaces do not matter; ^(a/b) is ^b/^a; | binds less than /.
along 0 ann dan 'attacks / supports/attacks' 'ann attacks ben; ben supports cat; cat bombs dan'
along 0 cat ann '^(attacks/supports)' 'cat is supported by ben; ben is attacked by ann'
along 1 cat ann '^(supports/attacks)'
along 0 ann eve 'attacks/supports|knows' 'ann knows eve'
along 0 ann cat 'attacks/supports|knows' 'ann attacks ben; ben supports cat'
along 1 ann cat 'attacks/(supports/knows|knows)'
# ? * + and counts. Nobody is part of oneself, but none is the number of hops that * allows.
along 0 ann ben 'attacks/supports?' 'ann attacks ben'
along 0 ann cat 'attacks/supports?' 'ann attacks ben; ben supports cat'
along 0 p0 p3 part-of+ 'p0 part-of p1; p1 part-of p2; p2 part-of p3'
along 0 p1 p1 'part-of*' ''
says out '^p1 to p1: the same actor$'
along 1 p1 p1 part-of+
along 0 p0 p2 'part-of{2}' 'p0 part-of p1; p1 part-of p2'
along 1 p0 p3 'part-of{2}'
along 1 p0 p1 'part-of{2}'
along 1 p0 p3 'part-of{1,2}'
along 0 p0 p1 'part-of{1,2}'
along 1 p0 p1 'part-of{2,}'
along 0 p0 p3 'part-of{ 2 , }'
along 0 p2 p2 'part-of{,2}'
along 0 p0 p3 'part-of{,}'
along 0 p2 p2 'part-of{ , }'
along 0 p0 p3 '(part-of?)+'
along 0 p0 p3 '(part-of{1,2}){2}'
along 1 p0 p3 'part-of{,2}'
along 0 ann p3 "'gives money'/part-of{3}"
# Any relation, none of these (a kind of them neither), signs; ^ in front of each.
along 0 ann ben . 'ann attacks ben'
along 1 ben ann .
along 0 ben ann ^. 'ben is attacked by ann'
along 1 cat dan !attacks
along 0 ann ben !bombs 'ann attacks ben'
along 1 cat ben '!(attacks|^supports)'
along 0 cat ben '!(attacks|^attacks)' 'cat is supported by ben'
along 1 cat ben '!attacks' # it names none against, so none against fits: SPARQL 1.1, 18.4
# But none is any, along it: SPARQL 1.1 allows the empty set.
along 0 ann ben '!()' 'ann attacks ben'
along 1 ben ann '!( )'
along 0 ben ann '^!()' 'ben is attacked by ann'
along 1 cat dan '!([0]|[+]|attacks)'
along 0 ann ben '!([0]|[+]|bombs)' 'ann attacks ben'
along 0 ben cat '[+]' 'ben supports cat'
along 1 ann ben '[+]'
along 0 cat ben '^[+]' 'cat is supported by ben'
along 0 cat dan '[-]' 'cat bombs dan'
along 0 ann eve '[0]' 'ann knows eve'
along 0 ann cat '[-+]{2}' 'ann attacks ben; ben supports cat'
along 1 ann cat '![+]{2}'
# Tests of actors take no hop: by type and its kinds, by id, name or alias, negated, at either end.
along 0 ann p1 '(.|^.)+/<type=militia>/part-of' 'ann gives money p0; p0 part-of p1'
along 0 ann p1 './<type=group>/./<type=group>' 'ann gives money p0; p0 part-of p1'
along 1 ann p1 './<type!=group>/.'
along 1 p0 p2 './<type=militia>/.'
along 0 p0 p2 '<type=militia>/.{2}'
along 0 ann dan '(.|^.)+/<id=Benjamin the Elder|p0>/(.|^.)+' 'ann attacks ben; ben supports cat; cat bombs dan'
along 0 ann dan '(.|^.)/<id!=ben>(.|^.)' 'ann knows eve; eve attacks dan'
along 1 ann dan '(.|^.)/<id!=eve>(.|^.)'
along 0 ann cat './<id="Benjamin the Elder">/.'
# What serves once cannot serve again, unless that is asked for: out and back by one tie is a walk, and a circle.
along 1 ann ann 'attacks/^attacks'
says out '^The whole pattern, attacks/\^attacks, leads to ann, if what may not come twice does\.$'
says out '^Without --mode trail, with --mode walk, there is one:$'
ask 0 ann ann --along 'attacks/^attacks' --mode walk
way 'ann attacks ben; ben is attacked by ann'
ask 0 ann ann --along 'attacks/^attacks' --mode simple
way 'ann attacks ben; ben is attacked by ann'
ask 1 ann ann --along 'attacks/^attacks' --simple
says out '^Without --mode acyclic, with --mode simple, there is one:$'
# An actor may come twice along a pattern: the way leads through dan by two ties, and on from ann.
circle='(attacks|supports|knows|^attacks)'
ask 0 ann p0 --along "$circle{5}/'gives money'"
way 'ann attacks ben; ben supports cat; cat bombs dan; dan is attacked by eve; eve knows ann; ann gives money p0'
ask 1 ann p0 --along "$circle{5}/'gives money'" --mode acyclic
says out '^Without --mode acyclic, with --mode trail, there is one:$'
# A circle goes round once, in either direction; a trail is one, too.
ask 0 ann ann --along "$circle+" --mode simple -k 9 --max-hops 5
says out '^Path 3 of 3, ann to ann: 5 hops$'
ask 0 ann ann --along "$circle{5}" --all
way 'ann attacks ben; ben supports cat; cat bombs dan; dan is attacked by eve; eve knows ann'
ask 1 ann ann --along "$circle{5}" --simple --all
ask 0 ann ann --mode simple --groups 2
says out '^Path 1, ann to ann: the same actor$'
# The same names quoted either way; hostile bytes are shown, not obeyed.
along 0 ann p0 '"gives money"' 'ann gives money p0'

# Each line of --pattern-help is a pattern that can be parsed once its names are names of the corpus.
expect 0 path --pattern-help
cp out help
for piece in '\^attacks ' 'attacks/supports ' 'attacks\|threatens' 'part-of\?' 'part-of\*' 'part-of\+' '\{2\}' '\{1,3\}' '\{2,\}' '\{,3\}' \
  '!attacks  !\(a\|\^b\)' '\[-\]  \[0\]  \[\+\]' '<type=person>' '<type!=state>' '<id=taliban\|isis>' "'claims responsibility'"; do
  says help "$piece"
done
expect 0 reach --pattern-help
cmp -s out help || fail "reach explains patterns in other words than path"

# ── Errors in patterns: what was expected, and a caret below the place ──
wrong() {
  ask 2 ann ben --along "$1"
  caret "$2" "$1"
  says err "^relata: --along: $3"
}
wrong 'attacks/' 8 'the pattern ends where a relation type,'
wrong '' 0 'the pattern ends where a relation type,'
wrong 'attacks//supports' 8 'a relation type, .* is expected here'
wrong '(attacks|supports' 17 "the pattern ends where '/', '\|' or '\)' is expected"
wrong 'attacks)' 7 "'/', '\|', a count or the end of the pattern is expected here"
wrong 'attacks{3,1}' 8 'the first number is greater than the second'
wrong 'attacks{}' 8 'a number is expected here'
wrong 'attacks**' 8 'a part has one count; brackets give it another, as in \(a\?\)\+'
wrong 'attacks{2} {3}' 11 'a part has one count'
wrong '(attacks|^attacks)+?' 19 'a part has one count'
wrong 'attacks-' 0 "no relation type is called 'attacks-'; did you mean 'attacks'\?"
wrong '-attacks' 0 "no relation type is called '-attacks'; did you mean 'attacks'\?"
wrong '<type=group->/.' 6 "no actor type is called 'group-'; did you mean 'group'\?"
wrong 'attacks{x}' 8 'a number is expected here'
wrong 'attacks{2' 9 "the pattern ends where '}' is expected"
wrong 'attacks{65}' 8 'a part can be repeated at most 63 times'
wrong '[x]' 1 'a sign: - \(hostile\), 0 \(neutral\) or \+ \(friendly\) is expected here'
wrong '[+' 2 "the pattern ends where '\]' is expected"
wrong '!(attacks/supports)' 9 "'\|' or '\)' is expected here"
wrong '<kind=person>' 1 "'type=' or 'id=' is expected here"
wrong '<type person>' 6 "'=' or '!=' is expected here"
wrong '<type=person' 12 "the pattern ends where '\|' or '>' is expected"
wrong "attacks/'gives money" 8 'this quotation mark is not closed'
# The nearest name, of the right kind; the caret counts the columns of a terminal, where 戦 takes two.
wrong '(knows|atacks)/.' 7 "no relation type is called 'atacks'; did you mean 'attacks'\?"
wrong '<type=militai>/.' 6 "no actor type is called 'militai'; did you mean 'militia'\?"
wrong './<id=戦|Benjamn the Elder>/.' 6 "no actor .*戦"
wrong "'戦'/x" 0 "no relation type is called '戦'"
wrong './<id=Benjamn the Elder>' 6 'no actor .*; nearest: ben'

# ── Orders ──
# s → t directly by one possible claim; by x, each hop of two origins; by h, who knows many.
mkdir orders
cat >orders/schema.json <<'JSON'
{"relata": 1, "actor_types": [{"id": "person"}, {"id": "leaf"}],
 "relation_types": [{"id": "knows", "symmetric": true}, {"id": "meets", "symmetric": true, "kind": "event"}]}
JSON
cat >orders/corpus.json <<'JSON'
{"relata": 1, "schema": "schema.json",
 "actors": [{"id": "s"}, {"id": "t"}, {"id": "x"}, {"id": "y"}, {"id": "h", "type": "person"}, {"id": "u"}, {"id": "v"},
  {"id": "p"}, {"id": "q"}, {"id": "l1", "type": "leaf"}, {"id": "l2", "type": "leaf"}, {"id": "l3", "type": "leaf"}],
 "documents": [{"id": "one", "origin": "One"}, {"id": "two", "origin": "Two"}, {"id": "copy", "origin": "One"}],
 "claims": [
  {"from": "s", "type": "knows", "to": "t", "document": "one", "certainty": "possible"},
  {"from": "s", "type": "knows", "to": "t", "document": "copy", "certainty": "possible"},
  {"from": "s", "type": "knows", "to": "x", "document": "one"}, {"from": "s", "type": "knows", "to": "x", "document": "two"},
  {"from": "x", "type": "knows", "to": "t", "document": "one"}, {"from": "x", "type": "knows", "to": "t", "document": "two"},
  {"from": "s", "type": "knows", "to": "y", "document": "one", "confidence": 0.99},
  {"from": "y", "type": "knows", "to": "t", "document": "one", "confidence": 0.98},
  {"from": "u", "type": "knows", "to": "h", "document": "one"}, {"from": "h", "type": "knows", "to": "v", "document": "one"},
  {"from": "h", "type": "knows", "to": "l1", "document": "one"}, {"from": "h", "type": "knows", "to": "l2", "document": "one"},
  {"from": "h", "type": "knows", "to": "l3", "document": "one"},
  {"from": "u", "type": "knows", "to": "p", "document": "one"}, {"from": "p", "type": "knows", "to": "q", "document": "one"},
  {"from": "q", "type": "knows", "to": "v", "document": "one"}]}
JSON
order() {
  asked="path $*"
  expect 0 path -c orders "$@"
}
order s t
way 's knows t'
# Two documents of one origin are one voice: the direct tie has a corroboration of 1, those by x have 2.
order s t --strongest
way 's knows x; x knows t'
says out '^s to t: 2 hops, the weakest of them certain and affirmed by 2 origins$'
order s t --strongest --avoid x,y
says out '^s to t: 1 hop, possible and affirmed by 1 origin$'
# 0.99 × 0.98 is more than the direct 0.5 and than 0.93 × 0.93 by x.
order s t --most-reliable
way 's knows y; y knows t'
says out '^s to t: 2 hops, all of them true with a confidence of 0\.97$'
order s t --most-reliable --avoid y
says out 'a confidence of 0\.86$'
order s t --most-reliable -k 3
way 's knows y; y knows t; s knows x; x knows t; s knows t'
says out '^Path 3 of 3, s to t: 1 hop, true with a confidence of 0\.50$'
# h has 5 neighbours, p and q together 4; without the leaves h has only 2.
order u v
way 'u knows h; h knows v'
order u v --avoid-hubs
way 'u knows p; p knows q; q knows v'
order u v --avoid-hubs --not-type leaf
way 'u knows h; h knows v'
order u v --avoid-hubs --max-hops 2
way 'u knows h; h knows v'
order u v --avoid-hubs -k 2
way 'u knows p; p knows q; q knows v; u knows h; h knows v'
order s t --strongest --along 'knows{2}' --avoid x
way 's knows y; y knows t'

# Each hop not before the one before it. By m the second hop is a year too early; by n both are of 2020, in which order
# nobody says; by o and r it is surely in order.
mkdir times
cat >times/schema.json <<'JSON'
{"relata": 1, "relation_types": [{"id": "meets", "symmetric": true, "kind": "event"}, {"id": "hosts", "kind": "state"}]}
JSON
cat >times/corpus.json <<'JSON'
{"relata": 1, "schema": "schema.json",
 "actors": [{"id": "a"}, {"id": "m"}, {"id": "n"}, {"id": "o"}, {"id": "r"}, {"id": "z"}, {"id": "w"}],
 "documents": [{"id": "d"}],
 "claims": [
  {"from": "a", "type": "meets", "to": "m", "when": "2020", "document": "d"},
  {"from": "m", "type": "meets", "to": "z", "when": "2019", "document": "d"},
  {"from": "a", "type": "meets", "to": "n", "when": "2020", "document": "d"},
  {"from": "n", "type": "meets", "to": "z", "when": "2020", "document": "d"},
  {"from": "a", "type": "meets", "to": "o", "when": "2019-05", "document": "d"},
  {"from": "o", "type": "meets", "to": "r", "when": "2019-06", "document": "d"},
  {"from": "r", "type": "meets", "to": "z", "when": "2020", "document": "d"},
  {"from": "m", "type": "meets", "to": "w", "document": "d"}]}
JSON
timely() {
  asked="path $*"
  code=$1
  shift
  expect "$code" path -c times "$@"
}
timely 0 a z
way 'a meets m; m meets z' # m comes before n by id
timely 0 a z --in-order
way 'a meets n; n meets z'
timely 0 a z --in-order --surely
way 'a meets o; o meets r; r meets z'
timely 0 z a --in-order # the other way round it is m who is in order
way 'z meets m; m meets a'
timely 0 a w --in-order # an undated hop fits anywhere, but surely only alone
timely 1 a w --in-order --surely
says out '^Without --surely there is one:$'
timely 0 m w --in-order --surely
timely 1 a z --in-order --avoid n,o
says out '^Without --avoid n,o there is one:$' # before --in-order, as it stands before it among the options
timely 0 a z --in-order -k 5
way 'a meets n; n meets z; a meets o; o meets r; r meets z'

# ── How many ──
# Five who all know each other: between two of them 1 path of 1 hop, 3 of 2, 6 of 3 and 6 of 4 visit nobody twice.
mkdir five
echo '{"relata": 1, "relation_types": [{"id": "knows", "symmetric": true}, {"id": "sees"}]}' >five/schema.json
{
  printf '{"relata": 1, "schema": "schema.json", "actors": [{"id": "v1"}, {"id": "v2"}, {"id": "v3"}, {"id": "v4"}, {"id": "v5"}], "documents": [{"id": "d"}], "claims": ['
  comma=
  for pair in 12 13 14 15 23 24 25 34 35 45; do
    printf '%s\n{"from": "v%s", "type": "knows", "to": "v%s", "document": "d"}' "$comma" "${pair%?}" "${pair#?}"
    comma=,
  done
  printf ']}\n'
} >five/corpus.json
# count CODE PATHS ARGUMENTS…
count() {
  code=$1
  number=$2
  shift 2
  asked="path $*"
  expect "$code" path -c five "$@"
  got=$(grep -Ec '^(Path [0-9]+( of [0-9]+)?, )?v[0-9] to v[0-9]' out)
  [ "$got" -eq "$number" ] || fail "relata $asked: $got paths, expected $number"
}
count 0 16 v1 v2 --simple
grep -q 'Only the first' out && fail "all paths are there, and a cut is said"
count 0 10 v1 v2 --simple --max-hops 3
count 0 4 v1 v2 --simple --max-hops 2
way 'v1 knows v2; v1 knows v3; v3 knows v2; v1 knows v4; v4 knows v2; v1 knows v5; v5 knows v2'
count 0 3 v1 v2 --simple --max-hops 2 --limit 3
says out '^Only the first 3; --limit raises the cap\.$'
count 0 4 v1 v2 --simple --max-hops 2 --limit 4
grep -q 'Only the first' out && fail "the cap that was just reached is said to have cut"
count 0 1 v1 v2 --all
count 0 3 v1 v2 --all --along '(.|^.){2}'
count 0 2 v1 v2 --all --along '(.|^.){2}' --limit 2
says out '^Only the first 2; --limit raises the cap\.$'
count 0 1 v1 v2
says out '^There are other paths: -k N .*, --all those'
count 0 5 v1 v2 -k 5
says out '^Path 5 of 5, v1 to v2: 3 hops$'
count 0 16 v1 v2 -k 100
count 0 4 v1 v2 --groups 2
count 0 10 v1 v2 --groups 3
count 0 2 v1 v2 --groups 3 --limit 2
says out '^Only the first 2; --limit raises the cap\.$'
count 0 16 v1 v2 --every
count 0 1 v1 v2 --any
grep -q 'There are other' out && fail "any path will do, and others are spoken of"
count 0 1 v1 v2 --simple --all
count 0 5 v1 v2 --mode acyclic --paths 5
# With walks there is no end; of 3 hops there are 13 between two of five: 4 at the third actor, less one step back each.
count 0 17 v1 v2 --mode walk --every --max-hops 3
count 0 1000 v1 v2 --mode walk --every
says out '^Only the first 1000; --limit raises the cap\.$'
# By way of a dead end one comes back: not as an acyclic path, and by one tie not as a trail.
count 0 1 v1 v2 --via v3 --mode walk
ask 1 eve ben --via p0 --max-hops 9
says out '^Without --mode acyclic, with --mode walk, there is one:$'
way 'eve knows ann; ann gives money p0; p0 gets money of ann; ann attacks ben'
ask 1 eve ben --via p0 --mode trail
ask 0 eve ben --via p0 --mode walk --all
# The first of two is the one, also where it comes to an actor twice; that there is another is said where it is so.
count 0 1 v1 v2 --along '(.|^.){4}'
says out '^There are other paths: -k N '
sed -n '2,$p' out | grep '^[0-9]' >first
count 0 2 v1 v2 --along '(.|^.){4}' -k 2
grep '^[0-9]' out | head -n 4 | cmp -s - first || fail "the first of two is another than the one"
ask 0 ann dan --along 'attacks/supports/attacks'
grep -q 'There are other' out && fail "there is no other path, and others are spoken of"
ask 0 ann dan --along 'attacks/supports/attacks/(^attacks/attacks)*' --mode walk
says out '^There are other paths: -k N '
# Nobody on the way twice, so with all three between there are 3! orders; they are in any order.
count 0 6 v1 v2 --simple --via v3,v4,v5
count 0 1 v1 v2 --via v5,v3
way 'v1 knows v3; v3 knows v5; v5 knows v2'
count 0 5 v1 v2 --simple --avoid v5
# A symmetric tie is walked both ways with --directed, too; of the others none is walked back.
count 0 16 v2 v1 --simple --directed
ask 0 ann dan --directed --all
way 'ann knows eve; eve attacks dan'
ask 0 eve dan --directed --simple
way 'eve attacks dan; eve knows ann; ann attacks ben; ben supports cat; cat bombs dan'
ask 1 dan ann --directed
says out '^Without --directed there is one:$'
way 'dan is attacked by eve; eve knows ann'

# ── What cannot be combined ──
while read -r options; do
  # shellcheck disable=SC2086 # several words
  expect 2 path -c five v1 v2 $options
  one=${options%% *}
  says err "^relata: .*$one.* cannot be combined: [a-z-]"
done <<'PAIRS'
--all -k 3
--all --every
--groups 2 --any
--every --paths 3
--simple --mode walk
--any --strongest
--any --most-reliable
--any --avoid-hubs
--directed --along .
--strongest --most-reliable
--strongest --avoid-hubs
--most-reliable --avoid-hubs
--in-order --strongest
--in-order --most-reliable
--in-order --avoid-hubs
--json --markdown
PAIRS
expect 2 path -c five v1 v2 --surely --possibly
says err 'two readings of the same dates'
expect 2 path -c five v1 v2 --limit 3
says err '\-\-limit .*--all.*--simple'
expect 2 path -c five v1 v2 --mode trial
says err "did you mean 'trail'"
expect 2 path -c five v1 v2 --max-hops 0
says err "from 1 to [0-9]+, not '0'"
expect 2 path -c five v1 v2 --via v9
says err "^relata: --via: .*v9"

# ── Forms ──
# Words of strangers are no markup.
mkdir marked
cat >marked/corpus.json <<'JSON'
{"relata": 1, "actors": [{"id": "a", "name": "*Star* [x](http://y) <b>&amp;"}, {"id": "b", "name": "# b | `c` \\ ~d~ _e_"}],
 "documents": [{"id": "d_1", "origin": "<Origin>"}],
 "claims": [{"from": "a", "type": "knows", "to": "b", "document": "d_1", "text": "</p> **bold**\n# head", "note": "![i](j)"}]}
JSON
expect 0 path -c marked a b --markdown
star='**\*Star\* \[x\](http://y) \<b\>\&amp;**'
# shellcheck disable=SC2016 # the backticks are meant
hash='**\# b \| \`c\` \\ \~d\~ \_e\_**'
for words in "## $star to $hash: 1 hop" "1. $star knows $hash (undated; in d\\_1, from \\<Origin\\>)" '\</p\> \*\*bold\*\*' \
  '!\[i\](j)'; do
  grep -Fq -- "$words" out || fail "Markdown lacks: $words"
done
grep -Eq '^# head' out && fail "a line of the evidence is a heading"
expect 1 path -c marked a b --corroboration 2 --markdown
says out '^Without --corroboration 2 there is one:$'
grep -Fq "No path from $star to $hash." out || fail "a no in Markdown does not escape names"

expect 0 path -c rows ann dan --along 'attacks/supports/attacks' --json
python3 -I -S - <<'PY' || fail "--json does not hold the way"
import json
answer = json.load(open("out"))
hops = [(hop["from"], hop["relation"], hop["direction"], hop["to"]) for hop in answer["paths"][0]["hops"]]
assert hops == [("ann", "attacks", "forward", "ben"), ("ben", "supports", "forward", "cat"), ("cat", "bombs", "forward", "dan")]
assert (answer["from"], answer["to"], len(answer["paths"]), answer["cut"], answer["gave_up"]) == ("ann", "dan", 1, False, False)
assert [claim["document"] for claim in answer["paths"][0]["hops"][2]["claims"]] == ["d"]
PY

# The same bytes on two runs; nobody complains of a reader that stops early.
for form in '' --json --markdown; do
  # shellcheck disable=SC2086 # no word where there is no form
  "$RELATA" path -c five v1 v2 --simple $form >one 2>&1 && "$RELATA" path -c five v1 v2 --simple $form >two 2>&1
  cmp -s one two || fail "path --simple $form differs from run to run"
  # shellcheck disable=SC2086
  { "$RELATA" path -c five v1 v2 --simple $form 2>err; echo $? >code; } | head -n 1 >/dev/null
  [ -s err ] && fail "a closed pipe is complained of: $(cat err)"
  [ "$(cat code)" = 0 ] || fail "a closed pipe is a failure: exit $(cat code)"
done
finish
