#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Web Annotations: a text beside them and none, selectors of all sorts, links by targets and by bodies, who made them.
. "$(dirname "$0")/lib.sh"
seeds=$SOURCE/tests/fuzz/seeds/web_annotation
cp "$seeds/page" "$WORK/page.json"
cp "$seeds/array" "$WORK/array.json"

# The text is beside the page, under the name that its address ends with.
mkdir "$WORK/there"
cp "$seeds/page" "$WORK/there/zpage.json"
printf '😀 Ilse hired Bo. Bo left. Later Bo sued Ilse in Wien.\n' >"$WORK/there/letter.txt"
expect 0 check "$WORK/there"
says out '^2 documents, 4 actors, 4 mentions, 4 claims'
says out 'read as web-annotation: 10 annotations, 2 documents, 4 actors, 4 claims \(0 dated, 4 with evidence\)'
for words in 'link with one end' 'link of which neither end is here' 'annotation of a whole text' 'page or an annotation that is elsewhere'; do
  says out "left out: .*1 \(an? $words\)"
done
says out "an end of it is in no file: 'u:6:met'"
says out '2 bodies are not used: a further tag, a comment'
says out '1 annotated text is not here.*: other.txt'
says out 'put it beside this file'
expect 0 show -c "$WORK/there" Ilse
says out '^type: person|^type: Person'
says out 'wikidata: Q7'
says out '^  hired Bo'
says out '^  pays Bo'
says out '“😀 Ilse hired Bo.”'
says out 'annotated by Eve$'
expect 0 show -c "$WORK/there" Wien
says out '\(related\) Bo'
says out '“.*Later Bo sued Ilse in Wien.”'
expect 0 show -c "$WORK/there" 'Ilse Maar'
says out '\(sued\) Bo'
says out 'letters/letter.txt.*:26–53'
expect 1 path -c "$WORK/there" --read negative=hired Ilse Bo --relation hired
says err 'denied and left out: Ilse hired Bo'

# Without a text there are only quotations; a file of another name is the text where that is said.
expect 0 check "$WORK/page.json"
says out '^2 documents, 4 actors, 2 mentions, 3 claims'
says out '2 annotated texts are not here'
expect 0 check "$WORK/array.json"
says out '^1 document, 2 actors, 2 mentions, 1 claim'
says out 'one whose name is not said'
says out '1 \(a page or an annotation that is elsewhere\), 1 \(a record without a target\)'
expect 0 show -c "$WORK/array.json" Ilse
says out '^  is part of Bo'
cp "$WORK/there/letter.txt" "$WORK/words"
expect 0 show -c "$WORK/array.json" --read text=words Bo
says out '“😀 Ilse hired Bo.”'
expect 1 check --read text=nothing "$WORK/array.json"
says out 'nothing'
expect 1 check --read text=../words "$WORK/there/zpage.json"

# Other shapes.
cp "$WORK/there/letter.txt" "$WORK/letter.txt"
cp "$seeds/collection" "$WORK/collection.json"
expect 0 check "$WORK/collection.json"
says out '^1 document, 2 actors, 2 mentions, 2 claims'
expect 0 check "$seeds/single"
says out '^1 document, 1 actor, 0 mentions, 0 claims'
printf '<p>Ilse <b>left</b>.</p>' >"$WORK/p.html"
cp "$seeds/rows" "$WORK/rows.json"
expect 0 check "$WORK/rows.json"
says out '^1 document, 1 actor, 1 mention, 0 claims'

shared=$SOURCE/../shared/samples/web-annotation
if [ -d "$shared" ]; then
  expect 0 check "$shared/recogito-relations.json"
  says out '^1 document, 3 actors, 3 mentions, 1 claim'
  expect 0 check "$shared/own-page.json"
  says out '^1 document, 2 actors, 2 mentions, 2 claims'
  expect 0 show -c "$shared/own-page.json" 'The Front'
  says out 'wikidata: Q1$'
  says out '^  attacks the Army'
  says out '^  related the Army'
else
  echo 'skipped: no samples are shared beside the source'
fi

# Words of a link that have no purpose of their own have the link's.
cat >"$WORK/bare.json" <<'END'
[{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "#1", "type": "Annotation", "target": {"source": "http://x.org/p", "selector": {"type": "TextQuoteSelector", "exact": "Ann"}}},
 {"id": "#2", "type": "Annotation", "target": {"source": "http://x.org/p", "selector": {"type": "TextQuoteSelector", "exact": "Bob"}}},
 {"id": "#3", "type": "Annotation", "motivation": "linking", "body": {"type": "TextualBody", "value": "hits"}, "target": ["#1", "#2"]}]
END
expect 0 export -c "$WORK/bare.json" --to csv
says out '"Ann","bob","Bob","hits","directed"'

finish
