#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# CONTRIBUTING's recipe for an input format, followed to the letter: its three blocks of C become a new file and a
# row in each of the two tables; the program that is linked with them reads such a file, shows it among its
# formats, and says what is wrong in it.
. "$(dirname "$0")/lib.sh"
CC=${CC:-cc}
: "${RELATA_BUILD:?the build whose objects are used again}"
objects=$(find "$RELATA_BUILD/CMakeFiles/relata.dir" -name '*.o')
libraries=$(PKG_CONFIG_PATH=$RELATA_BUILD pkg-config --libs-only-l relata-static libedit) || exit 77

# block N: the Nth block of C in CONTRIBUTING.
block() {
  awk -v wanted="$1" '/^```c$/ { n++; inside = 1; next } /^```$/ { inside = 0 } inside && n == wanted' \
    "$SOURCE/CONTRIBUTING.md"
}

mkdir "$WORK/read"
block 1 >"$WORK/read/ties.c"
block 2 >"$WORK/declaration"
block 3 >"$WORK/row"
sed "/^RELATA_READER(brat_text)/r $WORK/declaration" "$SOURCE/src/read/readers.h" >"$WORK/read/readers.h"
sed "/^const RelataInputFormat relata_input_formats/r $WORK/row" "$SOURCE/src/read/formats.c" \
  >"$WORK/read/formats.c"

# The archive's own table is not asked for: this one comes first.
# shellcheck disable=SC2046,SC2086 # flags, objects and libraries are lists
$CC -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror ${CFLAGS:-} -I"$WORK" -I"$SOURCE/src" \
  $(pkg-config --cflags glib-2.0) -o "$WORK/relata" "$WORK"/read/*.c $objects "$RELATA_BUILD/librelata.a" \
  $libraries 2>"$WORK/err" || { cat "$WORK/err" >&2; fail "the reader of the recipe does not compile"; finish; }
RELATA=$WORK/relata

printf 'A\tattacks\tB\t2021-08\r\nB\tsupports\tC\t\n' >"$WORK/two.ties"
expect 0 path -c "$WORK/two.ties" A C
says out 'A attacks B'
says out 'August 2021'
expect 0 path --format ties -c - A C <"$WORK/two.ties"
says out 'B supports C'
expect 0 help formats
says out 'ties, one a line'
printf 'A\tattacks\tB\t2021-08\nA\tattacks\tB\nA\tattacks\tB\t2021-13\nA\tattacks\t\t\n\377\n' >"$WORK/bad.ties"
expect 1 check "$WORK/bad.ties"
says out 'bad.ties:2:1: error: a tie has four fields \[wrong-fields\]'
says out 'bad.ties:3:1: error: "when": .*kept without it \[wrong-date\]'
says out 'bad.ties:4:1: error: "to" must be .*\[wrong-value\]'
says out 'bad.ties:5:1: error: the byte 0xFF .*\[invalid-utf8\]'
says out '2 claims' # the one with a wrong date is kept
finish
