// SPDX-License-Identifier: GPL-2.0-or-later
// How the scripts of the page and the tests in JavaScript are written. ./dev lint runs it from build/lint, and
// "./dev lint --fix" mends what can be mended.
import js from '@eslint/js';
import stylistic from '@stylistic/eslint-plugin';
import globals from 'globals';

const style = stylistic.configs.customize({indent: 2, quotes: 'single', semi: true, arrowParens: true, braceStyle: '1tbs'});

export default [
  js.configs.recommended,
  style,
  {
    rules: {
      'eqeqeq': ['error', 'always', {null: 'ignore'}], // == null is null or undefined
      'no-control-regex': 'off', // control characters in names are what is looked for
      'no-var': 'error',
      'prefer-const': 'error',
      '@stylistic/object-curly-spacing': ['error', 'never'],
      '@stylistic/max-len': ['error', {code: 160, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true}],
      '@stylistic/max-statements-per-line': ['error', {max: 2}], // a function of one statement may stand on the line that takes it
      '@stylistic/quotes': ['error', 'single', {avoidEscape: true, allowTemplateLiterals: 'always'}],
      // What is broken over lines is broken where it reads best, and its parts may stand below each other.
      '@stylistic/indent': ['error', 2, {
        ignoredNodes: ['ConditionalExpression', 'CallExpression > *', 'ArrayExpression > *', 'ObjectExpression > *'],
      }],
      '@stylistic/indent-binary-ops': 'off',
      '@stylistic/multiline-ternary': 'off',
      '@stylistic/operator-linebreak': 'off',
      '@stylistic/quote-props': 'off', // a key is quoted where it must be, its neighbours for company or not
    },
  },
  {files: ['src/**/*.js'], languageOptions: {globals: globals.browser}},
  {files: ['tests/**/*.mjs'], languageOptions: {globals: {...globals.node, ...globals.browser}}}, // what runs in the page stands there, too
];
