#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The commands that README, the man page and the topics of help show are run, and where they show an answer it must be the
# answer. A line of "…" stands for any lines, and at the end of a line for its rest. A command that ends in "# exit N" must do
# so. "$ cat FILE" shows what is in a file, which is made so. With RELATA_INSTALLED=PREFIX it is what is installed there that is
# run: its man page, with its sample corpora.
. "$(dirname "$0")/lib.sh"
cd "$SOURCE" || exit 1
mkdir "$WORK/bin"
ln -s "$RELATA" "$WORK/bin/relata"
PATH=$WORK/bin:$PATH
man=$SOURCE/src/cli/relata.1
data=$SOURCE/data
documents="$SOURCE/README.md $man"
if [ -n "${RELATA_INSTALLED:-}" ]; then
  man=$RELATA_INSTALLED/share/man/man1/relata.1
  data=$RELATA_INSTALLED/share/relata/data
  documents=$man
fi

# One file for each command: the first line is the command, the rest the answer shown.
split() {
  awk -v dir="$WORK" -v start="$1" -v stop="$2" '
    inside && $0 ~ stop { inside = 0; file = ""; next }
    !inside && $0 ~ start { inside = 1; next }
    inside && /^\$ / { file = sprintf("%s/command-%03d", dir, ++n); print substr($0, 3) > file; next }
    inside && file != "" { print > file }' "$3"
}

# The same of a topic of help, whose examples are indented.
split_topic() {
  awk -v dir="$WORK" '
    /^  \$ / { file = sprintf("%s/command-%03d", dir, ++n); print substr($0, 5) > file; next }
    !/^  / { file = "" }
    file != "" { print substr($0, 3) > file }' "$1"
}

# Whether the answer fits what is shown.
fits() {
  awk '
    function like(have, want,   n) {
      n = length(want) - length("…")
      return have == want || (substr(want, n + 1) == "…" && substr(have, 1, n) == substr(want, 1, n))
    }
    NR == FNR { want[++n] = $0; next }
    { have[++m] = $0 }
    END {
      while (n > 0 && want[n] == "") n--
      while (m > 0 && have[m] == "") m--
      j = 1
      for (i = 1; i <= n; i++) {
        if (want[i] == "…") {
          if (i == n) exit 0
          while (j <= m && !like(have[j], want[i + 1])) j++
        } else if (j <= m && like(have[j], want[i])) j++
        else { printf "expected: %s\n     got: %s\n", want[i], have[j]; exit 1 }
      }
      if (j <= m) { printf "not shown: %s\n", have[j]; exit 1 }
    }' "$1" "$2"
}

# try DOCUMENT: runs the commands that were split from it, in $WORK/there.
try() {
  for file in "$WORK"/command-*; do
    [ -f "$file" ] || continue
    command=$(head -n 1 "$file")
    tail -n +2 "$file" >"$WORK/shown"
    case $command in
      relata*) ;;
      'cat '*)
        mkdir -p "$WORK/there/$(dirname "${command#cat }")"
        cp "$WORK/shown" "$WORK/there/${command#cat }"
        continue
        ;;
      *) continue ;; # ./dev and cmake have tests of their own
    esac
    n=$((n + 1))
    wanted=0
    case $command in *'# exit '*) wanted=${command##*# exit } ;; esac
    (cd "$WORK/there" && sh -c "$command") >"$WORK/out" 2>"$WORK/err"
    got=$?
    [ "$got" -eq "$wanted" ] || fail "$1: '$command' ends with $got, not $wanted: $(cat "$WORK/err")"
    if grep -q . "$WORK/shown"; then
      why=$(fits "$WORK/shown" "$WORK/out") || fail "$1: '$command' answers otherwise
$why"
    fi
  done
  rm -rf "$WORK"/command-* "$WORK/there"
}

n=0
for document in $documents; do
  case $document in
    *.md) split '^```console' '^```' "$document" ;;
    *) split '^\.EX' '^\.EE' "$document" ;;
  esac
  mkdir "$WORK/there"
  ln -s "$data" "$WORK/there/data"
  try "$document"
done
[ "$n" -ge 10 ] || fail "only $n documented commands were found"

for topic in "$SOURCE"/data/help/*.txt; do
  name=$(basename "$topic" .txt)
  before=$n
  relata help "$name" >"$WORK/topic" || fail "no topic $name"
  relata help | grep -q "^  $name  .*[a-z]" || fail "help does not list $name"
  relata completion --list subject | grep -qx "$name" || fail "$name is not completed"
  lines=$(wc -l <"$WORK/topic")
  if [ "$lines" -lt 40 ] || [ "$lines" -gt 70 ]; then
    fail "help $name has $lines lines"
  fi
  awk 'length($0) > 80 { exit 1 }' "$WORK/topic" || fail "help $name has a line of more than 80 characters"
  split_topic "$WORK/topic"
  mkdir "$WORK/there"
  try "help $name"
  [ "$n" -gt "$before" ] || fail "help $name has no example"
done
[ -z "${RELATA_INSTALLED:-}" ] || finish

# Every command and every option is in the man page.
sed 's/\\-/-/g; s/\\f[A-Z]/ /g' "$man" >"$WORK/man"
# options FILE: those that it names.
options() {
  grep -oE -- '--[a-z][a-z-]+' "$1" | sort -u
}
options "$WORK/man" >"$WORK/explained"
for command in $(relata completion --list command); do
  grep -Eq "^\.(B|BI) \"?$command( |\"|\$)" "$man" || fail "relata.1 does not explain '$command'"
  relata help "$command" >"$WORK/help"
  for missing in $(options "$WORK/help" | comm -23 - "$WORK/explained"); do
    fail "relata.1 does not explain '$command $missing'"
  done
done

# So is every word that an option takes, whatever the corpus.
for kind in certainty cluster engine input-format kind measure output-format paper parallel period picture-format shell \
  sign subject theme; do
  relata completion --list "$kind" | sort -u >"$WORK/words"
  [ -s "$WORK/words" ] || fail "there is no $kind"
  for word in $(grep -Fow -f "$WORK/words" "$WORK/man" | sort -u | comm -23 "$WORK/words" -); do
    fail "relata.1 does not say the $kind '$word'"
  done
done
finish
