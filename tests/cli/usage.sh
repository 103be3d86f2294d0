#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Exit codes, misspellings, and where the corpus comes from.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021
cd "$WORK" || exit 1

expect 2
expect 0 --version
# The version is written in src/relata.h; those who cannot include it say the same.
version=$(sed -n 's/^#define RELATA_VERSION "\(.*\)"$/\1/p' "$SOURCE/src/relata.h")
[ "$(head -n 1 "$WORK/out")" = "relata $version" ] || fail "--version is not that of relata.h: $version"
grep -q "^\.TH RELATA 1 [0-9-]* \"relata $version\"" "$SOURCE/src/cli/relata.1" || fail "the man page is not of $version"
latest=$(sed -n 's/^## \[\(.*\)\] - .*/\1/p' "$SOURCE/CHANGELOG.md" | head -n 1)
[ "$latest" = "$version" ] || fail "CHANGELOG.md begins with '$latest', not with $version"
says out '^relata [0-9]+\.[0-9]+\.[0-9]+$'
expect 0 --help
expect 2 pth
says err "did you mean 'path'"
expect 2 rank --tpo 3 -c "$KABUL"
says err "no option --tpo; did you mean '--top'"
expect 2 rank --by betweeness -c "$KABUL"
says err "did you mean 'betweenness'"
expect 2 path -c "$KABUL" ISIS-K
says err 'an argument is missing; usage: relata path FROM TO'
expect 2 path -c "$KABUL" a b c
expect 2 path -c "$KABUL" "Antony Blinkn" China
says err 'nearest: Antony Blinken'
expect 2 path -c "$KABUL" ISIS-K US --relation atacks
says err "did you mean 'attacks'"
expect 2 path -c "$KABUL" ISIS-K US --as-of 2021-13
says err 'expected a month'
expect 2 path -c "$KABUL" ISIS-K US --certainty sure
says err 'possible, probable or certain'
expect 2 completion tcsh
says err "no shell is called 'tcsh'"
expect 2 draw -c "$KABUL" --parallel bundel
says err "expected auto, apart or bundle, not 'bundel'; did you mean 'bundle'"
expect 2 draw -c "$KABUL" --around ISIS-K --between ISIS-K,China
says err '--between and --around cannot be combined: each names the part'
expect 2 path -c "$KABUL" ISIS-K US --sign x
expect 2 path -c "$KABUL" ISIS-K US --all -k 3
says err 'cannot be combined'
expect 2 rank -c "$KABUL" --top x
expect 2 export -c "$KABUL" --to graphm
says err "did you mean 'graphml'"
expect 3 check "$WORK/nowhere"
says err 'nowhere'
mkdir empty
expect 3 check empty

# A switch takes no value; a number has bounds; what cannot be combined says so.
expect 2 rank -c "$KABUL" --dated=no
says err '\-\-dated takes no value'
expect 2 rank -c "$KABUL" --top 0
says err "from 1 to [0-9]+, not '0'"
expect 2 path -c "$KABUL" ISIS-K US -k 1000000
says err 'from 1 to 10000'

# A reader that stops early is no failure.
"$RELATA" actors -c "$KABUL" 2>"$WORK/err" | head -n 1 >/dev/null
[ -s "$WORK/err" ] && fail "a closed pipe is complained of"

# Many diagnostics on one long line are shown in no time, each with its place and caret.
mkdir one-line
{
  printf '{"events":['
  i=0
  while [ $i -lt 1500 ]; do
    printf '{"id":"e%d","type":"x"},' $i
    i=$((i + 1))
  done
  printf '{"id":"last","type":"x"}]}'
} >one-line/corpus.json
expect 0 check one-line --notes all
says out '^one-line/corpus.json:1:[0-9]{4,}: warning'
says out '^       \| +\^$'

# What is known by a date: an undated publication is let through, said, and left out by --dated.
mkdir known
printf '%s' '{"documents":[{"id":"d","title":"D"},{"id":"e","published":"2021-08"}],
 "claims":[{"type":"r","from":"a","to":"b","document":"d","text":"t"},
           {"type":"r","from":"b","to":"c","document":"e","text":"t"},
           {"type":"r","from":"a","to":"c","document":"d","text":"t","stance":"denies"}]}' >known/corpus.json
expect 0 path -c known a b --known-by 2021-08-15
says err '1 of 1 selected claims are undated'
expect 1 path -c known a b --known-by 2021-08-15 --dated
expect 1 path -c known b c --known-by 2021-08-15
expect 0 path -c known b c --known-by 2021-08-31
expect 1 path -c known a c --max-hops 1
says err '1 tie is only denied'
expect 0 show -c known a
says out '^  r c · only denied'
expect 0 export -c known --to csv
says err '1 tie is only denied'

# A view may lie beside the corpus that it draws.
cp "$SOURCE/graphs/isis-k.view.json" known/
expect 0 check known
says out '^0 errors'

# "-" is standard output.
expect 0 export -c known --to json -o -
says out '"ties"'
[ -e - ] && fail "-o - made a file"

# The corpus: -c, else RELATA_CORPUS, else the current folder.
expect 2 rank
says err 'no corpus'
expect 0 rank -c "$KABUL"
cp out by-option
RELATA_CORPUS=$KABUL
export RELATA_CORPUS
expect 0 rank
cmp -s out by-option || fail "RELATA_CORPUS gives another answer than -c"
unset RELATA_CORPUS
(cd "$KABUL" && "$RELATA" rank) >here || fail "no answer in the corpus's folder"
cmp -s here by-option || fail "the current folder gives another answer than -c"
expect 0 check "$KABUL" "$SOURCE/data/florentine"
expect 0 check -c "$KABUL" -q

# Every command explains itself.
for command in $("$RELATA" completion --list command); do
  expect 0 "$command" --help
  says out "^usage: relata $command"
  expect 0 help "$command"
  # Kinds of words are spelt out, and no option comes from two tables.
  grep -E '[{}]' "$WORK/out" && fail "the help of $command names a kind that is none"
  twice=$(grep -oE '^ +(-., )?--[a-z-]+' "$WORK/out" | grep -oE -- '--[a-z-]+' | sort | uniq -d)
  [ -z "$twice" ] || fail "$command has twice: $twice"
done
expect 0 --help
grep -E '[{}]' "$WORK/out" && fail "the overview names a kind that is none"
expect 2 help pth

# Never an empty answer: a selection that leaves nothing says which filter did.
expect 1 rank -c "$KABUL" --relation attacks --sign +
says err 'relation attacks removes'
expect 1 actors -c "$KABUL" "nobody of this name"

# A misspelt output, an unwritable one: the old file stays.
echo old >keep.svg
mkdir blocked
expect 4 export -c "$KABUL" --to json -o blocked/none/x.json
expect 4 export -c "$KABUL" --to json -o blocked
expect 2 export -c "$KABUL" --to nothing -o keep.svg
[ "$(cat keep.svg)" = old ] || fail "a failed export changed a file"

# The same bytes on every run; no colour codes in a file.
for command in "rank --by betweenness,pagerank,eigenvector,constraint" "path ISIS-K China --all" "show taliban" \
  "export --to json" "export --to graphml" "export --to csv"; do
  # shellcheck disable=SC2086
  "$RELATA" $command -c "$KABUL" >one 2>&1
  # shellcheck disable=SC2086
  "$RELATA" $command -c "$KABUL" >two 2>&1
  cmp -s one two || fail "$command differs from run to run"
  grep -q "$(printf '\033')" one && fail "$command writes colour codes into a file"
done
finish
