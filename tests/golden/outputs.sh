#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every textual output of the Florentine corpus, byte for byte. RELATA_GOLDEN=update writes the files anew: read the
# difference before you commit it.
. "$(dirname "$0")/../cli/lib.sh"
cd "$SOURCE" || exit 1

# golden FILE ARGUMENTS…
golden() {
  file=tests/golden/$1
  shift
  # shellcheck disable=SC2086 # the third word is several
  expect "$1" "$2" -c data/florentine $3
  if [ "${RELATA_GOLDEN-}" = update ]; then
    cp "$WORK/out" "$file"
  elif ! diff -u "$file" "$WORK/out" >"$WORK/diff"; then
    fail "relata $2 $3 differs from $file"
    head -20 "$WORK/diff" >&2
  fi
}

golden florentine.json 0 export '--to json'
golden florentine.csv 0 export '--to csv'
golden florentine.dot 0 export '--to dot'
golden rank.txt 0 rank '--by betweenness,closeness,harmonic,eigenvector,pagerank,coreness,constraint'
golden rank.json 0 rank '--by degree,betweenness --json --top 3'
golden path.txt 0 path 'pazzi strozzi --all'
golden path.json 0 path 'pazzi strozzi --json'
golden path.md 0 path 'pazzi strozzi --markdown'
golden pattern.txt 0 path 'pazzi strozzi --along marriage{2}/<id=medici>marriage/<id!=ridolfi>marriage+'
golden reach.txt 0 reach 'pazzi --max-hops 3'
golden common.txt 0 common 'medici strozzi'
golden connect.txt 0 connect 'pazzi peruzzi lamberteschi'
golden no-path.txt 1 path 'pazzi strozzi --max-hops 2'
golden show.txt 0 show 'salviati'
golden show.json 0 show 'salviati --json'
golden actors.txt 0 actors 'albizzi'
finish
