#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What goes in and out: outputs that cannot be written, empty lists, filters on all that is shown, no answers in
# JSON, what a terminal would obey.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021
cd "$WORK" || exit 1

# never FILE PATTERN: no line of it fits.
never() {
  if grep -Eq -- "$2" "$WORK/$1"; then
    fail "$1 says '$2'"
  fi
}

# Standard output that takes nothing is a failure, streamed or not; a reader that has seen enough is none.
printf 'Taliban,China\nISIS-K,US\n' >pairs.csv
for words in "rank" "path Taliban China --simple --limit 400" "path --batch pairs.csv"; do
  code=0
  # shellcheck disable=SC2086
  "$RELATA" $words -c "$KABUL" >/dev/full 2>"$WORK/err" || code=$?
  [ "$code" -eq 4 ] || fail "$words on a full device ends with $code"
  says err 'standard output cannot be written'
  code=0
  # shellcheck disable=SC2086
  "$RELATA" $words -c "$KABUL" >&- 2>"$WORK/err" || code=$?
  [ "$code" -eq 4 ] || fail "$words without standard output ends with $code"
done

# A line without end is no text, and is not kept.
code=0
head -c 200000000 /dev/zero | tr '\0' 'x' | "$RELATA" path -c "$KABUL" --batch - >"$WORK/out" 2>"$WORK/err" || code=$?
[ "$code" -eq 3 ] || fail "a line without end ends with $code"
printf 'path --batch -\nTaliban,China\n' >script
code=0
"$RELATA" shell -c "$KABUL" <script >"$WORK/out" 2>"$WORK/err" || code=$?
[ "$code" -eq 2 ] || fail "a batch of the shell's own lines ends with $code"
says err "standard input holds the lines of the shell"

# A variable that is not set is no constraint lifted.
expect 2 path -c "$KABUL" Taliban Iran --avoid ""
says err '--avoid: expected ACTORS'
expect 2 path -c "$KABUL" Taliban Iran --via ,
expect 2 connect -c "$KABUL" Taliban Iran --avoid ""

# show: figures and documents are filtered as ties are.
expect 0 show -c "$KABUL" Taliban --known-by 2021-08-26
never out '2021-09-24'
expect 0 show -c "$KABUL" Taliban --known-by 2021-08-26 --json
never out '2021-09-24'
expect 0 show -c "$KABUL" 2021-09-24-isis-k-targets-taliban --known-by 2021-08-26
says out '^figures \(0\)$'
says out '^claims \(0\)$'
expect 0 show -c "$KABUL" Taliban --document 2021-08-26-who-are-isis-k --json
never out '"document":	"2021-08-2[57]|"document":	"2021-0[89]-[23][04]'
expect 0 show -c "$KABUL" 2021-09-24-isis-k-targets-taliban
all=$(grep -c '^    ' "$WORK/out")
expect 0 show -c "$KABUL" 2021-09-24-isis-k-targets-taliban --corroboration 2
[ "$(grep -c '^    ' "$WORK/out")" -lt "$all" ] || fail "--corroboration does not concern a document's claims"

# A no in JSON is JSON.
for words in "reach ISIS-K" "common ISIS-K China" "rank"; do
  # shellcheck disable=SC2086
  expect 1 $words -c "$KABUL" --type medium --json
  cp out "no-${words%% *}"
done

# What a terminal would obey is written as an escape.
mkdir hostile
printf '{"relata": 1, "documents": [{"id": "d"}],
"actors": [{"id": "a", "name": "A\\u009b31m\\u202e"}, {"id": "b", "name": "B\\rC"}],
"claims": [{"type": "t", "from": "a", "to": "b", "document": "d"}]}\n' >hostile/corpus.json
for words in "actors --json" "export --to json" "rank --json"; do
  # shellcheck disable=SC2086
  expect 0 $words -c hostile
  cp out "escaped-${words%% *}"
done
python3 -I -S - no-* escaped-* <<'PY' || fail "no JSON, or not escaped"
import json, sys
assert len(sys.argv) == 1 + 3 + 3
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        text = file.read()
    answer = json.loads(text)
    if name.startswith("escaped-"):
        assert "\x9b" not in text and "\u202e" not in text, name
        assert any(actor["name"] == "A\x9b31m\u202e" for actor in answer["actors"]), name
PY
expect 0 export -c hostile --to graphml
if tr -d '\n' <"$WORK/out" | grep -q "$(printf '\r')"; then
  fail "a carriage return in GraphML"
fi

# Names of outputs.
expect 2 draw -c "$KABUL" -o ""
expect 2 draw -c "$KABUL" --to svg -o x.png
says err 'contradict each other'
expect 4 draw -c "$KABUL" -o nowhere/x.svg
says err 'nowhere/x\.svg: there is no folder nowhere$'
expect 4 export -c "$KABUL" -o hostile
says err 'hostile: is a folder'

# What is of no format is unusable, not misuse.
expect 3 check "$SOURCE/README.md"

# The names that answers use are understood, and listed.
expect 0 types -c "$KABUL"
says out '^attacks +attacks +is attacked by +hostile +opposes +[0-9]+$'
says out '^armed-group +armed group '
expect 0 path -c "$KABUL" China ISIS-K --along "'puts pressure on'/[-]"
says out '^1\. China puts pressure on Taliban'
expect 2 path -c "$KABUL" Taliban China --along "'is put under pressure by'"
says err 'read backward: write \^pressures'
expect 0 rank -c "$KABUL" --relation "puts pressure on"
expect 0 help formats
says out '^  brat '
says out '^  graphml '
says out '^  pdf '

expect 0 actors -c "$KABUL" abu omar
says out 'Abu Omar Khorasani'
expect 2 show -c "$KABUL" nosuch
says err 'no document has that id or title; no actor is called'
expect 2 common -c "$KABUL" Taliban Taliban
finish
