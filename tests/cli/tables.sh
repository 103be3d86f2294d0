#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Tables: plain ones in several dialects and languages, those of well-known sources, and what cannot be read. The tables
# here are our own; where the samples of real ones are shared beside the source, what is known of them is asserted too.
. "$(dirname "$0")/lib.sh"

# table NAME LINE…: a table of these lines, in which \t and the like are read.
table() {
  at=$WORK/$1
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

# Plain columns: what they are taken for, without a mapping.
table plain.csv 'from,relation,to,date,source,quote,certainty' \
  'Ann Roe,owns,Dredgers,2021-05,Courier 2 March 2023,"she ""owns"" it",likely' \
  'Dredgers,pays,Bo Lee,,Herald,,'
counts '2 documents, 3 actors, 0 mentions, 2 claims' "$WORK/plain.csv"
says out 'read as plain columns: 2 rows, .* 2 claims \(1 dated, 1 with evidence\)'
expect 0 path -c "$WORK/plain.csv" 'Ann Roe' 'Bo Lee'
says out '1\. Ann Roe owns Dredgers \(May 2021; probable; in Courier 2 March 2023, published 2 March 2023\): “she "owns" it”'
expect 0 map "$WORK/plain.csv"
says out '"when":	"\{date\}"'
cp "$WORK/out" "$WORK/plain.json"
expect 0 path -c "$WORK/plain.csv" --map "$WORK/plain.json" 'Ann Roe' Dredgers
says out 'Ann Roe owns Dredgers'
expect 0 map --dry-run "$WORK/plain.csv"
says out '2 claims in all'

# Separators, line ends, a byte order mark, other languages, other orders of columns.
table semicolon.csv 'Datum;Nach;Beziehung;Von;Quelle' '31.01.2021;Bert, Sohn;kennt;Anna;Blatt'
counts '1 document, 2 actors, 0 mentions, 1 claim' "$WORK/semicolon.csv"
expect 0 path -c "$WORK/semicolon.csv" Anna 'Bert, Sohn'
says out '31 January 2021'
printf '\357\273\277origen\trelaci\303\263n\tdestino\rA\tconoce\tB\r\rC\tconoce\tA\r' >"$WORK/bom.tsv"
counts '1 document, 3 actors, 0 mentions, 2 claims' "$WORK/bom.tsv"
table pipe.txt 'source|target|type' 'A|B|met' 'B|C|met'
counts '1 document, 3 actors, 0 mentions, 2 claims' --format csv "$WORK/pipe.txt"
table stdin.csv 'acteur1,lien,acteur2' 'A,soutient,B'
"$RELATA" path -c - A B <"$WORK/stdin.csv" >"$WORK/out" 2>"$WORK/err" || fail 'a table from standard input'
says out 'A soutient B'
table folder/ties.csv 'from,to,type' 'Omar,Sara,met'
printf '{"relata":1,"actors":[{"id":"omar-1","name":"Omar Khan","aliases":["Omar"]}]}' >"$WORK/folder/corpus.json"
expect 0 path -c "$WORK/folder" 'Omar Khan' Sara
says out 'Omar Khan met Sara'

# Dates are not guessed: a day beyond 12 decides, else a person.
table days.csv 'from,to,type,date' 'A,B,met,3/4/2021' 'A,B,met,31/4/2021' 'A,C,met,13/12/2021'
expect 0 check "$WORK/days.csv"
says out "'31/4/2021' is not a date"
table certain.csv 'from,to,type,date' 'A,B,met,3/4/2021' 'A,C,met,13/12/2021'
expect 0 path -c "$WORK/certain.csv" A B
says out '3 April 2021'
table unsure.csv 'from,to,type,date' 'A,B,met,3/4/2021'
expect 3 path -c "$WORK/unsure.csv" A B
says err 'may be day/month/year or month/day/year'
expect 0 map "$WORK/unsure.csv"
says err 'in the place of "\?"'
cp "$WORK/out" "$WORK/unsure.json"
expect 3 path -c "$WORK/unsure.csv" --map "$WORK/unsure.json" A B
says err 'say how dates are written'
expect 0 map "$WORK/unsure.csv"
sed 's|"?"|"%m/%d/%Y"|' "$WORK/out" >"$WORK/unsure.json"
expect 0 path -c "$WORK/unsure.csv" --map "$WORK/unsure.json" A B
says out '4 March 2021'

# What is wrong in a row costs that row, and is said with its place.
table rows.csv 'from,relation,to' 'A,met,B' 'A,"met"x,B' 'A,met,C,D' 'B,met' 'B,met,C,,' '"A,met,D' 'C,met,D'
expect 1 check "$WORK/rows.csv"
says out 'rows.csv:3:8: error: this row is no CSV'
says out 'rows.csv:4:9: error: this row has 4 fields, but the header has 3'
says out 'rows.csv:7:1: error: this row is no CSV: expected a quotation mark at the end'
says out '1 row has fewer fields'
says out '4 actors, 0 mentions, 3 claims'
printf 'from,relation,to\nA,met,B\nA,m\351t,C\n' >"$WORK/latin.csv"
expect 1 check "$WORK/latin.csv"
says out 'latin.csv:3:4: error: the byte 0xE9 is not UTF-8'
table twice.csv 'from,to,type,type' 'A,B,met,met'
expect 3 check "$WORK/twice.csv"
table nothing.csv 'x,y,z' '1,2,3'
expect 3 map "$WORK/nothing.csv"
says err 'do not say who is related to whom \(x, y, z\)'
printf 'PK\003\004' >"$WORK/book.xlsx"
expect 2 map "$WORK/book.xlsx"
says err 'save it as CSV'

# A mapping: conditions, lists, tables of words, undirected relations, actors with ids, events and figures.
cat >"$WORK/map.json" <<'END'
{"relata_mapping": 1, "table": {"null": ["", "-"], "skip_lines": 1},
 "document": {"publisher": {"column": "Paper", "split": ";"}, "published": {"column": "Day", "split": ";", "date": "%d.%m.%Y"}, "zip": true},
 "actors": {"a": {"id": "p:{A}", "name": "{A name}", "type": {"column": "A kind", "table": {"1": "person", "*": "group"}}},
            "b": {"name": {"column": "Bs", "split": "+"}}},
 "events": {"id": "e{N}", "type": "raid", "roles": {"Attacker": "a", "Target": "b"}},
 "claims": [{"type": "raids", "from": "a", "to": "b", "when": ["{Begin}", {"column": "End", "default": ".."}], "if": {"column": "N", "matches": "^[0-9]+$"},
             "stance": {"column": "Sure", "table": {"no": "denies", "*": "affirms"}}},
            {"type": "raids", "from": "a", "to": "b", "undirected": "yes", "if": {"column": "N", "in": ["x"]}}],
 "figures": [{"measure": "killed", "min": "{Killed}"}],
 "skip": [{"if": {"column": "N", "empty": true}, "word": "no number"}, {"place": "b", "if": {"column": "Bs", "equals": "nobody"}, "word": "nobody"}],
 "schema": {"relation_types": [{"id": "raids", "sign": -1, "kind": "state"}]}}
END
table mapped.csv 'A table of raids,,,,,,,,,' 'N,A,A name,A kind,Bs,Paper,Day,Begin,End,Sure,Killed' \
  '1,7,Ann,1,Bo + Cy,Post;Herald,01.02.2020;3.2.2020,2019,2019,yes,4' '2,7,Ann,1,Bo,Post,01.02.2020,2020,-,no,-' \
  'x,8,Dee,2,Bo,-,-,-,-,yes,-' ',9,Ed,2,Bo,Post,01.02.2020,-,-,yes,-' '3,7,Ann,1,nobody,Post,01.02.2020,-,-,yes,-'
expect 0 check --map "$WORK/map.json" "$WORK/mapped.csv"
says out '3 documents, 4 actors, 0 mentions, 6 claims, 4 events, 1 figure'
says out 'left out: 1 \(no number\), 1 \(nobody\)'
expect 0 show -c "$WORK/mapped.csv" --map "$WORK/map.json" Bo
says out 'since 2020 and still when published'
says out 'denied'
says out 'raids Dee · 1 origin'
says out 'the year 2019|2019 – 2019|2019 to 2019'

# What has no evidence is said of each, but of a file with many in one line.
for n in 10 11; do
  awk -v n="$n" 'BEGIN { print "from,relation,to"; for (i = 1; i <= n; i++) print "A" i ",met,B" }' >"$WORK/bare.csv"
  expect 0 check "$WORK/bare.csv"
  [ "$(grep -c 'no-evidence' "$WORK/out")" = "$((n == 10 ? 10 : 1))" ] || fail "$n claims without evidence: $(cat "$WORK/out")"
done
says out 'bare.csv: warning: 11 claims have no evidence \(lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 1 more\)'
expect 0 check --notes all "$WORK/bare.csv"
says out '10, 11, 12\)|10, 11 and 12\)'

# Crowds are nobody in particular: rank leaves them out, unless their type is named.
printf '{"kind":"actor","id":"c","name":"Civilians","type":"crowd"}\n{"kind":"actor","id":"a","name":"Ann","type":"Person"}
{"kind":"actor","id":"b","name":"Bo"}\n{"kind":"document","id":"d"}\n' >"$WORK/crowd.jsonl"
for pair in '"from":"a","to":"c"' '"from":"b","to":"c"' '"from":"a","to":"b"'; do
  printf '{"kind":"claim","type":"attacks","document":"d",%s}\n' "$pair"
done >>"$WORK/crowd.jsonl"
expect 0 rank -c "$WORK/crowd.jsonl"
says err '^relata: 1 actor of type crowd is left out; --crowds ranks it too'
grep -q Civilians "$WORK/out" && fail 'a crowd is ranked'
for option in --crowds '--type=crowd,Person' '--not-type=Person'; do
  "$RELATA" rank -c "$WORK/crowd.jsonl" "$option" >"$WORK/out" 2>"$WORK/err"
  grep -q 'type crowd' "$WORK/err" && fail "rank $option says that crowds are left out"
done
expect 0 rank -c "$WORK/crowd.jsonl" --crowds
says out 'Civilians'
expect 0 path -c "$WORK/crowd.jsonl" Ann Civilians


# Hostile sizes and shapes end with a word, and what is around them is read.
awk 'BEGIN { printf "from,to"; for (i = 0; i < 100000; i++) printf ",c%d", i; print "\na,b" }' >"$WORK/wide.csv"
printf '{"relata_mapping":1,"actors":{"a":{"name":{"column":"from","split":";"}},"b":{"name":{"column":"to","split":";"}}},
  "claims":[{"from":"a","to":"b"}]}' >"$WORK/split.json"
expect 3 check --map "$WORK/split.json" "$WORK/wide.csv"
says out 'wide.csv:1:1: error: this row has more than 100,000 fields'
awk 'BEGIN { print "from,to\nA,B"; for (i = 0; i < 400; i++) printf "a%d;", i; printf ","; for (i = 0; i < 400; i++) printf "b%d;", i
  print ""; for (i = 0; i < 100001; i++) printf "c;"; print ",B\nC,B" }' >"$WORK/split.csv"
expect 1 check --map "$WORK/split.json" "$WORK/split.csv"
says out 'split.csv:3:1: error: this row gives more than 100000 claims, which are left out'
says out 'split.csv:4:1: error: this row gives more than 100000 actors, which are left out'
says out ' 2 claims'
# A word in the place of a relation may say that there is none.
table none.csv 'from,relation,to' 'A,no_relation,B' 'B,owns,C'
counts '1 document, 3 actors, 0 mentions, 1 claim' "$WORK/none.csv"
says out 'left out: 1 \(a word that says that there is no relation\)'
# Mistakes in a mapping have their places.
printf '{"relata_mapping": 1, "actors": {"a": {"name": "{from}"}},\n "claims": [{"from": "a", "to": "b", "tpye": "x"}]}' >"$WORK/bad.json"
expect 3 check --map "$WORK/bad.json" "$WORK/plain.csv"
says out 'bad.json:2:38: error: a claim has no key "tpye"'
sed -i 's/, "tpye": "x"//' "$WORK/bad.json"
expect 3 check --map "$WORK/bad.json" "$WORK/plain.csv"
says out "bad.json:2:13: error: no actor of the mapping is called 'b'"
expect 3 check --map no-such-mapping "$WORK/plain.csv"
says err "cannot read 'no-such-mapping'"

# What a mapping that is built in does with the real thing.
shared=$SOURCE/../shared/samples
if [ -d "$shared/csv" ]; then
  for words in 2025 2022-codes; do
    counts '6 documents, 9 actors, 0 mentions, 5 claims, 5 events, 4 figures' "$shared/csv/acled-shape-$words.csv"
    "$RELATA" export -c "$shared/csv/acled-shape-$words.csv" --to csv | cut -d, -f3-9,11,14 >"$WORK/$words"
  done
  cmp -s "$WORK/2025" "$WORK/2022-codes" || fail "ACLED's words and codes do not give the same claims"
  counts '158 documents, 92 actors, 0 mentions, 160 claims, 130 events, 260 figures' "$shared/csv/ucdp-ged-130.csv"
  counts '2 documents, 4 actors, 0 mentions, 2 claims' "$shared/csv/gdelt2-events-shape.export.CSV"
  counts '2 documents, 6 actors, 0 mentions, 3 claims' "$shared/csv/icews-shape.tab"
  counts '1 document, 4 actors, 0 mentions, 3 claims' --map icews-quadruples "$shared/csv/icews14-quadruples-shape.txt"
  counts '1 document, 5 actors, 0 mentions, 6 claims' "$shared/csv/cow-alliance-shape.csv"
  counts '5 documents, 4 actors, 0 mentions, 5 claims' "$shared/csv/trumpworld-shape.csv"
  counts '2 documents, 7 actors, 0 mentions, 5 claims' "$shared/icij"
  says out '1 \(an end is in no table of actors\)'
  says out 'left out: 2 \(says who may be the same\)'
  says out 'relationships.csv: note: the file says of 2 pairs that both may be one; they stay two: '
  mkdir "$WORK/gephi" "$WORK/militants"
  cp "$shared"/csv/gephi-*.csv "$WORK/gephi"
  counts '3 documents, 3 actors, 0 mentions, 3 claims' "$WORK/gephi"
  cp "$shared"/csv/mapping-militants-*.csv "$WORK/militants"
  counts '1 document, 6 actors, 0 mentions, 5 claims' "$WORK/militants"
  expect 0 check --map "$shared/mappings/acled.json" "$shared/csv/acled-shape-2025.csv"
  says out '^6 documents, 9 actors, 0 mentions, 5 claims'
  expect 0 check --map "$shared/mappings/ucdp.json" "$shared/csv/ucdp-ged-130.csv"
  says out '^158 documents, 92 actors, 0 mentions, 160 claims'
else
  echo 'skipped: no samples are shared beside the source'
fi
if [ -d "$SOURCE/../shared/cases/use" ]; then
  counts '2 documents, 5 actors, 0 mentions, 4 claims' "$SOURCE/../shared/cases/use/relations.csv"
  counts '.* 300 events, 300 figures' "$SOURCE/../shared/cases/use/events-like.csv"
  says out 'read as acled: 300 rows'
fi

# A row that names one of two is counted.
printf 'source,target,type\nAnn,Bob,hits\nBob,,hits\n,,\n,Cy,hits\n' >"$WORK/half.csv"
expect 0 check "$WORK/half.csv"
says out '4 rows, 1 document, 3 actors, 1 claim .*left out: 3 \(an end is not named\)'

# A confidence may be a per cent or a word of certainty; where it is neither, the claim is kept.
printf 'source,target,type,confidence\nAnn,Bob,hits,0\nAnn,Cy,hits,85 %%\nAnn,Di,hits,low\nAnn,Eve,hits,85\nAnn,Fay,hits,x\n' >"$WORK/sure.csv"
expect 0 check "$WORK/sure.csv"
says out '^1 document, 6 actors, 0 mentions, 5 claims'
says out "sure.csv:6:1: warning: 'x' does not say how sure it is: the claim is kept without it"
expect 0 export -c "$WORK/sure.csv" --to csv
says out '"Bob","hits",.*"affirms","certain","0",'
says out '"Cy","hits",.*"affirms","certain","0.85",'
says out '"Di","hits",.*"affirms","possible","",'
says out '"Eve","hits",.*"affirms","certain","0.85",'

# A line for Excel says what divides the fields; what programs write for nothing is nobody.
printf '\357\273\277sep=;\r\nsource;target;type\r\nAnn;"Bob, Inc";hits\r\nNULL;Bob;hits\r\nAnn;N/A;hits\r\n' >"$WORK/excel.csv"
expect 0 check "$WORK/excel.csv"
says out '3 rows, 1 document, 3 actors, 1 claim .*left out: 2 \(an end is not named\)'
expect 0 export -c "$WORK/excel.csv" --to csv
says out '"Ann","bob-inc","Bob, Inc","hits"'

# What is read of a file that is of no format.
: >"$WORK/empty.csv"
expect 3 check "$WORK/empty.csv"
says err "empty.csv' is empty$"
printf 'a,b\nAnn,Bob\n' >"$WORK/unnamed.csv"
expect 3 check "$WORK/unnamed.csv"
says err "'relata map' what the columns of a table lack"

finish
