// SPDX-License-Identifier: GPL-2.0-or-later
// In the dark as in the light every text of the screen theme can be read: 4.5:1 against what lies under it (WCAG 2.1, AA), as
// Chromium computes the colours. And in the dark the page is dark.
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {fail, finish, for_each, has_option, new_page, relata, skip, views, with_browser, work} from './lib.mjs';

if (!has_option('draw', '--theme'))
  skip('draw has no --theme yet');

const LEAST = 4.5;

// Runs in the page: of each text its colour and that of the ground under it. What lies under it is found as it is painted:
// the last filled shape before it that holds its middle.
function colours() {
  const shapes = [...document.querySelectorAll('rect, polygon, path, ellipse, circle, polyline')].filter((shape) => {
    const {fill, fillOpacity, display, visibility} = getComputedStyle(shape);
    return fill !== 'none' && !/, 0\)$/.test(fill) && fill !== 'transparent' && Number(fillOpacity) > 0.5 &&
           display !== 'none' && visibility !== 'hidden';
  });
  const page = getComputedStyle(document.documentElement).backgroundColor;
  const texts = [...document.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '');
  return texts.map((text) => {
    const box = text.getBBox(), middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
      .matrixTransform(text.getScreenCTM());
    const under = shapes.filter((shape) =>
      (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      shape.isPointInFill(middle.matrixTransform(shape.getScreenCTM().inverse()))).pop();
    return {
      text: text.textContent, ink: getComputedStyle(text).fill,
      ground: under ? getComputedStyle(under).fill : page,
      page: shapes.length > 0 ? getComputedStyle(shapes[0]).fill : page,
    };
  });
}

function luminance(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => {
    const share = Number(value) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const pictures = views();
await for_each(pictures, async (picture) => {
  picture.file = path.join(work, `${picture.name}.svg`);
  await relata('draw', ...picture.arguments, '--theme', 'screen', '-o', picture.file);
});
await with_browser(async (browser) => {
  const page = await new_page(browser, {viewport: {width: 1600, height: 1200}});
  for (const {name, file} of pictures.filter((picture) => fs.existsSync(picture.file)))
    for (const scheme of ['light', 'dark']) {
      await page.emulateMedia({colorScheme: scheme});
      await page.goto(pathToFileURL(file).href);
      const found = await page.evaluate(colours);
      if (found.length === 0)
        fail(name, 'shows no text');
      for (const {text, ink, ground} of found)
        if (contrast(ink, ground) < LEAST)
          fail(`${name}, ${scheme}`, `'${text}' is ${ink} on ${ground}: ${contrast(ink, ground).toFixed(2)}:1`);
      if (found.length > 0 && (luminance(found[0].page) < 0.2) !== (scheme === 'dark'))
        fail(`${name}, ${scheme}`, `the page is ${found[0].page}`);
      if (process.env.RELATA_PICTURES)
        await page.screenshot({path: path.join(process.env.RELATA_PICTURES, `${name}.${scheme}.png`)});
    }
});
finish(`${pictures.length} pictures, light and dark`);
