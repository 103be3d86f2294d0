#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# FollowTheMoney: entities, nested ones, statements. The files are our own; what is known of the real ones that are shared
# beside the source is asserted too.
. "$(dirname "$0")/lib.sh"

seeds=$SOURCE/tests/fuzz/seeds

# claims FILE…: the claims in a form that does not name documents, sorted.
claims() {
  "$RELATA" export -c "$@" --to csv | cut -d, -f2-7,11- | sort
}

# Edges: all pairs of both lists, each source a document.
cp "$seeds/ftm/edges.json" "$WORK/edges.json"
expect 0 check "$WORK/edges.json"
says out '^5 documents, 7 actors, 0 mentions, 11 claims, 2 events, 5 figures'
says out "1 claim is left out, because an end of it is in no file: 'ftm:kin' \(no 'ftm:nobody'\)"
says out '1 \(a registration number without a country\)'
says out '1 \(an edge that does not name both its ends\)'
says out '1 \(an address, a document or a note that nothing is related to\)'
says out '1 \(Passport, which is neither an actor nor a relation\)'
says out '1 entity is of a schema that is not known'
says out "may be one; they stay two: 'ftm:ann' and 'ftm:anon'"
says out 'not used: .*knob'
says out 'not used: .*last_seen'
says out "edges.json:16:1: warning: it ends on '2011', before it begins on '2012'"
says out '1 time of day is dropped'
expect 0 show -c "$WORK/edges.json" 'ftm:old-ann'
says out '^Ann Bo'
says out 'also called: Анна Бо'
says out 'weak aliases: Annie'
says out 'wikidata: Q7'
says out 'owns Dredgers'
says out 'February 2001 – 2009'
says out 'https://example.org/2, from list_a \[ftm:own:2\]'
says out 'note: percentage: 40 %; startDate: 2003, 2001-02'
says out 'percentage: 40 %'
says out 'is a member of Holding · 2 origins'
says out 'note: role: chair'
says out 'is sanctioned by The Office'
says out '“owns Dredgers”'
says out 'from 2 January 2020'
says out '1200.5 CHF'
says out 'A meeting \(event\): involved Ann Bo, organizer Holding'
expect 0 actors -c "$WORK/edges.json"
says out 'legal entity without a name'
expect 0 path -c "$WORK/edges.json" 'A letter' 'Ann Bo'
says out 'documents'
expect 0 path -c "$WORK/edges.json" --along parent Dredgers Holding
says out 'Dredgers is a subsidiary of Holding'

# An entity within another is read once; the property that holds it says whose edge it is.
cp "$seeds/ftm/nested.json" "$WORK/nested.json"
expect 0 check "$WORK/nested.json"
says out '^1 document, 2 actors, 0 mentions, 1 claim, 0 events, 0 figures$'
expect 0 path -c "$WORK/nested.json" 'Ann Bo' Dredgers
says out '1\. Ann Bo owns Dredgers'
expect 0 check --read addresses "$WORK/nested.json"
says out '^1 document, 3 actors, 0 mentions, 2 claims, 0 events, 0 figures$'
expect 2 check --read adresses "$WORK/nested.json"
says err "'addresses'"

# Statements: a claim for each dataset that states both ends, whatever the order of the rows.
cp "$seeds/ftm_statements/rows.csv" "$WORK/rows.csv"
cp "$seeds/ftm_statements/apart.csv" "$WORK/apart.csv"
expect 0 check "$WORK/rows.csv"
says out '^2 documents, 3 actors, 0 mentions, 3 claims'
expect 0 show -c "$WORK/rows.csv" 'ftm:ann-2'
says out '^Ann Bo'
says out 'type: person'
says out 'also called: Анна Бо'
expect 0 check "$WORK/apart.csv"
says out 'do not stand together: they are sorted'
says out '^2 documents, 3 actors, 0 mentions, 3 claims'
claims "$WORK/rows.csv" | sed 's/ftm:own:*[0-9]*//' >"$WORK/together"
claims "$WORK/apart.csv" | sed 's/ftm:own:*[0-9]*//' | cmp -s - "$WORK/together" || fail 'the order of statements matters'
printf '\n,own-2,,entity,Ownership,bo,list_b\n' >>"$WORK/rows.csv"
expect 1 check "$WORK/rows.csv"
says out 'rows.csv:14:1: error: a statement needs a canonical_id and a prop'

# What two files state counts once.
mkdir "$WORK/twice"
cp "$WORK/edges.json" "$WORK/twice/a.json"
cp "$WORK/edges.json" "$WORK/twice/b.json"
expect 0 check "$WORK/twice"
says out ', 7 actors, 0 mentions, 11 claims, 2 events, 5 figures'
says out 'a relation or an event that was read before'

# What is no entity costs itself.
printf '{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}\n{"id": "b"}\n{"id": "c", "schema": "Person", "properties": {"name": "C"}}\n' >"$WORK/bad.json"
expect 1 check --format ftm "$WORK/bad.json"
says out 'bad.json:2:1: error: an entity of FollowTheMoney has "id", "schema" and "properties"'
says out '^0 documents, 2 actors'

shared=$SOURCE/../shared/samples/ftm
# An edge may name an entity by an id that it had.
printf '%s\n' '{"id": "a", "caption": "Ann", "schema": "Person", "properties": {}, "referents": ["old-a"]}' \
  '{"id": "c", "caption": "Cie", "schema": "Company", "properties": {}}' \
  '{"id": "r", "schema": "Ownership", "properties": {"owner": ["old-a"], "asset": ["c"]}}' >"$WORK/former.json"
expect 0 path -c "$WORK/former.json" Ann Cie
says out 'Ann owns Cie'
expect 0 check "$WORK/former.json" --keep-missing
says out '^1 document, 2 actors, 0 mentions, 1 claim'
# What is in one folder may be the end of what is in another.
mkdir "$WORK/here" "$WORK/there"
grep -v '"id": "a"' "$WORK/former.json" | sed 's/old-a/a/' >"$WORK/here/edges.ftm.json"
grep '"id": "a"' "$WORK/former.json" >"$WORK/there/people.ftm.json"
expect 0 path -c "$WORK/here" -c "$WORK/there" Ann Cie
says out 'Ann owns Cie'

if [ -d "$shared" ]; then
  expect 0 check "$shared/parteispenden.entities.ftm.json"
  says out '^1 document, 96 actors, 0 mentions, 291 claims, 290 events, 290 figures$'
  says out '291 claims \(291 dated'
  expect 0 check "$shared/parteispenden-12.nested.json"
  says out '13 actors, 0 mentions, 12 claims, 12 events, 12 figures$'
  expect 0 check "$shared/parteispenden.statements.csv"
  says out ', 6 claims, 6 events, 6 figures$'
  expect 0 check "$shared/own-edges.entities.ftm.json"
  says out '^5 documents, 6 actors, 0 mentions, 9 claims, 1 event, 4 figures$'
  says out "1 claim is left out, because an end of it is in no file: 'ftm:r2'"
  "$RELATA" export -c "$shared/own-edges.entities.ftm.json" --to csv | cut -d, -f7 | sort | uniq -c | tr -d '" ' | paste -sd' ' >"$WORK/out"
  says out '^2membership 4ownership 1parent 1relation 1sanctions 1unknownlink$'
  # The six payments are the same in both.
  claims "$shared/parteispenden.statements.csv" >"$WORK/six"
  claims "$shared/parteispenden.entities.ftm.json" | grep -F -f "$WORK/six" | cmp -s - "$WORK/six" || fail 'entities and statements differ'
  [ "$(wc -l <"$WORK/six")" -eq 7 ] || fail 'not six payments'
else
  echo 'the shared samples are not here: only our own files are read'
fi

# A number that is none is not lost without a word.
printf '%s\n' '{"id": "a", "schema": "Person", "properties": {"name": ["Ann"]}}' '{"id": "b", "schema": "Company", "properties": {"name": ["Acme"]}}' \
  '{"id": "p", "schema": "Payment", "properties": {"payer": ["a"], "beneficiary": ["b"], "amount": ["1,000.50"], "currency": ["EUR"]}}' >"$WORK/amount.json"
expect 0 check "$WORK/amount.json"
says out "amount.json:3:1: warning: \"amount\": '1,000.50' is no number: the figure is left out"
says out ', 1 claim, 1 event, 0 figures$'

finish
