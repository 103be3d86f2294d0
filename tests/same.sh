#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# same.sh OLD NEW: whether two builds of relata give the same answers, pictures, pages and exports, byte for byte.
# For changes that are to change nothing: it runs some hundred commands with both and names those that differ.
set -u
[ $# -eq 2 ] || { echo "usage: same.sh OLD NEW, two programs" >&2; exit 2; }
old=$(realpath "$1")
new=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset RELATA_CORPUS
export LC_ALL=C.UTF-8

kabul=data/kabul-2021
corpora=("$kabul" data/florentine tests/fuzz/small)
for corpus in ../shared/data/brat ../shared/cases/*/*/; do
  [ -d "$corpus" ] && corpora+=("${corpus%/}")
done

measures=degree,in-degree,out-degree,strength,betweenness,closeness,harmonic,eigenvector,pagerank
measures=$measures,hub,authority,coreness,constraint

# One command a line, for both. @ stands for a file of its own.
commands() {
  local corpus view format
  for corpus in "${corpora[@]}"; do
    for format in graphml json csv dot; do
      printf 'export -c %s --to %s\n' "$corpus" "$format"
    done
    printf '%s -c '"$corpus"'%s\n' check '' check ' --json' actors '' actors ' --json' types '' types ' --json' \
      rank '' rank " --by $measures" rank " --by $measures --json" \
      draw ' -o @.svg' draw ' --describe' draw ' --groups -o @.svg' page ' -o @.html'
  done
  for view in graphs/*.view.json; do
    corpus=$kabul
    case $view in */florentine*) corpus=data/florentine ;; esac
    for format in svg png dot; do
      printf 'draw -c %s --view %s -o @.%s\n' "$corpus" "$view" "$format"
    done
    printf 'draw -c %s --view %s --describe\n' "$corpus" "$view"
    printf 'draw -c %s --view %s --size a4 -o @.svg\n' "$corpus" "$view"
    printf 'page -c %s --view %s -o @.html\n' "$corpus" "$view"
  done
  while IFS= read -r format; do
    [ -z "$format" ] || printf '%s -c %s\n' "$format" "$kabul"
  done <<'END'
draw --engine dot -o @.svg
draw --engine neato -o @.svg
draw --engine fdp -o @.svg
draw --engine sfdp -o @.svg
draw --engine circo -o @.svg
draw --engine twopi -o @.svg
draw --backbone 0.2 -o @.svg
draw --groups --open ISIS-K -o @.svg
draw --cluster side -o @.svg
draw --cluster type -o @.svg
draw --cluster community -o @.png
draw --parallel apart -o @.svg
draw --parallel bundle --no-labels -o @.svg
draw --theme contrast -o @.svg
draw --theme screen -o @.svg
draw --size 16:9 -o @.svg
draw --size 1600x900 -o @.png
draw --size a3 -o @.svg
draw --size letter-portrait -o @.svg
draw --around ISIS-K --frames yearly -o @
draw --around ISIS-K --frames yearly --animate -o @.svg
draw --as-of 2021-09-24 --changes-since 2020-12-31 -o @.svg
draw --between ISIS-K,China -k 5 -o @.svg
draw --connect ISIS-K,China,UN -o @.svg
timeline -o @.svg
timeline Taliban US -o @.svg
timeline --describe
path ISIS-K China
path ISIS-K China --json
path ISIS-K China --markdown
path ISIS-K China -k 20
path ISIS-K China -k 20 --json
path ISIS-K China --all --directed
path ISIS-K China --robust
path ISIS-K China --robust --json
path Khorasani China --robust
path ISIS-K China --strongest
path ISIS-K China --most-reliable
path ISIS-K China --avoid-hubs --json
path ISIS-K China --in-order -k 3
path ISIS-K China --in-order --surely --json
path ISIS-K China --along attacks/^supports|attacks/[+] --max-hops 2
path China ISIS-K --along pressures/[-]
path ISIS-K Taliban --along attacks/^attacks/attacks -k 10
path ISIS-K China --simple --max-hops 3 --json
path ISIS-K China --via UN
path ISIS-K China --avoid Taliban --json
path ISIS-K China --sign hostile
path ISIS-K China --sign hostile --json
path ISIS-K China -o @.svg
path ISIS-K China -k 4 -o @.svg
reach ISIS-K
reach ISIS-K --json
reach Taliban --along [-]+ --json
common ISIS-K Taliban
common ISIS-K Taliban --json
connect ISIS-K China UN
connect ISIS-K China UN --json
connect ISIS-K China UN -o @.svg
show ISIS-K
show ISIS-K --json
show Taliban --json
types --json
completion bash
rank --measures
rank --by betweenness,pagerank --top 5 --as-of 2021-09
rank --corroboration 2 --by degree,closeness --json
export --to json --relation attacks
END
}

# SIDE PROGRAM: runs all commands, each answer into a file of its own.
run() {
  mkdir -p "$scratch/$1"
  local n=0 line file words word
  while IFS= read -r line; do
    n=$((n + 1))
    file=$scratch/$1/$n
    read -ra words <<<"$line"
    for word in "${!words[@]}"; do words[word]=${words[word]/@/$file}; done
    "$2" "${words[@]}" >"$file.out" 2>"$file.err" </dev/null
    echo "exit $?" >>"$file.out"
    sed -i "s|$scratch/$1/||g" "$file.err"
  done <"$scratch/commands"
}

commands >"$scratch/commands"
if [ -n "${RELATA_ONLY:-}" ]; then
  grep -E -- "$RELATA_ONLY" "$scratch/commands" >"$scratch/chosen"
  mv "$scratch/chosen" "$scratch/commands"
fi
run old "$old" &
run new "$new"
wait
differ=0 messages=0 n=0
while IFS= read -r line; do
  n=$((n + 1))
  bad=
  for file in "$scratch/old/$n" "$scratch/old/$n".*; do
    case $file in
    *.err)
      cmp -s "$file" "$scratch/new/$n.err" || {
        messages=$((messages + 1))
        [ -z "${RELATA_MESSAGES:-}" ] || { echo "messages of: relata $line"; diff "$file" "$scratch/new/$n.err"; }
      }
      ;;
    *) [ ! -e "$file" ] || diff -rq "$file" "$scratch/new/${file##*/}" >/dev/null || bad=1 ;;
    esac
  done
  for file in "$scratch/new/$n" "$scratch/new/$n".*; do
    [ ! -e "$file" ] || [ -e "$scratch/old/${file##*/}" ] || bad=1
  done
  [ -z "$bad" ] || { differ=$((differ + 1)); echo "differs: relata $line"; }
done <"$scratch/commands"
echo "$n commands: $((n - differ)) the same, $differ differ; the messages of $messages differ"
[ "$differ" -eq 0 ]
