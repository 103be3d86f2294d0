#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What "cmake --install" leaves behind can be used: the program, and the library from tests/embed/path.c, found by
# pkg-config and by CMake, shared and static, in C11 and in C++17.
set -eu
: "${RELATA_BUILD:?the build to install}" "${RELATA_SOURCE:?the source tree}"
CC=${CC:-cc}
CFLAGS=${CFLAGS:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "FAIL: $*" >&2
  exit 1
}

# Moved after installing: nothing in it may remember where it was.
cmake --install "$RELATA_BUILD" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/prefix"
prefix=$work/prefix
libdir=$(dirname "$(find "$prefix" -name librelata.a)")

for file in bin/relata include/relata/relata.h share/bash-completion/completions/relata \
  share/zsh/site-functions/_relata share/fish/vendor_completions.d/relata.fish share/doc/relata/LICENSE; do
  [ -s "$prefix/$file" ] || fail "$file is not installed"
done
if [ -f "$RELATA_SOURCE/src/cli/relata.1" ]; then
  [ -s "$prefix/share/man/man1/relata.1" ] || fail "the man page is not installed"
fi
for schema in "$RELATA_SOURCE"/data/schemas/*.json; do
  [ ! -f "$schema" ] || cmp -s "$schema" "$prefix/share/relata/schemas/$(basename "$schema")" || fail "$schema"
done
for theme in "$RELATA_SOURCE"/data/themes/*.json; do
  cmp -s "$theme" "$prefix/share/relata/themes/$(basename "$theme")" || fail "$theme"
done
# The examples of the man page and of help run where nothing but what was installed is there.
RELATA_INSTALLED=$prefix sh "$RELATA_SOURCE/tests/cli/documented.sh" "$prefix/bin/relata" "$RELATA_SOURCE" >/dev/null ||
  fail "the documented examples do not run"
for private in corpus/internal.h read/readers.h read/json/json_text.h draw/sheet/graphviz.h; do
  [ ! -f "$prefix/include/relata/$private" ] || fail "$private is nobody's business"
done
[ -z "$(find "$prefix/include" -path '*graphviz*')" ] || fail "relata-graphviz is nobody's business"
"$prefix/bin/relata" --version | grep -q '^relata [0-9]' || fail "the installed program does not run"
bash -n "$prefix/share/bash-completion/completions/relata" || fail "the completions of bash are no script"
grep -rlF "$RELATA_SOURCE" "$libdir/pkgconfig" "$libdir/cmake" "$prefix/share" && fail "installed files name the source tree"

# Graphviz is linked by its own program alone, and that is not linked with igraph.
drawer=$prefix/libexec/relata/relata-graphviz
needs() {
  readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'
}
! needs "$prefix/bin/relata" | grep -E 'libgvc|libcgraph' || fail "relata is linked with Graphviz"
! needs "$libdir/librelata.so" | grep -E 'libgvc|libcgraph' || fail "librelata is linked with Graphviz"
! needs "$drawer" | grep -E 'igraph|cjson|xml|relata' || fail "relata-graphviz is linked with more than Graphviz and GLib"

# It is found wherever the tree lies, but not by PATH; where it is not there, relata says what to install.
draw() {
  rm -f "$work/picture.svg"
  "$prefix/bin/relata" draw -c "$RELATA_SOURCE/data/florentine" -o "$work/picture.svg" 2>"$work/err"
}
if ! draw || [ ! -s "$work/picture.svg" ]; then
  fail "the installed program does not draw: $(cat "$work/err")"
fi
mv "$drawer" "$work/relata-graphviz"
! PATH=$work:$PATH draw || fail "relata draws without relata-graphviz, or finds it by PATH"
grep -q 'relata-graphviz.*libgvc6' "$work/err" || fail "it is not said what to install: $(cat "$work/err")"
[ ! -e "$work/picture.svg" ] || fail "a picture that was not drawn is there"
mv "$work/relata-graphviz" "$drawer"

# A picture, for which the library finds relata-graphviz.
cat >"$work/draw.c" <<'END'
#include <relata/relata.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
  const char *const paths[] = {argv[argc - 1]};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataCorpus) corpus = relata_read(paths, 1, NULL, diagnostics, NULL);
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_autoptr(RelataPicture) picture = relata_draw(corpus, view, "svg", NULL);
  if (picture == NULL)
    return 1;
  fwrite(g_bytes_get_data(picture->bytes, NULL), 1, g_bytes_get_size(picture->bytes), stdout);
}
END

# PROGRAM WHAT: it answers as the installed program would, and is linked as it should be.
try() {
  answer=$(LD_LIBRARY_PATH=$libdir "$1" "$RELATA_SOURCE/data/kabul-2021" 'Abu Omar Khorasani' China) ||
    fail "$2: the program fails"
  [ "$answer" = "$expected" ] || fail "$2: $answer"
  if LD_LIBRARY_PATH=$libdir "$1" "$RELATA_SOURCE/data/kabul-2021" Chine China >/dev/null 2>"$work/err" ||
    ! grep -q 'nearest: .*China' "$work/err"; then
    fail "$2: an unknown actor is answered"
  fi
  case $2 in
  *shared) ldd "$1" | grep -q librelata || fail "$2: not linked with the shared library" ;;
  *static) ! ldd "$1" | grep -q librelata || fail "$2: linked with the shared library" ;;
  esac
}

example=$RELATA_SOURCE/tests/embed/path.c
strict='-Wall -Wextra -Wpedantic -Werror'
expected='Abu Omar Khorasani is executed by Taliban: The Taliban executed Abu Omar Khorasani and eight other members of ISIS-K after entering Kabul on 15 August 2021. (2021-08-30-taliban-and-isis-khorasan)
Taliban is put under pressure by China: China presses the Taliban. (2021-09-24-isis-k-targets-taliban)'
[ "$(wc -l <"$example")" -le 40 ] || fail "the example has more than 40 lines"

export PKG_CONFIG_PATH="$libdir/pkgconfig"
pkg-config --validate relata relata-static || fail "pkg-config finds fault"
[ "relata $(pkg-config --modversion relata)" = "$("$prefix/bin/relata" --version)" ] || fail "the versions differ"
# shellcheck disable=SC2046,SC2086 # flags are words
$CC $CFLAGS $strict -std=c11 "$example" -o "$work/pc-shared" $(pkg-config --cflags --libs relata)
try "$work/pc-shared" "pkg-config, shared"
# shellcheck disable=SC2046,SC2086
$CC $CFLAGS $strict -std=c11 "$example" -o "$work/pc-static" $(pkg-config --cflags --libs relata-static)
# shellcheck disable=SC2046,SC2086
$CC $CFLAGS -Wall -Werror "$work/draw.c" -o "$work/pc-draw" $(pkg-config --cflags --libs relata)
LD_LIBRARY_PATH=$libdir "$work/pc-draw" "$RELATA_SOURCE/data/florentine" >"$work/picture.svg" || fail "the library does not draw"
grep -q '<svg' "$work/picture.svg" || fail "the library draws no picture"
try "$work/pc-static" "pkg-config, static"

# A C++ program may include the headers too, and link what they declare. (C++17 has no {.names = values}; headers.sh looks
# at the headers in C++17.)
if command -v c++ >/dev/null; then
  # shellcheck disable=SC2046,SC2086
  c++ $CFLAGS $strict -Wno-missing-field-initializers -std=c++20 -x c++ "$example" -o "$work/pc-cxx-shared" \
    $(pkg-config --cflags --libs relata)
  try "$work/pc-cxx-shared" "pkg-config, C++, shared"
fi

cp "$example" "$work/path.c"
cat >"$work/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.22)
project(path C)
find_package(relata 0.1 REQUIRED)
add_executable(cmake-shared path.c)
target_link_libraries(cmake-shared relata::relata)
add_executable(cmake-static path.c)
target_link_libraries(cmake-static relata::relata-static)
END
unset PKG_CONFIG_PATH
if command -v ninja >/dev/null; then # make need not be there
  export CMAKE_GENERATOR=Ninja
fi
{
  cmake -S "$work" -B "$work/build" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_COMPILER="$CC" -DCMAKE_C_FLAGS="$CFLAGS" &&
    cmake --build "$work/build"
} >"$work/log" 2>&1 || {
  cat "$work/log" >&2
  fail "the CMake project does not build"
}
try "$work/build/cmake-shared" "CMake, shared"
try "$work/build/cmake-static" "CMake, static"
