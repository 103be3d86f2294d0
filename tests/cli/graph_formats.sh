#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Graphs of other programs: names and no ids, directions, dates, documents, what is left out, and what cannot be read.
# The files are our own, tests/fuzz/seeds; where the samples of real ones are shared beside the source, their counts are
# asserted too.
. "$(dirname "$0")/lib.sh"
seeds=$SOURCE/tests/fuzz/seeds

# counts WORDS FILE…: check says so many documents, actors and claims, and no error.
counts() {
  sums=$1
  shift
  expect 0 check "$@"
  says out "^$sums\$"
}

# claims FILE…: what is claimed, one a line, in $WORK/out.
claims() {
  expect 0 export --to csv --reporting -c "$@"
}

# GEXF: spells are claims of their own; several documents; a default; a time of day; a missing end; one id twice.
counts '3 documents, 3 actors, 0 mentions, 5 claims, 0 events, 0 figures' "$seeds/gexf/spells.gexf"
says out 'read as gexf: 7 elements, 3 documents, 3 actors, 5 claims \(4 dated, 0 with evidence\)'
says out "1 claim is left out, because an end of it is in no file: 'spells.gexf:2' \(no 'nowhere'\) \[missing-end\]"
says out '1 time of day is dropped'
says out '2 claims have a weight, and nothing says of what'
says out '2 attributes are not used: label, x'
expect 0 path -c "$seeds/gexf/spells.gexf" 'Ann Roe' Dredgers
says out 'Ann Roe owns Dredgers \(1 May 2015 – 31 December 2019; in spells\.gexf\) \[0\]'
says out 'Also \(from 2021 to an unknown date; in spells\.gexf\) \[0-2\]'
expect 0 path -c "$seeds/gexf/spells.gexf" 'Harbour & Sons' Dredgers --relation rivalry
says out 'http://a.example/1'
says out 'Note: weight 2\.5'
expect 0 actors -c "$seeds/gexf/spells.gexf"
says out 'Ann Roe +person'
says out 'Dredgers +company'
expect 1 check --keep-missing "$seeds/gexf/spells.gexf"
says out '4 actors, 0 mentions, 6 claims'
counts '1 document, 2 actors, 0 mentions, 1 claim, 0 events, 0 figures' "$seeds/gexf/old.gexf"
says out '1 node is in a group, which is an actor too \[groups\]'
expect 0 path -c "$seeds/gexf/old.gexf" B A
says out '2001'
counts '1 document, 2 actors, 0 mentions, 2 claims, 0 events, 0 figures' --read groups "$seeds/gexf/old.gexf"
expect 0 path -c "$seeds/gexf/old.gexf" --read groups A B --relation contains
says out 'A contains B'

printf '%s' '<gexf><graph timerepresentation="timestamp"><nodes><node id="a" timestamp="2001"><nodes><node id="b"/></nodes><edges>' \
  '<edge source="a" target="b" timestamp="2015"/></edges></node></nodes><edges><edge source="b" target="a"><spells>' \
  '<spell timestamp="2016"/><spell timestamp="2018"/></spells></edge></edges></graph></gexf>' >"$WORK/moments.gexf"
counts '1 document, 2 actors, 0 mentions, 3 claims, 0 events, 0 figures' "$WORK/moments.gexf"
says out '3 claims \(3 dated'
says out '1 attribute is not used: start'
iconv -f utf-8 -t utf-16 "$seeds/gexf/spells.gexf" >"$WORK/wide.gexf"
expect 0 check --format gexf "$WORK/wide.gexf"
says out '3 actors, 0 mentions, 5 claims'
"$RELATA" check - <"$seeds/gexf/spells.gexf" >"$WORK/out" 2>&1 || fail 'a graph from standard input'
says out '3 actors, 0 mentions, 5 claims'

# GraphML: yEd's labels, its groups and its arrows; yEd live's labels; plain attributes.
counts '1 document, 3 actors, 0 mentions, 3 claims, 0 events, 0 figures' "$seeds/graphml/yed.graphml"
says out 'left out: 1 \(an edge of more than two ends\)'
claims "$seeds/graphml/yed.graphml"
says out '"Ann Roe",.*"Dredgers","owns","directed"'
says out '"The Port Group","n0","Dredgers","pays","directed"'
says out '"Dredgers","n1","The Port Group","rivalry","symmetric"'
expect 0 path -c "$seeds/graphml/yed.graphml" 'The Port Group' Dredgers --relation pays
says out 'Note: in the yard'
expect 0 actors -c "$seeds/graphml/live.graphml"
says out 'North & South'
says out 'Bo'
expect 0 types -c "$seeds/graphml/live.graphml"
says out '^related-\(undirected\) +related'
expect 0 path -c "$seeds/graphml/plain.graphml" n1 'Ann Roe'
says out 'n1 knows Ann Roe \(2021; probable; in one'

# What relata exports it reads again.
expect 0 export -c "$seeds/gexf/spells.gexf" --to graphml
cp "$WORK/out" "$WORK/again.graphml"
counts '.*3 actors, 0 mentions, 4 claims, 0 events, 0 figures' "$WORK/again.graphml"

# node-link: edges and links are the same; both, which differ, are not.
counts '3 documents, 3 actors, 0 mentions, 4 claims, 0 events, 0 figures' "$seeds/node_link/edges.json"
for words in edges links; do
  claims "$seeds/node_link/$words.json"
  sed "s/$words\.json/FILE/g" "$WORK/out" >"$WORK/$words"
done
cmp -s "$WORK/edges" "$WORK/links" || fail 'node-link: edges and links do not give the same claims'
expect 0 path -c "$seeds/node_link/edges.json" 'Ann Roe' Dredgers --relation pays
says out 'Courier'
says out 'Herald'
expect 1 check "$seeds/node_link/both.json"
says out '"edges" and "links" do not say the same: only "links" are read \[edges-and-links\]'
printf '{"nodes":[{"id":1},{"id":2}],"links":[{"source":1,"target":2}],"edges":[{"source":1,"target":2}]}' >"$WORK/same.json"
counts '1 document, 2 actors, 0 mentions, 1 claim, 0 events, 0 figures' "$WORK/same.json"
printf '{"nodes":[{"id":1},{"id":2}],"links":[{"source":1,"target":2}],"directed":true}' >"$WORK/late.json"
expect 0 check "$WORK/late.json"
says out '1:[0-9]+: warning: "directed" stands behind edges that are read already, as undirected \[late-direction\]'

printf '{"nodes":[{"name":"Ann"},{"name":"Bo"}],"links":[{"source":1,"target":0,"value":3}]}' >"$WORK/d3.json"
expect 0 path -c "$WORK/d3.json" Ann Bo
says out 'Note: weight 3'

# Cytoscape: by parts and as a list; names, no numbers.
counts '1 document, 2 actors, 0 mentions, 1 claim, 0 events, 0 figures' "$seeds/cytoscape/own.cyjs"
expect 0 path -c "$seeds/cytoscape/own.cyjs" 'Ann Roe' 'Dredgers Ltd'
says out 'Ann Roe owns Dredgers Ltd'
counts '1 document, 2 actors, 0 mentions, 1 claim, 0 events, 0 figures' "$seeds/cytoscape/elements.json"
expect 1 check "$seeds/cytoscape/list.json"
says out '2:[0-9]+: error: an element must be an object with "data" \[missing-key\]'
says out '1 document, 3 actors, 0 mentions, 1 claim'
printf '{"elements":[{"label":"A"}],"connections":[]}' >"$WORK/kumu.json"
expect 3 check "$WORK/kumu.json"

# GML: characters by name, groups, a missing end; what has no id, with its line.
counts '1 document, 3 actors, 0 mentions, 2 claims, 0 events, 0 figures' "$seeds/gml/own.gml"
says out "\(no '9'\) \[missing-end\]"
expect 0 path -c "$seeds/gml/own.gml" 'Ann Roe & &uuml;' Dredgers
says out 'owns Dredgers'
expect 0 path -c "$seeds/gml/own.gml" --read groups Dredgers Port --relation contains
says out 'Dredgers contains Port'
expect 1 check "$seeds/gml/lost.gml"
says out '1:18: warning: directed is 2: the edges are taken as directed \[wrong-value\]'
says out '1:20: error: a node has no id'
says out '1:43: error: an edge has no target'
printf '\357\273\277graph [ node [ id 1 ] node [ id 2 ]\n edge [ source 1 target 2 ] ] ]' >"$WORK/bom.gml"
expect 1 check "$WORK/bom.gml"
says out '2:31: error: expected a key \[gml-syntax\]'
says out '1 document, 2 actors, 0 mentions, 1 claim'
printf 'graph [ node [ id 1 label "\344" ] ]' >"$WORK/latin.gml"
"$RELATA" check "$WORK/latin.gml" >"$WORK/out" 2>&1 && fail 'a GML in Latin-1 is read without an error'
says out '1:27: error: a string is not valid UTF-8 \[gml-syntax\]'

# Pajek: names of relations, signs, years; two modes.
counts '1 document, 4 actors, 0 mentions, 8 claims, 0 events, 0 figures' "$seeds/pajek/own.net"
says out '1 of 5 vertices have no line and no tie'
says out '8 claims \(3 dated'
expect 0 types -c "$seeds/pajek/own.net"
says out '^trades-with +trades with .*friendly +2'
says out '^trades-with-\(negative\) +trades with \(negative\) .*hostile +1'
says out '^rivalry +rivalry .*neutral +1'
expect 0 path -c "$seeds/pajek/own.net" 'Ann Roe' Dredgers --relation trades-with
says out '\(1995'
says out '1980'
says out 'Note: weight 3\.5'
expect 0 path -c "$seeds/pajek/own.net" Dredgers Port --relation related
says out 'Note: time 4-7'
expect 1 check "$seeds/pajek/matrix.net"
says out "9:1: error: '1' is left out \[wrong-fields\]"
claims "$seeds/pajek/matrix.net"
says out '"A","4","D","backs","directed"'
says out '"B","3","C","backs-\(negative\)","directed"'

printf '*Vertices 1\n1 A\n*Network b\n*Vertices 2\n1 B\n*Arcs\n1 2\n' >"$WORK/two.net"
expect 0 check "$WORK/two.net"
says out '4:1: warning: another network begins here: it is not read \[not-read\]'
says out '1 actor, 0 claims'

# SIF: tabs where there are some; names alone.
counts '1 document, 7 actors, 0 mentions, 4 claims, 0 events, 0 figures' "$seeds/sif/own.sif"
expect 0 path -c "$seeds/sif/own.sif" 'Ann Roe' 'Dredgers Ltd'
says out 'Ann Roe owns Dredgers Ltd'
expect 1 check --format sif "$seeds/sif/short.sif"
says out "2:1: error: 'Two' has no other end: the line is left out \[wrong-fields\]"

# Files of one name are two documents, and their ids two registries: one id is one actor where it has one name, and n1 is none.
mkdir -p "$WORK/two/a" "$WORK/two/b"
cp "$seeds/graphml/plain.graphml" "$WORK/two/a/x.graphml"
sed 's/Ann Roe/Bo Lee/; s/one; two//' "$seeds/graphml/plain.graphml" >"$WORK/two/b/x.graphml"
cp "$seeds/gexf/old.gexf" "$WORK/two/a/y.gexf"
cp "$seeds/gexf/old.gexf" "$WORK/two/b/y.gexf"
expect 0 check "$WORK/two/a/x.graphml" "$WORK/two/b/x.graphml" "$WORK/two/a/y.gexf" "$WORK/two/b/y.gexf"
says out '^5 documents, 6 actors, 0 mentions, 5 claims'

# Bad XML: line and column, and what came before stands. Nothing from outside, and no bombs.
sed '/<edges>/,$d' "$seeds/gexf/spells.gexf" >"$WORK/cut.gexf"
expect 1 check "$WORK/cut.gexf"
says out "error: the file ends inside the element 'graph' \[xml-syntax\]"
says out 'read as gexf: 3 elements, 3 actors, 0 claims'
printf '<!DOCTYPE gexf [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<gexf><graph><nodes><node id="1" label="A"/>&e;</nodes></graph></gexf>' >"$WORK/outside.gexf"
expect 1 check "$WORK/outside.gexf"
says out "2:[0-9]+: error: Entity 'e' not defined \[xml-syntax\]"
says out 'nothing is loaded from outside'
{
  printf '<!DOCTYPE gexf [<!ENTITY a "aaaaaaaaaa">'
  before=a
  for entity in b c d e f g h i; do
    printf '<!ENTITY %s "' $entity
    for _ in 1 2 3 4 5 6 7 8 9 10; do printf '&%s;' $before; done
    printf '">'
    before=$entity
  done
  printf ']><gexf><graph><nodes><node id="1" label="&i;"/></nodes></graph></gexf>'
} >"$WORK/bomb.gexf"
"$RELATA" check "$WORK/bomb.gexf" >"$WORK/out" 2>&1 && fail 'a billion laughs are read'
says out 'xml-syntax'

# The samples.
shared=$SOURCE/../shared/samples/graph
if [ -d "$shared" ]; then
  for row in 77/254:les-miserables-gephi.gexf 3/3:own-spells-1.3.gexf 3/2:own-yed-3.graphml 4/4:yed-live.graphml \
    3/3:node-link-3.4-edges.json 3/3:node-link-2.8-links.json 2/1:own.cyjs 34/78:karate.gml 4/6:cytoscape-arrows.gml \
    10/45:pajek_signed.net 18/55:pajek_arcslist.net 10/6:utf8_with_bom.net 28/31:multi-word.sif; do
    expect 0 check "$shared/${row#*:}"
    n=${row%%:*}
    says out "^[12] documents?, ${n%/*} actors, 0 mentions, ${n#*/} claims?, "
    expect 0 check --format "$(sed -n 's/.*read as \([a-z-]*\):.*/\1/p' "$WORK/out")" "$shared/${row#*:}"
  done
  expect 0 check "$shared/own-spells-1.3.gexf"
  says out "1 claim is left out, .* \(no 'zzz'\) \[missing-end\]"
  expect 0 actors -c "$shared/own-yed-3.graphml"
  for name in ISIS-K Coalition US; do says out "$name"; done
  expect 0 actors -c "$shared/yed-live.graphml"
  says out 'regular bold italic newline'
  for file in own-yed-3 yed-live; do
    expect 0 actors -c "$shared/$file.graphml"
    ! grep -Eq '(^|[^:])\bn[0-9]\b *$' "$WORK/out" || fail "$file: an actor is called by its number"
  done
  for words in 3.4-edges 2.8-links; do
    claims "$shared/node-link-$words.json"
    sed "s/node-link-$words/FILE/g" "$WORK/out" >"$WORK/$words"
  done
  cmp -s "$WORK/3.4-edges" "$WORK/2.8-links" || fail 'the samples of node-link do not give the same claims'
  expect 3 check "$shared/graph2.gml"
  says out 'graph2\.gml:9:5: error: a node has no id'
else
  echo 'skipped: no samples are shared beside the source'
fi

# GEXF 1.3 also lists an edge's times in an attribute: a claim for each.
cat >"$WORK/times.gexf" <<'END'
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed" mode="dynamic"><nodes><node id="a" label="Ann"/><node id="b" label="Bob"/></nodes>
<edges><edge source="a" target="b" kind="hits" intervals="&lt;[2001.0, 2002.0]; [2005.0, Infinity]&gt;"/><edge source="b" target="a" kind="sees" timestamps="&lt;[2011-02-03, 2012]&gt;"/></edges></graph></gexf>
END
expect 0 check "$WORK/times.gexf"
says out '2 actors, 4 claims \(4 dated'
expect 0 export -c "$WORK/times.gexf" --to csv
for when in 2001/2002 2005/.. 2011-02-03 2012; do
  says out ",\"$when\","
done

# D3 puts nodes in the place of their ids; a list may be null, and a truth a word.
echo '{"directed": "true", "links": null, "nodes": [{"id": "a", "label": "Ann"}, {"id": "b", "label": "Bob"}], "edges": [{"source": {"id": "a", "x": 1}, "target": {"id": "b"}, "label": "hits"}]}' >"$WORK/d3.json"
expect 0 export -c "$WORK/d3.json" --to csv
says out '"a","Ann","b","Bob","hits","directed"'

# How sure it is may be a word, a share, or of a hundred; nothing else is taken without a word.
echo '{"directed": true, "nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"source": "a", "target": "b", "key": "q", "confidence": "low"}, {"source": "a", "target": "b", "key": "r", "confidence": 85}, {"source": "a", "target": "b", "key": "s", "confidence": "odd"}, {"source": "a", "target": "b", "key": "t", "certainty": "odd, too"}]}' >"$WORK/sure.json"
expect 0 check "$WORK/sure.json"
says out "warning: 'odd' does not say how sure it is: the claim is kept without it"
says out "warning: 'odd, too' does not say how sure it is"
expect 0 export -c "$WORK/sure.json" --to csv
says out '"q","directed",.*"affirms","possible","",'
says out '"r","directed",.*"affirms","certain","0.85",'

# A line of Pajek may say of which relation it is, and more than one time that is no year.
printf '*Vertices 2\n1 "Ann"\n2 "Bob"\n*Arcs :1 "hits"\n*Arcs :2 "loves"\n1 2 1\n1: 2 1 1 [1,3]\n7: 1 2\n' >"$WORK/numbered.net"
expect 0 export -c "$WORK/numbered.net" --to csv
says out '"Ann","2","Bob","loves","directed"'
says out '"Bob","1","Ann","hits","directed",.*"time 1, 3"'
says out '"Ann","2","Bob","relation-7","directed"'

# A list of Cytoscape.js need not say which are nodes.
echo '[{"data": {"id": "a", "label": "Ann"}}, {"data": {"id": "b", "label": "Bob"}}, {"data": {"source": "b", "target": "a", "label": "hits"}}]' >"$WORK/plain.json"
expect 0 check "$WORK/plain.json"
says out 'read as cytoscape: 3 elements, 1 document, 2 actors, 1 claim'
expect 0 export -c "$WORK/plain.json" --to csv
says out '"b","Bob","a","Ann","hits","directed"'

# Numbers that two files give to nodes without names are not names: the nodes stay apart.
mkdir "$WORK/numbers"
for file in a b; do
  printf '<gexf><graph><nodes><node id="0"/><node id="n1"/></nodes><edges><edge source="0" target="n1" label="%s"/></edges></graph></gexf>' \
    "$file" >"$WORK/numbers/$file.gexf"
done
expect 0 check "$WORK/numbers"
says out '^2 documents, 4 actors'

finish
