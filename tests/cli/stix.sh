#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# STIX: a bundle, an array and lines of the same objects, of our own, and the real files where they are shared beside the
# source. Their numbers were counted without relata.
. "$(dirname "$0")/lib.sh"

seeds=$SOURCE/tests/fuzz/seeds/stix

# counts WORDS ARGUMENTS…: check says so many documents, actors and claims, and no error.
counts() {
  sums=$1
  shift
  expect 0 check "$@"
  says out "^$sums"
}

# claims FILE: its claims, without what the form of the file changes.
claims() {
  "$RELATA" export -c "$1" --to csv | sed -e 's/bundle\.json\|array\.json\|lines\.jsonl/FILE/g'
}

# Whatever the form, it is the same; what is counted was counted by hand.
for form in bundle.json array.json lines.jsonl; do
  counts '6 documents, 7 actors, 0 mentions, 12 claims, 0 events, 1 figure' "$seeds/$form"
  says out 'read as stix: 31 objects, .* 12 claims \(8 dated, 5 with evidence\)'
  says out 'left out: 2 \(an older version of an object\), 1 \(an object without type or id\), 3 \(revoked or deprecated\)'
  says out '1 \(a source that is named twice\), 1 \(a neutral opinion\), 1 \(an end is revoked or deprecated\)'
  says out '1 \(says what took the place of a revoked object\), 1 \(says who may be the same\), 1 \(a sighting that does not say where\)'
  says out "the file says of 1 pair that both may be one; they stay two: 'Blue Egret' and 'Night Heron'"
  says out "1 claim is left out, because an end of it is in no file: .*\(no 'stix:identity--00000061-"
  says out "'NH' is a strong name of several actors"
  says out "it ends, on 2023-02-01, before it begins, on 2024-02-01"
  says out "\"start_time\": 'soon' is not a date"
  says out 'x_mood'
  claims "$seeds/$form" >"$WORK/$form.csv"
done
says out '31:1: warning: an object of STIX has a "type" and an "id"'
cmp -s "$WORK/bundle.json.csv" "$WORK/array.json.csv" || fail 'an array gives other claims than a bundle'
cmp -s "$WORK/bundle.json.csv" "$WORK/lines.jsonl.csv" || fail 'lines give other claims than a bundle'
counts '1 document, 2 actors, 0 mentions, 1 claim,' "$seeds/small-2.0.json"

# Several bundles, one after another.
sed 's/bundle--00000001/bundle--00000002/; s/Nail/Hammer/; s/tool--00000003/tool--00000004/g; s/relationship--00000001/relationship--00000002/' \
  "$seeds/small-2.0.json" | cat "$seeds/small-2.0.json" - >"$WORK/two.json"
counts '1 document, 3 actors, 0 mentions, 2 claims' "$WORK/two.json"

# Standard input, and a file that is cut.
"$RELATA" check - <"$seeds/bundle.json" >"$WORK/out" 2>"$WORK/err" || fail 'a bundle from standard input'
says out '12 claims'
head -c 2900 "$seeds/bundle.json" >"$WORK/cut.json"
expect 1 check "$WORK/cut.json"
says out 'the records after the syntax error are not read'

# Each source, and who says so; the newest version; names, aliases and links.
expect 0 show -c "$seeds/bundle.json" 'Night Heron'
says out '^description: Night Heron steals tokens\.$'
says out '^also called: NH$'
says out '^desk-id: H1$'
says out '^url: https://other\.example/h$'
says out 'uses Beak · disputed'
says out '1 January – 1 June 2023 · according to Example Desk'
says out '“Heron uses Beak\. It also sells it\.”'
says out 'https://desk\.example/2024, published 1 May 2024 \[relationship--0000000a-0000-4000-8000-000000000000\]'
says out '“It also sells it\.”'
says out 'denied · .* according to J\. Roe'
says out '“Not in our data\.”'
says out '“Seen again in May\.”'
says out 'note: TLP:AMBER; TLP:RED \(description\); checked'
says out 'is located at TL'
says out 'from 1 January 2020 to an unknown date'
expect 0 export -c "$seeds/bundle.json" --to json
says out '"Night Heron in spring"'
says out '"Night Heron uses Beak"'
says out '\[file:hashes\.MD5 = .0*. AND file:name = .*…"'
if grep -q '"name": *"stix:' "$WORK/out"; then fail 'an actor is called by its id'; fi

# A sighting is a claim at each place, and its count one figure; one that was not is denied.
expect 0 show -c "$seeds/bundle.json" Beak
says out 'was sighted at Example Desk'
says out '1 January 2024'
says out 'sightings.*: 7'
says out 'was sighted at TL · disputed'

# The old object's names lead to the new one, and say no more.
expect 0 show -c "$seeds/bundle.json" 'Blue Egret'
says out 'Old Egret'

# What is revoked, where it is asked for.
counts '6 documents, 9 actors, 0 mentions, 14 claims,' --read include-revoked "$seeds/bundle.json"
expect 2 check --read include-revokd "$seeds/bundle.json"
says err 'include-revoked'

shared=$SOURCE/../shared/samples/stix
if [ -d "$shared" ]; then
  counts '1 document, 40 actors, 0 mentions, 30 claims' "$shared/apt1.json"
  expect 0 show -c "$shared/apt1.json" 'Ugly Gorilla'
  says out 'published 19 February 2013'
  counts '1 document, 8 actors, 0 mentions, 18 claims' "$shared/defining-campaigns-threat-actors-intrusion-sets.json"
  # 25 claims of 23 relationships, and 2 of sightings.
  counts '4 documents, 29 actors, 0 mentions, 27 claims, 0 events, 2 figures' "$shared/opencti-report-note-opinion.json"
  counts '1 document, 2 actors, 0 mentions, 1 claim,' "$shared/opencti-missing-refs.json"
  says out '1 claim is left out, because an end of it is in no file'
  counts '1 document, 41 actors, 0 mentions, 55 claims' "$shared/unit42-cryptoclippy-2.0.json"
  counts '1 document, 3 actors, 0 mentions, 1 claim, 0 events, 1 figure' "$shared/sighting-of-an-indicator.json"
  counts '1 document, 3 actors, 0 mentions, 1 claim,' "$shared/using-granular-markings.json"
  # 7 claims of 3 relationships, of which 1 denies, and 2 of the sighting.
  counts '6 documents, 7 actors, 0 mentions, 9 claims, 0 events, 1 figure' "$shared/own-traps.json"
  says out '1 \(an older version of an object\), 3 \(revoked or deprecated\)'
  says out '1 \(says who may be the same\), 1 \(an end is revoked or deprecated\)'
  says out '1 claim is left out, because an end of it is in no file'
  "$RELATA" export -c "$shared/own-traps.json" --to csv >"$WORK/traps.csv"
  [ "$(grep -c '^"[0-9]*","sighting--' "$WORK/traps.csv")" -eq 2 ] || fail 'own-traps: not two claims of the sighting'
  [ "$(grep -c denies "$WORK/traps.csv")" -eq 1 ] || fail 'own-traps: not one claim that denies'
  grep 'relationship--0000001f' "$WORK/traps.csv" | grep -q '"certain","0"' || fail 'own-traps: a confidence of 0 is lost'
else
  echo 'skipped: no samples are shared beside the source'
fi
attack=$SOURCE/../shared/data/stix/ics-attack-18.1.json
if [ -f "$attack" ]; then
  counts '159 documents, 413 actors, 0 mentions, 1513 claims' "$attack"
  says out 'read as stix: 1826 objects'
  says out 'left out: 39 \(revoked or deprecated\), 2 \(says what took the place of a revoked object\)'
  "$RELATA" export -c "$attack" --to csv >"$WORK/attack.csv"
  python3 - "$WORK/attack.csv" <<'END' || fail 'ATT&CK for ICS: not 1371 relationships between 278 actors'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8-sig")))
ends = {row[end] for row in rows for end in ("from", "to")}
relations = {row["claim"].split("#")[0] for row in rows}
sys.exit((len(rows), len(relations), len(ends)) != (1513, 1371, 278))
END
  counts '.* 1513 claims' --read include-revoked "$attack"
  says out "'stuxnet' is a strong name of several actors"
fi

finish
