#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Numbered sources in pictures, and the picture in words.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021
cd "$WORK" || exit 1

# Four documents, each listed once, by date; numbers at the ties and below; all of it gone when asked for.
expect 0 draw -c "$KABUL" --around ISIS-K -o with.svg
[ "$(grep -o 'id="source-[^"]*"' with.svg | tr -d '\n')" = 'id="source-2021-08-25-isis-k-threat"id="source-2021-08-26-who-are-isis-k"id="source-2021-08-30-taliban-and-isis-khorasan"id="source-2021-09-24-isis-k-targets-taliban"' ] ||
  fail "the sources are not listed by date"
grep -q 'class="tie-sources"' with.svg || fail "no tie has a number"
expect 0 draw -c "$KABUL" --around ISIS-K --no-sources -o without.svg
grep -q 'class="source\|class="tie-sources"' without.svg && fail "--no-sources leaves sources"
echo '{"relata": 1, "around": "ISIS-K", "sources": false}' >no.view.json
expect 0 draw -c "$KABUL" --view no.view.json -o view.svg
cmp -s without.svg view.svg || fail "the view's \"sources\": false is not --no-sources"

# In a picture of paths hop numbers lead, sources follow, and the legend tells them apart.
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China -o path.svg
cp path.svg out
says out '>1 executes<'
says out '>first number: which hop it is<'
says out '>raised numbers: sources<'

# In words: to the terminal or to a file, the same; without what a picture needs.
expect 0 draw -c "$KABUL" --around ISIS-K --describe
says out '^ISIS-K and all whom it is tied to; 4 documents$'
says out '^Those with the most ties: ISIS-K, Taliban'
says out '^57 actors more than 1 tie away from ISIS-K are not shown\.$'
tr -s '\n ' '  ' <out >joined
says joined ' - threatens Taliban, disputed: affirmed by 2 independent sources, denied by 1; sources 2, 4; against it: source 4 '
says joined ' - is defeated by Afghan army, affirmed by 1 independent source, denied by none; source 3 '
says out '^  2\. Afghanistan, who are the Isis-k terrorists, The Guardian, 26 August 2021$'
[ "$(awk '{ if (length($0) > 80) n++ } END { print n + 0 }' out)" -eq 0 ] || fail "lines above 80 columns"
cp out words
expect 0 draw -c "$KABUL" --around ISIS-K --describe -o words.txt
cmp -s words words.txt || fail "-o changes the words"
expect 2 draw -c "$KABUL" --describe -o words.svg
says err 'words\.svg: --describe prints words'
expect 2 draw -c "$KABUL" --describe --to png
[ -e words.svg ] && fail "words are called a picture"
expect 2 draw -c "$KABUL" --around Nobody --describe
says err 'Nobody'

# The selection as one would say it.
expect 0 draw -c "$KABUL" --as-of 2021-09-24 --relation attacks,rivalry --describe
says out '^As of 24 September 2021; 4 documents; attacks, is a rival of$'
says out '^Of 292 claims the selection leaves out 12 by date, 248 by relation and 39 as$'
says out '^2 of 29 ties are presumed to have lasted: last attested as long ago as 13 August$'
expect 0 draw -c "$KABUL" --during 2014/.. --not-relation reports-on --sign -,+ --describe
says out '^Since 2014; 4 documents; all relations but “reports on”; hostile and friendly'
expect 0 draw -c "$KABUL" --certainty certain --corroboration 2 --type state,armed-group --describe
says out '^only; each tie affirmed by at least 2 independent sources$'
finish
