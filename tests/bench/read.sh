#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# How long it takes to read claims, as JSON Lines and as a table, and how much memory each takes; beside what Python's json
# and csv modules take to split the same files, and networkx to make a graph of them. RELATA_CLAIMS=N: other than 300,000.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
claims=${RELATA_CLAIMS:-300000}
"$RELATA_BUILD/tests/bench/bench-generate" --actors "$((claims / 10))" --ties "$((claims * 7 / 10))" >"$work/claims.jsonl"
python3 "$(dirname "$0")/read.py" "$RELATA_BUILD/relata" "$work"
