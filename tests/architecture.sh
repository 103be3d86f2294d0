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
  below='text|corpus|network|analysis|paths'
  case $1 in
  text) echo 'text' ;;
  corpus) echo 'text|corpus' ;;
  # The table of formats knows all families. A family knows what all readers share, JSON, XML and tables, and itself.
  read) echo 'text|corpus|read|read/[a-z]+' ;;
  read/*) echo "text|corpus|read|read/(json|xml|table)|$1" ;;
  network) echo 'text|corpus|network' ;;
  analysis) echo 'text|corpus|network|analysis' ;;
  paths) echo "$below" ;;
  write) echo "$below|write" ;;
  draw/sheet) echo 'text|corpus|draw/sheet' ;;
  # The program that draws stands alone; of it the sheet knows just how to speak with it.
  draw/sheet/graphviz) echo 'draw/sheet/graphviz' ;;
  draw/layout) echo 'text|corpus|draw/sheet|draw/layout' ;;
  draw/diagram) echo "$below|draw/sheet|draw/layout|draw/diagram" ;;
  draw) echo "$below|draw/sheet|draw/layout|draw/diagram|draw" ;;
  page) echo "$below|write|draw/sheet|draw/layout|draw/diagram|draw|page" ;;
  *) echo "no-such-room" ;;
  esac
}

find src -mindepth 2 -name '*.[ch]' | sed 's|/[^/]*$||' | sort -u | while IFS= read -r folder; do
  room=${folder#src/}
  [ "$room" != cli ] || continue
  [ "$(allowed "$room")" != no-such-room ] || echo "$folder" | forbid 'a room that the design does not know'
  # Views and themes are JSON files, walked as the readers walk theirs.
  grep -nE '^ *# *include +"' "$folder"/*.[ch] /dev/null | grep -vE "\"($(allowed "$room"))/[a-z_]+\.h\"" |
    grep -vE '^src/draw/(diagram/view|sheet/theme_(file|warn))\.[ch]:.*"read/json/json_text\.h"' |
    grep -vE '^src/draw/sheet/[a-z_]+\.c:.*"draw/sheet/graphviz/protocol\.h"' |
    forbid 'include against the direction' || true
done

# The command line sees what everybody sees: the headers that export what they declare. relata.h includes them all,
# save where one is for those who have igraph.
public=$(cd src && { echo text/export.h && grep -rl '^RELATA_BEGIN_DECLS' --include='*.h' .; } | sed 's|^\./||')
sed -n 's/^#include "\(.*\)".*/\1/p' src/relata.h | sort >"$scratch/included"
printf '%s\n' "$public" | sort >"$scratch/public"
comm -13 "$scratch/public" "$scratch/included" | forbid 'in relata.h, but not public'
comm -23 "$scratch/public" "$scratch/included" | while IFS= read -r header; do
  grep -Fqx '#include <igraph.h>' "src/$header" || echo "src/$header"
done | forbid 'public, but not in relata.h'
# On standard input "FILE:…"HEADER"…": those whose header is not public.
private() {
  awk -F'"' 'NR == FNR { public[$0]; next } !($2 in public) && $2 != "relata.h"' "$scratch/public" -
}
# What is installed may lean on nothing that is not.
# shellcheck disable=SC2086 # a list of names
(cd src && grep -HE '^ *# *include *"' $public) | private | forbid 'a public header needs a private one'
# The network as an igraph graph has a public header of its own, so that relata.h does without igraph.
sed -n 's/^#include "\(.*\)".*/\1/p' src/relata.h |
  sed 's|^|src/|' | { xargs grep -HnE '^ *# *include *[<"]igraph' || true; } | forbid 'a header of relata.h that needs igraph'

[ ! -d src/cli ] || grep -HnE '^ *# *include +"' src/cli/*.[ch] | grep -v '"cli/' | private |
  forbid 'the command line includes a private header'

# HEADERS FILES: where a library's headers may be included.
only() {
  grep -rnE "^ *# *include +[<\"]($1)[>\"]" src --include='*.[ch]' | grep -vE "^($2):" |
    forbid 'a library outside its door' || true
}
# The lazy_*.h are made by src/lazy.cmake; igraph's own header is for the public one, whose users link igraph themselves.
only 'igraph(/.*)?\.h' 'src/network/graph\.h'
only 'lazy_igraph\.h' 'src/network/[a-z_]+\.[ch]|src/analysis/[a-z_]+\.[ch]|src/write/graphml\.c'
only '(cjson/)?cJSON\.h' 'src/text/memory\.c|src/read/([a-z]+/)?[a-z_]+\.c|src/write/[a-z_]*json[a-z_]*\.[ch]|src/write/(answers?[a-z_]*|emit)\.[ch]|src/page/page_(json|voice|time|bounds)\.[ch]|src/draw/(diagram/view|sheet/theme_file)\.c'
only '(graphviz/)?(gvc|cgraph|gvplugin.*|types|gvcext)\.h' 'src/draw/sheet/graphviz/[a-z_]+\.[ch]'
only 'libxml/.*|lazy_libxml\.h' 'src/text/xml\.c|src/read/xml/xml_(parse\.c|internal\.h)|src/write/[a-z_]+\.c|src/draw/sheet/(svg(_[a-z]+)?|animate)\.c|src/page/svg_inline\.c'
only 'csv\.h' 'src/(read/table|write)/[a-z_]+\.c'
only 'gio/.*|lazy_gio\.h' 'src/read/decode\.c'
only '(editline/)?(histedit|readline)\.h|readline/.*|lazy_libedit\.h' 'src/cli/terminal\.c'

# The lines of the files without what stands in comments and strings, which may speak of exit(): "FILE: LINE".
code_of() {
  awk -v quotes='"(\\\\.|[^"\\\\])*"|'"'(\\\\\\\\.|[^'\\\\\\\\])+'"'|/[*]|//' '
    FNR == 1 { in_comment = 0 }
    {
      code = ""
      rest = $0
      for (;;) {
        if (in_comment) {
          if ((end = index(rest, "*/")) == 0) break
          rest = substr(rest, end + 2)
          in_comment = 0
        }
        if (!match(rest, quotes)) { code = code rest; break }
        code = code substr(rest, 1, RSTART - 1)
        found = substr(rest, RSTART, 2)
        if (found == "//") break
        in_comment = found == "/*"
        rest = substr(rest, RSTART + RLENGTH)
      }
      if (code ~ /[^ ]/) print FILENAME ": " code
    }' "$@"
}

calls='printf|vprintf|fprintf|vfprintf|puts|fputs|putchar|putc|fputc|perror|psignal|g_print|g_printerr|g_message'
calls="$calls|g_warning|g_critical|g_error|g_info|g_debug|g_log|g_log_structured|exit|_exit|_Exit|quick_exit|abort"
words='stdout|stderr|STDOUT_FILENO|STDERR_FILENO'
find src -name '*.[ch]' ! -path 'src/cli/*' | sort >"$scratch/files"
# shellcheck disable=SC2046 # the names have no spaces
code_of $(cat "$scratch/files") |
  grep -E ": (.*[^A-Za-z0-9_.>])?(($calls) *\(|($words)([^A-Za-z0-9_]|\$))" >"$scratch/prints" || true
# Exceptions. The program that draws answers on its standard output and ends itself; who starts it says where its
# standard files lead.
grep -vE '^src/draw/sheet/(graphviz/(main|memory)|process)\.c: .*(_exit|STDERR_FILENO|STDOUT_FILENO)' "$scratch/prints" |
  forbid 'printing or exiting outside the command line' || true

# Every source says its licence first, and no file holds two concerns.
licence='SPDX-License-Identifier: GPL-2.0-or-later'
find src tests -name '*.[ch]' -exec awk -v licence="/* $licence */" 'FNR == 1 && $0 != licence { print FILENAME }' {} + |
  forbid 'no licence in the first line'
find dev .ci/run tests -type f \( -name dev -o -name run -o -name '*.sh' -o -name '*.py' -o -name measure \) \
  -exec awk -v licence="# $licence" '
    FNR == 1 { said = $0 == licence }
    FNR == 2 && !said && $0 != licence { print FILENAME }' {} + | forbid 'no licence in the first two lines'
find src tests -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 500 { print $2 ": " $1 " lines" }' |
  forbid 'a file of more than 500 lines'
# A function begins and ends with a brace at the beginning of a line.
find src tests -name '*.c' -exec awk 'FNR == 1 { begun = 0 } /^\{/ { begun = FNR } /^\}/ && begun {
  if (FNR - begun + 1 > 60) print FILENAME ":" begun ": " FNR - begun + 1 " lines"; begun = 0 }' {} + |
  forbid 'a function of more than 60 lines'
# Nothing lies at the top but what the design names; what is built lies in build*.
for entry in *; do
  case $entry in
  src | graphs | data | tests | build | build-* | dev | CMakeLists.txt | CMakePresets.json | README.md | LICENSE | CHANGELOG.md | \
    CONTRIBUTING.md) ;;
  *) echo "$entry" ;;
  esac
done | forbid 'at the top, but not in the design'

grep -rnE '\<(TODO|FIXME|XXX)\>' src tests --include='*.[ch]' --include='*.py' | forbid 'unfinished' || true

for folder in */; do
  case $folder in src/ | graphs/ | data/ | tests/ | build/ | build-*/) ;; *) echo "$folder" ;; esac
done | forbid 'a top-level folder that the design does not know'

# What one file shows another carries the name.
if [ -n "${ARCHIVE:-}" ] && [ -f "$ARCHIVE" ]; then
  nm -g --defined-only "$ARCHIVE" | awk 'NF == 3 { print $3 }' | grep -vE '^(relata_|__)' |
    forbid 'shown to other files without the prefix' || true
fi
# What the library exports is what the public headers declare; a sanitizer's own symbols are not ours.
if [ -n "${LIBRARY:-}" ] && [ -f "$LIBRARY" ]; then
  nm -D --defined-only "$LIBRARY" | awk '{ print $NF }' | grep -vE '^(__|_init$|_fini$|_edata$|_end$)' |
    sort -u >"$scratch/exported"
  # shellcheck disable=SC2086 # a list of names
  (cd src && cat $public) | "${CC:-cc}" -fpreprocessed -dD -E -P -w -x c - | sed -e '/^#/d' -e '/^static inline/,/^}/d' | grep -oE '\<relata_[a-z0-9_]+ *[[(]' | tr -d ' [(' |
    sort -u >"$scratch/declared"
  comm -13 "$scratch/declared" "$scratch/exported" | forbid 'exported, but declared in no public header'
  comm -23 "$scratch/declared" "$scratch/exported" | forbid 'declared in a public header, but not exported'
fi

if [ -s "$scratch/broken" ]; then
  cat "$scratch/broken"
  exit 1
fi
