// SPDX-License-Identifier: GPL-2.0-or-later
// What is highlighted: an actor with its ties and neighbours, a tie with its ends, or the paths found. The rest of the
// drawing is dimmed.
import {findPaths} from './paths.js';

// Returns a tie's id in the state: the ids of its ends and its relation. Commas in ids are doubled, so that no two ties have
// the same id.
export function tieId(data, tie) {
  const {from, to, type} = data.ties[tie];
  return [data.actors[from].id, data.relation_types[type].id, data.actors[to].id].map((id) => id.replaceAll(',', ',,')).join(', ');
}

const indices = new WeakMap();

function indexOf(data) {
  let index = indices.get(data);
  if (index === undefined) {
    index = {
      actor: new Map(data.actors.map(({id}, i) => [id, i])), tie: new Map(data.ties.map((_, i) => [tieId(data, i), i])),
      byActor: data.actors.map(() => []),
    };
    data.ties.forEach(({from, to}, tie) => {
      index.byActor[from].push(tie);
      if (to !== from)
        index.byActor[to].push(tie);
    });
    indices.set(data, index);
  }
  return index;
}

// Returns the ties of an actor, in the network's order.
export function tiesOf(data, actor) {
  return indexOf(data).byActor[actor];
}

export function actorById(data, id) {
  return indexOf(data).actor.get(id) ?? -1;
}

// Returns {kind, index} of what is selected, or null; also null if a link names something that this page does not have.
export function selectedOf(data, {selected}) {
  const index = selected === null ? undefined : indexOf(data)[selected.kind].get(selected.id);
  return index === undefined ? null : {kind: selected.kind, index};
}

// Returns the paths that the state asks for: null if it asks for none, or names an actor that does not exist.
export function pathsOf(data, {path}, selection) {
  const [from, to] = path === null ? [-1, -1] : [actorById(data, path.from), actorById(data, path.to)];
  return from < 0 || to < 0 ? null : {from, to, paths: findPaths(data, selection, from, to, path.all)};
}

// Returns {actors, ties: sets}, or null if nothing is highlighted.
export function litOf(data, state, selection) {
  const selected = selectedOf(data, state), found = selected === null && state.panel === 'path' ? pathsOf(data, state, selection) : null;
  if (selected?.kind === 'actor') {
    const ties = tiesOf(data, selected.index).filter((tie) => selection.ties[tie]);
    return {actors: new Set([selected.index, ...ties.flatMap((tie) => [data.ties[tie].from, data.ties[tie].to])]), ties: new Set(ties)};
  }
  if (selected?.kind === 'tie')
    return {actors: new Set([data.ties[selected.index].from, data.ties[selected.index].to]), ties: new Set([selected.index])};
  if (found !== null && found.paths.length > 0) {
    const ties = new Set(found.paths.flatMap((path) => path.map(({tie}) => tie)));
    return {actors: new Set([found.from, found.to, ...[...ties].flatMap((tie) => [data.ties[tie].from, data.ties[tie].to])]), ties};
  }
  return null;
}
