// SPDX-License-Identifier: GPL-2.0-or-later
// Creates elements. Texts are never parsed as markup.

export function byId(id) {
  return document.getElementById(id);
}

// Characters that are invisible but change what is visible are shown by their number, as relata_display_safe() does. Joiners
// stay, because some scripts need them.
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2028\u2029]/gu;

export function visible(text) {
  return String(text).replace(/[ \t\r\n]+/g, ' ')
    .replace(unseen, (c) => `⟨U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

// make('li', {class: 'hop', dataset: {tie: 1}, onclick: f}, 'words', element, …): null children are skipped.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name === 'dataset')
      Object.assign(element.dataset, value);
    else if (name.startsWith('on'))
      element.addEventListener(name.slice(2), value);
    else if (value === true)
      element.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined)
    .map((child) => typeof child === 'object' ? child : visible(child)));
  return element;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

export function makeSvg(tag, attributes = {}) {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, value);
  return element;
}

// Returns a name in an element that keeps it from changing the direction of the text around it.
export function nameOf(text, attributes = {}) {
  return make('bdi', attributes, text);
}

// Returns "from relation to". Its direction is that of the words between the names, whatever the names and the surrounding
// text are.
export function sentenceOf(from, relation, to) {
  return make('span', {dir: 'auto'}, from, ' ', relation, ' ', to);
}

// Returns a link if the address is http or https; else its words.
export function link(address, words) {
  return /^https?:\/\//i.test(address) ? make('a', {href: address, rel: 'noopener noreferrer', target: '_blank'}, words) : make('span', {}, words);
}

// Formats an integer with English digit groups. toLocaleString() would first load its tables, which takes longer than
// everything else.
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function plural(number, one, many) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

// Returns a function that calls `act` after the changes so far are painted, for work that can wait. Several calls before
// that lead to one call of `act`.
export function afterPaint(act) {
  let asked = false;
  return () => {
    if (asked)
      return;
    asked = true;
    requestAnimationFrame(() => setTimeout(() => {
      asked = false;
      act();
    }));
  };
}
