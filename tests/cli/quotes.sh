#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Quotations are looked up in their documents; one that is in none is an error, and no output prints it.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

mkdir corpus
cat >corpus/d.txt <<'TEXT'
The port “awarded” a contract — worth
€14.2 million — to Baltrum. Baltrum belongs to
Joris Kade, a friend of the mayor. The mayor denies it.

On Monday the mayor denies it again.
TEXT
cat >corpus/corpus.json <<'JSON'
{
  "relata": 1,
  "documents": [{"id": "d", "file": "d.txt", "published": "2023-03-02"}],
  "actors": [{"id": "port"}, {"id": "baltrum"}, {"id": "kade"}, {"id": "mayor"}],
  "claims": [
    {"id": "folded", "type": "pays", "from": "port", "to": "baltrum", "document": "d", "text": "the port \"awarded\" a contract - worth €14.2 million - to Baltrum"},
    {"id": "elided", "type": "knows", "from": "mayor", "to": "kade", "document": "d", "text": "Baltrum belongs to Joris Kade [...] friend of the mayor"},
    {"id": "false", "type": "owns", "from": "kade", "to": "baltrum", "document": "d", "text": "Baltrum belongs to the CRIMINAL Joris Kade"},
    {"id": "first", "type": "denies", "from": "mayor", "to": "baltrum", "document": "d", "text": "THE MAYOR DENIES IT"},
    {"id": "chosen", "type": "denies", "from": "mayor", "to": "baltrum", "document": "d", "text": "THE MAYOR DENIES IT", "prefix": "on monday", "suffix": "again"},
    {"id": "drifted", "type": "denies", "from": "mayor", "to": "port", "document": "d", "start": 3, "end": 9, "text": "On Monday"}
  ],
  "events": [{"id": "deal", "type": "deal", "document": "d", "text": "A CRIMINAL deal", "roles": {"Agent": ["port"], "Other": ["kade"]}}],
  "figures": [{"id": "sum", "measure": "euros", "of": "port", "min": 14200000, "document": "d", "text": "CRIMINAL €14.3 million"}]
}
JSON

expect 1 check corpus
says out "error: claim 'false' quotes 'Baltrum belongs to the CRIMINAL Joris Kade', which is not in 'd' \[quote-not-found\]"
says out "the nearest passage is 'Baltrum belongs to Joris Kade, a friend of the mayor\.|nearest passage is '.*Baltrum belongs to Joris Kade"
says out "error: event 'deal' quotes 'A CRIMINAL deal', which is not in 'd'"
says out "error: figure 'sum' quotes 'CRIMINAL €14.3 million', which is not in 'd'"
says out "note: claim 'first' quotes 'THE MAYOR DENIES IT', which stands 2 times in 'd': the first is taken"
says out "error: claim 'drifted' quotes 'On Monday', but 'd' has .* there \[text-mismatch\]"
says out "it stands elsewhere, as 'On Monday' \(line 5, characters [0-9]+ to [0-9]+\)"
says out '^4 errors'
# "drifted" stands elsewhere, and what has no text to stand in is told apart.
says out '^8 quotations: 5 stand in their documents, 3 do not$'
mkdir alone
sed -e 's/"file": "d.txt", //' corpus/corpus.json >alone/corpus.json
expect 0 check alone
says out '^8 quotations: 0 stand in their documents, 0 do not, 8 are of documents without a text$'
expect 1 check --json corpus
says out '"standing":.*5'
says out '"missing":.*3'

# What is kept is the document's own.
expect 0 export -c corpus --to json
says out '"text":.*"The port “awarded” a contract — worth\\n€14.2 million — to Baltrum"'
says out '"Baltrum belongs to\\nJoris Kade, a friend of the mayor"'
says out '"On Monday"'
says out '"the mayor denies it"'
says out '"misquoted":.*true'

# The false one is nowhere: not in words, tables, pictures or pages.
expect 0 path -c corpus kade baltrum
says out 'its quotation is not in the document'
cp out all
expect 0 path -c corpus kade baltrum --markdown
says out 'its quotation is not in the document'
for format in json csv graphml dot; do
  expect 0 export -c corpus --to "$format"
  cat out >>all
done
expect 0 export -c corpus --to csv
says out '"false".*"yes"'
expect 0 show -c corpus kade
says out 'its quotation is not in the document'
cat out >>all
expect 0 show -c corpus port
cat out >>all
expect 0 show -c corpus kade --json
cat out >>all
expect 0 path -c corpus kade baltrum --json
cat out >>all
expect 0 draw -c corpus -o all.svg
cp all.svg out
says out 'its quotation is not in the document'
expect 0 page -c corpus -o all.html
expect 0 timeline -c corpus --describe
cat out all.svg all.html >>all
grep -n CRIMINAL all && fail "a quotation that is in no document is printed"

finish
