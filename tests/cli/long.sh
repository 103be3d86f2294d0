#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Long lists are cut, with a count; JSON has all. What 20,000 origins affirm is bounded, and says so.
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1

# corpus N: A hits B, N origins say so; 30 relations between them; 30 actors called Ambrose.
corpus() {
  awk -v n="$1" 'BEGIN {
    for (i = 0; i < n; i++) {
      printf "{\"kind\":\"document\",\"id\":\"d%d\"}\n", i
      printf "{\"kind\":\"claim\",\"document\":\"d%d\",\"type\":\"hits\",\"from\":\"a\",\"to\":\"b\"}\n", i
    }
    for (i = 0; i < 120; i++)
      printf "{\"kind\":\"claim\",\"document\":\"d0\",\"type\":\"relation-%d\",\"from\":\"a\",\"to\":\"b\"}\n", i
    for (i = 0; i < 30; i++)
      printf "{\"kind\":\"actor\",\"id\":\"ambrose-%d\",\"name\":\"Ambrose\",\"aliases\":[\"Amby\"]}\n", i
    printf "{\"kind\":\"actor\",\"id\":\"a\",\"name\":\"A\"}\n{\"kind\":\"actor\",\"id\":\"b\",\"name\":\"B\"}\n"
  }'
}

corpus 150 >some.jsonl
expect 0 path -c some.jsonl a b --relation hits --robust
says out '^   50 more claims of this tie: --json gives all\.$'
says out '^Withdrawing 150 origins .* and 50 more origins: --json gives all\.$'
[ "$(grep -c 'in d' out)" -eq 100 ] || fail "path lists $(grep -c 'in d' out) claims"
expect 0 path -c some.jsonl a b --json
[ "$(grep -c '"id":	"d[0-9]*:' out)" -ge 150 ] || says out 'd149'
expect 0 path -c some.jsonl a b
says out 'Other ties between the two: .*, and 20 more ties: --json gives all\.$'
expect 0 show -c some.jsonl a
says out '^    50 more claims of this tie'
expect 2 path -c some.jsonl Ambrose a
says err 'may be any of: .* and 10 more; give the id'

# It takes some seconds.
if [ "${RELATA_MANY:-1}" -gt 1 ]; then
  corpus 20000 >many.jsonl
  expect 0 path -c many.jsonl a b --relation hits --robust
  says out 'To leave no path, at least [0-9]+ origins must be withdrawn, at most 20000; the search for the fewest stopped'
  awk 'BEGIN {
    srand(1)
    print "{\"kind\":\"document\",\"id\":\"d\"}"
    for (i = 0; i < 12000; i++)
      printf "{\"kind\":\"actor\",\"id\":\"x%d\",\"name\":\"X%d\"}\n", i, i
    for (i = 0; i < 60000; i++)
      printf "{\"kind\":\"claim\",\"document\":\"d\",\"type\":\"hits\",\"from\":\"x%d\",\"to\":\"x%d\"}\n",
        int(rand() * 12000), int(rand() * 12000)
  }' >large.jsonl
  expect 0 page -c large.jsonl --top 20 --timeout 1 -o large.html
  says err 'the page is without betweenness, closeness.* which would take longer than 1 second'
  grep -q '"name":"pagerank"\|"name":"degree"' large.html || fail "the page has no measures at all"
fi
finish
