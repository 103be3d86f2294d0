// SPDX-License-Identifier: GPL-2.0-or-later
// Generated corpora for diagrams: of 5 to 150 actors, in the shapes that networks come in, with names of all kinds.
import {random_of} from './lib.mjs';

const shapes = ['box', 'ellipse', 'hexagon', 'octagon', 'diamond', 'house', 'cylinder', 'note', 'folder', 'parallelogram',
                'trapezium'];

const relations = [
  {id: 'attacks', sign: -1}, {id: 'rivalry', label: 'is a rival of', sign: -1, symmetric: true},
  {id: 'claims', label: 'claims responsibility for an attack on', sign: -1}, {id: 'meets', symmetric: true},
  {id: 'leads'}, {id: 'member-of', label: 'is a member of'}, {id: 'funds', sign: 1},
  {id: 'allegiance', label: 'pledges allegiance to', sign: 1}, {id: 'alliance', label: 'is an ally of', sign: 1, symmetric: true},
];

const first = ['Abu', 'Maria', 'Ólafur', 'Jean-Baptiste', 'Li', 'Siobhán', 'Þórdís', 'Mullah', 'Nguyễn', 'W.'];
const last = ['al-Baghdadi', 'Müller-Lüdenscheidt', 'Wi', 'Szczepański', 'MWMWM', 'illicit', 'Khorasani', 'Ó Súilleabháin',
              'Wang', 'Y'];
const scripts = ['محمد عبد الله', 'حركة طالبان', '中华人民共和国', '王小明', 'Союз журналистов', 'Ελληνική Δημοκρατία',
                 'ירושלים', 'गणराज्य', '日本放送協会', 'ประเทศไทย'];
const bodies = ['Department for the Coordination of Humanitarian Affairs and Emergency Relief of the United Nations', 'UN',
                'Islamic State – Khorasan Province', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
                'X', 'Ministry of Defence', 'WWW', 'International Committee of the Red Cross'];

const names = {
  plain: (random, i) => `${first[random.below(first.length)]} ${last[random.below(last.length)]} ${i}`,
  scripts: (random, i) => `${scripts[random.below(scripts.length)]} ${i}`,
  long: (random, i) => `${bodies[random.below(bodies.length)]} ${i}`,
  short: (random, i) => `${i}`,
};

// Who is tied to whom: pairs [from, to] for n actors.
const networks = {
  tree: (random, n) => range(1, n).map((i) => [random.below(i), i]),
  star: (random, n) => range(1, n).map((i) => [i, 0]),
  chain: (random, n) => range(1, n).map((i) => [i - 1, i]),
  ring: (random, n) => range(0, n).map((i) => [i, (i + 1) % n]),
  dense: (random, n) => range(0, 3 * n).map(() => [random.below(n), random.below(n)]),
  camps: (random, n) => range(0, 2 * n).map(() => {
    const camp = random.below(2), half = Math.floor(n / 2), member = () => camp * half + random.below(half);
    return random.chance(8) ? [random.below(n), random.below(n)] : [member(), member()];
  }),
  parallel: (random, n) => range(1, n).flatMap((i) => {
    const other = random.below(i);
    return range(0, 1 + random.below(6)).map(() => random.chance(50) ? [i, other] : [other, i]);
  }),
  selves: (random, n) => range(1, n).flatMap((i) => random.chance(30) ? [[i, i], [i - 1, i]] : [[random.below(i), i]]),
  parts: (random, n) => range(1, n).filter((i) => i % 4 !== 0).map((i) => [i - (i % 4), i]),
  few: (random, n) => range(1, Math.ceil(n / 3)).map((i) => [0, i]),
};

function range(from, to) {
  return Array.from({length: Math.max(to - from, 0)}, (_, i) => from + i);
}

// A corpus as it stands in corpus.json.
export function generate(seed, n, network, naming) {
  const random = random_of(seed);
  const actors = range(0, n).map((i) => ({
    id: `a${i}`, name: names[naming](random, i), type: `type-${shapes[random.below(shapes.length)]}`,
  }));
  const claims = networks[network](random, n).map(([from, to], i) => ({
    id: `c${i}`, type: relations[random.below(relations.length)].id, from: `a${from}`, to: `a${to}`,
    document: `d${random.below(4)}`, certainty: random.chance(15) ? 'possible' : 'certain',
    stance: random.chance(4) ? 'denies' : 'affirms',
  }));
  return {
    relata: 1,
    title: `${network} of ${n}, ${naming} names, ${seed}`,
    schema: {
      relata: 1,
      actor_types: shapes.map((shape) => ({id: `type-${shape}`, label: shape, shape})),
      relation_types: relations,
    },
    documents: range(0, 4).map((i) => ({id: `d${i}`, title: `Report ${i}`, published: `2021-0${i + 1}`})),
    actors,
    claims,
  };
}

// Fifty of them: each shape five times, growing from 5 actors to 60 and, the last ones, 150, each time with names of
// another kind.
export function corpora() {
  const sizes = [5, 12, 25, 45, 60], kinds = Object.keys(networks), namings = Object.keys(names);
  return sizes.flatMap((size, i) => kinds.map((kind, j) => {
    const n = size === 60 ? 60 + 10 * j : size + j;
    return {name: `${kind}-${n}`, corpus: generate(1000 * i + j, n, kind, namings[(i + j) % namings.length])};
  }));
}
