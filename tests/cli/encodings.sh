#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What is packed, and what is in another encoding than UTF-8, gives the same as without; what cannot be read is said.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# same ARGUMENTS…: check counts of these what it counted of those that "is" named last.
sums() {
  grep -E '^[0-9]+ document' "$WORK/out"
}
is() {
  expect 0 check "$@"
  right=$(sums)
}
same() {
  expect 0 check "$@"
  [ "$(sums)" = "$right" ] || fail "check $*: '$(sums)' instead of '$right'"
}

printf 'from,relation,to,date\nZo\303\253,owns,B\303\244r,2021\nB\303\244r,"pays, too",C,\n' >ties.csv
printf '%s\n' '{"kind":"corpus","relata":1}' '{"kind":"actor","id":"a","name":"Zo\u00eb"}' '{"kind":"actor","id":"b"}' \
  '{"kind":"document","id":"d"}' '{"kind":"claim","type":"owns","from":"a","to":"b","document":"d"}' >lines.jsonl

# .gz, by its content: tables, lines, a corpus that is one tree; named, in a folder, and from standard input.
mkdir packed
printf '{"relata":1,"actors":[{"id":"a"},{"id":"b"}],"claims":[{"type":"owns","from":"a","to":"b"}]}' >corpus.json
for name in ties.csv lines.jsonl corpus.json; do
  is "$name"
  gzip -c "$name" >"$name.gz"
  same "$name.gz"
  same - <"$name.gz"
  cp "$name.gz" packed/packed
  same packed
  cp "$name.gz" "$name.any"
  same "$name.any"
done
rm -r packed

# Several members are one file after another, and zeros may follow; one is empty.
is lines.jsonl
{ head -2 lines.jsonl | gzip -c; gzip -c </dev/null; tail -n +3 lines.jsonl | gzip -c; head -c 4096 /dev/zero; } >members.gz
same members.gz
same - <members.gz

# One that is cut, damaged, or followed by something else is lost, with a word.
gzip -c lines.jsonl >whole.gz
size=$(wc -c <whole.gz)
for n in 5 9 12 20 "$((size / 2))" "$((size - 9))" "$((size - 1))"; do
  head -c "$n" whole.gz >cut.gz
  expect 3 check cut.gz
  says err "'cut.gz' cannot be unpacked: it ends too early"
done
{ head -c 40 whole.gz; printf 'xxxx'; tail -c +45 whole.gz; } >damaged.gz
expect 3 check damaged.gz
says err "'damaged.gz' cannot be unpacked: it is damaged"
{ cat whole.gz; echo more; } >followed.gz
expect 3 check followed.gz
says err 'something else stands behind what was packed'
mkdir folder
cp lines.jsonl cut.gz folder
expect 5 rank -c folder
says err "cut.gz: lost: .*it ends too early"

# Archives and spreadsheets are refused, and what to do instead is said: named, forced, in a folder, standard input.
printf 'PK\003\004\024\000[Content_Types].xml xl/workbook.xml' >book.xlsx
printf 'PK\003\004\024\000\000a.xmi' >project.zip
printf '\320\317\021\340\241\261\032\341' >old.xls
for arguments in 'check book.xlsx' 'check --format csv book.xlsx' 'map book.xlsx' 'check old.xls' 'rank -c book.xlsx'; do
  # shellcheck disable=SC2086 # words
  expect 2 $arguments
  says err "' is a spreadsheet: save it as CSV"
done
expect 2 check project.zip
says err 'unzip -p project.zip \| relata'
expect 2 check - <project.zip
mkdir books
cp book.xlsx books
expect 3 rank -c books
says err "'books' contains no corpus: 'books/book.xlsx' is a spreadsheet: save it as CSV"
cp ties.csv books
expect 0 check books
says out "books/book.xlsx: note: .* save it as CSV \[left-out\]"

# UTF-16 by its byte order mark, packed or not; others where the user says so.
is ties.csv
for encoding in UTF-16LE UTF-16BE UTF-32LE; do
  { printf '\357\273\277'; cat ties.csv; } | iconv -f UTF-8 -t "$encoding" >marked.csv
  same marked.csv
  same - <marked.csv
  gzip -c marked.csv >marked.gz
  same marked.gz
  same --encoding windows-1252 marked.csv
done
iconv -f UTF-8 -t windows-1252 ties.csv >latin.csv
same --encoding windows-1252 latin.csv
same --encoding utf-8 ties.csv
expect 0 path -c latin.csv --encoding ISO-8859-1 'Zoë' C
expect 0 map --encoding ISO-8859-1 latin.csv
expect 3 check latin.csv
says out 'latin.csv:2:3: error: the byte 0xEB is not UTF-8'
says out '= save it as UTF-8, or say what it is written in: --encoding windows-1252'
expect 2 check --encoding window-1252 latin.csv
says err "no encoding is called 'window-1252'; did you mean 'windows-1252'"
printf 'from,to\nA,\201\n' >hole.csv
expect 3 check --encoding windows-1252 hole.csv
says err "'hole.csv' is not in the encoding windows-1252: its byte 10 is 0x81"
printf '\377\376f\000r' >half.csv
expect 3 check half.csv
says err 'ends within a letter of the encoding UTF-16LE'
# The texts beside a corpus are in the encoding that is said, too.
mkdir texts
printf 'Zo\353 met Bo' >texts/t.txt
printf '{"relata":1,"documents":[{"id":"d","file":"t.txt"}],"actors":[{"id":"a"},{"id":"b"}],
  "claims":[{"document":"d","type":"met","from":"a","to":"b","text":"Zo\\u00eb met Bo"}]}' >texts/corpus.json
expect 1 check texts
expect 0 check --encoding windows-1252 texts
# A large file in pieces: letters of several bytes lie across their ends. Places are those of the text.
awk 'BEGIN { print "from,to"; for (i = 0; i < 20000; i++) printf "Zo\303\253%d,\360\237\230\200%d\n", i, i; print "a,b,c" }' >many.csv
{ printf '\357\273\277'; cat many.csv; } | iconv -f UTF-8 -t UTF-16LE >many16.csv
expect 1 check many16.csv
says out 'many16.csv:20002:5: error: this row has 3 fields'
says out '40000 actors, 0 mentions, 20000 claims'

# A mapping may say what its tables are written in.
printf '{"relata_mapping":1,"table":{"encoding":"windows-1252"},"actors":{"a":{"name":"{from}"},"b":{"name":"{to}"}},
  "claims":[{"from":"a","to":"b"}]}' >map.json
expect 0 path -c latin.csv --map map.json 'Zoë' C
sed -i 's/windows-1252/windows-125/' map.json
expect 3 check --map map.json latin.csv
says out "map.json:1:41: error: no encoding is called 'windows-125'"

finish
