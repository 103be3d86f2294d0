#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Sizes that nobody means: a row that never ends, a line of 270 MB, a file that is small when it is packed. Each ends in a clear
# error, or costs only itself.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

{ printf 'from,to\nA,B\n"'; head -c 17000000 /dev/zero | tr '\0' '"'; printf '\nB,C\n'; } >"$WORK/quotes.csv"
expect 1 check "$WORK/quotes.csv"
says out 'quotes.csv:3:[0-9]+: error: this row is no CSV'
says out ' 2 claims'
{ printf 'from,to\nA,B\n'; head -c 270000000 /dev/zero | tr '\0' 'x'; printf '\nB,C\n'; } | "$RELATA" check - >"$WORK/out" 2>"$WORK/err"
says out 'standard input:3:1: error: this row is longer than 256 MiB: it is left out'
says out ' 2 claims'

# What is small when packed may be large: it is read in pieces, and what is read whole has a limit.
printf '{"relata":1,"title":"' >bomb.json
head -c 280000000 /dev/zero | tr '\0' x | { cat bomb.json -; printf '"}'; } | gzip -1 >bomb.gz
expect 4 check --format json bomb.gz
says err "'bomb.gz' is larger than 256 MiB when it is unpacked: unpack it"
rm bomb.gz

finish
