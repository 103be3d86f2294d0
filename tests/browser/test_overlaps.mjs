// SPDX-License-Identifier: GPL-2.0-or-later
// No label overlaps a label or an actor, every text fits its shape, nothing leaves the canvas: in the committed views and
// in fifty generated ones, as Chromium shows them. With a folder in RELATA_PICTURES they are left there, as SVG and PNG.
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {faults, measure} from './boxes.mjs';
import {corpora} from './corpora.mjs';
import {fail, finish, for_each, new_page, relata, views, well_formed, with_browser, work} from './lib.mjs';

const kept = process.env.RELATA_PICTURES;
const folder = kept ?? work;

const generated = corpora().map(({name, corpus}) => {
  const file = path.join(work, `${name}.json`);
  fs.writeFileSync(file, JSON.stringify(corpus));
  return {name, arguments: ['-c', file]};
});
const pictures = [...views(), ...generated];

await for_each(pictures, async (picture) => {
  picture.file = path.join(folder, `${picture.name}.svg`);
  await relata('draw', ...picture.arguments, '-o', picture.file);
});
const drawn = pictures.filter((picture) => fs.existsSync(picture.file));
well_formed(drawn.map(({name, file}) => ({name, svg: fs.readFileSync(file)})));
await with_browser(async (browser) => {
  const page = await new_page(browser, {viewport: {width: 1600, height: 1200}});
  for (const {name, file} of drawn) {
    await page.goto(pathToFileURL(file).href);
    const measured = await page.evaluate(measure);
    if (!measured.groups.some((group) => group.classes.includes('actor')))
      fail(name, 'shows no actor');
    for (const fault of faults(measured))
      fail(name, fault);
    if (kept)
      await keep_png(page, name, measured.page);
  }
});
finish(`${pictures.length} pictures`);

async function keep_png(page, name, {left, top, right, bottom}) {
  const height = Math.ceil(1600 * (bottom - top) / (right - left));
  await page.evaluate(() => document.documentElement.setAttribute('width', '1600'));
  await page.evaluate((height) => document.documentElement.setAttribute('height', `${height}`), height);
  await page.setViewportSize({width: 1600, height});
  await page.screenshot({path: path.join(folder, `${name}.png`)});
}
