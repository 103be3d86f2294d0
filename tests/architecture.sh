#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The house's rules: which room includes which, where a library may be included, that nothing but the command line
# prints or exits, that what is exported carries the name.
set -eu
cd "$RELATA_SOURCE"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# RULE: the lines on standard input break it.
forbid() {
  sed "s|^|$1: |" >>"$scratch/broken"
}

# ROOM: the rooms that it may include. The link order in CMakeLists.txt says the same for calls.
allowed() {
  case $1 in
  text) echo 'text' ;;
  corpus) echo 'text|corpus' ;;
  read) echo 'text|corpus|read' ;;
  network) echo 'text|corpus|network' ;;
  analysis) echo 'text|corpus|network|analysis' ;;
  draw) echo 'text|corpus|network|analysis|draw' ;;
  write) echo 'text|corpus|network|analysis|write' ;;
  *) echo "no-such-room" ;;
  esac
}

for folder in src/*/; do
  room=$(basename "$folder")
  [ "$room" != cli ] || continue
  [ "$(allowed "$room")" != no-such-room ] || echo "$folder" | forbid 'a room that the design does not know'
  # Views and themes are JSON files, walked as the readers walk theirs.
  grep -nE '^ *# *include +"' "$folder"*.[ch] /dev/null | grep -vE "\"($(allowed "$room"))/[a-z_]+\.h\"" |
    grep -vE '^src/draw/(view|theme_(file|warn))\.[ch]:.*"read/json_text\.h"' | forbid 'include against the direction' || true
done

# The network as an igraph graph has a public header of its own, so that relata.h does without igraph.
for header in $public; do
  grep -nE '^ *# *include *[<"]igraph' "src/$header" | sed "s|^|src/$header: |"
done | forbid 'a header of relata.h that needs igraph'

# The command line sees what everybody sees: the headers that relata.h includes.
public=$(sed -n 's/^#include "\(.*\)".*/\1/p' src/relata.h)
for header in $public; do
  [ -f "src/$header" ] || echo "src/$header" | forbid 'relata.h includes a header that is not there'
  # What is installed may lean on nothing that is not.
  sed -n 's/^ *# *include *"\(.*\)".*/\1/p' "src/$header" | while read -r inner; do
    printf '%s\n' "$public" | grep -Fqx "$inner" ||
      echo "src/$header includes $inner" | forbid 'a public header needs a private one'
  done
done
[ ! -d src/cli ] || grep -HnE '^ *# *include +"' src/cli/*.[ch] | while IFS= read -r line; do
  header=$(printf '%s\n' "$line" | sed 's/.*"\(.*\)".*/\1/')
  case $header in cli/* | relata.h) continue ;; esac
  printf '%s\n' "$public" | grep -Fqx "$header" || printf '%s\n' "$line"
done | forbid 'the command line includes a private header'

# HEADERS FILES: where a library's headers may be included.
only() {
  grep -rnE "^ *# *include +[<\"]($1)[>\"]" src --include='*.[ch]' | grep -vE "^($2):" |
    forbid 'a library outside its door' || true
}
only 'igraph(/.*)?\.h' 'src/network/[a-z_]+\.[ch]|src/analysis/[a-z_]+\.[ch]|src/write/graphml\.c'
only '(cjson/)?cJSON\.h' 'src/read/[a-z_]+\.c|src/write/[a-z_]*json[a-z_]*\.[ch]|src/write/answers?[a-z_]*\.[ch]|src/draw/(view|theme_file)\.c'
only '(graphviz/)?(gvc|cgraph|gvplugin.*|types|gvcext)\.h' 'src/draw/graphviz(_[a-z]+)?\.[ch]'
only 'libxml/.*' 'src/(read|write)/[a-z_]+\.[ch]|src/draw/(svg(_[a-z]+)?|animate)\.c'
only 'csv\.h' 'src/(read|write)/[a-z_]+\.c'
only '(editline/)?(histedit|readline)\.h|readline/.*' 'src/cli/terminal\.c'

# Comments are cut away first, by the compiler, and strings after: they may speak of exit().
calls='printf|vprintf|fprintf|vfprintf|puts|fputs|putchar|putc|fputc|perror|psignal|g_print|g_printerr|g_message'
calls="$calls|g_warning|g_critical|g_error|g_info|g_debug|g_log|g_log_structured|exit|_exit|_Exit|quick_exit|abort"
words='stdout|stderr|STDOUT_FILENO|STDERR_FILENO'
find src -name '*.[ch]' ! -path 'src/cli/*' | sort | while IFS= read -r file; do
  "${CC:-cc}" -fpreprocessed -dD -E -w -x c "$file" 2>/dev/null | sed 's/"\(\\.\|[^"\\]\)*"/""/g' |
    grep -E "(^|[^A-Za-z0-9_.>])(($calls) *\(|($words)([^A-Za-z0-9_]|\$))" | sed "s|^|$file: |" || true
done >"$scratch/prints"
# Exceptions. The forked child of draw/ must end itself, its output closed: its parent speaks for it.
grep -vE '^src/draw/process\.c: .*(_exit|STDERR_FILENO|STDOUT_FILENO)' "$scratch/prints" |
  forbid 'printing or exiting outside the command line' || true

# Every source says its licence first, and no file holds two concerns.
find src tests -name '*.[ch]' | while IFS= read -r file; do
  [ "$(head -n 1 "$file")" = '/* SPDX-License-Identifier: GPL-2.0-or-later */' ] || echo "$file"
done | forbid 'no licence in the first line'
find dev .ci/run tests -type f \( -name dev -o -name run -o -name '*.sh' -o -name '*.py' -o -name measure \) |
  while IFS= read -r file; do
    head -n 2 "$file" | grep -Fqx '# SPDX-License-Identifier: GPL-2.0-or-later' || echo "$file"
  done | forbid 'no licence in the first two lines'
find src -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 500 { print $2 ": " $1 " lines" }' |
  forbid 'a file of more than 500 lines'
grep -rnE '\<(TODO|FIXME|XXX)\>' src tests --include='*.[ch]' --include='*.py' | forbid 'unfinished' || true

for folder in */; do
  case $folder in src/ | graphs/ | data/ | tests/ | build/ | build-*/) ;; *) echo "$folder" ;; esac
done | forbid 'a top-level folder that the design does not know'

# What the library exports carries its name; a sanitizer's own symbols are not ours.
if [ -n "${LIBRARY:-}" ] && [ -f "$LIBRARY" ]; then
  nm -D --defined-only "$LIBRARY" | awk '{ print $NF }' | grep -vE '^(relata_|__|_init$|_fini$|_edata$|_end$)' |
    forbid 'exported without the prefix' || true
fi

if [ -s "$scratch/broken" ]; then
  cat "$scratch/broken"
  exit 1
fi
