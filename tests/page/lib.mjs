// SPDX-License-Identifier: GPL-2.0-or-later
// What the tests of the page's modules share. tests/page/run sets the environment.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const {RELATA, RELATA_SOURCE} = process.env;
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'relata-page-'));
process.on('exit', () => fs.rmSync(work, {recursive: true, force: true}));

// Nothing beside the modules says that they are modules, and older nodes take a .js without that for a script.
const folder = path.join(RELATA_SOURCE, 'src', 'page', 'scripts');
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.js')))
  fs.copyFileSync(path.join(folder, file), path.join(work, file));
fs.writeFileSync(path.join(work, 'package.json'), '{"type": "module"}');

export const module_files = fs.readdirSync(folder).filter((name) => name.endsWith('.js'))
  .map((name) => ({name, text: fs.readFileSync(path.join(folder, name), 'utf8')}));

// One of the page's modules: load('fold').
export function load(name) {
  return import(pathToFileURL(path.join(work, `${name}.js`)).href);
}

export function vectors(name) {
  return JSON.parse(fs.readFileSync(path.join(RELATA_SOURCE, 'tests', 'page', 'vectors', `${name}.json`), 'utf8'));
}

// relata ARGUMENTS…: {status, stdout, stderr}.
export function relata(words, input = '') {
  const environment = {...process.env, LC_ALL: 'C.UTF-8'};
  delete environment.RELATA_CORPUS;
  const {status, stdout, stderr, error} = spawnSync(RELATA, words, {input, env: environment, encoding: 'utf8', maxBuffer: 1 << 28});
  if (error)
    throw error;
  return {status, stdout, stderr};
}

// A file that holds the corpus.
let n_files = 0;
export function corpus_file(corpus) {
  const file = path.join(work, `corpus-${n_files++}.json`);
  fs.writeFileSync(file, JSON.stringify(corpus));
  return file;
}

// The data of the page that relata makes of a corpus, under a selection: what its scripts are given.
export function page_data(corpus, ...words) {
  const out = path.join(work, 'page.html');
  const {status, stderr} = relata(['page', '-c', corpus, ...words, '-o', out]);
  if (status !== 0)
    throw new Error(`relata page: ${stderr}`);
  const [, text] = fs.readFileSync(out, 'utf8').match(/<script type="application\/json" id="data">([^<]*)<\/script>/);
  return JSON.parse(text);
}
