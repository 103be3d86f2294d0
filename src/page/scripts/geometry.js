// SPDX-License-Identifier: GPL-2.0-or-later
// Computes positions from the attributes of the drawing. If asked, the browser would first lay out everything, at a size
// that is not shown. Curves are written as M and C with absolute coordinates, which is all that Graphviz writes.

const numbersOf = (text) => (text?.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? []).map(Number);

function pairs(numbers) {
  return Array.from({length: Math.floor(numbers.length / 2)}, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);
}

// Returns points on a sequence of cubic Bézier curves that share their ends.
function pointsOfCurves([start, ...rest]) {
  const points = start === undefined ? [] : [start];
  for (let i = 0, from = start; i + 2 < rest.length; from = rest[i + 2], i += 3)
    for (const t of [0.25, 0.5, 0.75, 1])
      points.push([0, 1].map((axis) => (1 - t) ** 3 * from[axis] + 3 * (1 - t) ** 2 * t * rest[i][axis] +
                                      3 * (1 - t) * t ** 2 * rest[i + 1][axis] + t ** 3 * rest[i + 2][axis]));
  return points;
}

function pointsOf(shape) {
  const number = (name) => Number(shape.getAttribute(name) ?? 0);
  switch (shape.localName) {
    case 'polygon':
    case 'polyline':
      return pairs(numbersOf(shape.getAttribute('points')));
    case 'path':
      return (shape.getAttribute('d') ?? '').split(/(?=M)/).flatMap((part) => pointsOfCurves(pairs(numbersOf(part))));
    case 'ellipse':
      return [-1, 1].map((side) => [number('cx') + side * number('rx'), number('cy') + side * number('ry')]);
    default:
      return [];
  }
}

// Returns the matrix from the units of an element's content to those of the view box. The matrices of its ancestors are
// cached in `known`.
function matrixOf(element, known) {
  if (element.localName === 'svg')
    return new DOMMatrix();
  let matrix = known.get(element);
  if (matrix === undefined) {
    const {baseVal: own} = element.transform;
    matrix = matrixOf(element.parentNode, known);
    for (let i = 0; i < own.numberOfItems; i++)
      matrix = matrix.multiply(own.getItem(i).matrix);
    known.set(element, matrix);
  }
  return matrix;
}

// Returns {left, top, right, bottom} of the shapes within an element; null if it has none.
export function boxOf(element) {
  const known = new Map();
  let box = null;
  for (const shape of element.querySelectorAll('polygon, polyline, path, ellipse')) {
    const {a, b, c, d, e, f} = matrixOf(shape.parentNode, known);
    for (const [ownX, ownY] of pointsOf(shape)) {
      const x = a * ownX + c * ownY + e, y = b * ownX + d * ownY + f;
      box ??= {left: x, top: y, right: x, bottom: y};
      box = {left: Math.min(box.left, x), top: Math.min(box.top, y), right: Math.max(box.right, x), bottom: Math.max(box.bottom, y)};
    }
  }
  return box;
}
