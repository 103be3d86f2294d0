// SPDX-License-Identifier: GPL-2.0-or-later
// The page of a corpus by strangers, with everything in it opened, searched for and clicked: what they wrote is shown as text and
// does nothing, links lead to http(s) only, and so it is with a link to the page that a stranger has made.
import fs from 'node:fs';
import path from 'node:path';
import {all, corpus, steering, texts} from './hostile.mjs';
import {fail, finish, has_option, skip, with_browser, work} from './lib.mjs';
import {ask_path, data_of, download, make_page, open_page, settled} from './page.mjs';

if (!has_option('page', '--output'))
  skip('there is no relata page');

// More fields than a picture shows.
const whole = structuredClone(corpus), at = (i) => all[i % all.length];
whole.actors.slice(0, -1).forEach((actor, i) => Object.assign(actor, {weak_aliases: [`${at(i + 5)} [${i}]`], links: {wikidata: at(i + 6)}}));
whole.documents.forEach((document, i) => Object.assign(document, {author: at(i + 1), origin: at(i + 7)}));
whole.schema.measures = texts.slice(0, 5).map((text, i) => ({id: `m${i}`, label: text, unit: at(i + 9)}));
whole.figures = texts.slice(0, 5).map((text, i) => ({id: `f${i}`, measure: `m${i}`, of: `a${i}`, min: i, document: `d${i}`, text, by: at(i), note: at(i + 2)}));
const corpus_file = path.join(work, 'hostile.json');
fs.writeFileSync(corpus_file, JSON.stringify(whole));
const files = [
  await make_page('hostile', '-c', corpus_file),
  await make_page('titled', '-c', corpus_file, '--title', texts[0], '--subtitle', texts[2]),
].filter(Boolean);
if (files.length !== 2)
  fail('relata page', `made ${files.length} of 2 pages`);
for (const file of files) {
  const html = fs.readFileSync(file, 'utf8'), [, policy] = html.match(/http-equiv="?Content-Security-Policy"? content="([^"]*)"/i) ?? [];
  for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "script-src 'sha256-"])
    if (!policy?.includes(part))
      fail(path.basename(file), `its policy lacks ${part}: ${policy}`);
  if (/unsafe-(inline|eval)|script-src[^;]*(https?:|\*)/.test(policy ?? ''))
    fail(path.basename(file), `its policy lets too much: ${policy}`);
  if (/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(html))
    fail(path.basename(file), 'holds a character that steers text, as it is');
  if ((html.match(/<script/gi) ?? []).length !== 2 || (html.match(/<\/script/gi) ?? []).length !== 2)
    fail(path.basename(file), 'has other scripts than its data and its own');
}

// Runs in the page: what must not be there.
function strays() {
  const elements = [...document.querySelectorAll('*')];
  return {
    hit: window.hit,
    strays: [...document.querySelectorAll('iframe, img, foreignObject, object, embed, base, body b, math')]
      .map((element) => element.outerHTML.slice(0, 80)),
    scripts: document.scripts.length,
    handlers: elements.flatMap((element) => [...element.attributes].filter(({name}) => /^on/i.test(name)).map(({name}) => `${element.tagName} ${name}`)),
    links: elements.flatMap((element) => [...element.attributes].filter(({name}) => /^(xlink:)?href$|^src$|^action$/i.test(name)).map(({value}) => value)),
    rels: [...document.querySelectorAll('a[href]')].filter((link) => !link.getAttribute('href').startsWith('#')).map((link) => link.getAttribute('rel') ?? ''),
    controls: document.body.innerText.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g) ?? [],
  };
}

async function look(page, where) {
  const found = await page.evaluate(strays);
  if (found.hit !== undefined)
    fail(where, `a script ran: ${found.hit}`);
  if (found.scripts !== 2)
    fail(where, `there are ${found.scripts} scripts`);
  for (const what of [...found.strays, ...found.handlers])
    fail(where, `holds ${what}`);
  for (const link of found.links)
    if (!/^(https?:\/\/|#)/.test(link))
      fail(where, `links to ${link}`);
  for (const rel of found.rels)
    if (!/noopener/.test(rel) || !/noreferrer/.test(rel))
      fail(where, `has a link whose page gets hold of it: rel=${rel}`);
  for (const character of new Set(found.controls))
    fail(where, `shows U+${character.charCodeAt(0).toString(16)} as it is`);
}

async function walk(browser, file) {
  const where = path.basename(file), data = data_of(file), page = await open_page(browser, file, {where});
  const normal = (text) => text.replace(/\s+/g, ' ').trim();
  const looked = async (part) => {
    await settled(page);
    await look(page, `${where}, ${part}`);
  };
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details'))
      details.open = true;
  });
  await looked('at first');
  for (const [i, actor] of data.actors.entries()) {
    await page.locator('#search').fill(actor.name);
    await looked(`search for ${i}`);
    await page.keyboard.press('Enter');
    await looked(`actor ${i}`);
    const title = normal(await page.locator('#panel-title').textContent());
    const text = texts.find((one) => normal(actor.name).endsWith(normal(one)));
    if (text !== undefined && !title.includes(normal(text)))
      fail(where, `the panel calls '${actor.name}' '${title}'`);
  }
  for (const [i, tie] of data.ties.entries()) {
    await page.evaluate(([id]) => {
      const element = document.getElementById(id);
      (element?.querySelector('path, text') ?? element)?.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
    }, tie.elements);
    await looked(`tie ${i}`);
  }
  await ask_path(page, data.actors[1].name, data.actors[4].name, true);
  await looked('path');
  // What paper says of the filters, with all kinds of names in it.
  await page.evaluate(() => {
    for (const box of document.querySelectorAll('#filter-documents input, #filter-types input, #filter-relations input'))
      if (box.checked && !box.disabled)
        box.click();
    dispatchEvent(new Event('beforeprint'));
  });
  await page.emulateMedia({media: 'print'});
  await looked('on paper');
  const sheet = normal(await page.locator('#paper-state').innerText());
  if (!sheet.includes('Shown without') || !sheet.includes(normal(texts[0])))
    fail(where, `paper says '${sheet.slice(0, 200)}'`);
  await page.emulateMedia({media: 'screen'});
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.locator('#reset').click();
  await ask_path(page, data.actors[1].name, data.actors[4].name, true);
  const command = await page.locator('#path-command').textContent();
  for (const character of steering.join(''))
    if (/[\u2028\u2029\u202a-\u202e\u2066-\u2069\u0007\u001b\n]/.test(character) && command.includes(character))
      fail(where, `the command holds U+${character.charCodeAt(0).toString(16)} as it is`);
  // A formula in a spreadsheet is text.
  const csv = await download(page, '#download-csv');
  if (/(^|,|\n)"?[=@+-][^0-9,"]/.test(csv.bytes.toString()))
    fail(where, 'the CSV holds a formula');
  for (const button of ['#download-svg', '#download-json']) {
    const {name, bytes} = await download(page, button);
    if (/[\\/:*?"<>|\u0000-\u001f\u202e]/.test(name))
      fail(where, `the download is called ${name}`);
    if (button === '#download-svg') {
      const bad = await page.evaluate((text) => {
        const elements = [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('*')];
        return elements.flatMap((element) => /^(script|foreignObject|iframe|parsererror)$/i.test(element.localName) ? [element.localName]
          : [...element.attributes].filter(({name, value}) => /^on/i.test(name) || (/href$/i.test(name) && !/^(https?:|#)/.test(value))).map(({name, value}) => `${name}=${value}`));
      }, bytes.toString());
      for (const what of bad)
        fail(where, `the picture that is downloaded holds ${what}`);
    }
  }
  // Who moves the mouse over it sets off nothing of theirs.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('#drawing svg *, #panel *'))
      for (const kind of ['mouseover', 'mousemove', 'load', 'error'])
        element.dispatchEvent(new Event(kind, {bubbles: true}));
  });
  await looked('mouse');
  if (process.env.RELATA_PICTURES)
    await page.screenshot({path: path.join(process.env.RELATA_PICTURES, `page-${where}.png`)});
  await page.context().close();
}

await with_browser(async (browser) => {
  for (const file of files)
    await walk(browser, file).catch((error) => fail(path.basename(file), error.stack));
  // Fragments that nobody but a stranger writes.
  const fragments = [...all.map(encodeURIComponent), ...all.map((text) => `selected=${encodeURIComponent(text)}&q=${encodeURIComponent(text)}`),
                     '%', '%E0%A4%A', '__proto__[hit]=1', 'view=NaN,NaN,0', 'view=1e308,1e308,1e308', 'time=1e999', `query=${'x'.repeat(50000)}`, '"><img src=x onerror=window.hit=1>'];
  for (const fragment of fragments) {
    const page = await open_page(browser, files[0], {fragment, where: `#${fragment.slice(0, 60)}`});
    await look(page, `#${fragment.slice(0, 60)}`);
    await page.context().close();
  }
});
finish(`${files.length} pages of ${all.length} hostile texts`);
