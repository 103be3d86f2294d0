#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The main questions to the corpus that ships, each from a cold start; and that start alone.
set -eu
corpus=$RELATA_SOURCE/data/kabul-2021
measure=$RELATA_SOURCE/tests/bench/measure
status=0
sh "$measure" 10 "$RELATA" --version || status=1
sh "$measure" 20 "$RELATA" path -c "$corpus" "Abu Omar Khorasani" China || status=1
sh "$measure" 20 "$RELATA" rank -c "$corpus" --by betweenness,pagerank || status=1
sh "$measure" 300 "$RELATA" draw -c "$corpus" --to svg || status=1
exit "$status"
