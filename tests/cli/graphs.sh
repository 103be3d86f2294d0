#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The diagrams and pages under graphs/ are what their views draw today: a change in drawing shows as a change in them.
set -eu
: "${RELATA:?the program}" "${RELATA_SOURCE:?the source tree}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Other versions of Graphviz place things otherwise, and so do other fonts.
case $(dpkg-query -W -f='${Version}' libgvc6 2>/dev/null || true) in
2.42.2-*) ;;
*)
  echo "the diagrams were drawn with Graphviz 2.42.2 of Debian 12"
  exit 77
  ;;
esac
if ! dpkg-query -W -f='${db:Status-Status}' fonts-liberation 2>/dev/null | grep -q '^installed'; then
  echo "the diagrams were drawn with the fonts of fonts-liberation"
  exit 77
fi

status=0
for view in "$RELATA_SOURCE"/graphs/*.view.json; do
  name=$(basename "$view" .view.json)
  # As ./dev graphs chooses.
  corpus=$RELATA_SOURCE/data/kabul-2021
  for folder in "$RELATA_SOURCE"/data/*/; do
    case $name in "$(basename "$folder")" | "$(basename "$folder")"[.-]*) corpus=${folder%/} ;; esac
  done
  # A layout that takes too long is another one: here it takes as long as a busy machine needs.
  "$RELATA" draw -c "$corpus" --view "$view" --timeout 3600 -o "$work/$name.svg"
  if [ ! -f "$RELATA_SOURCE/graphs/$name.svg" ]; then
    echo "graphs/$name.svg is not there: ./dev graphs draws it"
    status=1
  elif ! cmp "$work/$name.svg" "$RELATA_SOURCE/graphs/$name.svg"; then
    echo "graphs/$name.svg is not what its view draws: ./dev graphs draws it anew"
    status=1
  fi
done
for page in "$RELATA_SOURCE"/graphs/*.html; do
  name=$(basename "$page" .html)
  # From there: a page tells the corpus as it was named.
  (cd "$RELATA_SOURCE" && "$RELATA" page --timeout 3600 -c data/kabul-2021 --view "graphs/$name.view.json" -o "$work/$name.html")
  if ! cmp "$work/$name.html" "$page"; then
    echo "graphs/$name.html is not what relata page writes: ./dev graphs writes it anew"
    status=1
  fi
done
exit "$status"
