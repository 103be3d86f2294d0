#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# INCEpTION and other UIMA tools: CAS JSON, XMI and WebAnno TSV. One document in all three is the fixture; the counts of the
# samples that are shared beside the source are asserted too.
. "$(dirname "$0")/lib.sh"

seeds=$SOURCE/tests/fuzz/seeds

# counts WORDS ARGUMENTS…: check says so many documents, actors and claims, and no error.
counts() {
  sums=$1
  shift
  expect 0 check "$@"
  says out "^$sums\$"
}

# tsv FILE LINE…: a file of WebAnno TSV of these lines, in which \t and the like are read.
tsv() {
  at=$WORK/$1
  shift
  mkdir -p "$(dirname "$at")"
  printf '%b\n' '#FORMAT=WebAnno TSV 3.3' "$@" >"$at"
}

# One document, three formats: the same claims, mentions and spans. Ids of claims are those of each format.
for file in uima_json/meeting.json uima_xmi/meeting.xmi webanno_tsv/meeting.tsv; do
  counts '1 document, 4 actors, 6 mentions, 3 claims, 1 event, 0 figures' "$seeds/$file"
  says out '3 claims \(1 dated, 3 with evidence\)'
  says out 'not used: .*POS'
  expect 0 show -c "$seeds/$file" meeting
  sed 's/ \[[^]]*\]$//; /^language/d' "$WORK/out" >"$WORK/$(basename "$file").said"
  says out 'Ann Roe owns Dredgers'
  says out 'certain · from 2019 to an unknown date'
  says out '“🥳 Ann Roe owns Dredgers since 2019 \.”'
  says out 'meeting:0–36'
  says out 'note: remark: says so; twice'
  says out 'denied · undated'
  says out 'meeting: Host Ann Roe, Guest Bo Lee'
  expect 0 show -c "$seeds/$file" 'Ann Roe' # two names and a pronoun of one chain
  says out 'meeting: meeting \(3 mentions, 2 claims\)'
  expect 0 show -c "$seeds/$file" Dredgers
  says out '^id: wikidata:Q42'
  says out '^type: organization'
done
for format in xmi tsv; do
  cmp -s "$WORK/meeting.json.said" "$WORK/meeting.$format.said" || fail "$format does not say the same as CAS JSON"
done

# Structures by their ids; structures that come later; ends that are not there.
cat >"$WORK/by-id.json" <<'END'
{"%FEATURE_STRUCTURES": {
  "1": {"%TYPE": "uima.cas.Sofa", "sofaString": "Ann met Bo."},
  "2": {"%TYPE": "webanno.custom.Tie", "@Governor": 3, "@Dependent": 4, "kind": "met", "date": "2020"},
  "5": {"%TYPE": "webanno.custom.Tie", "@Governor": 3, "@Dependent": 99, "kind": "knows"},
  "6": {"%TYPE": "webanno.custom.Tie", "@Governor": 3, "kind": "sees"},
  "3": {"%TYPE": "webanno.custom.Person", "@sofa": 1, "begin": 0, "end": 3},
  "4": {"%TYPE": "webanno.custom.Person", "@sofa": 1, "begin": 8, "end": 10}},
 "%VIEWS": {}}
END
counts '1 document, 2 actors, 2 mentions, 1 claim, 0 events, 0 figures' "$WORK/by-id.json"
says out 'a relation has only one end'
says out 'missing-end'
expect 0 path -c "$WORK/by-id.json" Ann Bo
says out 'Ann met Bo \(2020; in by-id:0–11\): “Ann met Bo\.”'

# A column may be called anything; relations of old versions have a source and a target.
cat >"$WORK/old.json" <<'END'
{"%FEATURE_STRUCTURES": [
  {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "Ann met Bo."},
  {"%ID": 2, "%TYPE": "webanno.custom.Tie", "@source": 3, "@target": 4, "label": "http://example.org/met"},
  {"%ID": 3, "%TYPE": "webanno.custom.Person", "begin": 0, "end": 3, "source": "a letter", "target": "none"},
  {"%ID": 4, "%TYPE": "webanno.custom.Person", "begin": 8, "end": 10, "value": "agent"}]}
END
counts '1 document, 2 actors, 2 mentions, 1 claim, 0 events, 0 figures' "$WORK/old.json"
says out 'not used: Person\.source, Person\.target'
expect 0 path -c "$WORK/old.json" Ann Bo
says out 'Ann met Bo'
expect 0 show -c "$WORK/old.json" Bo
says out '^type: agent'

# Values that are lists: of links whose ids are words, of several words for one type; an event in an event, and a host of slots
# at the end of a relation; dates as people write them.
cat >"$WORK/lists.json" <<'END'
{"%FEATURE_STRUCTURES": {
  "s": {"%TYPE": "uima.cas.Sofa", "sofaString": "Ann said that Bo bombed Ulm. Cy left."},
  "a": {"%TYPE": "webanno.custom.Who", "begin": 0, "end": 3, "@value": "types"},
  "types": {"%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["secret agent", "spy"]},
  "b": {"%TYPE": "webanno.custom.Who", "begin": 14, "end": 16},
  "u": {"%TYPE": "webanno.custom.Who", "begin": 24, "end": 27},
  "c": {"%TYPE": "webanno.custom.Who", "begin": 29, "end": 31},
  "l1": {"%TYPE": "webanno.custom.Role", "role": "Attacker", "@target": "b"},
  "l2": {"%TYPE": "webanno.custom.Role", "role": "Target", "@target": "u"},
  "l3": {"%TYPE": "webanno.custom.Role", "@target": "a"},
  "l4": {"%TYPE": "webanno.custom.Role", "role": "what", "@target": "e1"},
  "r1": {"%TYPE": "uima.cas.FSArray", "%ELEMENTS": ["l1", "l2"]},
  "r2": {"%TYPE": "uima.cas.FSArray", "%ELEMENTS": ["l3", "l4"]},
  "e1": {"%TYPE": "webanno.custom.Event", "begin": 17, "end": 23, "label": "bombing", "@who": "r1", "date": "3 May 2021"},
  "e2": {"%TYPE": "webanno.custom.Event", "begin": 4, "end": 8, "label": "speech", "@who": "r2"},
  "t": {"%TYPE": "webanno.custom.Tie", "@Governor": "c", "@Dependent": "e1", "value": "flees", "when": "some day"}}}
END
counts '1 document, 5 actors, 5 mentions, 3 claims, 2 events, 0 figures' "$WORK/lists.json"
expect 0 show -c "$WORK/lists.json" lists
says out 'Bo bombing Ulm'
says out '3 May 2021'
says out 'Cy flees bombed'
says out 'note: when: some day'
says out 'speech: who Ann, what lists:e1'
says out '“Cy left\.”|“Ann said that Bo bombed Ulm\.'
expect 0 show -c "$WORK/lists.json" Ann
says out '^type: secret agent'

# TSV: stacked annotations, parts of tokens, tokens as ends, offsets in code points, and what is wrong in a row.
tsv stacked.tsv '#T_SP=webanno.custom.Span|value' '#T_RL=webanno.custom.Tie|value|BT_webanno.custom.Span' '' \
  '#Text=Ann Roe met Bo' '1-1\t0-3\tAnn\t*[1]|*[2]\t_\t_\t' '1-2\t4-7\tRoe\t*[1]\t_\t_\t' '1-3\t8-11\tmet\t_\t_\t_\t' \
  '1-4\t12-14\tBo\t*\tmet|saw\t1-1[1_0]|1-1[2_0]\t'
counts '1 document, 3 actors, 3 mentions, 2 claims, 0 events, 0 figures' "$WORK/stacked.tsv"
expect 0 path -c "$WORK/stacked.tsv" 'Ann Roe' Bo
says out 'Ann Roe met Bo'
expect 0 path -c "$WORK/stacked.tsv" Ann Bo
says out 'Ann saw Bo'
tsv parts.tsv '#T_SP=webanno.custom.Span|' '#T_RL=webanno.custom.Tie|BT_de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token' \
  '' '#Text=🥳 Annas Haus' '1-1\t0-1\t🥳\t_\t_\t' '1-2\t2-7\tAnnas\t_\t_\t' '1-2.1\t2-6\tAnna\t*\t_\t' '1-3\t8-12\tHaus\t_\t1-2\t'
counts '1 document, 3 actors, 3 mentions, 1 claim, 0 events, 0 figures' "$WORK/parts.tsv"
expect 0 path -c "$WORK/parts.tsv" Annas Haus
says out 'parts:0–12'
tsv wrong.tsv '#T_SP=webanno.custom.Span|value' '' '#Text=Ann met Bo' '1-1\t0-3\tAnn\tPER\t' '1-2\tx\tmet\t_\t' '1-3\t80-82\tBo\tPER\t' \
  '1-4\t90-92\tCy\tPER\t'
expect 1 check "$WORK/wrong.tsv"
says out 'wrong.tsv:6:1: error: a row begins with its number'
says out "wrong.tsv:8:1: warning: 'Cy' is not at its offsets"
says out 'no column of relations'
says out '^1 document, 2 actors, 2 mentions'
printf '#FORMAT=WebAnno TSV 2.0\n' >"$WORK/two.tsv"
expect 3 check "$WORK/two.tsv"
says err 'export it again as WebAnno TSV 3\.3'

# Two annotators of one document, as a project is exported.
for annotator in anne bert; do
  tsv "annotation/a.txt/$annotator.tsv" '#T_SP=webanno.custom.Span|value' '#T_RL=webanno.custom.Tie|value|BT_webanno.custom.Span' '' \
    '#Text=Ann met Bo' '1-1\t0-3\tAnn\tPER\t_\t_\t' '1-2\t4-7\tmet\t_\t_\t_\t' '1-3\t8-10\tBo\tPER\tmet\t1-1\t'
done
printf '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=Ann met Bo\n1-1\t0-3\tAnn\n' >"$WORK/annotation/a.txt/INITIAL_CAS.tsv"
counts '1 document, 2 actors, 2 mentions, 1 claim, 0 events, 0 figures' "$WORK/annotation"
says out 'anne and bert'

# Layers that are asked for, and those that are not there.
head='#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue'
tsv layers.tsv "$head" '#T_SP=webanno.custom.Span|value' '' '#Text=Ann met' '1-1\t0-3\tAnn\tN\tPER\t' '1-2\t4-7\tmet\tV\t_\t'
counts '1 document, 1 actor, 1 mention, 0 claims, 0 events, 0 figures' "$WORK/layers.tsv"
counts '1 document, 2 actors, 3 mentions, 0 claims, 0 events, 0 figures' --read layers=POS "$WORK/layers.tsv"
counts '1 document, 2 actors, 2 mentions, 0 claims, 0 events, 0 figures' --read layers=POS --read layers=-Span "$WORK/layers.tsv"
expect 0 check --read layers=POZ "$WORK/layers.tsv"
says out "no layer 'POZ'"
says out "did you mean 'POS'"

# The samples.
shared=$SOURCE/../shared/samples/inception
if [ -d "$shared" ]; then
  counts '1 document, 4 actors, 4 mentions, 1 claim, 0 events, 0 figures' "$shared/relation_test.xmi"
  expect 0 path -c "$shared/relation_test.xmi" Darmstadt Hessen
  says out 'Darmstadt located in Hessen'
  counts '1 document, 4 actors, 5 mentions, 2 claims, 0 events, 0 figures' "$shared/relation_test.cas.json"
  expect 0 show -c "$shared/relation_test.cas.json" Darmstadt
  says out '^wikidata: Q2973'
  expect 0 path -c "$shared/relation_test.cas.json" Hannover 'Lower Saxony'
  says out 'Hannover my relation layer Lower Saxony'
  for format in xmi cas.json; do
    "$RELATA" path -c "$shared/relation_test.$format" Darmstadt Hessen >"$WORK/$format"
  done
  cmp -s "$WORK/xmi" "$WORK/cas.json" || fail 'XMI does not give the claim of CAS JSON'
  counts '1 document, 2 actors, 2 mentions, 1 claim, 1 event, 0 figures' "$shared/slot-feature.cas.json"
  expect 0 show -c "$shared/slot-feature.cas.json" doc
  says out 'simple ?link ?host: p1 is, p2 a'
  counts '1 document, 9 actors, 9 mentions, 0 claims, 0 events, 0 figures' --read layers=Annotation "$shared/emoji.cas.json"
  counts '1 document, 2 actors, 2 mentions, 1 claim, 1 event, 0 figures' "$shared/testSimpleSameRoleSlotFeature.tsv"
  counts '1 document, 1 actor, 1 mention, 0 claims, 0 events, 0 figures' "$shared/testSentenceWithEmoji.tsv"
  counts '1 document, 2 actors, 2 mentions, 1 claim, 0 events, 0 figures' \
    "$shared/testSingleNonMultiTokenRelationWithMultipleFeatureValues.tsv"
  counts '1 document, 2 actors, 2 mentions, 2 claims, 0 events, 0 figures' \
    "$shared/testStackedNonMultiTokenRelationWithMultipleFeatureValues.tsv"
  counts '1 document, 0 actors, 0 mentions, 0 claims, 0 events, 0 figures' "$shared/relationLabelTest-user1.tsv"
  expect 0 check --read layers=Dependency "$shared/relationLabelTest-user1.tsv"
  says out '^1 document, 25 actors, 26 mentions, 26 claims'
else
  echo 'skipped: no samples are shared beside the source'
fi
finish
