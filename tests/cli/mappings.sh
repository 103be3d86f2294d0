#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Tables of other tools, whose columns follow a rule or are known by their names; a mapping for several tables, and one
# that lies beside them. The tables are our own; where samples are shared beside the source, those are read too.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# table NAME LINE…: a table of these lines, in which \t and the like are read.
table() {
  at=$1
  shift
  mkdir -p "$(dirname "$at")"
  printf '%b\n' "$@" >"$at"
}

# counts WORDS ARGUMENTS…: check says so many documents, actors and claims (… in a line), and no error.
counts() {
  sums=$1
  shift
  expect 0 check "$@"
  says out "^$sums"
}

# neo4j-admin: an id holds in its space, arrays are divided by semicolons, several tables are one graph.
table neo/people.csv 'pid:ID(Person),name:string,aliases:string[],born:date,:LABEL' 'p1,Ann Roe,A. Roe;Annie,1970-01-02,Person;Boss' 'p2,Bo,,,Person'
table neo/firms.csv ':ID(Firm),title,:LABEL' 'p1,Dredgers,Company'
table neo/owns.csv ':START_ID(Person),:END_ID(Firm),since:int,source,confidence:double,:TYPE' 'p1,p1,2001,https://example.org/a,0.8,OWNS' 'p2,p1,,,,OWNS' 'p9,p1,,,,OWNS'
counts '2 documents, 3 actors, 0 mentions, 2 claims' neo
says out 'read as neo4j-admin: 3 rows, .* left out: 1 \(an end is in no table of actors\)'
expect 0 path -c neo Annie Dredgers
says out "Ann Roe owns Dredgers \\(from 2001.*in https://example.org/a"
expect 0 show -c neo 'Ann Roe'
says out '^type: person'
table plain/n.csv ':ID,name' '1,Ann' '2,Bo'
table plain/e.csv ':START_ID,:END_ID,:TYPE' '1,2,KNOWS'
counts '1 document, 2 actors, 0 mentions, 1 claim' plain

# SPARQL: a variable and its label are one actor; numbers are no names; blank nodes are left out; carriage returns.
table sparql.csv 'a,aLabel,p,pLabel,b,bLabel,start,ref\r' \
  'http://www.wikidata.org/entity/Q1,Ann,http://www.wikidata.org/prop/direct/P40,child,http://www.wikidata.org/entity/Q2,Q2,2000-01-01T00:00:00Z,https://example.org/x\r' \
  'http://www.wikidata.org/entity/Q2,Q2,http://www.wikidata.org/prop/direct/P40,child,https://example.org/3,Cy,,\r' \
  'http://www.wikidata.org/entity/Q1,Ann,http://www.wikidata.org/prop/direct/P22,father,_:b0,,,\r'
counts '2 documents, 3 actors, 0 mentions, 2 claims' sparql.csv
says out 'read as sparql: 3 rows, .* left out: 1 \(an end is a blank node\)'
expect 0 path -c sparql.csv Ann Cy
says out 'Ann child wikidata:Q2 \(from 1 January 2000'
# The same rows as JSON; what is said of one names its line.
expect 0 check "$SOURCE/tests/fuzz/seeds/sparql_results/two.json"
says out 'read as sparql: 2 rows, 1 document, 2 actors, 1 claim .* left out: 1 \(an end is a blank node\)'
says out 'two\.json:3:1: warning'
expect 0 path -c "$SOURCE/tests/fuzz/seeds/sparql_results/two.json" Ann 'Bo "B"'
says out 'Ann child Bo "B" \(from 1 January 2000'
expect 3 check "$SOURCE/tests/fuzz/seeds/sparql_results/wrong.json"
table sparql.tsv '?a\t?aLabel\t?b\t?bLabel\t?start\t?relation' \
  '<http://www.wikidata.org/entity/Q1>\t"Ann "A" Roe"@en\t<http://www.wikidata.org/entity/Q2>\t"Bo"@en\t"2000-01-01"^^<http://www.w3.org/2001/XMLSchema#date>\t"knows"@en'
expect 0 path -c sparql.tsv 'Ann "A" Roe' Bo
says out 'Ann "A" Roe knows Bo \(1 January 2000|from 1 January 2000'

# Kumu: connections name elements by their labels, also some that the elements do not list.
table kumu/elements.csv 'Label,Type,Description,Tags' 'Dredgers,company,A firm,x' 'Ann,person,,'
table kumu/connections.csv 'From,To,Direction,Type,Label' 'Ann,Dredgers,directed,work,owns' 'Ann,Bo,mutual,friend,'
counts '1 document, 3 actors, 0 mentions, 2 claims' kumu
expect 0 path -c kumu Dredgers Bo
says out "Dredgers \\(owns\\) Ann"
expect 0 show -c kumu Ann
says out '^type: person'

# Maltego, the wars of states, and any two columns.
table maltego.csv 'maltego.Person,Ann,maltego.Company,Dredgers,owns' 'maltego.Company,Dredgers,maltego.Domain,example.org,'
counts '1 document, 3 actors, 0 mentions, 2 claims' --map maltego-links maltego.csv
expect 0 show -c maltego.csv --map maltego-links Ann
says out '^type: person'
table mid.csv 'disno,statea,namea,stateb,nameb,strtday,strtmnth,strtyear,endday,endmnth,endyear,hihost' \
  '2,2,Norland,200,Sudland,-9,5,1902,25,1,1903,3' '3,2,Norland,300,Ostland,-9,-9,1914,-9,-9,1918,5' '4,200,Sudland,300,Ostland,2,5,1913,2,5,1913,-9'
counts '1 document, 3 actors, 0 mentions, 3 claims' mid.csv
expect 0 show -c mid.csv Ostland
says out 'at war with Norland'
says out '1914 – 1918'
says out 'has a dispute with Sudland'
says out 'certain · 2 May 1913$'
expect 0 show -c mid.csv Norland
says out 'May 1902 – 25 January 1903'
table edges.txt 'A,B,7' 'B,C,8'
counts '1 document, 3 actors, 0 mentions, 2 claims' --map edges edges.txt
sed -i '1ix,y,z' edges.txt
counts '1 document, 3 actors, 0 mentions, 2 claims' --map edges-with-header edges.txt

# What was once: kept as written, or taken into the note.
table former.csv 'Entity A,Entity B,Connection,Source(s)' 'Ann,Dredgers,Former director,x' 'Bo,Dredgers,Ex-Director,x' 'Cy,Dredgers,director,x'
expect 0 types -c former.csv
says out 'former director'
expect 0 types -c former.csv --read former
says out 'director .*3|3 .*director'
expect 0 show -c former.csv --read former Ann
says out 'note: former'

# Rows that say who may be the same relate nobody: they are listed.
mkdir leaks
table leaks/officers.csv 'node_id,name,countries,country_codes,sourceID,valid_until,note' '1,Ann Roe,,,S,,' '2,Roe Ann,,,S,,' '3,Bo,,,S,,'
table leaks/relationships.csv 'node_id_start,node_id_end,rel_type,link,status,start_date,end_date,sourceID' \
  '1,2,same_name_as,same name as,,,,S' '1,3,officer_of,shareholder of,,23-MAR-2006,,S' '3,2,similar,similar name and address as,,,,S' '3,9,officer_of,owner of,,,,S'
counts '1 document, 3 actors, 0 mentions, 1 claim' leaks
says out 'left out: 2 \(says who may be the same\), 1 \(an end is in no table of actors\)'
says out "the file says of 2 pairs that both may be one; they stay two: 'Ann Roe' and 'Roe Ann', 'Bo' and 'Roe Ann'"
printf '{"relata_mapping":1,"actors":{"a":{"name":"{x}"}},"claims":[],"skip":[{"if":{"column":"x","empty":false},"word":"w","same":["a"]}]}' >same.json
expect 3 check --map same.json edges.txt
says out '"same" must name two places'

# One mapping for several tables, which are joined by id: given, or in their folder; named, or with it.
cat >tables.json <<'END'
{"relata_mapping": 1, "document": {"id": "{doc}"},
 "tables": {"nodes": {"file": "who.csv", "ids": true, "actors": {"a": {"id": "{k}", "name": "{called}", "type": "{sort}"}}},
            "edges": {"file": "ties*.csv", "ids": true, "table": {"delimiter": ";"}, "actors": {"a": {"id": "{x}"}, "b": {"id": "{y}"}},
                      "claims": [{"type": "{z}", "from": "a", "to": "b"}]}}}
END
table several/who.csv 'k,called,sort' '1,Ann,person' '2,Bo,person'
table several/ties-1.csv 'x;y;z;doc' '1;2;owns;d1'
table several/ties-2.csv 'x;y;z;doc' '2;1;pays;d2' '2;7;pays;d2'
table several/other.csv 'u,v' '1,2'
gzip several/ties-2.csv
counts '2 documents, 2 actors, 0 mentions, 2 claims' --map tables.json several
says out 'other.csv: note: the file is of no known format'
counts '2 documents, 2 actors, 0 mentions, 2 claims' --map tables.json several/ties-1.csv several/ties-2.csv.gz several/who.csv
expect 3 check --map tables.json several/other.csv
says err "none of the tables of the mapping 'tables.json' is called 'several/other.csv'"
cp tables.json several/mapping.json
counts '2 documents, 2 actors, 0 mentions, 2 claims' several
says out 'who.csv: note: read as mapping.json: 2 rows'
says out 'ties-2.csv.gz: note: read as mapping.json: 2 rows, .* left out: 1 \(an end is in no table of actors\)'
counts '1 document, 2 actors, 0 mentions, 1 claim' several/ties-1.csv
sed -i 's/"z}"/"z}", "tpye": "x"/; s/"type": "{z}"/"type": "{z}", "tpye": "x"/' several/mapping.json
expect 3 check several/ties-1.csv
says out 'several/mapping.json:4:[0-9]+: error: a claim has no key "tpye"'
says err "the mapping 'several/mapping.json' cannot be used"
expect 3 check several/mapping.json
says out 'several/mapping.json:4:[0-9]+: error: a claim has no key "tpye"'
# One that fits other tables leaves the rest as they were.
table some/a.csv 'from,to,type' 'A,B,met'
table some/b.csv 'p,q' 'B,C'
printf '{"relata_mapping":1,"match":{"header":["p"]},"actors":{"a":{"name":"{p}"},"b":{"name":"{q}"}},"claims":[{"from":"a","to":"b"}]}' >some/mapping.json
counts '2 documents, 3 actors, 0 mentions, 2 claims' some
says out 'a.csv: note: read as plain columns'
says out 'b.csv: note: read as mapping.json'
printf '{"relata_mapping":1,"match":{}}' >some/mapping.json
expect 3 check some

shared=$SOURCE/../shared/samples
if [ -d "$shared/csv" ]; then
  mkdir neo4j
  cp "$shared"/csv/neo4j-*.csv neo4j
  counts '3 documents, 3 actors, 0 mentions, 3 claims' neo4j
  says out 'read as neo4j-admin: 3 rows, .* 3 claims \(2 dated'
  counts '2 documents, 3 actors, 0 mentions, 2 claims' "$shared/wikidata/sparql-query.csv"
  says out 'left out: 1 \(an end is a blank node\)'
  counts '5 documents, 4 actors, 0 mentions, 5 claims' --read former "$shared/csv/trumpworld-shape.csv"
else
  echo 'skipped: no samples are shared beside the source'
fi

finish
