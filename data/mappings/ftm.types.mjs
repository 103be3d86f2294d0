// SPDX-License-Identifier: GPL-2.0-or-later
// Prints what relata has to know of FollowTheMoney's schemata, "schemata" in ftm.types.json, from the model that the npm
// package has: node ftm.types.mjs node_modules/@alephdata/followthemoney/dist/defaultModel.json ftm.types.json
// What the file says besides, labels and signs, is written by hand and kept.
import { readFileSync, writeFileSync } from 'node:fs';

const [model, target] = process.argv.slice(2);
const { schemata } = JSON.parse(readFileSync(model, 'utf8'));
const written = JSON.parse(readFileSync(target, 'utf8'));

const sorted = (object) => Object.keys(object).sort();
const facts = {};
for (const name of sorted(schemata)) {
  const { extends: above, edge, caption, properties } = schemata[name];
  const own = sorted(properties).filter((key) => !properties[key].stub);
  const fact = {};
  if (above.length > 0) fact.extends = above;
  if (edge) Object.assign(fact, { source: edge.source, target: edge.target, directed: edge.directed });
  if (caption?.length > 0) fact.caption = caption;
  fact.values = own.filter((key) => properties[key].type !== 'entity');
  fact.entities = {};
  for (const key of own.filter((key) => properties[key].type === 'entity'))
    fact.entities[key] = [properties[key].range, properties[key].reverse?.name ?? properties[key].reverse];
  facts[name] = fact;
}

const lines = sorted(facts).map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(facts[name])}`);
delete written.schemata;
const rows = (records) => `[\n${records.map((record) => `  ${JSON.stringify(record)}`).join(',\n')}\n ]`;
const rest = sorted(written).map((key) =>
  ` ${JSON.stringify(key)}: ${Array.isArray(written[key]) ? rows(written[key]) : JSON.stringify(written[key])}`);
writeFileSync(target, `{\n${rest.join(',\n')},\n "schemata": {\n${lines.join(',\n')}\n }\n}\n`);
