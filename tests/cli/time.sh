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
says out 'class="tie [^"]* new"'
says out 'class="tie [^"]* ended"'
says out 'class="actor type-[a-z-]+ new"'
says out 'class="actor type-[a-z-]+ ended"'
says out 'class="marker"'
says out '>ended: opposes'
says out '>new: had no tie before<'
says out 'Since 31 December 2020: 98 ties are new and 20 have ended; 48 actors have a first tie; 3 actors have no tie'
says err '5 claims without a date are included'
expect 0 draw -c "$KABUL" --as-of 2021-09-24 --changes-since 2020-12-31 -o again.svg
cmp -s changes.svg again.svg || fail "the picture differs from run to run"
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
expect 2 draw -c "$KABUL" --as-of 2020 --changes-since then -o no.svg
says err 'changes-since: '
[ -e no.svg ] && fail "a refused picture is there"

finish
