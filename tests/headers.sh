#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Each header compiles by itself: in C11 all of them, in C++17 those that are public, without a warning.
set -eu
cd "$RELATA_SOURCE"
CC=${CC:-cc}
CXX=${CXX:-c++}
command -v "$CXX" >/dev/null || exit 77
export CC CXX
# The headers of other libraries are not ours to warn about.
FLAGS="-fsyntax-only -Isrc -I$RELATA_BUILD/lazy -Wall -Wextra -Wpedantic -Werror -D_GNU_SOURCE
  $(pkg-config --cflags glib-2.0 igraph libcjson libgvc libcgraph libxml-2.0 | sed 's/-I/-isystem /g')"
export FLAGS

# shellcheck disable=SC2016 # the inner shell expands them
# A file that includes the header, so that it is no main file, which may have an unused function; with a type, since a
# header may define macros only, and C wants more of a file.
find src -name '*.h' ! -name '*_compat.h' -printf '%P\n' | sort |
  xargs -P "$(getconf _NPROCESSORS_ONLN)" -I '{}' sh -c '
    printf "#include \"{}\"\ntypedef int some_type;\n" | $CC -std=c11 $FLAGS -x c - || { echo "FAIL: {} in C11" >&2; exit 1; }
    ! grep -q "^RELATA_BEGIN_DECLS" "src/{}" || printf "#include \"{}\"\ntypedef int some_type;\n" | $CXX -std=c++17 $FLAGS -x c++ - ||
      { echo "FAIL: {} in C++17" >&2; exit 1; }'
