// SPDX-License-Identifier: GPL-2.0-or-later
// What the browser tests share: relata to run, Chromium to look with. tests/browser/run sets the environment.
import {execFile, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';

const {RELATA, RELATA_SOURCE, RELATA_BROWSER, RELATA_NODE} = process.env;
// Milliseconds until what is waited for counts as missing: no measure of speed, so sanitizers on a busy machine keep it.
const PATIENCE = 300000;
const {chromium} = createRequire(path.join(RELATA_NODE, 'package.json'))('playwright-core');

export const source = RELATA_SOURCE;
export const work = fs.mkdtempSync(path.join(os.tmpdir(), 'relata-browser-'));
process.on('exit', () => fs.rmSync(work, {recursive: true, force: true}));

let failures = 0;

// Says what is wrong; the test goes on, so that one run shows all of it.
export function fail(where, what) {
  failures++;
  console.error(`FAIL: ${where}: ${what}`);
}

export function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

export function finish(what) {
  console.log(failures === 0 ? `ok: ${what}` : `${failures} failures in ${what}`);
  process.exit(failures === 0 ? 0 : 1);
}

const environment = {...process.env, LC_ALL: 'C.UTF-8'};
delete environment.RELATA_CORPUS;

// relata ARGUMENTS…; a failure of it is one of the test.
export async function relata(...words) {
  try {
    return (await promisify(execFile)(RELATA, words, {env: environment, maxBuffer: 1 << 28})).stdout;
  } catch (error) {
    fail(`relata ${words.join(' ')}`, error.stderr || error.message);
    return '';
  }
}

// Whether the command has the option.
export function has_option(command, option) {
  return spawnSync(RELATA, [command, '--help'], {env: environment, encoding: 'utf8'}).stdout.includes(option);
}

export function has_program(name) {
  return spawnSync(name, ['--version']).error === undefined;
}

// xmllint accepts the pictures ({name, svg}); without xmllint nothing is said.
export function well_formed(pictures) {
  if (!has_program('xmllint'))
    return;
  for (const {name, svg} of pictures) {
    const {status, stderr} = spawnSync('xmllint', ['--noout', '--nonet', '-'], {input: svg, encoding: 'utf8'});
    if (status !== 0)
      fail(name, `xmllint does not accept it: ${stderr}`);
  }
}

// The committed views, each with the corpus that ./dev graphs draws it of.
export function views() {
  const data = fs.readdirSync(path.join(source, 'data')).sort();
  return fs.readdirSync(path.join(source, 'graphs')).filter((name) => name.endsWith('.view.json')).sort().map((file) => {
    const name = file.replace('.view.json', '');
    const corpus = data.find((folder) => name === folder || name.startsWith(`${folder}-`) ||
                                         name.startsWith(`${folder}.`)) ?? 'kabul-2021';
    return {name, arguments: ['-c', path.join(source, 'data', corpus), '--view', path.join(source, 'graphs', file)]};
  });
}

// Does the work for each item, as many at a time as there are processors; results in the items' order.
export async function for_each(items, work_on) {
  const results = new Array(items.length);
  let next = 0;
  await Promise.all(Array.from({length: os.cpus().length}, async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work_on(items[at], at);
    }
  }));
  return results;
}

// Chromium, for the time that the test looks. The sandbox wants rights that a container may not give, and what is looked
// at is our own; nothing is fetched from anywhere.
export async function with_browser(look) {
  const browser = await chromium.launch({
    executablePath: RELATA_BROWSER,
    timeout: PATIENCE,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    return await look(browser);
  } finally {
    await browser.close();
  }
}

export async function new_context(browser, settings = {}) {
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(PATIENCE);
  return context;
}

export async function new_page(browser, settings = {}) {
  return (await new_context(browser, settings)).newPage();
}

// SplitMix32, so that a seed is a corpus, here and anywhere.
export function random_of(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  return {below: (n) => next() % n, chance: (percent) => next() % 100 < percent};
}
