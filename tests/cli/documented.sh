#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The commands that README and the man page show are run, and where they show an answer it must be the answer. A line of
# "…" stands for any lines. A command that ends in "# exit N" must do so.
. "$(dirname "$0")/lib.sh"
cd "$SOURCE" || exit 1
mkdir "$WORK/bin"
ln -s "$RELATA" "$WORK/bin/relata"
PATH=$WORK/bin:$PATH

# One file for each command: the first line is the command, the rest the answer shown.
split() {
  awk -v dir="$WORK" -v start="$1" -v stop="$2" '
    inside && $0 ~ stop { inside = 0; file = ""; next }
    !inside && $0 ~ start { inside = 1; next }
    inside && /^\$ / { file = sprintf("%s/command-%03d", dir, ++n); print substr($0, 3) > file; next }
    inside && file != "" { print > file }' "$3"
}

# Whether the answer fits what is shown.
fits() {
  awk '
    NR == FNR { want[++n] = $0; next }
    { have[++m] = $0 }
    END {
      while (n > 0 && want[n] == "") n--
      while (m > 0 && have[m] == "") m--
      j = 1
      for (i = 1; i <= n; i++) {
        if (want[i] == "…") {
          if (i == n) exit 0
          while (j <= m && have[j] != want[i + 1]) j++
        } else if (have[j] == want[i]) j++
        else { printf "expected: %s\n     got: %s\n", want[i], have[j]; exit 1 }
      }
      if (j <= m) { printf "not shown: %s\n", have[j]; exit 1 }
    }' "$1" "$2"
}

n=0
for document in README.md src/cli/relata.1; do
  rm -f "$WORK"/command-*
  case $document in
    *.md) split '^```console' '^```' "$document" ;;
    *) split '^\.EX' '^\.EE' "$document" ;;
  esac
  for file in "$WORK"/command-*; do
    [ -f "$file" ] || continue
    command=$(head -n 1 "$file")
    case $command in
      relata*) ;;
      *) continue ;; # ./dev and cmake have tests of their own
    esac
    n=$((n + 1))
    wanted=0
    case $command in *'# exit '*) wanted=${command##*# exit } ;; esac
    (cd "$SOURCE" && sh -c "$command") >"$WORK/out" 2>"$WORK/err"
    got=$?
    [ "$got" -eq "$wanted" ] || fail "$document: '$command' ends with $got, not $wanted: $(cat "$WORK/err")"
    tail -n +2 "$file" >"$WORK/shown"
    if grep -q . "$WORK/shown"; then
      why=$(fits "$WORK/shown" "$WORK/out") || fail "$document: '$command' answers otherwise
$why"
    fi
  done
done
[ "$n" -ge 10 ] || fail "only $n documented commands were found"

# Every command and every option is in the man page.
sed 's/\\-/-/g; s/\\f[A-Z]/ /g' src/cli/relata.1 >"$WORK/man"
# options FILE: those that it names.
options() {
  grep -oE -- '--[a-z][a-z-]+' "$1" | sort -u
}
options "$WORK/man" >"$WORK/explained"
for command in $(relata completion --list command); do
  grep -Eq "^\.(B|BI) \"?$command( |\"|\$)" src/cli/relata.1 || fail "relata.1 does not explain '$command'"
  relata help "$command" >"$WORK/help"
  for missing in $(options "$WORK/help" | comm -23 - "$WORK/explained"); do
    fail "relata.1 does not explain '$command $missing'"
  done
done

# So is every word that an option takes, whatever the corpus.
for kind in certainty cluster engine input-format kind measure output-format paper parallel period picture-format shell \
  sign theme; do
  relata completion --list "$kind" | sort -u >"$WORK/words"
  [ -s "$WORK/words" ] || fail "there is no $kind"
  for word in $(grep -Fow -f "$WORK/words" "$WORK/man" | sort -u | comm -23 "$WORK/words" -); do
    fail "relata.1 does not say the $kind '$word'"
  done
done
finish
