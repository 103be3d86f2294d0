#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Large networks as pictures: 2,000 actors and 5,000 ties read, reduced and drawn, each from a cold start, under 3 s.
set -eu
measure=$RELATA_SOURCE/tests/bench/measure
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
status=0
"$RELATA_BUILD/tests/bench/bench-generate" --actors 2000 --ties 5000 >"$folder/large.jsonl"
cd "$folder"
sh "$measure" 3000 "$RELATA" draw -c large.jsonl -o large.svg || status=1
sh "$measure" 3000 "$RELATA" draw -c large.jsonl --backbone -o large.svg || status=1
sh "$measure" 3000 "$RELATA" draw -c large.jsonl --groups -o large.svg || status=1
sh "$measure" 3000 "$RELATA" draw -c large.jsonl --cluster community -o large.svg || status=1
sh "$measure" 3000 "$RELATA" draw -c large.jsonl --cluster side -o large.svg || status=1
exit "$status"
