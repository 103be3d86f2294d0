#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What an answer rests on: each sentence is checked by asking the question that it speaks of.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021
AFP=2021-08-25-isis-k-threat
GUARDIAN=2021-08-26-who-are-isis-k
WSJ=2021-08-30-taliban-and-isis-khorasan
TARGETS=2021-09-24-isis-k-targets-taliban

# One document carries it, and without either of two it would be longer.
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China --robust
says out '^How robust is this\?$'
says out "^Withdrawing a single origin would leave no path: $TARGETS \(1 document\)\.$"
says out '^Every path of 2 hops needs each of these documents:$'
says out "^  • $WSJ, published about 30 August 2021, from The Wall Street Journal$"
says out "^  • $TARGETS, published 24 September 2021$"
says out '^The weakest hop of the path shown, hop 1, is affirmed by 1 origin\.$'
says out '^It could first be documented on 24 September 2021 \(--known-by 2021-09-24\)\.$'
says out '^By dated claims it may have held from 23 September 2021 \(--as-of 2021-09-23 --dated\)\.$'
expect 1 path -c "$KABUL" "Abu Omar Khorasani" China --not-document "$TARGETS"
expect 1 path -c "$KABUL" "Abu Omar Khorasani" China --not-document "$WSJ" --max-hops 2
expect 1 path -c "$KABUL" "Abu Omar Khorasani" China --known-by 2021-09-23
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China --known-by 2021-09-24
expect 1 path -c "$KABUL" "Abu Omar Khorasani" China --as-of 2021-09-22 --dated
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China --as-of 2021-09-23 --dated

# An origin is called as the registry calls it. All four have to go; and the answer is the same as without the option up to where it begins.
expect 0 path -c "$KABUL" ISIS-K US
cp "$WORK/out" "$WORK/plain"
expect 0 path -c "$KABUL" ISIS-K US --robust
head -c "$(wc -c <"$WORK/plain")" "$WORK/out" | cmp -s - "$WORK/plain" || fail "--robust changes what is above it"
says out '^Withdrawing 4 origins would leave no path, and no fewer would: .*AFP \(1 document\), .* and Wall Street Journal'
says out '^No single document is behind every path of 1 hop\.$'
for keep in "$AFP" "$GUARDIAN" "$WSJ" "$TARGETS"; do
  expect 0 path -c "$KABUL" ISIS-K US --document "$keep"
done

# The options asked for stay in force.
expect 0 path -c "$KABUL" ISIS-K US --corroboration 2 --robust
says out '^Withdrawing 2 origins would leave no path, and no fewer would: AFP .* and Wall Street Journal'
expect 1 path -c "$KABUL" ISIS-K US --corroboration 2 --not-document "$AFP,$WSJ"
for origin in "$AFP" "$GUARDIAN" "$WSJ" "$TARGETS"; do
  expect 0 path -c "$KABUL" ISIS-K US --corroboration 2 --not-document "$origin"
done
expect 0 path -c "$KABUL" ISIS-K US --not-document "$AFP,$GUARDIAN" --robust
says out "^Withdrawing 2 origins would leave no path, and no fewer would: $TARGETS .* and Wall Street Journal"
says out '^It could first be documented on 30 August 2021' # "about" is taken at its word
expect 0 path -c "$KABUL" ISIS-K US --known-by 2021-08-26 --robust
says out '^Withdrawing 2 origins would leave no path'

# Nothing to withdraw.
expect 0 path -c "$KABUL" ISIS-K ISIS-K --robust
says out '^Both ends are the same actor: this rests on no claim\.$'
mkdir "$WORK/loose"
cat >"$WORK/loose/corpus.json" <<'EOF'
{"relata": 1, "claims": [{"from": "a", "type": "knows", "to": "b"}]}
EOF
expect 0 path -c "$WORK/loose" a b --robust
says out '^No withdrawal of origins can disconnect them: claims without a document connect them\.$'
says out '^When it could first be documented is not known: a path rests on claims without a date of publication'
says out '^When it first held is not known: on no day do dated claims give a path\.$'

# What held always, and what is known of a hop at any time.
mkdir "$WORK/always"
cat >"$WORK/always/corpus.json" <<'EOF'
{"relata": 1, "documents": [{"id": "d", "published": "2021-05-03"}, {"id": "e"}, {"id": "f"}],
 "claims": [{"from": "a", "type": "knows", "to": "b", "document": "d", "when": "../2020"},
            {"from": "b", "type": "knows", "to": "c", "document": "e", "when": "2020-06-01"},
            {"from": "c", "type": "knows", "to": "d", "document": "f", "when": "2020-06-01"}]}
EOF
expect 0 path -c "$WORK/always" a b --robust
says out '^When it first held is not known: dated claims whose beginning is open give a path\.$'
expect 0 path -c "$WORK/always" a b --as-of 1900 --dated
expect 0 path -c "$WORK/always" a c --robust
says out '^It could first be documented on 3 May 2021 \(--known-by 2021-05-03\); 1 hop of that path rests on claims without'
expect 0 path -c "$WORK/always" a d --robust
says out '^It could first be documented on 3 May 2021 \(--known-by 2021-05-03\); 2 hops of that path rest on claims without'
expect 1 path -c "$WORK/always" a c --known-by 2021-05-02
expect 0 path -c "$WORK/always" a c --known-by 2021-05-03

# A no has nothing that could be robust.
expect 1 path -c "$KABUL" "Colin Clarke" China --max-hops 1 --robust
grep -q 'How robust' "$WORK/out" && fail "a no is said to be robust"

expect 0 path -c "$KABUL" "Abu Omar Khorasani" China --robust --json
says out '"robust":'
says out '"day":.*"2021-09-24"'

# In Markdown, and for each line of a batch.
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China --robust --markdown
says out '^## How robust is this\?$'
says out '^- Withdrawing a single origin would leave no path: \*\*'
says out '^  - 2021'
printf 'from,to\nISIS-K,US\nAbu Omar Khorasani,China\n' >"$WORK/pairs.csv"
expect 0 path -c "$KABUL" --batch "$WORK/pairs.csv" --robust
[ "$(grep -c '"robust":{"hops":' "$WORK/out")" = 2 ] || fail "--batch does not take --robust"

# Along a pattern and in the order of time it is the same question that is asked again.
expect 0 path -c "$KABUL" "Abu Omar Khorasani" China --along '(.|^.)+' --robust
says out "^Withdrawing a single origin would leave no path: $TARGETS"
expect 0 path -c "$KABUL" ISIS-K US --in-order --robust
says out '^Withdrawing 4 origins would leave no path'
finish
