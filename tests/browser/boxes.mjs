// SPDX-License-Identifier: GPL-2.0-or-later
// What lies where in a picture as Chromium shows it, and what of it is at fault. Lengths are the SVG's units, points.

// Runs in the page. A text's box is its ink: the box that a browser gives has the font's whole height, of which letters
// that a diagram shows fill a part.
export function measure() {
  const root = document.documentElement, picture = document.getElementById('picture');
  const to_page = root.getScreenCTM().inverse(), pen = new OffscreenCanvas(1, 1).getContext('2d');
  const place = (matrix, left, top, right, bottom) => {
    const a = new DOMPoint(left, top).matrixTransform(matrix), b = new DOMPoint(right, bottom).matrixTransform(matrix);
    return {left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), right: Math.max(a.x, b.x), bottom: Math.max(a.y, b.y)};
  };
  const unite = (boxes) => ({
    left: Math.min(...boxes.map((box) => box.left)), top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)), bottom: Math.max(...boxes.map((box) => box.bottom)),
  });
  const box_of = (element) => {
    const box = element.getBBox();
    return place(to_page.multiply(element.getScreenCTM()), box.x, box.y, box.x + box.width, box.y + box.height);
  };
  const ink_of = (text) => {
    const style = getComputedStyle(text), at = text.getStartPositionOfChar(0), box = text.getBBox();
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const metrics = pen.measureText(text.textContent);
    return place(to_page.multiply(text.getScreenCTM()), box.x, at.y - metrics.actualBoundingBoxAscent, box.x + box.width,
                 at.y + metrics.actualBoundingBoxDescent);
  };
  // The box of each letter's ink: those of whole lines have empty corners.
  const letters_of = (text) => {
    const matrix = to_page.multiply(text.getScreenCTM()), content = text.textContent, letters = [];
    for (let i = 0; i < content.length; i++) {
      if (/[\s\p{M}\p{Cf}\p{Cs}]/u.test(content[i]))
        continue;
      const at = text.getStartPositionOfChar(i), extent = text.getExtentOfChar(i), metrics = pen.measureText(content[i]);
      const dx = extent.width / 5; // letters are no boxes
      letters.push(place(matrix, extent.x + dx, at.y - metrics.actualBoundingBoxAscent, extent.x + extent.width - dx,
                         at.y + metrics.actualBoundingBoxDescent));
    }
    return letters;
  };
  const page = {left: root.viewBox.baseVal.x, top: root.viewBox.baseVal.y};
  page.right = page.left + root.viewBox.baseVal.width;
  page.bottom = page.top + root.viewBox.baseVal.height;
  const drawn = [...picture.querySelectorAll('text, path, polygon, polyline, ellipse, circle, rect, line')]
    .filter((element) => element.tagName !== 'text' || element.textContent.trim() !== '')
    .map((element) => ({what: `${element.parentElement.id} ${element.tagName}`, box: box_of(element)}));
  // What belongs together: an actor, a label, else the innermost group that has a class. Groups may hold groups.
  const owner_of = (element) => element.closest('g.actor, g.tie-label, g.tie-count') ?? element.closest('g[class]') ?? picture;
  const owned = new Map();
  for (const element of picture.querySelectorAll('text, path, polygon, polyline, ellipse, circle, rect')) {
    const owner = owner_of(element);
    if (owner !== picture && getComputedStyle(element).display !== 'none')
      owned.set(owner, [...(owned.get(owner) ?? []), element]);
  }
  const groups = [...owned].map(([group, elements]) => {
    const outlines = elements.filter((element) => element.tagName !== 'text');
    const texts = elements.filter((text) => text.tagName === 'text' && text.textContent.trim() !== '').map((text) => {
      const matrix = to_page.multiply(outlines[0]?.getScreenCTM() ?? text.getScreenCTM()).inverse();
      const box = ink_of(text), letters = letters_of(text);
      const corners = letters.flatMap(({left, top, right, bottom}) =>
        [[left, top], [right, top], [left, bottom], [right, bottom]]);
      return {
        text: text.textContent, box, letters,
        inside: outlines.length === 0 || corners.every(([x, y]) => outlines.some((outline) => {
          const point = new DOMPoint(x, y).matrixTransform(matrix);
          return outline.isPointInFill(point) || outline.isPointInStroke(point);
        })),
      };
    });
    return {
      id: group.id, classes: [...group.classList], texts,
      shape: outlines.length > 0 ? unite(outlines.map(box_of)) : null,
    };
  });
  return {page, drawn, groups};
}

const SLACK = 0.75; // points, a quarter of a millimetre: less is no overlap that anyone sees

function overlap(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > SLACK && along > SLACK ? `${across.toFixed(1)} × ${along.toFixed(1)} pt` : null;
}

const lines_touch = (a, b) => a.letters.some((one) => b.letters.some((other) => overlap(one, other)));

const within = (inner, outer, slack) => inner.left >= outer.left - slack && inner.right <= outer.right + slack &&
                                        inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;

// What is wrong, a sentence each.
export function faults({page, drawn, groups}) {
  const found = [];
  for (const {what, box} of drawn)
    if (!within(box, page, SLACK))
      found.push(`${what} leaves the canvas`);
  const texts = groups.flatMap((group, owner) => group.texts.map((text) => ({...text, owner})));
  for (let i = 0; i < texts.length; i++)
    for (let j = i + 1; j < texts.length; j++) {
      // Lines of one name are set so close that a long letter may reach beside an accent of the next.
      const much = overlap(texts[i].box, texts[j].box);
      if (much && (texts[i].owner !== texts[j].owner || lines_touch(texts[i], texts[j])))
        found.push(`the texts '${texts[i].text}' and '${texts[j].text}' overlap by ${much}`);
    }
  const shapes = groups.map((group, owner) => ({...group, owner}))
    .filter((group) => group.shape !== null && group.classes.some((name) => name === 'actor' || name === 'legend'));
  for (const shape of shapes)
    for (const text of texts) {
      const much = text.owner !== shape.owner && overlap(text.box, shape.shape);
      if (much)
        found.push(`the text '${text.text}' overlaps the shape of ${shape.id} by ${much}`);
    }
  const actors = shapes.filter((shape) => shape.classes.includes('actor'));
  for (let i = 0; i < actors.length; i++)
    for (let j = i + 1; j < actors.length; j++) {
      const much = overlap(actors[i].shape, actors[j].shape);
      if (much)
        found.push(`${actors[i].id} and ${actors[j].id} overlap by ${much}`);
    }
  for (const group of groups) {
    if (!group.classes.some((name) => ['actor', 'tie-label', 'tie-count'].includes(name)) || group.shape === null)
      continue;
    for (const text of group.texts)
      if (group.classes.includes('actor') ? !text.inside : !within(text.box, group.shape, 1.5))
        found.push(`the text '${text.text}' does not fit its shape, ${group.id}`);
  }
  return found;
}
