#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What cannot be read makes an answer incomplete; what is written is whole or absent.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# A corpus of which a text lies elsewhere, so that it is refused: root can read whatever has no permission.
mkdir corpus outside
cp "$SOURCE"/tests/fuzz/small/small.ann "$SOURCE"/tests/fuzz/small/small.txt outside
cp "$SOURCE"/data/florentine/*.json corpus
ln -s ../outside/small.txt corpus/small.txt
ln -s ../outside/small.ann corpus/small.ann

silent() {
  [ -s "$WORK/out" ] && fail "'$*' answers in spite of what is missing: $(head -1 out)"
}

# 5 comes before 0 and 1, and yields to 2, 3 and 4.
for command in "rank" "rank --json" "path Medici Strozzi" "path Medici Strozzi --sign hostile" "draw --to svg" "draw --describe" "page -o -" \
  "timeline --to svg" "export --to csv" "export --to json" "show Medici" "actors" "types" "reach Medici" "common Medici Strozzi" \
  "connect Medici Strozzi Pazzi" "check" "check --json" "check --identity" "shell"; do
  # shellcheck disable=SC2086 # words
  expect 5 $command -c corpus </dev/null
  silent "$command"
  says err "small.txt: lost: .*leads out of the corpus's folder"
  says err "--incomplete answers"
done
expect 2 path -c corpus Medici Nobody
expect 2 rank -c corpus --by nothing
expect 3 rank -c corpus -c nowhere
expect 4 export -c corpus -o nowhere/a.json
printf "Medici,Strozzi\n" >pairs
expect 5 path -c corpus --batch pairs
silent --batch
printf 'Medici,Nobody\n' >pairs
expect 2 path -c corpus --batch pairs
silent --batch
printf 'rank -c corpus\n' >script
code=0
"$RELATA" shell -c "$SOURCE/data/florentine" <script >out 2>err || code=$?
[ "$code" -eq 5 ] || fail "a command of a shell does not end with 5"
silent shell

# A file is what it was, and nothing is made.
echo old >old.svg
expect 5 draw -c corpus -o old.svg
[ "$(cat old.svg)" = old ] || fail "draw writes over a picture in spite of what is missing"
expect 5 draw -c corpus --frames 2020 -o frames
[ -e frames ] && fail "a folder is made in spite of what is missing"

# --incomplete accepts it, and says so.
expect 0 rank -c corpus --incomplete
says out Medici
says err "lost: .*leads out"
says err "the answer is incomplete"
expect 1 path -c corpus --incomplete Medici Strozzi --sign hostile
expect 0 check -c corpus --incomplete
says out "^4 losses|^2 losses"
expect 0 draw -c corpus --incomplete -o old.svg
grep -q '<svg' old.svg || fail "--incomplete does not draw"

# A wrong row is data, and so is the name of a file that is not there.
mkdir wrong
cp "$SOURCE"/data/florentine/schema.json wrong
sed 's/"relata": 1,/"relata": 1, "nonsense": 1,/' "$SOURCE"/data/florentine/corpus.json >wrong/corpus.json
expect 0 rank -c wrong
expect 1 check -c wrong

# A folder that lies too deep is lost too.
mkdir -p deep/1/2/3/4/5/6/7/8/9/10
cp "$SOURCE"/data/florentine/*.json deep
expect 5 rank -c deep
says err "too deep"

# ── Files ──

FLORENCE=$SOURCE/data/florentine
mkdir files
cd files || exit 1
echo old >real.json
chmod 640 real.json
ln -s real.json link.json
ln -s new.json to-be.json
expect 0 export -c "$FLORENCE" -o link.json
[ -L link.json ] || fail "-o replaces a link"
[ "$(stat -c %a real.json)" = 640 ] || fail "-o changes the mode to $(stat -c %a real.json)"
grep -q relata real.json || fail "-o does not write what the link leads to"
expect 0 export -c "$FLORENCE" -o to-be.json
{ [ -L to-be.json ] && [ -s new.json ]; } || fail "-o does not make what a link leads to"
ln -s circle.json circle.json
expect 4 export -c "$FLORENCE" -o circle.json
if [ "$(id -u)" = 0 ]; then
  chown 12:34 real.json
  expect 0 export -c "$FLORENCE" -o link.json
  [ "$(stat -c %u:%g:%a real.json)" = 12:34:640 ] || fail "-o changes the owner: $(stat -c %u:%g:%a real.json)"
fi
[ "$(find . -type f -o -type l | wc -l)" -eq 5 ] || fail "-o leaves something: $(ls -A)"

# A file that grows too large is an error, not a signal.
(
  ulimit -f 8
  "$RELATA" page -c "$FLORENCE" -o large.html 2>../err
  echo $? >../code
)
[ "$(cat ../code)" = 4 ] || fail "a file too large: exit $(cat ../code)"
says err "too large"

# Signals leave nothing: while it waits for the drawing or writes, whenever it is.
for signal in INT TERM HUP; do
  for wait in 0.01 0.03 0.06 0.1; do
    timeout -s "$signal" "$wait" "$RELATA" page -c "$SOURCE/data/kabul-2021" -o killed.html 2>/dev/null
  done
done
rm -f killed.html
[ "$(find . -type f -o -type l | wc -l)" -eq 5 ] || fail "signals leave something: $(ls -A)"

# Closed streams: what would go there is an error, what does not is none.
"$RELATA" export -c "$FLORENCE" -o closed.json <&- >&- 2>&- || fail "closed streams make a failure"
cmp -s closed.json new.json || fail "closed streams change a file"
code=0
"$RELATA" rank -c "$FLORENCE" >&- 2>/dev/null || code=$?
[ "$code" -eq 4 ] || fail "an answer to a closed stream is lost without a word"
code=0
"$RELATA" rank -c - <&- >/dev/null 2>&1 || code=$?
[ "$code" -eq 3 ] || fail "a closed standard input is read"
finish
