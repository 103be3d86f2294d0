#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# TEI: lists, relations, sources, dates, pointers, names in the text. The counts of the samples that are shared beside the
# source are asserted too.
. "$(dirname "$0")/lib.sh"

letters=$SOURCE/tests/fuzz/seeds/tei/letters.xml

# counts WORDS ARGUMENTS…: check says so many documents, actors and claims, and no error.
counts() {
  sums=$1
  shift
  expect 0 check "$@"
  says out "^$sums\$"
}

# tei FILE BODY: a file of TEI with this inside.
tei() {
  mkdir -p "$(dirname "$WORK/$1")"
  printf '<TEI xmlns="http://www.tei-c.org/ns/1.0">%s</TEI>' "$2" >"$WORK/$1"
}

# Four documents: two sources that are there, one that is not, and the file; a pair of r1 for each of two sources.
counts '4 documents, 6 actors, 3 mentions, 9 claims, 0 events, 0 figures' "$letters"
says out "'letters:r3' \(no 'gone'\)"
says out '1 \(somebody in a list has no xml:id\)'
says out '1 \(a relation has only one end\)'
says out '1 \(a relation says which entity of Wikidata the text is\)'
says out '1 \(a name in the text points to nobody in a list\)'
says out "no source in the file has the xml:id 'lost'"
says out 'not used: occupation'
expect 0 show -c "$letters" 'Ann Roe' # parts of a name without white space between them
says out '^id: ann$'
says out '^type: person$'
says out '^description: born 1770$'
says out '^also called: A\. R\.$'
says out '^gnd: 118500001$'
says out 'is a friend of The Guild'
says out 'writes to Bo Lee · 2 origins'
says out 'probable · 3 May 1801'
says out '“in haste”'
says out 'Brief vom Mai, published 3 May 1801 \[letters:r1-1\]'
says out 'Tagebuch, Blatt 4 \[letters:r1-2\]'
says out 'note: responsible: ed'
says out 'leads The Guild' # an address that Ann has
says out 'from 1799 to an unknown date'
expect 0 show -c "$letters" 'Bo Lee'
says out 'weak aliases: friend'
says out 'knows wikidata:Q42'
says out 'from an unknown date to about 1810'
says out '^viaf: 12345$'
expect 0 show -c "$letters" letters
says out '^Briefe aus Ulm$'
says out 'published: April 2019'
expect 0 show -c "$letters" Ulm
says out '^type: place'

# The text is that of the file without its markup, and the lists in it are not of it.
tei text.xml '<standOff><listPerson><person xml:id="a"><persName>Ann</persName></person><person xml:id="b"><persName>Bo</persName></person></listPerson>
<listRelation><relation name="met" mutual="#a #b"><desc>saw  🥳 Bo</desc></relation></listRelation></standOff>
<text><body><p>Then <persName ref="#a">A<hi>n</hi>n</persName>
saw  🥳 <rs ref="#b #a">Bo</rs>.</p><back><listPerson><person xml:id="c"><persName>Cy</persName></person></listPerson></back></body></text>'
counts '1 document, 3 actors, 3 mentions, 1 claim, 0 events, 0 figures' "$WORK/text.xml"
says out '1 with evidence'
expect 0 path -c "$WORK/text.xml" Ann Bo
says out 'Ann met Bo'

# Somebody whom another file lists, somebody whom an address names, and nobody.
tei folder/a.xml '<text><p><persName ref="zz.xml#ann">Ann</persName> saw <persName ref="zz.xml#gone">him</persName> and
<persName ref="https://viaf.org/viaf/7">Cy Dee</persName>, <rs ref="#nobody">both</rs></p><listRelation>
<relation name="saw" active="zz.xml#ann" passive="https://viaf.org/viaf/7"/>
<relation name="saw" active="zz.xml#gone" passive="https://viaf.org/viaf/7"/></listRelation></text>'
tei folder/zz.xml '<standOff><listPerson><person xml:id="ann"><persName>Ann Roe</persName></person></listPerson></standOff>'
counts '2 documents, 2 actors, 2 mentions, 1 claim, 0 events, 0 figures' "$WORK/folder"
says out '1 mention of actors who are in no file is left out'
expect 0 path -c "$WORK/folder" 'Ann Roe' 'Cy Dee'
says out 'Ann Roe saw Cy Dee'

# The ids of a file are its own: the same in two files are two.
for file in one two; do
  tei "ids/$file.xml" "<standOff><listPerson><person xml:id='p1'><persName>Person $file</persName></person>
<person xml:id='p2'><persName>Friend of $file</persName></person></listPerson>
<listRelation><relation name='friends' mutual='#p1 #p2'/></listRelation></standOff>"
done
counts '2 documents, 4 actors, 0 mentions, 2 claims, 0 events, 0 figures' "$WORK/ids"

# Several documents in one file; a file that breaks off gives what stands before.
printf '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="a"><persName>Ann</persName></person>
<person xml:id="b"><persName>Bo</persName></person></listPerson></standOff>
<TEI xml:id="one"><text><p>One</p><listRelation><relation name="met" active="#a" passive="#b"/></listRelation></text></TEI>
<TEI xml:id="two"><text><p>Two</p><listRelation><relation name="saw" active="#a" passive="#b" cert="0.5"/></listRelation></text></TEI>' \
  >"$WORK/corpus.xml"
expect 1 check "$WORK/corpus.xml"
says out 'xml-syntax'
says out '^2 documents, 2 actors, 0 mentions, 2 claims'

# The samples.
shared=$SOURCE/../shared/samples/tei
if [ -d "$shared" ]; then
  counts '1 document, 84 actors, 0 mentions, 16 claims, 0 events, 0 figures' "$shared/kleist-hermannsschlacht-header.xml"
  expect 0 show -c "$shared/kleist-hermannsschlacht-header.xml" Hermann
  says out '^wikidata: Q68880'
  says out 'is married to Thusnelda'
  counts '1 document, 43 actors, 0 mentions, 29 claims, 0 events, 0 figures' "$shared/nestroy-temperamente-header.xml"
  counts '3 documents, 4 actors, 2 mentions, 7 claims, 0 events, 0 figures' "$shared/own-letters.xml"
  says out "1 claim is left out, .*'own-letters:r4' \(no 'nobody'\)"
  expect 0 show -c "$shared/own-letters.xml" 'Karl Roth'
  says out 'is married to Anna Weber · 2 origins'
  says out 'about 1799 – about June 1803'
  says out 'is employed by Roth & Söhne'
else
  echo 'skipped: no samples are shared beside the source'
fi
finish
