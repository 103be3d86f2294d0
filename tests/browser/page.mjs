// SPDX-License-Identifier: GPL-2.0-or-later
// What the tests of the page share: a page opened under watch, what it shows, and what it should show, worked out from its
// data without its scripts.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {fail, new_context, relata, source, work} from './lib.mjs';

// relata page: the file it makes, or '' where it fails.
export async function make_page(name, ...words) {
  const file = path.join(work, `${name}.html`);
  await relata('page', ...words, '-o', file);
  return fs.existsSync(file) ? file : '';
}

export const kabul = path.join(source, 'data', 'kabul-2021');

export function data_of(file) {
  const [, text] = fs.readFileSync(file, 'utf8').match(/<script type="application\/json" id="data">([^<]*)<\/script>/) ?? [];
  return JSON.parse(text);
}

// Opens the file as a reader would; what a page must never do is a failure from now on: say something on the console, fail,
// ask for anything, break its own policy, open a window.
export async function open_page(browser, file, {fragment = '', where = path.basename(file), ...settings} = {}) {
  const context = await new_context(browser, {viewport: {width: 1440, height: 900}, acceptDownloads: true, reducedMotion: 'reduce', ...settings});
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const page = await context.newPage(), url = pathToFileURL(file).href;
  page.on('dialog', (dialog) => {
    fail(where, `opens a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('popup', (popup) => fail(where, `opens a window: ${popup.url()}`));
  page.on('pageerror', (error) => fail(where, `has an error: ${error.stack}`));
  page.on('console', (message) => fail(where, `says on the console: ${message.text()}`));
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || request.url().split('#')[0] === url ||
                                  fail(where, `fetches ${request.url()}`));
  await page.goto(`${url}#${fragment}`);
  await settled(page);
  return page;
}

// Until the page has drawn what was done last.
export function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))));
}

// Until it has also written down what it does not at once: its clock is asked, which runs late where the machine is busy.
export function written_down(page) {
  return page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
}

// The numbers that the page says it shows.
export async function shown(page) {
  const words = await page.locator('#status').innerText();
  const [actors, ties] = (words.match(/\d[\d,]*/g) ?? []).map((number) => Number(number.replaceAll(',', '')));
  return {actors, ties, words};
}

// What the drawing shows: by its data's ids of elements, those of ties and those of actors.
export function drawn(page) {
  return page.evaluate(() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    // Chromium's checkVisibility() takes groups of an SVG without a box for visible.
    const seen = (id) => {
      for (let at = document.getElementById(id); at !== document.body; at = at.parentElement)
        if (at === null || getComputedStyle(at).display === 'none' || getComputedStyle(at).visibility === 'hidden')
          return false;
      return true;
    };
    const with_count = (id) => id.startsWith('count__') ? `${id} ${document.getElementById(id).querySelector('text').textContent}` : id;
    return {
      ties: [...new Set(data.ties.flatMap((tie) => tie.elements))].filter(seen).map(with_count).sort(),
      actors: data.actors.map(({element}) => element).filter((element) => element !== null && seen(element)).sort(),
    };
  });
}

// The same as it should be: an element may stand for several ties, and is there for any of them; one that says how many there
// are, for two and more.
export function to_be_drawn(data, state) {
  const no_type = kinds(data.actor_types, state.types ?? []);
  const times = new Map();
  for (const id of standing(data, state).flatMap((tie) => data.ties[tie].elements))
    times.set(id, (times.get(id) ?? 0) + 1);
  return {
    ties: [...times].filter(([id, n]) => n > 1 || !id.startsWith('count__')).map(([id, n]) => id.startsWith('count__') ? `${id} ${n} ties` : id).sort(),
    actors: data.actors.filter(({element, type}) => element !== null && !(type !== null && no_type[type])).map(({element}) => element).sort(),
  };
}

// Where the drawing differs from that, in words; '' where it does not. Labels and the like that are too small to be read may
// be left out.
export function difference(seen, expected) {
  return ['ties', 'actors'].flatMap((what) => {
    const more = seen[what].filter((id) => !expected[what].includes(id)), less = expected[what].filter((id) => !seen[what].includes(id) && !/^(label|sources|ground|count)__/.test(id));
    return [...more.length > 0 ? [`${more.length} ${what} too many: ${more.slice(0, 4).join(' ')}`] : [],
            ...less.length > 0 ? [`${less.length} ${what} too few: ${less.slice(0, 4).join(' ')}`] : []];
  }).join('; ');
}

// ── What should be shown ────────────────────────────────────────────────────────────────────────────────────

function kinds(types, ids) {
  const hidden = (type) => type !== undefined && (ids.includes(type.id) || (type.parent != null && hidden(types[type.parent])));
  return types.map(hidden);
}

// Whether two claims may speak of the same day.
function may_share_a_day(one, other) {
  const [[a, b], [c, d]] = [one, other].map(({stretches, by, spoken}) => spoken === undefined ? [null, null] : by ? stretches[2] : spoken);
  return (a === null || d === null || a <= d) && (c === null || b === null || c <= b);
}

// The ties of the data that stand under the state's filters, as indices: src/network/selection.c said once more.
export function standing(data, {relations = [], signs = [], types = [], documents = [], certainty = 0, grade = '', corroboration = 1, time = null, reading = 'presumably', undisputed = false}) {
  const no_relation = kinds(data.relation_types, relations), no_type = kinds(data.actor_types, types);
  const first = time && (time.asOf ?? time.from), last = time && (time.asOf ?? time.to), level = ['surely', 'presumably', 'possibly'].indexOf(reading);
  // Of a grade only A to E and 1 to 5 can be asked for.
  const [letter] = grade.match(/[A-E]/) ?? [null], [digit] = grade.match(/[1-5]/) ?? [null];
  const graded = (document, credibility) => (letter === null || (document !== null && (data.documents[document].reliability ?? 'Z') <= letter)) &&
    (digit === null || (credibility ?? 9) <= Number(digit));
  const heard = (document, certain, credibility) => !(document !== null && documents.includes(data.documents[document].id)) &&
    certain >= certainty && graded(document, credibility);
  const lasts = ({stretches, breakers}, day) => breakers !== undefined && stretches[1] !== null && (stretches[1][0] === null || stretches[1][0] <= day) &&
    (stretches[1][1] === null || day <= stretches[1][1]) && !breakers.some(([from, ...evidence]) => heard(...evidence) && from <= day);
  // Neither ends the other, as a doubt does not end what is certain.
  const last_together = (one, other) => [one, other].every((time) => lasts(time, Math.max(one.spoken?.[0] ?? -1e9, other.spoken?.[0] ?? -1e9)));
  const holds = ({stretches, by, breakers = [], not_first}) => {
    const stretch = (time?.asOf !== undefined && by ? by : stretches)[level];
    if (time === null || stretch === null)
      return time === null;
    const ended = level > 0 && breakers.some(([day, ...evidence]) => heard(...evidence) && day <= first);
    const always_before = level === 2 && not_first !== undefined && !not_first.some((evidence) => heard(...evidence));
    return (always_before || stretch[0] === null || stretch[0] <= last) && (stretch[1] === null || first <= stretch[1]) && !ended;
  };
  return data.ties.flatMap((tie, i) => {
    const relation = data.relation_types[tie.type];
    if (no_relation[tie.type] || signs.includes(relation.sign) || [tie.from, tie.to].some((end) => no_type[data.actors[end].type]))
      return [];
    const counts = (claim, type) => claim.certainty >= certainty && graded(claim.document, claim.credibility) && holds(claim.time) &&
      !no_relation[data.relation_types.indexOf(type)] && !signs.includes(type.sign) &&
      !(claim.document !== null && documents.includes(data.documents[claim.document].id));
    const passes = (claim, type) => claim.affirms && counts(claim, type);
    const all = tie.claims.map((index) => data.claims[index]).filter((claim) => counts(claim, relation));
    const meet = (one, other) => time !== null || may_share_a_day(one.time, other.time) || last_together(one.time, other.time);
    if (undisputed && all.some((one) => one.affirms && all.some((other) => !other.affirms && meet(one, other))))
      return [];
    const own = tie.claims.map((index) => data.claims[index]).filter((claim) => passes(claim, relation));
    const groups = [own, ...tie.kin.map((group) => own.concat(group.map(([claim, type]) => [data.claims[claim], data.relation_types[type]])
      .filter(([claim, type]) => passes(claim, type)).map(([claim]) => claim)))];
    const distinct = (claims, key) => new Set(claims.map(key)).size;
    const most = Math.max(...groups.map((claims) => Math.min(distinct(claims, ({voice}) => voice),
      distinct(claims, ({document}) => document === null ? -1 : data.documents[document].origin_index))));
    return own.length > 0 && most >= Math.max(corroboration, 1) ? [i] : [];
  });
}

// The page's command line as words, read by a shell.
export function shell_words(command) {
  const output = execFileSync('sh', ['-c', `relata() { printf '%s\\0' "$@"; }\n${command}`], {encoding: 'utf8'});
  return output.split('\0').slice(0, -1);
}

// ── Doing ───────────────────────────────────────────────────────────────────────────────────────────────────

// Sets the filters that the state names, by the controls; the others are put back.
export async function set_filters(page, state) {
  await page.evaluate(({relations = [], signs = [], types = [], documents = [], certainty = 0, grade = '', corroboration = 1, time = null, reading = 'presumably', undisputed = false}) => {
    const set = (id, value) => {
      const control = document.getElementById(id);
      if (control.value === String(value))
        return;
      control.value = String(value);
      control.dispatchEvent(new Event('input', {bubbles: true}));
      control.dispatchEvent(new Event('change', {bubbles: true}));
    };
    // Parents before their kinds: a page may hide the kinds with them.
    for (const [id, hidden] of [['filter-relations', relations], ['filter-signs', signs.map(String)], ['filter-types', types],
                                ['filter-documents', documents]])
      for (const value of [...document.querySelectorAll(`#${id} input[type=checkbox]`)].map((box) => box.value)) {
        const box = document.querySelector(`#${id} input[value="${CSS.escape(value)}"]`);
        if (box.checked === hidden.includes(value) && !box.disabled)
          box.click();
      }
    set('filter-certainty', certainty);
    set('filter-reliability', grade.replace(/\d/, ''));
    set('filter-credibility', grade.replace(/[A-Z]/, ''));
    set('filter-corroboration', corroboration);
    set('filter-reading', reading);
    if (document.getElementById('filter-undisputed').checked !== undisputed)
      document.getElementById('filter-undisputed').click();
    set('filter-time', time === null ? 'none' : 'asOf' in time ? 'as-of' : 'during');
    if (time !== null) {
      if (time.from !== undefined)
        set('time-from', time.from);
      set('time-to', time.asOf ?? time.to);
    }
  }, state);
  await settled(page);
}

// Asks for the path between two actors (by name); {paths: [[{tie, direction}]], words, command}.
export async function ask_path(page, from, to, all = false) {
  return page.evaluate(async ({from, to, all}) => {
    const by_id = (id) => document.getElementById(id);
    for (const [id, value] of [['path-from', from], ['path-to', to]]) {
      by_id(id).value = value;
      by_id(id).dispatchEvent(new Event('input', {bubbles: true}));
      by_id(id).dispatchEvent(new Event('change', {bubbles: true}));
    }
    if (by_id('path-all').checked !== all)
      by_id('path-all').click();
    by_id('path-find').click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return {
      paths: [...document.querySelectorAll('#path-answer ol.path')].map((list) => [...list.querySelectorAll('li.hop')]
        .map((hop) => ({tie: Number(hop.dataset.tie), direction: hop.dataset.direction}))),
      words: by_id('path-answer').textContent,
      command: by_id('path-command').textContent,
    };
  }, {from, to, all});
}

// Downloads what the button gives: {name, bytes}.
export async function download(page, button) {
  const [given] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return {name: given.suggestedFilename(), bytes: fs.readFileSync(await given.path())};
}
