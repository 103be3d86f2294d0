// SPDX-License-Identifier: GPL-2.0-or-later
// The evidence. For an actor: who it is, its figures, and every tie with its claims. For a tie: its claims, and the other
// ties between the same two actors. If nothing is selected: actors to begin with.
import {claimLists, figureCard} from './claims.js';
import {byId, link, make, nameOf, plural, sentenceOf} from './dom.js';
import {selectedOf, tieId, tiesOf} from './lit.js';
import {certaintyNames, labelOf, verdictOfTie} from './words.js';

const signWords = {'-1': 'hostile', 0: 'neutral', 1: 'friendly'};

export function makePanel(app, drawing) {
  const {data} = app, body = byId('panel-body'), title = byId('panel-title');

  function actorButton(actor) {
    return make('button', {type: 'button', class: 'name', dir: 'auto', onclick: () => {
      app.set({selected: {kind: 'actor', id: data.actors[actor].id}, panel: 'claims'});
      drawing.centre(actor);
      title.focus({preventScroll: true});
    }}, data.actors[actor].name);
  }

  function relationButton(tie, forward = true) {
    const {sign} = data.relation_types[data.ties[tie].type];
    return make('button', {type: 'button', class: `relation ${signWords[sign]}`, title: signWords[sign],
      onclick: () => app.set({selected: {kind: 'tie', id: tieId(data, tie)}, panel: 'claims'})}, labelOf(data, tie, forward));
  }

  function sentence(tie) {
    const {from, to} = data.ties[tie];
    return sentenceOf(actorButton(from), relationButton(tie), actorButton(to));
  }

  // Leads with the verdict, if any claim denies the tie.
  function strength(tie, selection) {
    const certainty = selection.certainty[tie], verdict = selection.verdicts[tie], words = verdictOfTie(data, selection, tie);
    const denied = data.ties[tie].claims.some((claim) => selection.claims[claim] && !data.claims[claim].affirms);
    return make('p', {class: 'strength'}, denied ? make(verdict === 'affirmed' ? 'span' : 'strong', {class: verdict}, words)
      : selection.ties[tie] ? plural(selection.corroboration[tie], 'independent source affirms it', 'independent sources affirm it') : null,
      selection.ties[tie] && certainty < 2 ? `, ${certaintyNames[certainty]} at best` : null,
      selection.ties[tie] || verdict === 'denied' ? null : `${denied ? ' · ' : ''}hidden by the filters`);
  }

  const hasClaims = (tie, selection) => data.ties[tie].claims.some((claim) => selection.claims[claim]);
  const leads = ({from, to}, a, b) => (a === b ? from === to : from === b || to === b);
  const between = (a, b) => tiesOf(data, a).filter((tie) => leads(data.ties[tie], a, b));

  // Says if ties between the same two actors have contradicting signs.
  function contradiction(a, b, selection) {
    const signs = new Set(between(a, b).filter((tie) => selection.ties[tie]).map((tie) => data.relation_types[data.ties[tie].type].sign));
    return signs.has(-1) && signs.has(1) ? make('p', {class: 'mixed'}, a === b ? 'It has both hostile and friendly ties with itself.' : 'Both hostile and friendly ties stand between the two.') : null;
  }

  function showActor(actor, selection) {
    const who = data.actors[actor], type = who.type === null ? null : data.actor_types[who.type];
    const ties = tiesOf(data, actor).filter((tie) => hasClaims(tie, selection)), standing = ties.filter((tie) => selection.ties[tie]);
    const figures = data.figures.filter((figure) => figure.of === actor);
    const other = (tie) => data.ties[tie].from === actor ? data.ties[tie].to : data.ties[tie].from;
    const neighbours = new Set(standing.map(other).filter((one) => one !== actor)), groups = new Map();
    for (const tie of ties)
      groups.set(other(tie), [...groups.get(other(tie)) ?? [], tie]);
    const order = [...groups].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
    return [
      make('p', {class: 'kind'}, type === null ? 'of no kind' : nameOf(type.label), ' · ', plural(standing.length, 'tie', 'ties'), ' with ',
        plural(neighbours.size, 'other', 'others'), selection.actors[actor] ? null : ' · hidden by the filters'),
      who.description ? make('p', {class: 'description', dir: 'auto'}, who.description) : null,
      who.aliases.length > 0 ? make('p', {class: 'aliases'}, 'Also called ', who.aliases.flatMap((alias, i) => [i > 0 ? ', ' : null, nameOf(alias)])) : null,
      who.url || who.links.length > 0 ? make('p', {class: 'links'}, who.url ? [link(who.url, who.url), ' '] : null,
        who.links.map(({key, value}) => [make('span', {}, `${key}: `, link(value, value)), ' '])) : null,
      make('p', {class: 'actions'}, make('button', {type: 'button', onclick: () => drawing.centre(actor)}, 'Centre'), ' ',
        make('button', {type: 'button', onclick: () => app.set({path: {from: who.id, to: app.state.path?.to ?? '', all: app.state.path?.all ?? false}, panel: 'path'})}, 'Path from here')),
      figures.length > 0 ? make('section', {class: 'figures'}, make('h3', {}, 'Figures'), make('ul', {class: 'claims'}, figures.map((figure) => figureCard(data, figure)))) : null,
      order.map(([neighbour, list]) => make('section', {class: 'with'},
        make('h3', {}, make('span', {class: 'and'}, 'With '), neighbour === actor ? 'itself' : actorButton(neighbour)), contradiction(actor, neighbour, selection),
        list.map((tie) => make('article', {class: `tie-card${selection.ties[tie] ? '' : ' denied'}`},
          make('p', {class: 'sentence'}, sentence(tie)), strength(tie, selection), claimLists(data, app.state, selection, tie))))),
      ties.length === 0 ? make('p', {class: 'hint'}, tiesOf(data, actor).length > 0 ? 'The filters hide all of its ties.' : 'It has no ties.') : null,
    ];
  }

  function showTie(tie, selection) {
    const {from, to, type} = data.ties[tie], relation = data.relation_types[type];
    const others = between(from, to).filter((other) => other !== tie && hasClaims(other, selection));
    return [
      make('p', {class: 'kind'}, signWords[relation.sign], ' relation', relation.symmetric ? ', of both alike' : null, relation.event ? ' · an event' : ' · a state'),
      make('p', {class: 'sentence'}, sentence(tie)), strength(tie, selection), contradiction(from, to, selection), claimLists(data, app.state, selection, tie),
      others.length > 0 ? make('section', {class: 'with'}, make('h3', {}, from === to ? 'Also with itself' : 'Also between the two'),
        others.map((other) => make('article', {class: `tie-card${selection.ties[other] ? '' : ' denied'}`},
          make('p', {class: 'sentence'}, sentence(other)), strength(other, selection), claimLists(data, app.state, selection, other)))) : null,
    ];
  }

  function showWelcome(selection) {
    const top = data.actors.map((_, actor) => actor).filter((actor) => selection.degree[actor] > 0)
      .sort((a, b) => selection.degree[b] - selection.degree[a] || a - b).slice(0, 12), most = selection.degree[top[0]] ?? 1;
    return [
      make('p', {class: 'hint'}, 'Choose an actor or a line in the drawing, or search for a name. Here stands then what each document claims: its words, who is quoted, when it held, and who denies it.'),
      top.length > 0 ? make('h3', {}, 'Those with the most ties') : null,
      make('ol', {class: 'top'}, top.map((actor) => {
        const bar = make('span', {class: 'bar', 'aria-hidden': 'true'});
        bar.style.width = `${100 * selection.degree[actor] / most}%`;
        return make('li', {}, actorButton(actor), make('span', {class: 'count'}, plural(selection.degree[actor], 'tie', 'ties')), bar);
      })),
    ];
  }

  let shownSelection = null, shownKey = null;
  return (state, selection) => {
    const chosen = selectedOf(data, state), key = chosen === null ? '' : `${chosen.kind} ${chosen.index}`;
    if (selection === shownSelection && key === shownKey)
      return;
    if (key !== shownKey && shownKey !== null) // at first there is nothing to scroll, and asking has all laid out at once
      byId('panel').scrollTop = 0;
    shownSelection = selection;
    shownKey = key;
    byId('panel').classList.toggle('chosen', chosen !== null);
    const {from, to} = chosen?.kind === 'tie' ? data.ties[chosen.index] : {};
    title.replaceChildren(chosen === null ? 'Who is connected to whom, and who says so' : chosen.kind === 'actor' ? nameOf(data.actors[chosen.index].name)
      : sentenceOf(nameOf(data.actors[from].name), make('span', {}, labelOf(data, chosen.index, true)), nameOf(data.actors[to].name)));
    body.replaceChildren(...(chosen === null ? showWelcome(selection) : chosen.kind === 'actor' ? showActor(chosen.index, selection)
      : showTie(chosen.index, selection)).flat().filter((part) => part !== null));
  };
}
