#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# How diagrams look: --theme, a view's "theme", files of the user's own.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021
cd "$WORK" || exit 1

draw() {
  expect "$1" draw -c "$KABUL" --around China "$2" "$3"
}

# print is the default.
draw 0 -o plain.svg
draw 0 --theme print
cmp -s out plain.svg || fail "print is not the default"
grep -q 'prefers-color-scheme' plain.svg && fail "print turns dark"

# screen holds a dark colour for each that it uses.
draw 0 --theme screen
says out 'prefers-color-scheme: dark'
grep -o '\(fill\|stroke\)="#[0-9a-f]*"' out | sort -u >used
[ -s used ] || fail "no colours in the picture"
while read -r color; do
  grep -Fq "[$color]{" out || fail "$color has no dark colour"
done <used
cp out screen.svg

# A copy of a theme that ships is that theme; one that extends it says what differs, from beside the view.
for theme in print screen contrast; do
  draw 0 --theme "$theme"
  mv out "$theme.svg"
  cp "$SOURCE/data/themes/$theme.json" mine.json
  draw 0 --theme ./mine.json
  cmp -s out "$theme.svg" || fail "a copy of $theme draws otherwise"
done
mkdir views
printf '{"extends": "screen", "ink": "#010203"}' >views/own.json
printf '{"around": "China", "theme": "own.json"}' >views/own.view.json
expect 0 draw -c "$KABUL" --view views/own.view.json
says out 'fill="#010203"'
says out 'prefers-color-scheme: dark'
expect 0 draw -c "$KABUL" --view views/own.view.json --theme contrast
cmp -s out contrast.svg || fail "--theme does not outdo the view's"

# Friendly ties are double lines: one in the ground's colour lies in the other, in the same group.
draw 0 --theme contrast
sed -n '/sign-positive"/,/<\/g>/p' out >friendly
grep -q '<path fill="none" stroke="#003f7d"' friendly || fail "no friendly line"
grep -q '<path fill="none" stroke="#ffffff"' friendly || fail "the friendly line is not double"

# Paths and connections have the same themes.
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China -o path.svg --theme screen
grep -q 'prefers-color-scheme' path.svg || fail "a path does not take the theme"
expect 0 connect -c "$KABUL" "Abu Omar Khorasani" China Russia -o connection.svg --theme contrast
grep -q 'stroke="#8a2b00"' connection.svg || fail "a connection does not take the theme"

# --size: the whole picture has the proportions, a PNG as many pixels, whatever the layout engine.
pixels() {
  od -An -tu1 -j16 -N8 "$1" | awk '{ print ($3 * 256 + $4) "x" ($7 * 256 + $8) }'
}
for size in 1600x900 600x900 1000x250; do
  for engine in dot neato; do
    expect 0 draw -c "$KABUL" --around China --engine "$engine" --size "$size" -o sized.png
    [ "$(pixels sized.png)" = "$size" ] || fail "--size $size draws $(pixels sized.png) by $engine"
  done
done
draw 0 --size 1600x900
says out '<svg [^>]*width="1600" height="900"'
printf '{"around": "Russia", "page": "1:2"}' >tall.view.json
expect 0 draw -c "$KABUL" --view tall.view.json
sed -n 's/.*viewBox="0.00 0.00 \([0-9.]*\) \([0-9.]*\)".*/\1 \2/p' out | awk '{ exit !($2 / $1 > 1.99 && $2 / $1 < 2.01) }' ||
  fail "a view's page is not 1:2"
draw 2 --size 16/9
says err 'as in 16:9 or in 1600x900'
draw 2 --size 9:1
says err 'times as long'

expect 0 draw -c "$KABUL" --between "Abu Omar Khorasani,China" --theme screen --size 800x400 -o between.png
[ "$(pixels between.png)" = 800x400 ] || fail "--between has no --size"
expect 0 draw -c "$KABUL" --connect "Abu Omar Khorasani,China,UN" --theme screen
says out 'prefers-color-scheme: dark'

# What is wrong says what and where.
draw 2 --theme scren
says err 'did you mean "screen"'
draw 3 --theme ./nowhere.json
says err 'nowhere\.json'
printf '{"extends": "print",\n "ink": "black"}' >wrong.json
draw 3 --theme ./wrong.json
says err 'wrong\.json:2:9: error: .*black'
printf '{"extends": "print",\n "soft_ink": "#aaaaaa"}' >pale.json
draw 0 --theme ./pale.json
says err 'pale\.json:2:14: warning: soft_ink \(#aaaaaa\) on ground \(#ffffff\) has a contrast of 2\.32:1, and text needs 4\.5:1'
printf '{"theme": "prnt"}' >wrong.view.json
expect 3 draw -c "$KABUL" --view wrong.view.json
says err 'wrong\.view\.json:1:11: error: .*print'
finish
