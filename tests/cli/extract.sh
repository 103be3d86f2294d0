#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Claims that a program extracted are read beside the corpus that "relata new" made, each quotation is held against its
# document, and one that is invented is caught, counted and printed nowhere.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1
cat >2024-03-05-port.txt <<'TEXT'
Port news

Ada Holm leads the port of Marens. The port did not pay Baltrum, said Bo Lund,
who leads Baltrum.
TEXT
expect 0 new corpus 2024-03-05-port.txt

# claims FILE CLAIM…: a file of claims about three actors; a CLAIM is "from type to", "text" and more keys.
claims() {
  file=$1
  shift
  printf '{"relata": 1, "actors": [{"id": "holm", "name": "Ada Holm"}, {"id": "port", "name": "Port of Marens"},
    {"id": "lund", "name": "Bo Lund"}, {"id": "baltrum", "name": "Baltrum"}], "claims": [' >"$file"
  comma=
  while [ $# -ge 2 ]; do
    # shellcheck disable=SC2086 # three words
    set_claim $1
    printf '%s\n{"document": "2024-03-05-port", "from": "%s", "type": "%s", "to": "%s", %s}' "$comma" "$from" "$type" "$to" \
      "$2" >>"$file"
    comma=,
    shift 2
  done
  printf ']}\n' >>"$file"
}
set_claim() {
  from=$1
  type=$2
  to=$3
}

claims corpus/claims.json \
  'holm leads port' '"text": "Ada Holm leads the port of Marens"' \
  'port pays baltrum' '"text": "The port did not pay Baltrum, said Bo Lund", "stance": "denies", "by": "lund"' \
  'lund leads baltrum' '"text": "Bo Lund, who leads Baltrum"' \
  'lund leads baltrum' '"text": "Bo Lund [...] leads Baltrum"' \
  'port pays baltrum' '"text": "The port did […] pay Baltrum"' \
  'holm owns baltrum' '"text": "Ada Holm OWNS Baltrum"' \
  'holm leads port' '"text": "Ada Holm led the port of Marens"'
expect 1 check corpus
# Six claims are extracted well or ill, and one is the example: what leaves out a "not" is no quotation.
says out '^1 document, 6 actors, 0 mentions, 8 claims,'
says out '^8 quotations: 5 stand in their documents, 3 do not$'
says out '^3 errors, 0 warnings'
says out "claims.json:[0-9]+:1: error: claim '.*' quotes 'Ada Holm OWNS Baltrum', which is not in '2024-03-05-port' \[quote-not-found\]"
says out "quotes 'The port did \[…\] pay Baltrum', which is not in"
says out "quotes 'Ada Holm led the port of Marens', which is not in"
says out "the nearest passage is 'Ada Holm leads the port of Marens\.'"
expect 1 check --json corpus
says out '"standing":.*5'
says out '"missing":.*3'
[ "$(grep -c '"quote-not-found"' out)" -eq 3 ] || fail "a script does not learn of each of the three"
says out '"hint":.*the nearest passage is'

# What is invented is nobody's words.
expect 0 path -c corpus 'Ada Holm' Baltrum
says out 'its quotation is not in the document'
grep OWNS out && fail "invented words are printed"

# All well: nothing to complain of.
claims corpus/claims.json 'holm leads port' '"text": "Ada Holm leads the port of Marens"'
expect 0 check corpus
says out '^2 quotations: 2 stand in their documents, 0 do not$'
says out '^0 errors, 0 warnings'

# The documents may be in the file itself, which then stands alone.
sed 's/"relata": 1,/"relata": 1, "documents": [{"id": "2024-03-05-port", "text": "Ada Holm leads the port of Marens."}],/' \
  corpus/claims.json >alone.json
expect 0 check alone.json
says out '^1 quotation: 1 stands in its document, 0 do not$'
finish
