#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# MISP: galaxies and events of our own, and the real ones where they are shared beside the source. Their numbers were
# counted without relata.
. "$(dirname "$0")/lib.sh"

galaxies=$SOURCE/tests/fuzz/seeds/misp_galaxy
events=$SOURCE/tests/fuzz/seeds/misp_event

# counts WORDS ARGUMENTS…: check says so many documents, actors and claims, and no error.
counts() {
  sums=$1
  shift
  expect 0 check "$@"
  says out "^$sums"
}

counts '1 document, 3 actors, 0 mentions, 2 claims' "$galaxies/tiny.json"
counts '1 document, 2 actors, 0 mentions, 1 claim,' "$events/tiny.json"

# A galaxy: similar and overlaps once a pair, though both say it; linked-to as often as it is said.
counts '1 document, 5 actors, 0 mentions, 8 claims' "$galaxies/threat-actor.json"
says out 'read as misp-galaxy: 4 clusters'
says out 'left out: 1 \(says what the other of the two says, too\), 1 \(a cluster without uuid or value\), 1 \(a relation without an end\)'
says out "the file says of 1 pair that both may be one; they stay two: 'Blue Egret' and 'Night Heron'"
says out '2 claims are left out, because an end of each is in no file'
says out 'meta.cfr-type-of-incident, meta.country'
expect 0 show -c "$galaxies/threat-actor.json" 'Night Heron'
says out '^type: threat actor$'
says out '^weak aliases: NH, Heron$'
says out '^url: https://desk\.example/heron$'
says out 'is similar to Blue Egret'
says out 'probable · undated'
says out 'is said to be sponsored by Testland'
says out 'according to CFR'
says out 'note: country: TL'
expect 0 export -c "$galaxies/threat-actor.json" --to csv
says out '"Testland",.*"Night Heron","suspected-sponsor".*"CFR",.*"0\.75"'
says out '"Unknown",.*"Blue Egret","suspected-sponsor"'
expect 0 export -c "$galaxies/threat-actor.json" --to json
says out '"crowd"'

# What one galaxy does not have, another has; its type stands behind its clusters.
counts '2 documents, 6 actors, 0 mentions, 10 claims' "$galaxies/threat-actor.json" "$galaxies/tool.json"
expect 0 show -c "$galaxies/threat-actor.json" -c "$galaxies/tool.json" Beak
says out '^type: tool$'
says out 'is used by Blue Egret'
says out 'possible · undated'

# Events, however they are wrapped: references of objects are claims, by the first attribute that is not deleted.
for form in event.json wrapped.json; do
  counts '1 document, 7 actors, 0 mentions, 3 claims' "$events/$form"
  says out 'read as misp-event: 1 event'
done
for form in response.json array.json; do
  counts '2 documents, 7 actors, 0 mentions, 3 claims' "$events/$form"
  says out 'an event of MISP has a "uuid": this one is left out'
done
says out 'left out: 4 \(deleted\), 1 \(a cluster without a value\), 1 \(a relation without an end\)'
says out '1 \(an object that is related to nothing\), 1 \(an attribute that is related to nothing\)'
says out '2 claims are left out, because an end of each is in no file'
expect 0 show -c "$events/event.json" 68064fc152e23d56e541714af52651cb4ba81aaf
says out '^type: file$'
says out '^description: a dropper$'
says out 'communicates with nest\.example'
says out 'note: by HTTPS'
says out 'drops beak\.dll'
says out 'connects to 192\.0\.2\.1'
says out 'Herons in spring'
says out 'published 2 May 2024'

# That clusters are named together relates them only where it is asked for.
counts '1 document, 7 actors, 0 mentions, 6 claims' --read co-mentions "$events/event.json"
expect 0 show -c "$events/event.json" --read co-mentions 'Night Heron'
says out 'is mentioned with Beak'
says out 'is mentioned with Claw'

# An event's clusters are those of the galaxy, by their ids; those of old files by their names.
mkdir "$WORK/both"
cp "$events/event.json" "$galaxies/threat-actor.json" "$galaxies/tool.json" "$WORK/both"
expect 0 show -c "$WORK/both" --read co-mentions 'Night Heron'
says out 'is mentioned with Beak'
says out 'uses Beak|is used by Beak|Beak'
expect 0 check "$WORK/both"
says out '^3 documents, 11 actors, 0 mentions, 13 claims'

# A file that is cut keeps what stands before.
head -c 1500 "$galaxies/threat-actor.json" >"$WORK/cut.json"
expect 1 check "$WORK/cut.json"
says out 'the records after the syntax error are not read'

shared=$SOURCE/../shared/samples/misp
# Events one a line are all read.
event='{"Event": {"uuid": "%s1111111-1111-4111-8111-111111111111", "info": "x", "date": "2020-01-01", "Orgc": {"name": "O"}, "threat_level_id": "1"}}\n'
# shellcheck disable=SC2059 # the event is the format
{ printf "$event" 1; printf "$event" 2; } >"$WORK/lines.json"
expect 0 check "$WORK/lines.json"
says out 'read as misp-event: 2 events, 2 documents'

if [ -d "$shared" ]; then
  # 58 clusters and 6 names of sponsors; 38 relations and 36 sponsors.
  counts '1 document, 64 actors, 0 mentions, 74 claims' "$shared/galaxy-threat-actor-cut.json"
  says out 'read as misp-galaxy: 58 clusters'
  says out '128 claims are left out'
  says out 'left out: 30 \(says what the other of the two says, too\)'
  says out 'the file says of 33 pairs that both may be one'
  "$RELATA" export -c "$shared/galaxy-threat-actor-cut.json" --to csv >"$WORK/galaxy.csv"
  [ "$(grep -c '"suspected-sponsor"' "$WORK/galaxy.csv")" -eq 36 ] || fail 'galaxy: not 36 sponsors'
  [ "$(grep -c '"similar"\|"overlaps"\|"linked-to"' "$WORK/galaxy.csv")" -eq 38 ] || fail 'galaxy: not 38 relations'
  # 14 clusters, and the 36 objects and attributes between which the 20 references are.
  counts '1 document, 50 actors, 0 mentions, 20 claims' "$shared/event-osint-sednit.json"
  says out 'note: 14 actors are known by name only'
  counts '1 document, 50 actors, 0 mentions, 111 claims' --read co-mentions "$shared/event-osint-sednit.json"
else
  echo 'skipped: no samples are shared beside the source'
fi

finish
