#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A corpus or a table to start from: read without a complaint, whole or absent, and never in the place of something else.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1
mkdir texts
printf 'Harbour news\n\nThe port of Marens pays Baltrum Ltd. Nobody objects.\n' >texts/2024-03-05-harbour.txt
printf 'No date here, and no title\n' >'texts/a b.txt'

# clean PATH: it is read without an error and without a warning.
clean() {
  expect 0 check "$1"
  says out '^0 errors, 0 warnings, '
}

expect 0 new corpus texts/*.txt
says out 'relata check corpus$'
clean corpus
says out '^2 documents, 2 actors, 0 mentions, 1 claim,'
says out '^1 quotation: 1 stands in its document, 0 do not$'
cmp texts/2024-03-05-harbour.txt corpus/2024-03-05-harbour.txt || fail "a text was changed"
cp corpus/corpus.json out
says out '"published":"2024-03-05"'
says out '"title":"Harbour news"'
says out 'The port of Marens pays Baltrum Ltd\.'
# Schemas are where the keys say, and those that ship.
for name in corpus schema; do
  # shellcheck disable=SC2016 # the key is called $schema
  schema=$(sed -n 's/.*"\$schema": "\([^"]*\)".*/\1/p' "corpus/$name.json")
  cmp "corpus/$schema" "$SOURCE/data/schemas/$name.schema.json" || fail "$name.json: no schema '$schema'"
done
cmp corpus/.schemas/claims.schema.json "$SOURCE/data/schemas/claims.schema.json" || fail "no claims.schema.json"

# Nothing is overwritten, and a folder that is there and empty will do.
cp -R corpus before
expect 4 new corpus texts/*.txt
says err "the folder 'corpus' is not empty \('.*' is in it\), and nothing is overwritten"
diff -r before corpus || fail "a folder that was refused is changed"
expect 4 new texts/2024-03-05-harbour.txt
says err 'is a file, and nothing is overwritten'
mkdir empty
expect 0 new empty
clean empty
expect 0 new 'with a blank'
says out "relata check 'with a blank'\$"
clean 'with a blank'
(mkdir here && cd here && "$RELATA" new . >/dev/null && "$RELATA" rank >/dev/null) || fail "not in the current folder"

# What cannot be made leaves nothing.
printf 'One\n\351\n' >texts/latin1.txt
expect 3 new none texts/*.txt
says err '^relata: texts/latin1.txt:2: this is not text in UTF-8'
expect 4 new no/such/folder
says err 'no/such/folder: cannot be written'
expect 2 new ''
expect 2 new
# A file that the system does not give: beyond what the shell allows to be written.
(ulimit -f 1 && "$RELATA" new none >/dev/null 2>err) && fail "a file is longer than it may be"
says err 'cannot be written'
[ ! -e none ] || fail "something is left of what could not be made"
mkdir partly
(ulimit -f 1 && "$RELATA" new partly >/dev/null 2>&1)
[ -z "$(ls -A partly)" ] || fail "something is left in a folder that was there: $(ls -A partly)"

# A signal that comes meanwhile leaves all or nothing.
mkdir hundred
for i in 1 2 3 4 5 6 7 8 9; do
  for j in 1 2 3 4 5 6 7 8 9; do
    echo "Words $i $j." >"hundred/$i$j.txt"
  done
done
for i in 1 2 3 4 5 6 7 8; do
  "$RELATA" new many hundred/*.txt >out 2>err &
  sleep "0.0$i"
  kill -TERM $! 2>/dev/null
  { wait $!; } 2>/dev/null
  if [ -e many ]; then
    clean many
    says out '^81 documents, '
  fi
  rm -rf many
done

# The table.
expect 0 new template.csv --from-csv
clean template.csv
[ "$(head -n 1 template.csv)" = 'from,relation,to,date,source,quote,certainty,said by' ] || fail "the columns are others"
expect 0 path -c template.csv 'Ostrand family' 'Norvik Lines'
says out 'owns Norvik Lines \(2023; probable; according to Marens Courier'
expect 4 new --from-csv template.csv
says err 'is there already'
expect 0 new sheet --from-csv
clean sheet
cmp sheet/relations.csv template.csv || fail "the table in a folder is another"
expect 2 new --from-csv sheet2 texts/2024-03-05-harbour.txt
[ ! -e sheet2 ] || fail "sheet2 was made"

# Whoever has texts only is told of it.
rm texts/latin1.txt
expect 3 check texts
says err "the folder 'texts' contains texts, .*'relata new FOLDER TEXTS…' makes a corpus of them"
expect 3 rank -c 'texts/a b.txt'
says err "'texts/a b.txt' is a text without annotations, .*'relata new FOLDER TEXTS…' makes a corpus"
cd texts || exit 1
expect 2 rank
says err 'relata new'
finish
