#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Names and texts from strangers: in every picture and text they are shown, and do nothing.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# Markup, quotes, Graphviz's escapes, what ends a script or a line, what turns text round; and scripts of the world.
cat >evil.json <<'END'
{"relata": 1, "title": "</title><script>alert(1)</script> \\N\u2028\u202etitle",
 "documents": [
  {"id": "d1", "title": "</text><script>x</script>\u202e \\G \"q\"", "publisher": "<b>&amp;</b>",
   "published": "2021-08-02", "url": "javascript:alert(1)"},
  {"id": "d2", "title": "data one", "published": "2021-08-01", "url": "data:text/html,<script>x</script>"},
  {"id": "d3", "title": "good one", "published": "2021-08-03", "url": "https://example.org/?a=1&b=<\\N\">"},
  {"id": "d4", "title": "no date", "url": " https://example.org/space"}],
 "actors": [
  {"id": "a", "name": "</script><b onclick='x'>\u0007", "type": "t\"<", "url": "javascript:alert(2)"},
  {"id": "b", "name": "\\N\\G\\E\\L \\", "links": {"x": "data:text/html,y", "y": "JAVASCRIPT:z"}},
  {"id": "c", "name": "\"double\" 'single' `back`", "url": "HTTPS://example.org/c"},
  {"id": "d", "name": "abc\u202Etxt.exe\u2066\u200f"},
  {"id": "e", "name": "two\nlines\r\u2028three\u2029four\u0085five"},
  {"id": "f", "name": "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"},
  {"id": "g", "name": "\u062d\u0631\u0643\u0629 \u0637\u0627\u0644\u0628\u0627\u0646"},
  {"id": "h", "name": "\u5854\u5229\u73ed"},
  {"id": "i", "name": "&lt;i&gt; ]]> <!-- --> %s %n"}],
 "schema": {"relata": 1, "relation_types": [
  {"id": "r<>\"", "label": "hits </text>\\N \"&\u202e", "sign": -1}, {"id": "s", "sign": 1}]},
 "claims": [
  {"document": "d1", "type": "r<>\"", "from": "a", "to": "b", "text": "</title><script>q</script>\u202e"},
  {"document": "d2", "type": "r<>\"", "from": "a", "to": "b", "stance": "denies"},
  {"document": "d3", "type": "s", "from": "b", "to": "c"}, {"document": "d4", "type": "s", "from": "c", "to": "d"},
  {"document": "d3", "type": "r<>\"", "from": "d", "to": "e"}, {"document": "d1", "type": "s", "from": "e", "to": "f"},
  {"document": "d1", "type": "s", "from": "f", "to": "g"}, {"document": "d1", "type": "s", "from": "g", "to": "h"},
  {"document": "d1", "type": "s", "from": "h", "to": "i"}, {"document": "d1", "type": "s", "from": "i", "to": "a"}]}
END
expect 0 check evil.json
cat out err >check.txt
for format in svg dot pdf png; do
  expect 0 draw -c evil.json -o "evil.$format"
done
expect 0 draw -c evil.json --describe -o evil.txt

# What obeys: control characters but the line's end, what turns text round, what ends lines unseen.
escape=$(printf '\033')
bell=$(printf '\007')
for file in evil.svg evil.dot evil.txt check.txt; do
  for character in "$escape" "$bell" "$(printf '\342\200\256')" "$(printf '\342\201\246')" \
    "$(printf '\342\200\217')" "$(printf '\342\200\250')" "$(printf '\342\200\251')" "$(printf '\302\205')"; do
    LC_ALL=C grep -q "$character" "$file" && fail "$file holds $(printf %s "$character" | od -An -tx1)"
  done
done
for file in evil.svg evil.txt; do
  grep -q '⟨U+202E⟩' "$file" || fail "$file does not show the override"
  grep -q 'طالبان' "$file" || fail "$file does not show Arabic"
  grep -q '塔利班' "$file" || fail "$file does not show Chinese"
done

# The SVG: what XML makes of it.
grep -Eq '<script|<b>|<b |onclick=.x.[ />]' evil.svg && fail "evil.svg holds markup from a name"
[ "$(grep -Eo 'href="[^"]*"' evil.svg | sort -u)" = "$(printf '%s\n' \
  'href="HTTPS://example.org/c"' 'href="https://example.org/?a=1&amp;b=%3C%5CN%22%3E"')" ] ||
  fail "evil.svg links elsewhere: $(grep -Eo 'href="[^"]*"' evil.svg | sort -u)"
if command -v xmllint >/dev/null; then
  xmllint --nonet --noout evil.svg || fail "evil.svg is not well-formed"
  [ "$(xmllint --xpath 'count(//*[local-name()="script" or local-name()="foreignObject"])' evil.svg)" = 0 ] ||
    fail "evil.svg holds a script"
  [ "$(xmllint --xpath 'count(//@*[starts-with(name(), "on")])' evil.svg)" = 0 ] || fail "evil.svg has a handler"
  [ "$(xmllint --xpath 'string(//*[local-name()="g"][@id="actor-b"]/@aria-label)' evil.svg)" = \
    '\N\G\E\L \, 2 ties' ] || fail "evil.svg says an actor otherwise"
fi

# The DOT: what Graphviz makes of it, and of what that writes.
grep -q 'label=<' evil.dot && fail "evil.dot holds an HTML-like label"
if command -v dot >/dev/null; then
  dot -Tcanon evil.dot >canon.dot 2>dot.err || fail "evil.dot cannot be read back"
  dot -Tcanon canon.dot >again.dot 2>>dot.err || fail "its canonical form cannot be read back"
  cmp -s canon.dot again.dot || fail "evil.dot is not stable"
  [ -s dot.err ] && fail "Graphviz complains: $(head -1 dot.err)"
  grep -q '\\\\N\\\\G\\\\E' canon.dot || fail "a backslash is lost"
fi

# The PDF: no actions.
LC_ALL=C grep -aqi '/JavaScript\|/Launch\|/URI *(javascript\|/URI *(data' evil.pdf && fail "evil.pdf acts"
if command -v pdftotext >/dev/null; then
  { pdftotext evil.pdf pdf.txt && grep -q 'good one' pdf.txt; } || fail "evil.pdf holds no text"
fi

# On the terminal: complaints and answers.
expect 0 show -c evil.json a
cp out shown
expect 2 draw -c evil.json --around "$(printf 'x\342\200\256\033[31m')" -o no.svg
for file in shown err; do
  LC_ALL=C grep -q "$escape\|$(printf '\342\200\256')" "$file" && fail "$file obeys what it holds"
done
finish
