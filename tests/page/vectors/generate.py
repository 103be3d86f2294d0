#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""generate.py: writes dates.json and paths.json anew, the same at any time. What is expected is worked out here by
definition and by trying everything, without the program and without the page's scripts: both are held against it
(fold.json is written by tests/unit/test_text_vectors.c, whose head says how)."""
import datetime
import itertools
import json
import os
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'oracle'))
from days.oracle import counting  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
EPOCH = datetime.date(1970, 1, 1)


# ── Dates ─────────────────────────────────────────────────────────────────────────────────────────────────

POINTS = {
    '2021-08-26': ('2021-08-26', '2021-08-26'), '2021-08-31': ('2021-08-31', '2021-08-31'),
    '2021-08': ('2021-08-01', '2021-08-31'), '2021-09': ('2021-09-01', '2021-09-30'),
    '2021': ('2021-01-01', '2021-12-31'), '2014~': ('2014-01-01', '2014-12-31'), '201X': ('2010-01-01', '2019-12-31'),
    '2020-02': ('2020-02-01', '2020-02-29'), '1969-12-31': ('1969-12-31', '1969-12-31'), '1434': ('1434-01-01', '1434-12-31'),
    '2021-XX-XX': ('2021-01-01', '2021-12-31'), '2021-08-2X?': ('2021-08-20', '2021-08-29'),
    '2021-22': ('2021-06-01', '2021-08-31'), '2020-24~': ('2020-12-01', '2021-02-28'), '0001': ('0001-01-01', '0001-12-31'),
}
INTERVALS = ['2021-01-01/2021-08-11', '2014~/..', '../1434', '/2021-08', '2021/', '2014~/2020-02', '201X/2021-08-26',
             '2021-08/2021-09', '2021-08-31/2021-09', '1434/1969-12-31', '2020-02/2021-08-2X?', '2021-08-26/2021-08-26']


def days_of(edtf):
    """[begin_min, begin_max, end_min, end_max], None where it is open."""
    def point(text):
        return tuple((datetime.date.fromisoformat(day) - EPOCH).days for day in POINTS.get(text, (text, text)))
    if '/' not in edtf:
        first, last = point(edtf)
        return [first, last, first, last]
    begin, end = edtf.split('/')
    first, last = [point(part) if part not in ('', '..') else (None, None) for part in (begin, end)]
    # An open end has no day at all; an unknown one may be any day that the other end leaves.
    return [*(first if begin else (None, last[1])), *(last if end else (first[0], None))]


def days_in_words():
    """Days of years near and far. datetime has the years 1 to 9999; the calendar repeats every 400 years, or 146,097 days."""
    rows = []
    for year, month, day in [(2021, 8, 26), (1970, 1, 1), (1969, 12, 31), (1000, 1, 1), (999, 12, 31), (79, 8, 24), (1, 1, 1),
                             (0, 12, 31), (0, 2, 29), (-43, 3, 15), (-9999, 1, 1), (-10000, 12, 31), (9999, 12, 31),
                             (10000, 1, 1), (170000, 7, 4), (-170000, 7, 4), (5000000, 2, 29), (-5000000, 2, 29)]:
        cycles = (year - 2000) // 400
        number = (datetime.date(year - 400 * cycles, month, day) - EPOCH).days + 146097 * cycles
        named = str(year) if year >= 1000 else f'AD {year}' if year > 0 else f'{1 - year} BC'
        month_name = datetime.date(2000, month, 1).strftime('%B')
        sign = '-' if year < 0 else ''
        rows.append({'day': number, 'words': f'{day} {month_name} {named}',
                     'edtf': f'{sign}{abs(year):04}-{month:02}-{day:02}' if abs(year) <= 9999 else f'Y{year}'})
    return rows


def dates():
    texts = [*POINTS, *INTERVALS]
    rows = [{'edtf': None, 'days': None}] + [{'edtf': text, 'days': days_of(text)} for text in texts]
    return {'about': 'EDTF as days from 1970-01-01; days: single days in words and as EDTF',
            'dates': rows, 'days': days_in_words()}


# ── Paths ─────────────────────────────────────────────────────────────────────────────────────────────────

# Ids whose order by bytes is not that of UTF-16, nor of any language.
IDS = ['\ufe8f', '\U0001f600', 'zed', 'Beta', 'alpha', 'émile', 'a-1', 'a1', 'B2', '10', '9']
RELATIONS = [
    {'id': 'meets', 'label': 'meets', 'inverse': 'meets', 'symmetric': True, 'kind': 'event', 'sign': 0},
    {'id': 'attacks', 'label': 'attacks', 'inverse': 'is attacked by', 'kind': 'event', 'sign': -1},
    {'id': 'bombs', 'label': 'bombs', 'inverse': 'is bombed by', 'kind': 'event', 'sign': -1, 'parent': 'attacks'},
    {'id': 'ally', 'label': 'is an ally of', 'inverse': 'is an ally of', 'symmetric': True, 'kind': 'state', 'sign': 1},
    {'id': 'leads', 'label': 'leads', 'inverse': 'is led by', 'kind': 'state', 'sign': 0},
]
TYPES = ['group', 'person', 'state']
LEVELS = ['possible', 'probable', 'certain']
WHENS = [None, '2021-08-26', '2021-08', '2021', '2014~/..', '2021-01-01/2021-08-11', '2020-02', '../1434', '2021-08/2021-09']
WINDOWS = [('2020-02', '2020-02'), ('2021-08-26', '2021-08-31'), ('1969-12-31', '2020-02'), ('2021-08-31', '2021-09')]


def corpus_of(rng):
    ids = rng.sample(IDS, rng.randint(4, 8))
    documents = [{'id': f'd{i}', 'title': f'Report {i}'} for i in range(4)]
    for document in documents:
        if rng.random() < 0.5:
            document['origin'] = rng.choice(['AFP', 'dpa', 'afp'])
    claims = []
    for i in range(rng.randint(len(ids), 4 * len(ids))):
        claim = {'id': f'c{i}', 'type': rng.choice(RELATIONS)['id'], 'from': rng.choice(ids), 'to': rng.choice(ids),
                 'certainty': rng.choice(LEVELS)}
        if rng.random() < 0.9:
            claim['document'] = rng.choice(documents)['id']
        if rng.random() < 0.15:
            claim['stance'] = 'denies'
        when = rng.choice(WHENS)
        if when:
            claim['when'] = when
        claims.append(claim)
    return {'relata': 1, 'title': 'A small corpus',
            'schema': {'relata': 1, 'actor_types': [{'id': name, 'label': name} for name in TYPES], 'relation_types': RELATIONS},
            'documents': documents, 'actors': [{'id': name, 'type': rng.choice(TYPES)} for name in ids], 'claims': claims}


def filters_of(rng):
    """The part of the page's state that filters, and the same as arguments of the program."""
    state, arguments = {}, []
    if rng.random() < 0.4:
        # With a relation its kinds are hidden, as the program hides them.
        hidden = rng.choice([['meets'], ['attacks', 'bombs'], ['bombs'], ['leads', 'ally'], ['meets', 'bombs']])
        state['relations'] = hidden
        arguments += ['--not-relation', ','.join(hidden)]
    if rng.random() < 0.25:
        hidden = rng.sample([-1, 0, 1], rng.randint(1, 2))
        state['signs'] = sorted(hidden)
        arguments.append('--sign=' + ','.join(sign for value, sign in ((-1, '-'), (0, '0'), (1, '+')) if value not in hidden))
    if rng.random() < 0.25:
        hidden = rng.sample(TYPES, 1)
        state['types'] = hidden
        arguments += ['--not-type', ','.join(hidden)]
    if rng.random() < 0.35:
        hidden = sorted(rng.sample(range(4), rng.randint(1, 2)))
        state['documents'] = [f'd{i}' for i in hidden]
        arguments += ['--not-document', ','.join(state['documents'])]
    if rng.random() < 0.3:
        state['certainty'] = rng.choice([1, 2])
        arguments += ['--certainty', LEVELS[state['certainty']]]
    if rng.random() < 0.3:
        state['corroboration'] = rng.choice([2, 2, 3])
        arguments += ['--corroboration', str(state['corroboration'])]
    if rng.random() < 0.4:
        first, last = (POINTS[point][which] for which, point in enumerate(rng.choice(WINDOWS)))
        number = [(datetime.date.fromisoformat(day) - EPOCH).days for day in (first, last)]
        if rng.random() < 0.5:
            state['time'] = {'asOf': number[1]}
            arguments += ['--as-of', last]
        else:
            state['time'] = {'from': number[0], 'to': number[1]}
            arguments += ['--during', f'{first}/{last}']
    return state, arguments


def heard(corpus, state):
    """The claims that the filters of evidence leave, which also are all that may end a state."""
    return [claim for claim in corpus['claims'] if claim.get('document') not in state.get('documents', []) and
            LEVELS.index(claim['certainty']) >= state.get('certainty', 0)]


def standing_in_time(corpus, state):
    """The ids of the claims that presumably hold at the time that is asked about, as the oracle of time has it."""
    claims, time = heard(corpus, state), state.get('time')
    if time is None:
        return {claim['id'] for claim in claims}
    day = {number: (EPOCH + datetime.timedelta(number)).isoformat() for number in time.values()}
    question = {'as_of': day[time['asOf']]} if 'asOf' in time else {'during': f"{day[time['from']]}/{day[time['to']]}"}
    world = {'types': RELATIONS, 'documents': corpus['documents'], 'claims': claims}
    return {told.id for told in counting(world, question)}


def ties_of(corpus, state):
    """{(from, to, type): corroboration} of the ties that stand."""
    relation_of = {relation['id']: relation for relation in RELATIONS}
    type_of = {actor['id']: actor['type'] for actor in corpus['actors']}
    origin_of = {document['id']: document.get('origin', document['id']).lower() for document in corpus['documents']}
    origins, standing = {}, standing_in_time(corpus, state)
    for claim in corpus['claims']:
        relation = relation_of[claim['type']]
        ends = [claim['from'], claim['to']]
        if (claim['type'] in state.get('relations', []) or relation['sign'] in state.get('signs', []) or
                any(type_of[end] in state.get('types', []) for end in ends) or
                claim['id'] not in standing or claim.get('stance') == 'denies'):
            continue
        if relation.get('symmetric'):
            ends.sort(key=str.encode)
        origins.setdefault((*ends, claim['type']), set()).add(origin_of.get(claim.get('document')))
    # A tie needs as many as are asked for with the claims of kinds of its type; but it is ordered by its own.
    parents = {relation['id']: relation.get('parent') for relation in RELATIONS}
    either_way = {relation['id'] for relation in RELATIONS if relation.get('symmetric')}

    def is_kind(kind, ancestor):
        return kind is not None and (kind == ancestor or is_kind(parents[kind], ancestor))

    def with_kinds(source, target, kind):
        return set().union(*(found for (a, b, other), found in origins.items() if is_kind(other, kind) and
                             ((a, b) == (source, target) or ((b, a) == (source, target) and {kind, other} & either_way))))

    return {tie: len(found) for tie, found in origins.items() if len(with_kinds(*tie)) >= state.get('corroboration', 1)}


def paths_of(ties, start, goal):
    """All shortest paths in the program's order: every row of hops that visits nobody twice is tried."""
    symmetric = {relation['id'] for relation in RELATIONS if relation.get('symmetric')}
    hops = {}
    for (source, target, kind), corroboration in ties.items():
        both = kind in symmetric
        hops.setdefault(source, []).append((target.encode(), -corroboration, kind.encode(), 0, target, kind, 'both' if both else 'forward'))
        hops.setdefault(target, []).append((source.encode(), -corroboration, kind.encode(), 0 if both else 1, source, kind,
                                            'both' if both else 'backward'))
    found = []

    def walk(actor, path, visited):
        if actor == goal:
            found.append(path)
            return
        for hop in hops.get(actor, []):
            if hop[4] not in visited:
                walk(hop[4], [*path, hop], visited | {hop[4]})

    walk(start, [], {start})
    fewest = min((len(path) for path in found), default=0)
    best = sorted(([hop[:4] for hop in path], path) for path in found if len(path) == fewest)
    return [[[hop[4], hop[5], hop[6]] for hop in path] for _, path in best]


def spoken_of(corpus, state):
    """Whom the documents that are not hidden make a claim about; everybody where none is hidden."""
    hidden = state.get('documents', [])
    if not hidden:
        return {actor['id'] for actor in corpus['actors']}
    return {claim[end] for claim in corpus['claims'] for end in ('from', 'to') if claim.get('document') not in hidden}


def paths():
    rng = random.Random(5)
    cases = []
    for _ in range(16):
        corpus = corpus_of(rng)
        selections = []
        for number in range(8):
            state, arguments = filters_of(rng) if number else ({}, [])
            ties = ties_of(corpus, state)
            hidden = state.get('types', [])
            ids = sorted((actor['id'] for actor in corpus['actors'] if actor['type'] not in hidden), key=str.encode)
            pairs = rng.sample(list(itertools.product(ids, ids)), min(5, len(ids) ** 2))
            # Where the answers are very many they test no more than a few do.
            spoken = spoken_of(corpus, state)
            questions = [[start, goal, paths_of(ties, start, goal) if {start, goal} <= spoken else []] for start, goal in pairs]
            selections.append({'state': state, 'arguments': arguments, 'ties': len(ties),
                               'questions': [question for question in questions if len(question[2]) <= 24]})
        cases.append({'corpus': corpus, 'selections': selections})
    return {'about': 'corpora, selections (as state of the page, as arguments of the program, ties that stand) and questions: '
                     'from, to, all shortest paths in order, a path being rows of the next actor, relation and direction',
            'cases': cases}


def write(name, value):
    with open(os.path.join(HERE, name), 'w', encoding='utf-8') as out:
        json.dump(value, out, ensure_ascii=False, separators=(',', ':'))
        out.write('\n')


if __name__ == '__main__':
    write('dates.json', dates())
    write('paths.json', paths())
