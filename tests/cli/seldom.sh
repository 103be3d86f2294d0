#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What seldom happens: outputs that cannot be written, formats by ending, lines of brat that refer to the wrong kind, paths
# that were never documented, help without a command.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1
corpus=$SOURCE/data/florentine

expect 0 help
says out 'export'
expect 0 help formats
says out 'graphml'

# Exports: by ending, to a device, to places where nothing can be written.
expect 0 export -c "$corpus" -o net.csv
[ -s net.csv ] || fail "export by ending wrote nothing"
expect 0 export -c "$corpus" --to dot
says out '^digraph'
expect 2 export -c "$corpus" --to grapml
says err "did you mean 'graphml'"
expect 2 export -c "$corpus" --to csv -o net.json
expect 0 export -c "$corpus" --to csv -o /dev/null
if [ -e /dev/full ]; then
  expect 4 export -c "$corpus" --to csv -o /dev/full
  says err '/dev/full: cannot be written'
fi
mkdir folder
expect 4 export -c "$corpus" --to csv -o folder
says err 'folder: is a folder'
expect 4 export -c "$corpus" --to csv -o nowhere/net.csv
says err 'there is no folder nowhere'

# References to lines of another kind are named by what they are.
mkdir brat
printf 'Ann met Bob.' >brat/a.txt
{
  printf 'T1\tPerson 0 3\tAnn\nT2\tPerson 8 11\tBob\n'
  printf 'R1\tmet Arg1:T1 Arg2:T2\nE1\tmet:T1 With:R1\nA1\tNegation R1\n#1\tAnnotatorNotes R1\tby=nobody\n'
  printf 'R2\tmet Arg1:A1 Arg2:T2\nR3\tmet Arg1:E1 Arg2:R1\nE2\tmet:E1\nA2\tNegation A1\n*\tEquiv T1 R1\nR4\tmet Arg1:N9 Arg2:T2\n'
  printf 'N1\tReference A1 person:ann\tAnn\nA3\tNegation N1\n'
} >brat/a.ann
expect 1 check brat
says out 'R1 is a relation'
says out 'A1 is an attribute'
says out 'E1 is an event'

# A path of documents without a date of publication, and of one whose publication has no end.
cat >old.json <<'END'
{"relata": 1, "schema": {"relation_types": [{"id": "knows", "label": "knows"}]},
 "documents": [{"id": "d1", "title": "One"}, {"id": "d2", "title": "Two", "published": "2020/.."}],
 "actors": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
 "claims": [{"id": "1", "type": "knows", "from": "a", "to": "b", "document": "d1"},
            {"id": "2", "type": "knows", "from": "b", "to": "c", "document": "d2"}]}
END
expect 0 path -c old.json a c --robust
says out 'documented'
expect 0 path -c old.json a b --robust
says out 'known at any time'
finish
