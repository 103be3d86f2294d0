#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck disable=SC2016 # ids that a shell would expand are just the point
# What the shells complete, and that a word from a stranger's corpus is never run.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1
mkdir bin hostile empty
ln -s "$RELATA" bin/relata
PATH=$WORK/bin:$PATH
printf '%s' '{"actors":[{"id":"zz$(touch${IFS}PWNED)","name":"X"},{"id":"q*","name":"Q"},{"id":"db:42","name":"D"}]}' \
  >hostile/corpus.json
touch qfile "my file"

# complete WORD…: what bash would reply to the last word, one a line.
complete_in_bash() {
  bash --norc -c '
    source /dev/stdin <<<"$(relata completion bash)"
    COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
    # Broken as readline does it: at white space, and at = and :, which are words of their own.
    read -ra COMP_WORDS <<<"$(sed "s/[=:]/ & /g" <<<"$COMP_LINE")"
    [[ $COMP_LINE == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _relata
    printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}

# The scripts of all shells name every command and its options; where the shell is there, it takes the script.
for shell in bash zsh fish; do
  expect 0 completion "$shell"
  cp "$WORK/out" "script.$shell"
  for word in $("$RELATA" completion --list command); do
    grep -q -- "$word" "script.$shell" || fail "the script of $shell lacks the command $word"
  done
  grep -q -- 'along' "script.$shell" || fail "the script of $shell lacks --along"
  ! command -v "$shell" >/dev/null || "$shell" -n "script.$shell" || fail "$shell does not take its script"
done

# replies WORDS EXPECTED…
replies() {
  words=$1
  shift
  got=$(complete_in_bash "$words")
  wanted=$(printf '%s\n' "$@")
  [ "$got" = "$wanted" ] || fail "bash completes '$words' with '$got', not '$wanted'"
}

# Every kind of words, each with one that is among them.
while read -r kind word; do
  expect 0 completion --list "$kind" -c "$SOURCE/data/kabul-2021"
  grep -Fqx -- "$word" out || fail "$word is no $kind"
done <<'END'
actor isis-k
document 2021-08-25-isis-k-threat
relation attacks
actor-type person
measure pagerank
input-format brat
output-format graphml
picture-format svg
command rank
certainty probable
sign hostile
END
expect 2 completion --list actr
says err "did you mean 'actor'"

if command -v bash >/dev/null; then
  relata completion bash | bash -n || fail "the bash script has a syntax error"
  replies 'relata pat' path
  replies 'relata draw --par' --parallel
  replies 'relata rank --by betw' betweenness
  replies 'relata rank --by degree,betw' degree,betweenness
  replies 'relata rank --by=betw' betweenness
  replies "relata show -c $SOURCE/data/florentine med" medici
  replies "relata path --corpus=$SOURCE/data/florentine med" medici
  replies 'relata show -c hostile db:4' 42
  replies 'relata show -c hostile q' 'q\*'
  replies 'relata check my' 'my file'
  reply=$(complete_in_bash 'relata show -c hostile zz')
  bash -c "printf '%s' $reply" >said
  [ "$(cat said)" = 'zz$(touch${IFS}PWNED)' ] || fail "bash completes a hostile id as '$reply'"
  [ -e PWNED ] && fail "completing ran a command of the corpus"
else
  echo "bash is not here: its completion was not tried"
fi
if command -v zsh >/dev/null; then
  relata completion zsh | zsh -n || fail "the zsh script has a syntax error"
else
  echo "zsh is not here: its completion was not tried"
fi
rm -f PWNED
if command -v fish >/dev/null; then
  relata completion fish >relata.fish
  got=$(fish --no-config -c 'source relata.fish; complete -C "relata rank --by degree,betw"' | cut -f 1)
  [ "$got" = degree,betweenness ] || fail "fish completes a list with '$got'"
  fish --no-config -c "source relata.fish; complete -C 'relata show -c hostile zz'" >said
  [ -e PWNED ] && fail "completing in fish ran a command of the corpus"
  grep -q '^zz' said || fail "fish does not complete an actor"
else
  echo "fish is not here: its completion was not tried"
fi
finish
