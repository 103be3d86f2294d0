// SPDX-License-Identifier: GPL-2.0-or-later
// Saves what is shown as files: the picture as SVG and PNG, the ties as CSV and JSON.
import {byId, make} from './dom.js';
import {readings} from './holding.js';
import {certaintyNames} from './words.js';

const mostPixels = 6000; // of the longer side of a PNG

function give(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
  const anchor = make('a', {href: address, download: name});
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// Returns a CSV cell in the form of src/write/csv.c: in quotes, and with an apostrophe before anything that a spreadsheet
// would run as a formula.
function cell(value) {
  const text = value === null || value === undefined ? '' : String(value);
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

// The ties that stand, with the claims that pass the filters.
export function visibleTies(data, selection) {
  return data.ties.flatMap((tie, i) => selection.ties[i] ? [{
    from: data.actors[tie.from].id, from_name: data.actors[tie.from].name, to: data.actors[tie.to].id, to_name: data.actors[tie.to].name,
    relation: data.relation_types[tie.type].id, direction: data.relation_types[tie.type].symmetric ? 'symmetric' : 'directed',
    sign: data.relation_types[tie.type].sign, verdict: selection.verdicts[i],
    corroboration: selection.corroboration[i], certainty: certaintyNames[selection.certainty[i]],
    claims: tie.claims.filter((claim) => selection.claims[claim]).map((index) => {
      const {id, document, start, end, text, when, by, affirms, certainty, confidence, note} = data.claims[index];
      return {
        id, document: document === null ? null : data.documents[document].id, start, end, text, when,
        published: document === null ? null : data.documents[document].published, by, stance: affirms ? 'affirms' : 'denies',
        certainty: certaintyNames[certainty], confidence, note, ...selection.asks ? {holds: readings[selection.surest[index]]} : {},
      };
    }),
  }] : []);
}

export function tiesAsCsv(ties) {
  const columns = ['from', 'from_name', 'to', 'to_name', 'relation', 'direction', 'sign', 'verdict', 'corroboration', 'certainty'];
  const rows = ties.map((tie) => [...columns.map((name) => tie[name]), tie.claims.filter(({stance}) => stance === 'affirms').length,
    tie.claims.filter(({stance}) => stance === 'denies').length, [...new Set(tie.claims.map(({document}) => document ?? ''))].join(' ')]);
  return [[...columns, 'affirming', 'denying', 'documents'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

export function makeDownload(app, drawing) {
  const {data} = app, name = (data.title ?? 'relata').normalize('NFKD').replace(/[^\w]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).toLowerCase() || 'relata';

  // The picture as the program drew it, with heading, legend and sources, without what the filters hide, in the colours
  // that one sees: they are written into it, for its style sheet is the page's.
  function picture() {
    drawing.refresh();
    const copy = drawing.original.cloneNode(true), shown = drawing.svg;
    const own = [...copy.querySelectorAll('*')], live = [...shown.querySelectorAll('*')];
    own.forEach((element, i) => {
      if (live[i].closest('.gone'))
        element.dataset.gone = '';
      for (const attribute of ['fill', 'stroke']) {
        const written = element.getAttribute(attribute);
        if (written !== null && written !== 'none' && written !== 'transparent')
          element.setAttribute(attribute, getComputedStyle(live[i])[attribute]);
      }
    });
    for (const element of copy.querySelectorAll('[data-gone]'))
      element.remove();
    for (const element of copy.querySelectorAll('[tabindex]'))
      element.removeAttribute('tabindex');
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    return copy;
  }

  function picturePng() {
    const copy = picture(), {width, height} = copy.viewBox.baseVal, scale = Math.min(2, mostPixels / Math.max(width, height));
    copy.setAttribute('width', width);
    copy.setAttribute('height', height);
    const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], {type: 'image/svg+xml'}));
    const image = new Image(width, height);
    image.onload = () => {
      const canvas = make('canvas', {width: Math.ceil(width * scale), height: Math.ceil(height * scale)});
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob((blob) => blob === null ? app.say('This browser cannot make a picture of that size') : give(`${name}.png`, 'image/png', blob), 'image/png');
    };
    image.onerror = () => app.say('This browser cannot make a picture of the drawing');
    image.src = address;
  }

  byId('download-svg').addEventListener('click', () =>
    give(`${name}.svg`, 'image/svg+xml', `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture())}`));
  byId('download-png').addEventListener('click', picturePng);
  byId('download-csv').addEventListener('click', () => give(`${name}.csv`, 'text/csv', tiesAsCsv(visibleTies(data, app.selection))));
  byId('download-json').addEventListener('click', () =>
    give(`${name}.json`, 'application/json', `${JSON.stringify({title: data.title, filters: location.hash.slice(1), ties: visibleTies(data, app.selection)}, null, 2)}\n`));
}
