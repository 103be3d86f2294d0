// SPDX-License-Identifier: GPL-2.0-or-later
// Lists that can be very long. Browsers take seconds to lay out thousands of items, so only the first are shown until the
// reader asks for all.
import {grouped, make} from './dom.js';

export const mostShown = 100;

// Fills a list with the items that makeItem(i) returns. `words` names the items. If there are more than are shown, a button
// below the list says so and adds the others. Returns the function of that button, or null.
export function fillLongList(list, number, makeItem, words, madeMore = () => {}) {
  const add = (from, to) => list.append(...Array.from({length: to - from}, (_, i) => makeItem(from + i)));
  add(0, Math.min(number, mostShown));
  if (number <= mostShown)
    return null;
  const more = make('p', {class: 'all'}, make('button', {type: 'button', onclick: showAll}, `Show all ${grouped(number)} ${words}`));
  list.after(more);
  function showAll() {
    if (!more.isConnected)
      return;
    const focused = more.contains(document.activeElement);
    add(mostShown, number);
    more.remove();
    madeMore();
    if (focused)
      list.children[mostShown].querySelector('input, a, button')?.focus();
  }
  return showAll;
}
