// SPDX-License-Identifier: GPL-2.0-or-later
// Elements, made of words that are never read as markup.

export function byId(id) {
  return document.getElementById(id);
}

// What is seen by nobody but changes what is seen is shown by its number, as relata_display_safe() shows it. Joiners, which
// some scripts spell with, stay.
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2028\u2029]/gu;

export function visible(text) {
  return String(text).replace(/[ \t\r\n]+/g, ' ')
    .replace(unseen, (c) => `⟨U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

// make('li', {class: 'hop', dataset: {tie: 1}, onclick: f}, 'words', element, …): null children are left out.
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

// A name, kept from turning the words around it.
export function nameOf(text, attributes = {}) {
  return make('bdi', attributes, text);
}

// Who, what, to whom: it runs as the words between the two names run, whatever the names and the words around it do.
export function sentenceOf(from, relation, to) {
  return make('span', {dir: 'auto'}, from, ' ', relation, ' ', to);
}

// A link where the address is one of the web; else its words.
export function link(address, words) {
  return /^https?:\/\//i.test(address) ? make('a', {href: address, rel: 'noopener noreferrer', target: '_blank'}, words) : make('span', {}, words);
}

// A whole number as English groups it. toLocaleString() would load its tables first, which takes longer than all else.
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function plural(number, one, many) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

// Once what has changed so far is painted: for what may follow a moment later. Asked again before, once.
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
