// SPDX-License-Identifier: GPL-2.0-or-later
// The habits by which the modules can be put into one script: named exports only, imports of one line from beside them, no
// name twice; and none of what a page that shows strangers' words must not use.
import assert from 'node:assert/strict';
import test from 'node:test';
import {module_files} from './lib.mjs';

test('there are modules', () => assert.ok(module_files.length >= 10, `${module_files.length}`));

for (const {name, text} of module_files)
  test(name, () => {
    const lines = text.split('\n');
    assert.equal(lines[0], '// SPDX-License-Identifier: GPL-2.0-or-later');
    assert.ok(lines.length <= 500, `${lines.length} lines`);
    for (const line of lines) {
      if (/^import\b/.test(line)) {
        const [, file] = line.match(/^import \{[\w, ]+\} from '\.\/(\w+\.js)';$/) ?? [];
        assert.ok(file, line);
        assert.ok(module_files.some((other) => other.name === file), line);
      }
      if (/^export\b/.test(line))
        assert.match(line, /^export (async )?(function\*?|const) /);
      const code = line.replace(/\/\/ .*$/, '');
      assert.doesNotMatch(code, /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function|localStorage|fetch|XMLHttpRequest)\b/);
      assert.doesNotMatch(code, /\bimport\(/);
    }
  });

test('no string goes on in the next line', () => {
  // src/join.cmake takes indentation away: what is left of a template's literal part may hold no line's end.
  for (const {name, text} of module_files) {
    const literal = text.replace(/^\s*\/\/.*$/gm, '').matchAll(/`((?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^`{}]|`[^`]*`|\{[^{}]*\})*\})*)`/g);
    for (const [, inner] of literal)
      assert.ok(!inner.replace(/\$\{(?:[^`{}]|`[^`]*`|\{[^{}]*\})*\}/g, '').includes('\n'), `${name}: ${inner}`);
  }
});

test('no name is declared twice', () => {
  const seen = new Map();
  for (const {name, text} of module_files)
    for (const [, kind] of text.matchAll(/^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)/gm)) {
      assert.ok(!seen.has(kind), `${kind} in ${seen.get(kind)} and in ${name}`);
      seen.set(kind, name);
    }
});
