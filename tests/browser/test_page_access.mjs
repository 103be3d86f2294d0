// SPDX-License-Identifier: GPL-2.0-or-later
// axe-core finds nothing wrong with the page: light and dark, wide and narrow, at first and with a panel, a path and the table
// open. In the dark it is dark. Nothing is wider than a phone. It says its language and what runs from right to left.
import {createRequire} from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import {fail, finish, has_option, skip, with_browser} from './lib.mjs';
import {ask_path, data_of, kabul, make_page, open_page, set_filters, settled} from './page.mjs';

if (!has_option('page', '--output'))
  skip('there is no relata page');
let axe;
try {
  axe = fs.readFileSync(createRequire(path.join(process.env.RELATA_NODE, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
} catch {
  skip('axe-core is not installed: ./dev test does it');
}
const file = await make_page('access', '-c', kabul), data = data_of(file);

// `whole`: with all that is in the drawing and the table, which takes seconds; what is looked at decides little of it.
async function look(page, where, whole) {
  await page.evaluate(axe);
  const {violations, passes} = await page.evaluate(async (all) => {
    const aside = all ? [] : ['#drawing > svg', '#table tbody'].map((one) => document.querySelector(one)), places = aside.map((one) => one.parentNode);
    for (const one of aside)
      one.remove();
    const found = await window.axe.run(document, {resultTypes: ['violations']});
    aside.forEach((one, i) => places[i].append(one));
    return found;
  }, whole);
  for (const {id, help, nodes} of violations)
    fail(where, `${id}: ${help}: ${nodes.slice(0, 4).map(({target, any, all}) => `${target.join(' ')} (${[...any, ...all][0]?.message ?? ''})`).join(' · ')} (${nodes.length})`);
  if (passes.length < 15)
    fail(where, `axe has looked at ${passes.length} rules only`);
}

async function picture(page, name) {
  if (process.env.RELATA_PICTURES)
    await page.screenshot({path: path.join(process.env.RELATA_PICTURES, `page-${name}.png`)});
}

const parts = {
  'at first': async () => undefined,
  'an actor': async (page) => {
    await page.locator('#search').fill('Taliban');
    await page.keyboard.press('Enter');
  },
  'a tie that some deny': async (page) => {
    await page.evaluate(() => { location.hash = 'selected=tie:isis-k%2C%20threatens%2C%20taliban'; });
    await page.locator('.contradiction').first().waitFor();
  },
  'the overview': async (page) => {
    await page.locator('#zoom-in').click();
    await page.locator('#overview').focus();
  },
  'the list of search': async (page) => {
    await page.locator('#search').fill('is');
    await page.locator('#search-list [role=option]').first().waitFor();
  },
  'a path': async (page) => {
    await page.locator('#tab-path').click();
    await ask_path(page, 'Abu Omar Khorasani', 'China', true);
  },
  'filters': async (page) => {
    await page.locator('#tab-filters').click();
    await set_filters(page, {signs: [0], time: {from: 18800, to: 18870}});
  },
  'everything open': (page) => page.evaluate(() => {
    for (const details of document.querySelectorAll('details'))
      details.open = true;
  }),
};

await with_browser(async (browser) => {
  for (const scheme of ['light', 'dark'])
    for (const width of [1440, 1024, 390]) {
      const name = `${width}-${scheme}`, page = await open_page(browser, file, {colorScheme: scheme, viewport: {width, height: width < 500 ? 844 : 900}});
      // axe takes seconds each time: between the widest and the narrowest only the layout can differ.
      for (const [part, act] of Object.entries(parts).slice(0, width === 1024 ? 2 : undefined))
        try {
          await act(page);
          await settled(page);
          await look(page, `${name}, ${part}`, part === 'at first' || (width === 1440 && part === 'an actor'));
          await picture(page, `${name}-${part.replaceAll(' ', '-')}`);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (over > 0)
            fail(`${name}, ${part}`, `is ${over} pixels too wide`);
        } catch (error) {
          fail(`${name}, ${part}`, error.message.split('\n')[0]);
        } finally {
          await page.keyboard.press('Escape');
        }
      const {ground, language, title, landmarks, headings} = await page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor, language: document.documentElement.lang, title: document.title,
        landmarks: document.querySelectorAll('main, [role=main]').length,
        headings: [...document.querySelectorAll('h1')].length,
      }));
      const [red, green, blue] = ground.match(/[\d.]+/g).map(Number);
      if ((red + green + blue < 200) !== (scheme === 'dark'))
        fail(name, `the ground is ${ground}`);
      if (!language || !title || landmarks !== 1 || headings !== 1)
        fail(name, `language '${language}', title '${title}', ${landmarks} main, ${headings} h1`);
      await page.context().close();
    }
  // Printed it is what it says, not its controls.
  const page = await open_page(browser, file);
  await page.emulateMedia({media: 'print'});
  if (await page.locator('#zoom-in').isVisible() || await page.locator('#search').isVisible() || !await page.locator('#drawing svg').isVisible())
    fail('print', 'shows controls, or no drawing');
  // Less motion where less is asked for: nothing moves by itself.
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
    const {transitionDuration, animationName} = getComputedStyle(element);
    return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0.01);
  }).length);
  if (moving > 0)
    fail('reduced motion', `${moving} elements move`);
});
finish(`axe-core on a page of ${data.actors.length} actors, two schemes, three widths, ${Object.keys(parts).length} states`);
