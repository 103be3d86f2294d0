#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# relata path without a path: for each kind of constraint, which one option is in the way, and the path without it; how
# far each end reaches, and how far a pattern could be followed.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

mkdir no
cat >no/schema.json <<'JSON'
{"relata": 1, "actor_types": [{"id": "person"}, {"id": "state"}],
 "relation_types": [{"id": "attacks", "inverse": "is attacked by", "kind": "event", "sign": -1},
  {"id": "supports", "inverse": "is supported by", "sign": 1}]}
JSON
# y attacks z: possible, one origin, of 2020, published in June 2021. The same of w and x without a date. a to c by b, who
# supports c until a month too early. Of e and f nobody says anything that leads further.
cat >no/corpus.json <<'JSON'
{"relata": 1, "schema": "schema.json",
 "actors": [{"id": "y", "type": "person"}, {"id": "z", "type": "person"}, {"id": "w", "type": "person"}, {"id": "x", "type": "state"},
  {"id": "a", "type": "person"}, {"id": "b", "type": "person"}, {"id": "c", "type": "person"}, {"id": "e", "type": "state"},
  {"id": "f", "type": "state"}, {"id": "g"}, {"id": "h"}, {"id": "i"}],
 "documents": [{"id": "june", "published": "2021-06-01"}, {"id": "other", "published": "2021-01-01"}],
 "claims": [
  {"from": "y", "type": "attacks", "to": "z", "document": "june", "when": "2020", "certainty": "possible"},
  {"from": "w", "type": "attacks", "to": "x", "document": "june"},
  {"from": "a", "type": "attacks", "to": "b", "document": "other", "when": "2020-03"},
  {"from": "b", "type": "supports", "to": "c", "document": "other", "when": "2019/2020-02"},
  {"from": "g", "type": "attacks", "to": "h", "document": "june", "when": "2020"},
  {"from": "h", "type": "supports", "to": "i", "document": "other", "certainty": "probable", "by": "e"},
  {"from": "e", "type": "supports", "to": "f", "document": "other"}]}
JSON

# no FROM TO 'OPTION LIFTED' [OTHER OPTIONS…]: there is no path, and lifting this very option opens one.
no() {
  from=$1
  to=$2
  lifted=$3
  shift 3
  # shellcheck disable=SC2086 # the option and its value
  expect 1 path -c no "$from" "$to" $lifted "$@"
  grep -Fqx -- "Without $lifted there is one:" out || {
    fail "$from $to $lifted $*: not said to be in the way"
    cat out >&2
  }
  grep -q "^No path from $from to $to\.$" out || fail "$from $to $lifted: the no is not said"
  grep -Eq "^$from to $to: [12] hops?$" out || fail "$from $to $lifted: the path without it is not shown"
}

# Every filter of a selection on its own; the claim fits all others.
no y z '--relation supports'
no y z '--not-relation attacks'
no y z '--sign +'
no y z '--type state'
says out '^y is left out by the selection\.$'
no y z '--not-type person'
no w x '--not-type state'
says out '^w reaches nobody under these options\.$'
says out '^x is left out by the selection\.$'
no y z '--as-of 1990'
no y z '--during 1990/1991'
no y z '--known-by 2021-05-31'
no w x '--dated'
no y z '--document other'
# What the hops have in common, and what each of them is to be like.
no g i '--same-document'
says out '^g reaches 2 actors, --same-document aside\.$'
no g i '--same-origin'
# without CONDITION PATTERN: of the pattern's conditions this very one is in the way.
without() {
  expect 1 path -c no g i --along "$2"
  says out "^Without the condition $1 in --along there is one:\$"
  says out '^g to i: 2 hops$'
}
without 'during=2019' 'attacks[during=2019]/supports[certainty=probable]'
without 'certainty=certain' 'attacks[during=2020, document=june]/supports[document=other, certainty=certain]'
without 'document=other' 'attacks[document=other]/supports'
without 'by=f' 'attacks[by=f]/supports'
expect 0 path -c no g i --along 'attacks/supports[by=e]'
expect 0 path -c no h i --by e
says out '^h to i: 1 hop$'
no g h '--by e'
expect 2 path -c no h i --by nobody-known
says err "^relata: --by: "
expect 0 rank -c no --by degree
expect 0 export -c no --by e
expect 0 path -c no g i --along 'attacks[during=2020]/supports[document=june|other]'
expect 0 path -c no g h --same-document
says out '^Affirmed by june\.$'
expect 0 path -c no g h --same-origin --json
says out '"affirmed_by":[[:space:]]*\["june"\]'
expect 2 path -c no g i --same-document --same-origin
no y z '--not-document june'
no y z '--certainty probable'
no y z '--corroboration 2'
# How paths are searched.
no z y '--directed'
says out '^z reaches nobody under these options\.$'
says out '^y is reached by nobody under these options\.$'
no a c '--max-hops 1'
says out '^a reaches 1 actor\.$'
no y z '--via e'
no a c '--avoid b'
no a c '--in-order'
expect 1 path -c no z y --along attacks
says out "^Without --along 'attacks' there is one:$"
says out "^Not even the pattern's first hop leads anywhere\.$"

# All that stands in the way by itself is named: the shortest path is shown, the others' options are listed.
cat >both.jsonl <<'END'
{"kind": "corpus", "relata": 1, "title": "both"}
{"kind": "claim", "type": "pays", "from": "a", "to": "b"}
{"kind": "claim", "type": "pays", "from": "b", "to": "c"}
{"kind": "claim", "type": "pays", "from": "c", "to": "a"}
{"kind": "claim", "type": "attacks", "from": "c", "to": "d"}
END
expect 1 path -c both.jsonl a d --along 'pays*/attacks' --max-hops 2
says out "^Without --along 'pays\*/attacks' there is one:$"
says out '^There is also one without --max-hops 2\.$'
expect 1 path -c both.jsonl a d --along 'pays*/attacks' --max-hops 2 --json
says out '"also":	\["without --max-hops 2"\]'
expect 1 path -c both.jsonl a d --along 'pays/pays' # nothing else stands in the way
! grep -q 'There is also' "$WORK/out" || fail 'a path is promised that is not there'

# Of whom the selected documents say nothing there is not even a path without hops. Others have one, also where what is
# said of them is left out otherwise.
for lifted in '--document june' '--not-document other' '--known-by 2020'; do
  # shellcheck disable=SC2086 # the option and its value
  expect 1 path -c no a a $lifted
  says out '^a is left out by the selection\.$'
  says out "^Without $lifted there is one:$"
  says out '^a to a: the same actor$'
  # shellcheck disable=SC2086
  expect 1 path -c no a a --along 'attacks*' $lifted
  # shellcheck disable=SC2086
  expect 1 reach -c no a $lifted
done
expect 0 path -c no a a --document other --relation supports
expect 0 path -c no a a --certainty certain
# Several options of which just one is in the way; it is named, the others stay in force.
no y z '--sign +' --not-document other --max-hops 3 --certainty possible --avoid b
no a c '--avoid b' --document other --as-of 2020
# Two of which the lifting of either opens a path: the shorter path is nearer.
expect 1 path -c no a c --avoid b --max-hops 1
says out '^Lifting any one option would not open a path\.$'
expect 1 path -c no y z --sign + --document other
says out '^Lifting any one option would not open a path\.$'
expect 1 path -c no y e
says out '^y reaches 1 actor\.$'
says out '^Lifting any one option would not open a path\.$'

# How far a pattern could be followed: the longest beginning of it, and who stands there.
far() {
  expect 1 path -c no "$1" "$2" --along "$3"
  grep -Fqx -- "$4" out || {
    fail "$3: not '$4'"
    cat out >&2
  }
}
far a c 'attacks/attacks' 'The pattern, as far as attacks, leads to b.'
far a c 'attacks/supports/supports' 'The pattern, as far as attacks/supports, leads to c.'
far a b 'attacks / supports' 'The whole pattern, attacks / supports, leads to c.'
far a c 'supports/attacks' "Not even the pattern's first hop leads anywhere."
far a c '<id=a>/supports' "Not even the pattern's first hop leads anywhere."
# What is said is a pattern itself, also from within brackets, where it is turned round, and of a repetition cut short.
far a c 'attacks/(supports/attacks|^supports)' 'The pattern, as far as attacks/supports, leads to c.'
far c a '^(attacks/attacks/supports)' 'The pattern, as far as ^supports/^attacks, leads to a.'
far a c '.{3}/supports' 'The pattern, as far as .{2}, leads to c.'
far a c '(attacks/^attacks){2}/supports' 'The pattern, as far as (attacks/^attacks){2}, leads to a.'
far a c '(attacks/supports){2}' 'The pattern, as far as (attacks/supports), leads to c.'
far a c '(attacks/supports){1,2}/attacks' 'The pattern, as far as (attacks/supports){1,2}, leads to c.'
far a b 'attacks*/supports/attacks' 'The pattern, as far as attacks*/supports, leads to c.'
# Tests that the actor reached passes are behind; those that it does not pass are not.
far a c 'attacks/<id=b>/attacks' 'The pattern, as far as attacks/<id=b>, leads to b.'
far a c 'attacks<id=b><type=state>/supports' 'The pattern, as far as attacks/<id=b>, leads to b.'
far a c 'attacks/<id=z>/supports' 'The pattern, as far as attacks, leads to b.'
far a c '.{2}/<type=state>' 'The pattern, as far as .{2}, leads to c.'

# A pattern without a hop cannot be followed.
expect 1 path -c no a c --along '<id=b>'
grep -q pattern out && fail "a hop of the pattern is spoken of where there is none"
# The option is said as a shell takes it.
expect 1 path -c no a c --along "'attacks'"
printf '%s\n' "Without --along ''\\''attacks'\\''' there is one:" >wanted
grep -Fqx -f wanted out || fail "a pattern with quotation marks: $(grep Without out)"

# The same as JSON: the option, the path without it, the reach of both ends (themselves counted), the pattern's progress.
expect 1 path -c no a c --along attacks/attacks --json
python3 -I -S - <<'PY' || fail "--json does not say why there is no path"
import json
answer = json.load(open("out"))
assert answer["paths"] == [] and answer["lift"]["option"] == "--along 'attacks/attacks'", answer["lift"]
assert [hop["to"] for hop in answer["lift"]["path"]["hops"]] == ["b", "c"]
assert answer["progress"] == {"matched": "attacks", "whole": False, "actors": ["b"]}, answer["progress"]
assert answer["reach"] == {"from": 3, "to": 3}, answer["reach"]
PY
expect 1 path -c no y e --json
python3 -I -S -c 'import json; assert json.load(open("out"))["lift"] is None' || fail "--json lifts what need not be lifted"

# A corpus of the world: Colin Clarke heads a centre and otherwise only talks about others. That his reports are left out is
# in the way; once they are asked for, nothing but the hop limit is, and where both are, no option alone.
expect 1 path -c "$SOURCE/data/kabul-2021" "Colin Clarke" China
says out '^Colin Clarke reaches 1 actor\.$'
says out '^With --reporting there is one:$'
expect 1 path -c "$SOURCE/data/kabul-2021" "Colin Clarke" China --max-hops 1 --reporting
says out '^Without --max-hops 1 there is one:$'
expect 1 path -c "$SOURCE/data/kabul-2021" "Colin Clarke" China --max-hops 1
says out '^Lifting any one option would not open a path\.$'
finish
