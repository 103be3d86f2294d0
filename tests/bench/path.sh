#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Path search in large synthetic corpora, compared with igraph and networkx in the same run.
set -eu
tools=$RELATA_BUILD/tests/bench
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
status=0

# NAME [OPTION…]: makes the corpus NAME and asks for paths in it.
ask() {
  name=$1
  shift
  "$tools/bench-generate" "$@" >"$folder/$name.jsonl"
  "$tools/bench-path" "$name" "$folder/$name.jsonl" "$folder/edges" || status=1
  rm "$folder/$name.jsonl"
}

ask large --actors 100000 --ties 1000000
if command -v python3 >/dev/null; then
  python3 "$RELATA_SOURCE/tests/bench/path_networkx.py" "$folder/edges" || status=1
else
  echo "networkx is not installed"
fi
echo
ask many --actors 10000 --ties 100000
ask dense --actors 2000 --ties 1000000
exit "$status"
