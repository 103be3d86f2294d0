#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What rank says of its measures, and its orders: the best first, constraint's best being the lowest, or turned. And that
# a reading of dates is refused where nothing asks about days.
. "$(dirname "$0")/lib.sh"
FLORENTINE=$SOURCE/data/florentine

expect 0 rank --measures
says out '^betweenness .*direction, parallel ties  ignored  \(n−1\)\(n−2\)/2.* highest  Freeman 1977$'
says out '^in-degree .* nothing  +once  +nothing  +highest'
says out '^constraint .* direction  +ignored  +nothing  +lowest'
says out '^degree .* direction  +twice  +nothing  +highest'
expect 0 rank --measures --json
says out '"divisor":[[:space:]]*"n−1'
[ "$(grep -c '"best":[[:space:]]*"lowest"' "$WORK/out")" -eq 1 ] || fail "several measures call the lowest the best"

# names: the actors of the table, in order; column N of it with its second column.
names() { sed '1d;/ of .* actors$/d' "$WORK/out" | sed -E 's/^ *[0-9]+  ([^ ]+) .*/\1/'; }
column() { sed '1d;/ of .* actors$/d' "$WORK/out" | awk -v n="$1" '{ print $n, $2 }'; }

for order in "constraint n" "degree nr" "betweenness nr"; do
  measure=${order% *} by=${order#* } back=nr
  [ "$by" = nr ] && back=n
  expect 0 rank -c "$FLORENTINE" --by "$measure"
  column 3 >"$WORK/best"
  sort -s "-k1,1$by" -k2,2 "$WORK/best" | cmp -s - "$WORK/best" || fail "$measure: the best are not first"
  expect 0 rank -c "$FLORENTINE" --by "$measure" --reverse
  column 3 >"$WORK/worst"
  sort -s "-k1,1$back" -k2,2 "$WORK/best" | cmp -s - "$WORK/worst" || fail "$measure: --reverse does not turn the order"
done
expect 0 rank -c "$FLORENTINE" --by constraint --top 1 --json
says out '"id":[[:space:]]*"medici"'
expect 0 rank -c "$FLORENTINE" --by constraint --top 1 --reverse --json
says out '"id":[[:space:]]*"acciaiuoli"'
expect 0 rank -c "$FLORENTINE" --by degree,constraint --top 1
names | grep -qx Medici || fail "the first measure does not order"

# In pictures brokers are the largest and the first.
expect 0 draw -c "$FLORENTINE" --by constraint --top 5 --describe
says out 'lowest constraint: Medici'
tr '\n' ' ' <"$WORK/out" | grep -q 'Shown are the 5 of 15 actors with the lowest constraint' || fail "--top 5 by constraint"
expect 0 timeline -c "$FLORENTINE" --by constraint --top 5 --describe
tr '\n' ' ' <"$WORK/out" | grep -q '5 of 15 actors with the lowest constraint' || fail "timeline by constraint"

# A reading of dates, and nothing that asks about days.
refused() {
  wanted=$1
  shift
  expect 2 "$@"
  says err "^relata: $wanted says how dates are read, but nothing asks about days: add --as-of"
}
for command in rank "path medici pazzi" "reach medici" "common medici pazzi" "connect medici pazzi" "show medici" \
  "export --to csv" "draw --to dot"; do
  # shellcheck disable=SC2086
  refused --surely $command -c "$FLORENTINE" --surely
done
refused --possibly timeline -c "$FLORENTINE" --possibly --describe
printf '{"relata": 1, "select": {"surely": true}}' >"$WORK/sure.view.json"
refused --surely draw -c "$FLORENTINE" --view "$WORK/sure.view.json" --to dot
expect 0 draw -c "$FLORENTINE" --view "$WORK/sure.view.json" --during 1300/1994 --to dot
expect 0 rank -c "$FLORENTINE" --possibly --during 1400/1450
expect 0 path -c "$FLORENTINE" medici pazzi --possibly --robust
expect 0 reach -c "$FLORENTINE" medici --possibly --in-order
expect 0 timeline -c "$FLORENTINE" --surely --describe
expect 0 page -c "$FLORENTINE" --surely -o "$WORK/page.html" # its readers ask about days
finish
