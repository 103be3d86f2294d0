# SPDX-License-Identifier: GPL-2.0-or-later
# Sourced by the command line's tests: RELATA is the program, SOURCE the source folder.
RELATA=${1:?usage: $0 PROGRAM SOURCE}
SOURCE=${2:?usage: $0 PROGRAM SOURCE}
RELATA=$(cd "$(dirname "$RELATA")" && pwd)/$(basename "$RELATA")
SOURCE=$(cd "$SOURCE" && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
unset RELATA_CORPUS NO_COLOR
failed=0

fail() {
  echo "FAIL: $*" >&2
  failed=1
}

# expect CODE ARGUMENTS…: runs relata; its answer is then in $WORK/out, its complaints in $WORK/err.
expect() {
  code=$1
  shift
  "$RELATA" "$@" >"$WORK/out" 2>"$WORK/err"
  got=$?
  if [ "$got" -ne "$code" ]; then
    fail "relata $*: exit $got, expected $code"
    sed 's/^/  out: /' "$WORK/out" | head -5 >&2
    sed 's/^/  err: /' "$WORK/err" | head -20 >&2
  fi
}

# says FILE PATTERN: the answer (out) or the complaints (err) hold a line that fits the extended pattern.
says() {
  grep -Eq -- "$2" "$WORK/$1" || {
    fail "$1 does not say '$2'"
    sed 's/^/  /' "$WORK/$1" | head -20 >&2
  }
}

finish() {
  [ "$failed" -eq 0 ] && echo "ok"
  exit "$failed"
}
