// SPDX-License-Identifier: GPL-2.0-or-later
// rsvg-convert and Chromium draw the same picture of the same SVG, at 1600 pixels across.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {corpora} from './corpora.mjs';
import {fail, finish, for_each, has_program, new_page, relata, skip, views, well_formed, with_browser, work} from './lib.mjs';

if (!has_program('rsvg-convert'))
  skip('rsvg-convert is not installed');

const WIDE = 1600;
const MOST_UNLIKE = 0.003; // of the picture: letters are placed by a fraction of a pixel otherwise

// Runs in the page: the share of the picture that differs. Compared are squares of 4 by 4 pixels by their mean colour, each
// with the most alike of those about it, as the two set letters apart by up to a pixel or two.
async function compare([svg, png, wide]) {
  const square = 4, far = 48;
  const paint = async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const high = Math.round(wide * image.naturalHeight / image.naturalWidth);
    const canvas = new OffscreenCanvas(wide, high), pen = canvas.getContext('2d', {willReadFrequently: true});
    pen.drawImage(image, 0, 0, wide, high);
    return {high, pixels: pen.getImageData(0, 0, wide, high).data};
  };
  const means = ({high, pixels}) => {
    const columns = Math.floor(wide / square), rows = Math.floor(high / square), sums = new Float32Array(columns * rows * 3);
    for (let y = 0; y < rows * square; y++)
      for (let x = 0; x < columns * square; x++)
        for (let colour = 0; colour < 3; colour++)
          sums[(Math.floor(y / square) * columns + Math.floor(x / square)) * 3 + colour] +=
            pixels[(y * wide + x) * 4 + colour] / square ** 2;
    return {columns, rows, sums};
  };
  const [a, b] = [await paint(svg), await paint(png)];
  if (Math.abs(a.high - b.high) > 2)
    return {unlike: 1, where: `${a.high} and ${b.high} pixels high`};
  const one = means(a), other = means(b), rows = Math.min(one.rows, other.rows), columns = one.columns;
  let unlike = 0, where = '';
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let least = Infinity;
      for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, rows - 1); y++)
        for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, columns - 1); x++)
          least = Math.min(least, Math.max(...[0, 1, 2].map((colour) =>
            Math.abs(one.sums[(row * columns + column) * 3 + colour] - other.sums[(y * columns + x) * 3 + colour]))));
      if (least > far) {
        unlike++;
        where ||= `first at ${column * square}, ${row * square}`;
      }
    }
  return {unlike: unlike / (rows * columns), where};
}

const data_url = (type, bytes) => `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

function rsvg(svg) {
  return execFileSync('rsvg-convert', ['--width', `${WIDE}`, '--keep-aspect-ratio'], {input: svg, maxBuffer: 1 << 28});
}

// Of each size two; all that is drawn is in them.
const generated = corpora().filter((_, i) => i % 10 === 4 || i % 10 === 6).map(({name, corpus}) => {
  const file = path.join(work, `${name}.json`);
  fs.writeFileSync(file, JSON.stringify(corpus));
  return {name, arguments: ['-c', file]};
});
const pictures = [...views(), ...generated];
await for_each(pictures, async (picture) => {
  picture.svg = await relata('draw', ...picture.arguments);
});
well_formed(pictures);
await with_browser(async (browser) => {
  const page = await new_page(browser);
  for (const {name, svg} of pictures) {
    const {unlike, where} = await page.evaluate(compare, [data_url('image/svg+xml', svg), data_url('image/png', rsvg(svg)), WIDE]);
    if (unlike > MOST_UNLIKE)
      fail(name, `${(100 * unlike).toFixed(2)} % of the picture differs, ${where}`);
    if (process.env.RELATA_VERBOSE)
      console.log(`${name}: ${(100 * unlike).toFixed(3)} %`);
  }
  // The comparison itself: names in another place are seen.
  const {svg} = pictures[0], moved = svg.replace(/(<text [^>]*y=")-(\d+)/g, (_, before, y) => `${before}-${Number(y) + 25}`);
  const {unlike} = await page.evaluate(compare, [data_url('image/svg+xml', svg), data_url('image/png', rsvg(moved)), WIDE]);
  if (unlike <= MOST_UNLIKE)
    fail('the comparison', `does not see that texts are elsewhere: ${(100 * unlike).toFixed(3)} %`);
});
finish(`${pictures.length} pictures`);
