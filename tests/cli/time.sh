#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Time in pictures: relata draw --changes-since, --frames, --animate; relata timeline.
. "$(dirname "$0")/lib.sh"
KABUL=$SOURCE/data/kabul-2021
cd "$WORK" || exit 1

# ── --changes-since ──
expect 0 draw -c "$KABUL" --as-of 2021-09-24 --changes-since 2020-12-31 -o changes.svg
cp changes.svg out
says out '>24 September 2021, compared with 31 December 2020<'
says out 'class="tie [^"]* happened"'
says out 'class="tie [^"]* mentioned"'
says out 'class="tie [^"]* silent"'
says out 'class="tie [^"]* ended"'
says out 'class="actor type-[a-z-]+ begun"'
says out 'class="actor type-[a-z-]+ mentioned"'
says out 'class="actor [^"]* ended"'
says out 'class="marker"'
says out '>● attacks'
says out '>○ threatens'
says out '>ended: '
says out '>has a first tie<'
says out '>first mentioned: no change<'
says out '>not mentioned since<'
# Begun: the Taliban's control of Afghanistan and of the prison. Ended: what the government was and did that they deposed.
says out 'Since 31 December 2020: 2 ties have begun, 3 have ended, 41 are of events since then; [0-9]+ actors have a first tie, 1 has no tie any longer; [0-9]+ ties are first mentioned, [0-9]+ are not mentioned since, which is no change'
says out 'aria-label="2 ties: begun: Taliban controls Afghanistan,'
says out 'aria-label="begun: Taliban controls Kabul prison,'
says out 'aria-label="ended: Ex-Afghan government opposes ISIS-K,'
says out 'aria-label="ended: International community supports Ex-Afghan government,'
says out 'aria-label="ended: Ex-Afghan government is part of Afghanistan,'
says err '[0-9]+ of [0-9]+ ties are presumed to have lasted: last attested as long ago as [0-9]+ [A-Z][a-z]+ 201[0-9]'
expect 0 draw -c "$KABUL" --as-of 2021-09-24 --changes-since 2020-12-31 -o again.svg
cmp -s changes.svg again.svg || fail "the picture differs from run to run"
cp changes.svg out
says out 'aria-label="happened since: [^"]* attacks '
says out 'aria-label="first mentioned: [^"]* threatens '
says out 'aria-label="not mentioned since: '
says out 'aria-label="[^"]*, has a first tie"'
says out '[0-9]+ actors and [0-9]+ ties, from [0-9]+ claims in 4 documents\. Those with the most ties: [^.]*\. [^.]*\. Since '
# In words.
expect 0 draw -c "$KABUL" --as-of 2021-09-24 --changes-since 2020-12-31 --describe
says out '^24 September 2021, compared with 31 December 2020$'
says out '^Since 31 December 2020: [0-9]+ ties have begun, '
says out '^    - happened since: attacks '
says out '^    - first mentioned: '
says out '^    - not mentioned since: '
says out '^    - ended: '
says out ', [0-9]+ ties?, has a first tie$'
expect 2 draw -c "$KABUL" --frames yearly --describe
says err '--describe tells one picture'
expect 2 draw -c "$KABUL" --animate --describe
says err '--describe tells one picture'
# What is begun, ended, happened, and what is only mentioned: each between two actors of its own. A silence is no
# end, a first mention no beginning.
mkdir news
cat >news/corpus.json <<'END'
{"relata": 1,
 "schema": {"relation_types": [{"id": "leads", "kind": "state"}, {"id": "raids", "kind": "event", "sign": -1},
                               {"id": "slays", "kind": "event", "sign": -1, "ends": {"to": "*"}}]},
 "documents": [{"id": "d", "title": "D"}],
 "claims": [{"type": "leads", "from": "begun", "to": "a", "document": "d", "when": "2021-03/.."},
            {"type": "leads", "from": "seen", "to": "b", "document": "d", "when": "2021-03"},
            {"type": "leads", "from": "silent", "to": "c", "document": "d", "when": "2019"},
            {"type": "leads", "from": "slain", "to": "e", "document": "d", "when": "2019"},
            {"type": "slays", "from": "f", "to": "slain", "document": "d", "when": "2021-05-06"},
            {"type": "raids", "from": "raider", "to": "g", "document": "d", "when": "2021-04"}]}
END
expect 0 draw -c news --as-of 2021-09-24 --changes-since 2020 --parallel apart -o news.svg
cp news.svg out
says out 'id="tie__begun__leads__a" class="[^"]* begun"'
says out 'id="tie__seen__leads__b" class="[^"]* mentioned"'
says out 'id="tie__silent__leads__c" class="[^"]* silent"'
says out 'id="tie__slain__leads__e" class="[^"]* ended"'
says out 'id="actor-e" class="actor [^"]* ended"'
says out 'id="tie__f__slays__slain" class="[^"]* happened"'
says out 'id="tie__raider__raids__g" class="[^"]* happened"'
says out 'Since 2020: 1 tie has begun, 1 has ended, 2 are of events since then; 5 actors have a first tie, 1 has no tie any longer; 1 tie is first mentioned, 1 is not mentioned since, which is no change\.'
says out '>begun: leads<'
says out '>ended: leads<'
says out '>○ leads<'
says out '>leads<'
says out '>● raids<'
says out '>begun, or happened since<'
expect 0 draw -c news --as-of 2021-09-24 --changes-since 2020 --no-labels -o news.svg
grep -q '○' news.svg && fail "a sign of names is explained though there are none"
grep -q '>not mentioned since<' news.svg || fail "the legend leaves out a line"
# In the colours of a theme, and in the dark.
expect 0 draw -c "$KABUL" --as-of 2021-09-24 --changes-since 2020-12-31 --theme screen -o screen.svg
cp screen.svg out
says out 'stroke="#ffe794"'
says out '^\[stroke="#ffe794"\]\{stroke:#443a10\}'
# Boxes go with it; groups, each of many ties, do not.
expect 0 draw -c "$KABUL" --as-of 2021-09-24 --changes-since 2020-12-31 --cluster community -o boxes.svg
cp boxes.svg out
says out 'class="cluster"'
says out 'class="marker"'
expect 2 draw -c "$KABUL" --as-of 2021-09-24 --changes-since 2020-12-31 --groups -o no.svg
says err '--changes-since cannot be combined with --groups: a group stands for many ties'
# From a view file, and the option over it.
cat >changes.view.json <<'END'
{"relata": 1, "select": {"as-of": "2021-09-24"}, "changes-since": "2020-12-31"}
END
expect 0 draw -c "$KABUL" --view changes.view.json -o again.svg
cmp -s changes.svg again.svg || fail "the view draws something else than the options"
expect 0 draw -c "$KABUL" --view changes.view.json --changes-since 2021-08-31 -o again.svg
grep -q 'compared with 31 August 2021' again.svg || fail "the option does not go before the view"
expect 2 draw -c "$KABUL" --changes-since 2020 -o no.svg
says err 'changes-since 2020 needs --as-of'
expect 2 draw -c "$KABUL" --as-of 2020 --changes-since 2021 -o no.svg
says err 'expected a date before --as-of 2020'
expect 2 draw -c "$KABUL" --as-of 2020 --changes-since soon -o no.svg
says err 'changes-since: '
[ -e no.svg ] && fail "a refused picture is there"

# ── --frames ──
mkdir frames
echo mine >frames/other.txt
expect 0 draw -c "$KABUL" --around ISIS-K --frames 2019,2020-12,2021-09-24 -o frames
(cd frames && echo *) >out
says out '^2019-12-31.svg 2020-12-31.svg 2021-09-24.svg other.txt$'
cp frames/2020-12-31.svg out
says out '>31 December 2020<'
says out 'Since 31 December 2019: '
grep -q 'not mentioned since' out && fail "from frame to frame most is not mentioned"
# An actor that is in two frames is at the same place in both, and so are title, date and legend.
place() {
  sed -n "/id=\"$2\"/,/<\/g>/p" "$1" | grep -o '<text.*' | head -1
}
for id in actor-isis-k actor-isis title date rule; do
  [ -n "$(place frames/2019-12-31.svg "$id")" ] || [ "$id" = rule ] || fail "no $id"
  [ "$(place frames/2019-12-31.svg "$id" | sed 's/>.*//')" = "$(place frames/2021-09-24.svg "$id" | sed 's/>.*//')" ] ||
    fail "$id is not where it was"
done
grep -o '<svg[^>]*' frames/2019-12-31.svg >one
grep -o '<svg[^>]*' frames/2021-09-24.svg >other
cmp -s one other || fail "frames differ in size"
expect 0 draw -c "$KABUL" --frames yearly --to png -o deep/er
(cd deep/er && echo *) >out
says out '^2014-12-31.png .* 2021-12-31.png$'
expect 4 draw -c "$KABUL" --frames yearly -o frames/other.txt
says err 'frames/other.txt: the folder cannot be made: a file has that name'
[ "$(cat frames/other.txt)" = mine ] || fail "a file of another was changed"
expect 2 draw -c "$KABUL" --frames yearly
says err 'name a folder for them with -o'
expect 2 draw -c "$KABUL" --frames yearli -o no
says err "did you mean 'yearly'"
expect 2 draw -c "$KABUL" --frames 2014/.. -o no
says err 'has no last day'
expect 2 draw -c "$KABUL" --frames yearly --as-of 2021 -o no
says err '--as-of cannot be combined'
expect 2 draw -c "$KABUL" --frames yearly --between ISIS-K,US -o no
says err '--frames cannot be combined with --between'
expect 2 draw -c "$KABUL" --as-of 2021 --changes-since 2020 --connect ISIS-K,US,UN -o no.svg
says err '--changes-since cannot be combined with --connect'
[ -e no ] && fail "a refused series has a folder"

expect 2 draw -c "$KABUL" --frames yearly --open 1 -o no
says err '--frames cannot be combined with --open'
[ -e no ] && fail "a refused series has a folder"
# Every frame has the same page, the same sources by the same numbers, and the same boxes.
for extra in "--size 16:9" "--size 900x1200" "--cluster type" "--theme contrast --backbone 0.3" "--top 12 --no-sources"; do
  rm -rf same
  # shellcheck disable=SC2086
  expect 0 draw -c "$KABUL" --frames 2019,2020-12,2021-09-24 $extra -o same
  for date in 2019-12-31 2020-12-31; do
    for what in '<svg[^>]*' 'id="source-[^>]*' ; do
      grep -o "$what" "same/$date.svg" >one
      grep -o "$what" same/2021-09-24.svg >other
      cmp -s one other || fail "$extra: $date is not as the last frame: $what"
    done
    sed -n '/class="sources"/,$p' "same/$date.svg" | grep -o '<text.*bold.*' >one
    sed -n '/class="sources"/,$p' same/2021-09-24.svg | grep -o '<text.*bold.*' >other
    cmp -s one other || fail "$extra: $date has its sources elsewhere"
    for id in title date actor-isis-k actor-taliban; do
      [ "$(place "same/$date.svg" "$id" | sed 's/>.*//')" = "$(place same/2021-09-24.svg "$id" | sed 's/>.*//')" ] ||
        fail "$extra: $id is not where it was"
    done
  done
  cp same/2021-09-24.svg out
  case $extra in
    --cluster*) says out 'class="cluster"' ;;
    *no-sources) grep -q 'class="sources"' out && fail "sources are there" ;;
  esac
done
expect 0 draw -c "$KABUL" --frames 2019,2021 --around ISIS-K --size 800x600 --to png -o sized
[ "$(od -An -tu1 -j16 -N8 sized/2019-12-31.png | tr -s ' ')" = " 0 0 3 32 0 0 2 88" ] || fail "a frame has another size"

# ── --animate ──
expect 0 draw -c "$KABUL" --around ISIS-K --frames yearly --animate -o moves.svg
cp moves.svg out
says out '@keyframes show-0-'
says out 'prefers-reduced-motion:no-preference'
says out 'visibility="hidden"'
says out '>31 December 2014<'
expect 0 draw -c "$KABUL" --around ISIS-K --frames yearly --animate -o again.svg
cmp -s moves.svg again.svg || fail "the animation differs from run to run"
if command -v xmllint >/dev/null; then
  xmllint --noout changes.svg moves.svg frames/*.svg || fail "not well-formed"
fi
[ "$(grep -o ' id="[^"]*"' moves.svg | sort | uniq -d | wc -l)" -eq 0 ] || fail "an id stands twice"
# It is read as a picture is, and turns dark as one.
cp moves.svg out
says out '<g class="drawing" role="group" aria-label="Actors and their ties">'
says out 'tabindex="0" role="img" aria-label="ISIS-K attacks '
says out 'The picture steps through [0-9]+ dates, from 31 December 2014 to 31 December 2021'
grep -q 'default:' moves.svg && fail "an element has a namespace of its own"
expect 0 draw -c "$KABUL" --around ISIS-K --frames yearly --animate --theme screen --cluster type -o dark.svg
[ "$(grep -c 'prefers-color-scheme: dark' dark.svg)" -eq 1 ] || fail "dark colours are said once for each frame, or not"
expect 2 draw -c "$KABUL" --animate --to png -o no.png
says err 'a png picture cannot be animated'
printf '{"relata": 1, "around": "ISIS-K", "frames": "yearly", "animate": true}' >moves.view.json
expect 0 draw -c "$KABUL" --view moves.view.json -o again.svg
cmp -s moves.svg again.svg || fail "the view draws another animation than the options"

# ── timeline ──
expect 0 timeline -c "$KABUL" ISIS-K -o line.svg
cp line.svg out
says out '>ISIS-K in time<'
says out '>is recognized by ISIS leadership<'
says out '>threatens Kabul airlift \(expected attack\)<'
says out 'id="tie__isis-k__attacks__us-forces__when1" class="tie relation-attacks sign-negative when"'
says out '>2016–18<'
says out '>Aug<'
says out '>presumed until somebody says that it ended<'
says out 'class="[^"]* when presumed"'
says out '>Without a date \(24\)<'
says out '58 ties between 40 actors and 5 events that make no tie, 24 of them without a date'
says out 'tabindex="0" role="(img|group)" aria-label="ISIS-K attacks US forces, affirmed by 1 independent source[^"]*; source 2; dated '
says out 'class="tie-sources"'
says out 'id="source-'
says out '<desc id="picture-description">[^<]*58 ties between 40 actors'
expect 0 timeline -c "$KABUL" ISIS-K --theme screen --no-sources -o screen.svg
grep -q 'prefers-color-scheme: dark' screen.svg || fail "a time line has no theme"
grep -q 'id="source-' screen.svg && fail "sources are there"
expect 0 timeline -c "$KABUL" ISIS-K -o again.svg
cmp -s line.svg again.svg || fail "the time line differs from run to run"
expect 0 timeline -c "$KABUL" -o all.svg
says err 'ties among the 12 of 97 actors with the highest degree'
expect 0 timeline -c "$KABUL" Taliban US --during 2021-09 --title Talks -o few.svg
cp few.svg out
says out '>Talks<'
says out '>is put under pressure by US<'
grep -q '>2014<' few.svg && fail "what the selection leaves out is on the scale"
expect 0 timeline -c "$KABUL" --dated -o line.pdf
[ "$(head -c 5 line.pdf)" = %PDF- ] || fail "line.pdf is no PDF"
expect 0 timeline -c "$KABUL" --view changes.view.json --top 3 -o line.png
expect 2 timeline -c "$KABUL" ISIS-Q -o no.svg
expect 2 timeline -c "$KABUL" ISIS-K -o no.svgz
expect 1 timeline -c "$KABUL" Tajikistan --relation attacks -o no.svg
says err 'leaves no tie of Tajikistan'
# Names are shown and not obeyed; an unknown end, a doubt, a year without zero, nothing dated.
mkdir hostile
cat >hostile/corpus.json <<'END'
{"relata": 1, "actors": [{"id": "a", "name": "<script>\\N & \u202eA"}, {"id": "b", "name": "B"}],
 "claims": [{"type": "x", "from": "a", "to": "b", "when": "1980?/"}, {"type": "y", "from": "a", "to": "b", "when": "../2001-05-06"},
            {"type": "z", "from": "b", "to": "a"}]}
END
expect 0 timeline -c hostile -o hostile.svg
cp hostile.svg out
says out '&lt;script&gt;'
says out '>~<|>\?<'
grep -q '<script' hostile.svg && fail "markup in a name is obeyed"
expect 0 timeline -c hostile --relation z -o undated.svg

# Events that give no claim: a row with role, place, date and source; without a date apart; selected as claims are.
mkdir events
cat >events/corpus.json <<'END'
{"relata": 1,
 "schema": {"relation_types": [{"id": "attacks", "sign": -1}, {"id": "helps", "sign": 1}],
            "event_types": [{"id": "raid", "claims": [{"relation": "attacks", "from": ["Agent"], "to": ["Target"]}]}, {"id": "feast"}]},
 "actors": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C<c>"}],
 "documents": [{"id": "d", "title": "D"}, {"id": "e", "title": "E"}],
 "claims": [{"type": "helps", "from": "a", "to": "b", "document": "d", "when": "2020"}],
 "events": [{"id": "e1", "type": "raid", "document": "e", "when": "2021-05-06", "place": "Rome", "certainty": "possible",
             "roles": {"Target": ["b"]}},
            {"id": "e2", "type": "raid", "document": "d", "label": "Sack of <D>", "roles": {"Agent": ["c"]}},
            {"id": "e3", "type": "raid", "document": "d", "when": "2021", "roles": {"Agent": ["a"], "Target": ["b"]}},
            {"id": "e4", "type": "feast", "document": "e", "when": "2022"}]}
END
expect 0 timeline -c events --top 0 -o events.svg
cp events.svg out
says out '>raid, as target, in Rome<'
says out 'id="event__e1" class="event type-raid sign-negative row"'
says out 'aria-label="raid, target B, in Rome; possible; source 2; dated 6 May 2021"'
says out 'id="event__e1__when1"'
says out '>C&lt;c&gt;: Sack of &lt;D&gt; \(raid\), as agent<'
says out '>Without a date \(1\)<'
says out '>Events that name no actor<'
says out '>feast<'
says out '2 ties between 3 actors and 3 events that make no tie, 1 of them without a date'
grep -q 'event__e3' events.svg && fail "an event that is a tie has a row of its own"
describes() { # what it is to hold or not to hold, and options
  pattern=$1
  shift
  expect 0 timeline -c events --describe "$@"
  says out "$pattern"
}
lacks() {
  pattern=$1
  shift
  expect 0 timeline -c events --describe "$@"
  grep -q "$pattern" out && fail "timeline $*: $pattern is there"
  return 0
}
describes '^  - raid, target B, in Rome; possible; source 2; dated 6 May 2021' B
describes '^Without a date' c
describes 'source 1; without a date' --top 0
lacks 'feast' B
lacks 'agent C' B
lacks 'Rome' --top 0 --certainty probable
lacks 'Rome' --top 0 --as-of 2021-05-05
lacks 'Rome' --top 0 --not-document e
lacks 'Rome' --top 0 --corroboration 1 --dated --during 2022
lacks 'raid' --top 0 --relation helps
lacks 'feast' --top 0 --relation attacks
lacks 'feast' --top 0 --sign hostile
describes 'Rome' --top 0 --not-relation helps
describes '1 event that makes no tie' c --relation attacks
expect 2 timeline -c events --describe -o words.svg
says err 'words, not a picture'
expect 0 timeline -c "$KABUL" -o "$PWD/all.svg"
cp all.svg out
says out '>attack, as target, in Kabul<'
expect 0 draw -c hostile --frames yearly -o hostile-frames
if command -v xmllint >/dev/null; then
  xmllint --noout line.svg all.svg few.svg hostile.svg undated.svg events.svg hostile-frames/*.svg || fail "not well-formed"
fi

finish
