// SPDX-License-Identifier: GPL-2.0-or-later
// Names, titles, labels, evidence and addresses from strangers, in a picture that a browser opens as a file, inside a page
// and as a page's image: nothing in them runs or is fetched, they are shown as text, and no link leads elsewhere than http(s).
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {all, corpus, texts} from './hostile.mjs';
import {fail, finish, new_context, relata, well_formed, with_browser, work} from './lib.mjs';

const file = path.join(work, 'hostile.json');
fs.writeFileSync(file, JSON.stringify(corpus));
const pictures = [];
for (const [name, ...words] of [
  ['draw', 'draw'],
  ['title', 'draw', '--title', texts[0], '--subtitle', texts[2], '--engine', 'dot'],
  ['bundle', 'draw', '--parallel', 'bundle', '--around', 'a3', '--hops', '2'],
  ['path', 'path', 'a0', 'a4'],
]) {
  const out = path.join(work, `${name}.svg`);
  await relata(words[0], '-c', file, ...words.slice(1), '-o', out);
  if (fs.existsSync(out))
    pictures.push({name, file: out, svg: fs.readFileSync(out, 'utf8')});
}
well_formed(pictures);

// Runs in the page: what is in it, the elements and the words.
function inventory() {
  const svg = document.querySelector('svg');
  const elements = [...svg.querySelectorAll('*'), svg];
  const normal = (text) => text.replace(/\s+/g, ' ');
  return {
    hit: window.hit,
    strays: [...document.querySelectorAll('script, iframe, img, foreignObject, object, embed, use, image')]
      .map((element) => element.outerHTML.slice(0, 80)),
    handlers: elements.flatMap((element) => [...element.attributes].filter((attribute) => /^on/i.test(attribute.name))
      .map((attribute) => `${element.tagName} ${attribute.name}`)),
    links: elements.flatMap((element) => [...element.attributes].filter((attribute) => /href$|^src$/i.test(attribute.name))
      .map((attribute) => attribute.value)),
    rels: elements.filter((element) => element.tagName === 'a' && element.hasAttribute('href'))
      .map((element) => element.getAttribute('rel')),
    styles: elements.filter((element) => element.tagName === 'style').map((element) => element.textContent),
    names: [...svg.querySelectorAll('g.actor')].map((group) => ({
      shown: normal([...group.querySelectorAll('text')].map((text) => text.textContent).join(' ')),
      told: normal(group.querySelector('title')?.textContent ?? ''),
    })),
    words: svg.textContent,
  };
}

function look(where, found) {
  if (found.hit !== undefined)
    fail(where, `a script ran: ${found.hit}`);
  for (const stray of found.strays)
    fail(where, `holds ${stray}`);
  for (const handler of found.handlers)
    fail(where, `holds the handler ${handler}`);
  for (const link of found.links)
    if (!/^(https?:\/\/|#)/.test(link))
      fail(where, `links to ${link}`);
  for (const rel of found.rels)
    if (!/noopener/.test(rel ?? ''))
      fail(where, `has a link whose page gets hold of it: rel=${rel}`);
  for (const style of found.styles)
    if (/url\(|@import|expression/.test(style))
      fail(where, `has a style that fetches: ${style}`);
  for (const [character] of found.words.matchAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g))
    fail(where, `shows U+${character.charCodeAt(0).toString(16)} as it is`);
}

// In a whole picture each name is there, in the tooltip as it is and, where the shape has room for it, in the shape.
function look_for_names(where, {names}) {
  const normal = (text) => text.replace(/\s+/g, ' ').trim();
  for (const [i, text] of texts.entries()) {
    const name = normal(`${i} ${text}`);
    if (!names.some(({told}) => told.includes(name)))
      fail(where, `does not tell the name '${name}' as it is`);
    const begin = name.slice(0, 14);
    if (!names.some(({shown}) => shown.includes(begin)))
      fail(where, `does not show the name '${name}' as it is`);
  }
}

await with_browser(async (browser) => {
  const context = await new_context(browser);
  for (const {name, file: svg_file, svg} of pictures) {
    const inline = path.join(work, `${name}.inline.html`), image = path.join(work, `${name}.image.html`);
    const body = svg.replace(/^<\?xml[^>]*\?>/, '');
    fs.writeFileSync(inline, `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title><body>${body}</body>`);
    fs.writeFileSync(image, `<!doctype html><link rel="icon" href="data:,"><title>x</title><img src="${name}.svg">`);
    for (const shown of [svg_file, inline, image]) {
      const page = await context.newPage(), where = path.basename(shown);
      const own = [pathToFileURL(shown).href, pathToFileURL(svg_file).href, 'data:,'];
      page.on('dialog', (dialog) => {
        fail(where, `opens a dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      page.on('pageerror', (error) => fail(where, `has an error: ${error.message}`));
      page.on('console', (message) => fail(where, `says on the console: ${message.text()}`));
      page.on('request', (request) => own.includes(request.url()) || fail(where, `fetches ${request.url()}`));
      await page.goto(pathToFileURL(shown).href);
      if (shown !== image) {
        const found = await page.evaluate(inventory);
        look(where, found);
        if (name === 'draw')
          look_for_names(where, found);
        // Who moves the mouse over it and clicks sets off nothing of theirs; links open elsewhere.
        await page.evaluate(() => {
          for (const element of document.querySelectorAll('svg *')) {
            for (const kind of ['mouseover', 'mousemove', 'focus', 'load', 'error'])
              element.dispatchEvent(new Event(kind, {bubbles: true}));
          }
        });
      }
      if (await page.evaluate(() => window.hit) !== undefined)
        fail(where, 'a script ran');
      await page.close();
    }
  }
});
if (pictures.length !== 4)
  fail('pictures', `${pictures.length} of 4 were drawn`);
finish(`${pictures.length} pictures of ${all.length} hostile texts, three ways each`);
