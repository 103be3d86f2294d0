#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The same answer wherever, whenever and in whichever language it is asked for.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1
cp -r "$SOURCE/data/kabul-2021" corpus

# answers FILE: what several commands say, in one file.
answers() {
  for words in "check --notes all" "rank --by betweenness,pagerank" "path ISIS-K China --all --json" "export --to json" \
    "export --to csv" "timeline --to svg Taliban US" "draw --to svg --around ISIS-K"; do
    # shellcheck disable=SC2086 # words
    "$RELATA" $words -c corpus 2>&1
  done >"$1"
}

LC_ALL=C.UTF-8 TZ=UTC answers expected
LC_ALL=C TZ=Pacific/Kiritimati answers c
(unset LC_ALL LANG && LC_CTYPE=POSIX TZ=America/Los_Angeles answers posix)
for locale in $(locale -a 2>/dev/null | grep -Ei '^(tr|de|lt|ar|hi|fa)_' | head -4); do
  LC_ALL=$locale LANGUAGE=de answers "in-$locale"
done
MALLOC_PERTURB_=165 G_SLICE=always-malloc OMP_NUM_THREADS=7 answers threads
[ "$(grep -c . expected)" -gt 500 ] || fail "there are no answers to compare"
for other in c posix in-* threads; do
  [ ! -e "$other" ] || cmp -s expected "$other" || fail "another answer: $other: $(diff expected "$other" | head -3)"
done
finish
