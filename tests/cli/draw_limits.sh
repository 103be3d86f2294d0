#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What is too much to draw ends with a picture all the same, and says what was done otherwise. How fast is measured
# elsewhere: here only that it ends, before CTest's patience does.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# generate ACTORS TIES: a corpus as JSON Lines, the same for the same numbers. A linear congruence (Lehmer, 1951) is
# chance enough; the square draws the ends towards the first actors, so that some are more central than others.
generate() {
  awk -v actors="$1" -v ties="$2" '
    function chance() { state = (state * 16807) % 2147483647; return state / 2147483647 }
    BEGIN {
      state = 7
      print "{\"kind\":\"document\",\"id\":\"d\"}"
      for (i = 0; i < actors; i++)
        printf "{\"kind\":\"actor\",\"id\":\"a%d\",\"name\":\"Actor number %d\"}\n", i, i
      for (i = 0; i < ties; i++) {
        from = int(actors * chance() * chance())
        to = (from + 1 + int((actors - 1) * chance())) % actors
        printf "{\"kind\":\"claim\",\"id\":\"c%d\",\"type\":\"is-tied-to-%d\",\"from\":\"a%d\",\"to\":\"a%d\",\"document\":\"d\"}\n",
               i, i % 5, from, to
      }
    }'
}

# draws ARGUMENTS…: a picture.
draws() {
  "$RELATA" draw "$@" -o "$WORK/picture.svg" >"$WORK/out" 2>"$WORK/err"
  ended=$?
  [ "$ended" -eq 0 ] || {
    fail "draw $*: ends with $ended"
    sed 's/^/  /' "$WORK/err" | head -5 >&2
  }
  ! command -v xmllint >/dev/null || xmllint --noout --nonet "$WORK/picture.svg" || fail "draw $*: no SVG"
  actors=$(grep -c 'class="actor' "$WORK/picture.svg")
}

generate 2000 5000 >"$WORK/large.jsonl"
draws -c "$WORK/large.jsonl" --top 150
if [ "$actors" -le 100 ] || [ "$actors" -gt 150 ]; then
  fail "of 2000 actors $actors are drawn, not 150"
fi
says err '150 of 2,?000 actors'

# Without a word, and at a size at which no layout is made in the time.
rm "$WORK/picture.svg"
draws -c "$WORK/large.jsonl" --timeout 1
[ "$actors" -gt 0 ] || fail "2000 actors: none is drawn"

# dot takes some ten seconds for this.
generate 300 600 >"$WORK/slow.jsonl"
for engine in dot circo fdp; do
  rm -f "$WORK/picture.svg"
  draws -c "$WORK/slow.jsonl" --engine "$engine" --timeout 2
  [ "$actors" -gt 50 ] || fail "$engine: $actors of 300 actors are drawn"
  if grep -q 'took longer than' "$WORK/err"; then
    says err "layout engine $engine took longer than 2 seconds; [a-z]+ was used instead"
    grep -q "engine $engine took longer" "$WORK/picture.svg" || fail "$engine: the picture does not say so"
  fi
done

finish
