#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A shell that is fed by a pipe or a file: the same answers as from separate commands, whatever went wrong between.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021
FLORENTINE=$SOURCE/data/florentine
cd "$WORK" || exit 1

# session CODE [OPTION…]: a shell on the Kabul corpus that follows the script on standard input.
session() {
  code=$1
  shift
  "$RELATA" shell -c "$KABUL" "$@" >out 2>err
  got=$?
  [ "$got" -eq "$code" ] || fail "a session ends with $got, not $code: $(cat err)"
}

# The same bytes as the commands one by one, on both channels, line for line.
cat >script <<'END'
rank --by betweenness,pagerank --top 5
path "Abu Omar Khorasani" China
path 'Colin Clarke' China --sign hostile
show ISKP --known-by 2021-08-26
show taliban --json
actors ISIS
check
check --json
export --to csv
draw --around ISIS-K --to dot
help path
rank --help
completion --list actor
--version
END
: >wanted
: >wanted-err
n=0
while IFS= read -r line; do
  n=$((n + 1))
  eval "RELATA_CORPUS=\$KABUL \"\$RELATA\" $line" >>wanted 2>one-err
  sed "s/^relata: /relata: line $n: /" one-err >>wanted-err
done <script
session 0 <script
cmp -s out wanted || fail "a shell answers otherwise than separate commands: $(diff wanted out | head -n 5)"
cmp -s err wanted-err || fail "a shell complains otherwise than separate commands: $(diff wanted-err err | head -n 5)"
grep -q "$(printf '\033')" out && fail "a shell writes escape codes into a file"
grep -q 'relata>' out && fail "a shell prompts where nobody sits"
"$RELATA" shell -c "$KABUL" <script 2>/dev/null | cat >piped
cmp -s piped wanted || fail "a shell answers otherwise into a pipe"

# A failing line does not stop it; what fails says its line; the last command gives the exit code.
session 1 <<'END'
# a comment, an empty line, a comment with a tab before it

	# so
rank --top 1 # the first
pth ISIS-K China
qiut
show Jama'at
show "Jama
rank --tpo 3
path ISIS-K "Nobody of this name"
quit now
shell
help nothing
relata rank --top 1
path 'Colin Clarke' China --sign hostile
END
says err "^relata: line 5: no command is called 'pth'; did you mean 'path'\?$"
says err "^relata: line 6: no command is called 'qiut'; did you mean 'quit'\?$"
says err '^relata: line 7: a quotation is not closed; put a name with an apostrophe in double quotes'
says err '^relata: line 8: a quotation is not closed$'
says err "^relata: line 9: no option --tpo; did you mean '--top'\?$"
says err "^relata: line 10: no actor is called 'Nobody of this name'"
says err '^relata: line 11: quit takes no arguments$'
says err '^relata: line 12: this is a shell already'
says err "^relata: line 13: no command or topic is called 'nothing'"
[ "$(grep -c '^1  ISIS-K' out)" -eq 2 ] || fail "lines between errors are not answered"
says out '^No path from Colin Clarke to China'
printf 'check\npth' | session 2
printf 'pth\ncheck' | session 0
: | session 0
[ -s out ] && fail "a shell without a line answers something"

# quit and exit end it at once, and answer nothing themselves.
for word in quit exit; do
  printf 'path "Colin Clarke" China --sign hostile\n%s\ncheck\n' "$word" | session 1
  grep -q '^4 documents' out && fail "$word does not end the shell"
done

# Each answer comes before the next line is read.
mkfifo questions answers
"$RELATA" shell -c "$KABUL" <questions >answers 2>err &
exec 3>questions 4<answers
echo '--version' >&3
IFS= read -r line <&4
case $line in 'relata '*) ;; *) fail "no answer while the shell waits for the next line" ;; esac
echo 'rank --top 1' >&3
exec 3>&-
cat <&4 >out
exec 4<&-
wait
says out '^1 of 97 actors'

# Another corpus for one command; the shell's own stays.
cat >script <<END
rank --top 1 -c '$FLORENTINE'
check -c '$FLORENTINE'
check '$FLORENTINE'
check
rank --top 1 --format json
rank --top 1 -c nowhere
rank --top 1
END
session 0 <script
[ "$(grep -c '^1 of 15 actors' out)" -eq 1 ] || fail "-c in a shell is not answered from that corpus"
[ "$(grep -c '^1 document, 15 actors' out)" -eq 2 ] || fail "check PATH in a shell does not read that corpus"
[ "$(grep -c '^4 documents, 97 actors' out)" -eq 1 ] || fail "check in a shell does not report on its own corpus"
says err '^relata: line 6: .*nowhere'
[ "$(tail -n 1 out)" = '1 of 97 actors' ] || fail "the shell's corpus is not there after another was read"

# The corpus is read once: what is wrong in it is said once, and check still tells all.
mkdir wrong
printf '%s' '{"claims":[{"type":"r","from":"a","to":"b","stance":"maybe"},{"type":"r","from":"a","to":"b"}]}' \
  >wrong/corpus.json
printf 'rank\nrank\nrank\ncheck\n' | "$RELATA" shell -c wrong >out 2>err
[ $? -eq 1 ] || fail "check in a shell does not find the errors"
[ "$(grep -c 'error:' err)" -eq 1 ] || fail "errors in the data are said more than once, or not at all"
says out 'error:.*maybe'
rm -r wrong
printf 'rank\n' | "$RELATA" shell -c wrong >out 2>err
[ $? -eq 3 ] || fail "a shell without a corpus does not say so"

# Input that is no script.
printf 'rank\0--top 1\n--version\n' | session 0
says err '^relata: line 1: the line holds a NUL byte$'
head -c 3000000 /dev/zero | tr '\0' x >long
printf '\n--version\n' >>long
session 0 <long
says err '^relata: line 1: the line is longer than 1 MiB$'
says out '^relata '
printf 'rank --top 1\r\ncheck\r\n' | session 0
printf 'r\377nk\nshow "\377"\n--version' | session 0
session 4 </
says err 'standard input cannot be read'

# A child that ends itself must not move the script's position.
printf 'draw --around ISIS-K -o one.svg\n--version\n' >script
session 0 <script
[ "$(grep -c '^relata ' out)" -eq 1 ] || fail "a line is answered twice after a drawing"

# A reader that has seen enough ends it.
yes 'actors' | head -n 100000 | "$RELATA" shell -c "$KABUL" 2>err | head -n 1 >out
grep -v 'line' err | grep -q . && fail "a closed pipe is complained of"

# Many lines: the leak sanitizer counts at the end.
i=0
while [ $i -lt 25 ]; do
  printf 'rank --top 3 --by degree,strength\nshow "Abu Omar Khorasani" --json\nrank --tpo\n'
  i=$((i + 1))
done >script
session 2 <script
[ "$(grep -c '^3 of 97 actors' out)" -eq 25 ] || fail "not every line of a long script is answered"
finish
