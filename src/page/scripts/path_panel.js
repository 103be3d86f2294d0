// SPDX-License-Identifier: GPL-2.0-or-later
// Finds a path between two actors. Shows the answer in sentences with its evidence, and the command that asks the program
// the same.
import {commandLine} from './command.js';
import {byId, make, nameOf, plural, sentenceOf, visible} from './dom.js';
import {actorById, litOf, pathsOf} from './lit.js';
import {mostPaths} from './paths.js';
import {actorNamed} from './search.js';
import {hopSentences} from './words.js';

const mostToldPaths = 50; // a page of paths is enough to read

const signClasses = {'-1': 'hostile', 0: 'neutral', 1: 'friendly'};

export function makePathPanel(app, drawing) {
  const {data} = app, from = byId('path-from'), to = byId('path-to'), all = byId('path-all'), answer = byId('path-answer'), command = byId('path-command');
  let message = '';
  // Actors with the same name are distinguished by their ids.
  const names = new Map();
  for (const {name} of data.actors)
    names.set(name, (names.get(name) ?? 0) + 1);
  const wordsFor = (actor) => names.get(data.actors[actor].name) > 1 ? data.actors[actor].id : data.actors[actor].name;
  byId('path-actors').append(...data.actors.map((_, actor) => make('option', {value: wordsFor(actor)})));

  byId('path-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const ends = [from, to].map((input) => ({words: input.value.trim(), actor: actorNamed(data, input.value.trim())}));
    const missing = ends.find(({actor}) => actor < 0);
    [from, to].forEach((input, i) => input.setAttribute('aria-invalid', String(ends[i].actor < 0)));
    if (missing !== undefined) {
      message = missing.words === '' ? 'Name both actors.' : `No one actor is called “${missing.words}”.`;
      app.set({path: null, panel: 'path'});
      answer.replaceChildren(make('p', {class: 'notice'}, message));
      return;
    }
    message = '';
    app.set({path: {from: data.actors[ends[0].actor].id, to: data.actors[ends[1].actor].id, all: all.checked}, selected: null, panel: 'path'});
    drawing.frame([...litOf(data, app.state, app.selection)?.actors ?? []]);
  });
  all.addEventListener('change', () => app.state.path !== null && app.set({path: {...app.state.path, all: all.checked}}));
  byId('path-copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(command.textContent);
      app.say('Copied');
    } catch { // a page from a file may not: the reader copies what is marked
      getSelection().selectAllChildren(command);
      app.say('Marked: copy it with the keyboard');
    }
  });

  function partOf(part) {
    if (part.as === 'actor')
      return make('button', {type: 'button', class: 'name', dir: 'auto', onclick: () => app.set({selected: {kind: 'actor', id: data.actors[part.actor].id}, panel: 'claims'})}, part.text);
    if (part.as === 'relation')
      return make('span', {class: `relation ${signClasses[part.sign]}`}, part.text);
    if (part.as === 'denied')
      return make('strong', {class: 'stance'}, part.text);
    return part.as === undefined ? document.createTextNode(visible(part.text)) : nameOf(part.text, {class: part.as});
  }

  function pathList(selection, start, path) {
    let at = start;
    return make('ol', {class: 'path'}, path.map((hop) => {
      const tie = data.ties[hop.tie], lines = hopSentences(data, app.state, selection, at, hop), {symmetric} = data.relation_types[tie.type];
      at = tie.from === at ? tie.to : tie.from;
      return make('li', {class: 'hop', dataset: {tie: hop.tie, direction: symmetric ? 'both' : hop.forward ? 'forward' : 'backward'}},
        lines.map((parts, i) => {
          const [from, , relation, , to, ...rest] = (i === 0 ? parts : [...new Array(5), ...parts]);
          return make('p', {class: i === 0 ? 'sentence' : 'also'}, i === 0 ? sentenceOf(partOf(from), partOf(relation), partOf(to)) : null, rest.map(partOf));
        }));
    }));
  }

  function show(found, selection, state) {
    const {from: start, to: end, paths} = found, name = (actor) => nameOf(data.actors[actor].name);
    if (start === end && paths.length > 0)
      return [make('p', {class: 'result'}, name(start), ' is both ends: a path of no hop.')];
    if (paths.length === 0) {
      const hidden = [start, end].filter((actor) => !selection.actors[actor] || !selection.spoken[actor]);
      return [make('p', {class: 'result'}, 'There is no path between ', name(start), ' and ', name(end),
        hidden.length > 0 ? [': the filters hide ', name(hidden[0]), '.'] : ' over the ties that are shown.')];
    }
    const [first] = paths, shown = paths.slice(0, mostToldPaths);
    return [
      make('p', {class: 'result'}, name(start), ' to ', name(end), `: ${plural(first.length, 'hop', 'hops')}`,
        state.path.all ? `, ${paths.length === mostPaths ? `the first ${mostPaths} paths` : plural(paths.length, 'path', 'paths')}` : null),
      ...shown.map((path) => pathList(selection, start, path)),
      shown.length < paths.length ? make('p', {class: 'hint'}, `The first ${mostToldPaths} of ${paths.length} are told; the drawing shows all.`) : null,
    ];
  }

  let shownSelection = null, shownPath = '', shownEnds = '';
  return (state, selection) => {
    const key = JSON.stringify(state.path), found = pathsOf(data, state, selection);
    const written = commandLine(data, state, found ? data.actors[found.from].id : 'FROM', found ? data.actors[found.to].id : 'TO');
    command.textContent = written ?? 'The program has no words for these filters: they leave nothing, name something with a comma in its id, ask for another day than the one that the page was made for, or could bring back what it left out.';
    byId('path-copy').hidden = written === null;
    if (selection === shownSelection && key === shownPath)
      return;
    const ofEnds = state.path === null ? '' : JSON.stringify([state.path.from, state.path.to]);
    if (state.path !== null)
      all.checked = state.path.all;
    if (ofEnds !== '' && ofEnds !== shownEnds) { // what one has begun to type stays
      const ends = [state.path.from, state.path.to].map((id) => actorById(data, id));
      [from, to].forEach((input, i) => {
        input.value = ends[i] < 0 ? '' : wordsFor(ends[i]);
      });
    }
    shownEnds = ofEnds;
    shownSelection = selection;
    shownPath = key;
    answer.replaceChildren(...found === null ? message === '' ? [] : [make('p', {class: 'notice'}, message)]
      : show(found, selection, state).filter((part) => part !== null));
  };
}
