#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# relata path --batch: pairs from CSV and JSON lines, one line of JSON for each, what is wrong with a line said in its
# place; and the answers are those that path --json gives to each pair alone.
. "$(dirname "$0")/lib.sh"
# Without site packages it starts several times as fast.
python='python3 -I -S'
KABUL=$SOURCE/data/kabul-2021
cd "$WORK" || exit 1

# a attacks b; c, whose name has a comma, and d, whose name has quotation marks, know each other; e is alone.
mkdir few
cat >few/corpus.json <<'JSON'
{"relata": 1, "actors": [{"id": "a", "name": "Ann"}, {"id": "b", "name": "Ben"}, {"id": "c", "name": "Smith, John"},
  {"id": "d", "name": "The \"Boss\""}, {"id": "e", "name": "Eve"}, {"id": "hash", "name": "#Hash"}],
 "documents": [{"id": "x"}],
 "claims": [{"from": "a", "type": "attacks", "to": "b", "document": "x"}, {"from": "c", "type": "knows", "to": "d", "document": "x"},
  {"from": "hash", "type": "knows", "to": "a", "document": "x"}]}
JSON

# told CODE WANTED [OPTIONS…]: the batch in the file `pairs` is to be answered so: for each line its number with what it
# says, "from to HOPS", "from to no", or "error" with the words that follow in it. Whether it is is looked at at the end,
# at all answers at once.
n_told=0
told() {
  code=$1
  n_told=$((n_told + 1))
  printf '%s\n' "$2" >"wanted.$n_told"
  shift 2
  expect "$code" path -c few --batch pairs "$@"
  mv out "told.$n_told"
  cp pairs "pairs.$n_told"
}

# With a header or without; ends of lines, a byte order mark, spaces and empty lines make no difference but to the count.
printf 'from,to\nAnn,Ben\n' >pairs
told 0 '2 a b 1'
printf 'Ann,Ben\nBen,Ann' >pairs
told 0 '1 a b 1
  2 b a 1'
printf '\357\273\277from,to\r\nAnn,Ben\r\n\r\n   \r\n Ben , #Hash \r\n' >pairs
told 0 '2 a b 1
  5 b hash 2'
printf '\357\273\277Ann,Ben\r\n' >pairs
told 0 '1 a b 1'
printf '\357\273\277{"from": "Ann", "to": "Ben"}\n' >pairs
told 0 '1 a b 1'
for header in '"from","to"' 'From, To' ' "FROM" , "TO" '; do
  printf '%s\nAnn,Ben\n' "$header" >pairs
  told 0 '2 a b 1'
done
# Only the first line can be a header; afterwards these are names like others.
printf 'Ann,Ben\nfrom,to\n' >pairs
told 2 "1 a b 1
  2 error no actor is called 'from'"
# What begins with # is a comment, unless it is quoted.
printf '# who and whom\nAnn,Ben\n"#Hash",Ann\n' >pairs
told 0 '2 a b 1
  3 hash a 1'
: >pairs
told 0 ''

# Quotes as in RFC 4180.
cat >pairs <<'CSV'
"Smith, John",d
"The ""Boss""","Smith, John"
Smith, John,d
"Ann,Ben
Ann
Ann,
,
Ann,Ben,
Ann;Ben
Nobody,Ben
Ann,Evee
CSV
told 2 "1 c d 1
  2 d c 1
  3 error there are more than two fields: a name with a comma stands in quotation marks; expected FROM,TO
  4 error a quotation mark is out of place, or not closed; expected FROM,TO
  5 error a second actor is missing; expected FROM,TO
  6 error the second name is empty; expected FROM,TO
  7 error the first name is empty; expected FROM,TO
  8 error there are more than two fields
  9 error a second actor is missing; expected FROM,TO
  10 error no actor is called 'Nobody'
  11 error Eve"

# JSON lines, mixed with CSV.
cat >pairs <<'JSON'
{"from": "Ann", "to": "Ben"}
["Smith, John", "The \"Boss\""]
Ann,Ben
{"from": "Ann"}
{"from": "Ann", "to": "Ben", "cc": "Eve"}
{"from": "Ann", "to": 7}
{"from": "Ann", "to": "Ben"
["Ann", "Ben", "Eve"]
["Ann"]
[]
{"to": "Ben", "from": "Ann"}
{"from": "Ann", "to": "Ben"} {"from": "Ann", "to": "Ben"}
JSON
told 2 '1 a b 1
  2 c d 1
  3 a b 1
  4 error "to"
  5 error "cc"
  6 error "to"
  7 error column
  8 error a pair has two names
  9 error a pair has two names
  10 error a pair has two names
  11 a b 1
  12 error column'

# Lines that are not text do not stop it either, nor do endless ones.
printf 'Ann,Ben\nAnn\377,Ben\nAnn\0,Ben\nBen,Ann\n' >pairs
told 2 '1 a b 1
  2 error not UTF-8
  3 error not text
  4 b a 1'
{ head -c 100000 /dev/zero | tr '\0' x && printf '\nAnn,Ben\n'; } >pairs
told 2 '1 error too long
  2 a b 1'

# The exit code: 2 where a line is wrong, else 1 where an answer is no, else 0.
printf 'Ann,Eve\nAnn,Ben\n' >pairs
told 1 '1 a e no
  2 a b 1'
printf 'Ann,Eve\nAnn,Nobody\n' >pairs
told 2 '1 a e no
  2 error Nobody'

# The options are those of every line.
printf 'Ben,Ann\n#\nBen,#Hash\nAnn,Ben\n' >pairs
told 1 '1 b a no
  3 b hash no
  4 a b 1' --directed
told 1 '1 b a 1
  3 b hash no
  4 a b no' --along ^attacks
$python - "$n_told" <<'PY' || fail "--batch answers otherwise"
import json, sys
failed = 0
for number in range(1, int(sys.argv[1]) + 1):
    with open(f"wanted.{number}", encoding="utf-8") as file:
        wanted = [line.strip() for line in file.read().strip().splitlines()]
    said = []
    with open(f"told.{number}", encoding="utf-8") as out:
        for line, want in zip(out, wanted + [""] * 100):
            answer = json.loads(line)
            place = answer["line"]
            if "error" in answer:
                words = want.split("error ", 1)[-1]
                said.append(f"{place} error {words if words in answer['error'] else answer['error']}")
            elif answer["paths"]:
                said.append(f"{place} {answer['from']} {answer['to']} {len(answer['paths'][0]['hops'])}")
            else:
                said.append(f"{place} {answer['from']} {answer['to']} no")
    if said != wanted:
        failed += 1
        with open(f"pairs.{number}", "rb") as file:
            print(file.read()[:1000], *said, "instead of:", *wanted, sep="\n", file=sys.stderr)
sys.exit(failed > 0 or int(sys.argv[1]) < 15)
PY
expect 2 path -c few --batch pairs --along 'attacks/'
[ -s out ] && fail "a wrong pattern is answered line by line"

# What cannot be read, and what cannot be asked besides.
expect 3 path -c few --batch nowhere
says err '^relata: nowhere: '
expect 3 path -c few --batch .
expect 2 path -c few --batch pairs Ann Ben
says err 'there are too many arguments'
expect 2 path -c few --batch pairs --markdown
says err '\-\-batch and --markdown cannot be combined: '
expect 2 path -c few --batch pairs -o x.svg
says err '\-\-batch and --output cannot be combined: '

# From standard input, as the lines come: an answer is there before the next question is asked.
printf 'Ann,Ben\nAnn,Eve\n' >pairs
"$RELATA" path -c few --batch - <pairs >from-input
[ $? -eq 1 ] || fail "--batch - has another exit code"
"$RELATA" path -c few --batch pairs >from-file
cmp -s from-input from-file || fail "--batch - answers otherwise than --batch FILE"
$python - "$RELATA" <<'PY' || fail "an answer waits for the next question"
import json, subprocess, sys
batch = subprocess.Popen([sys.argv[1], "path", "-c", "few", "--batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for question, hops in ((b"Ann,Ben\n", 1), (b"Ben,#Hash\n", 2)):
    batch.stdin.write(question)
    batch.stdin.flush()
    assert len(json.loads(batch.stdout.readline())["paths"][0]["hops"]) == hops
batch.stdin.close()
assert batch.wait() == 0
PY

# A reader that stops early is no failure, and ends the reading.
{ yes Ann,Ben | head -n 20000 | "$RELATA" path -c few --batch - 2>err; echo $? >code; } | head -n 1 >/dev/null
[ -s err ] && fail "a closed pipe is complained of: $(cat err)"
[ "$(cat code)" = 0 ] || fail "a closed pipe is a failure: exit $(cat code)"

# Each answer is the one that its pair gets alone, under options that take memory over from question to question.
cat >questions <<'CSV'
ISIS-K,China
Abu Omar Khorasani,China
Colin Clarke,Amaq
ISIS-K,ISIS-K
CSV
number=0
for options in '' '-k 4 --avoid-hubs' '--along (.|^.){2,3} --avoid Taliban' '--in-order --corroboration 2 --robust'; do
  number=$((number + 1))
  # shellcheck disable=SC2086 # several words
  "$RELATA" path -c "$KABUL" --batch questions $options >"lines.$number" 2>/dev/null
  while IFS=, read -r from to; do
    # shellcheck disable=SC2086
    "$RELATA" path -c "$KABUL" "$from" "$to" --json $options 2>/dev/null
    echo "---"
  done <questions >"alone.$number"
done
$python - <<'PY' || fail "--batch answers otherwise than each question alone"
import json
n_paths = n_noes = 0
for number in range(1, 5):
    with open(f"alone.{number}", encoding="utf-8") as file:
        alone = [json.loads(text) for text in file.read().split("---\n")[:-1]]
    with open(f"lines.{number}", encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    assert [line.pop("line") for line in lines] == [1, 2, 3, 4], number
    for one, other in zip(alone, lines):
        assert one == other, (number, one["from"], one["to"], sorted(one), sorted(other))
        n_paths += len(one["paths"]) > 0
        n_noes += len(one["paths"]) == 0
assert n_paths > 5 and n_noes > 1, (n_paths, n_noes)
PY
finish
