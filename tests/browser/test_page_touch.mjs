// SPDX-License-Identifier: GPL-2.0-or-later
// The page under fingers: one pans, two zoom, a tap chooses, also beside a thin line; the overview as a control, by finger, mouse
// and keys. And two buttons that reach beyond the page: copying the command, choosing the colours.
import {fail, finish, has_option, skip, with_browser} from './lib.mjs';
import {ask_path, data_of, kabul, make_page, open_page, settled} from './page.mjs';

if (!has_option('page', '--output'))
  skip('there is no relata page');
const file = await make_page('touch', '-c', kabul), data = data_of(file);
const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, deviceScaleFactor: 2};
let n_checks = 0;

function check(right, where, what) {
  n_checks++;
  if (!right)
    fail(where, what);
}

// The part of the picture that one sees, in its units.
const view = (page) => page.evaluate(() => {
  const {x, y, width, height} = document.querySelector('#drawing > svg').viewBox.baseVal;
  return {x, y, width, height};
});
const title = (page) => page.locator('#panel-title').innerText();
const round = (object) => JSON.stringify(object, (_, value) => typeof value === 'number' ? Math.round(value) : value);

// Fingers that go from their first place to their last: [[{x, y}, {x, y}], …].
async function fingers(page, ways, steps = 8) {
  const session = await page.context().newCDPSession(page);
  const at = (share) => ways.map(([from, to], id) => ({x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, id}));
  await session.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: at(0)});
  for (let i = 1; i <= steps; i++)
    await session.send('Input.dispatchTouchEvent', {type: 'touchMove', touchPoints: at(i / steps)});
  await session.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
  await settled(page);
}

// Where a point of the picture lies on the screen.
const on_screen = (page, point) => page.evaluate(({x, y}) => {
  const at = new DOMPoint(x, y).matrixTransform(document.querySelector('#drawing > svg').getScreenCTM());
  return {x: at.x, y: at.y};
}, point);

async function touch(page) {
  const box = await page.locator('#drawing').boundingBox(), middle = {x: box.x + box.width / 2, y: box.y + box.height / 2};
  const beside = (dx, dy = 0) => ({x: middle.x + dx, y: middle.y + dy});
  const whole = await view(page);
  // Two fingers that part as far again: twice as near, about what lies between them.
  await fingers(page, [[beside(-40), beside(-100)], [beside(40), beside(100)]]);
  const near = await view(page);
  check(Math.abs(whole.width / near.width / 2.5 - 1) < 0.05, 'pinch', `${round(whole)} becomes ${round(near)}`);
  const held = {x: whole.x + whole.width / 2, y: whole.y + whole.height / 2}, kept = await on_screen(page, held);
  check(Math.hypot(kept.x - middle.x, kept.y - middle.y) < 8, 'pinch', `what lay between the fingers goes to ${round(kept)} from ${round(middle)}`);
  // Two that go along with each other move it.
  await fingers(page, [[beside(-50), beside(-50, 60)], [beside(50), beside(50, 60)]]);
  const along = await view(page);
  check(Math.abs(along.width / near.width - 1) < 0.03 && Math.abs((near.y - along.y) / near.height - 60 / box.height) < 0.03, 'two fingers', `${round(near)} becomes ${round(along)}`);
  await fingers(page, [[middle, beside(-70, 30)]]);
  const moved = await view(page);
  check(Math.abs((moved.x - along.x) / along.width - 70 / box.width) < 0.03 && moved.width === along.width, 'one finger', `${round(along)} becomes ${round(moved)}`);
  check(await page.locator('#panel-title').innerText() === 'Who is connected to whom, and who says so', 'one finger', 'a drag chooses something');
  check(await page.evaluate(() => scrollY) === 0, 'one finger', 'a drag in the drawing scrolls the page');
  await fingers(page, [[beside(-100), beside(-40)], [beside(100), beside(40)]]);
  check((await view(page)).width > 2 * moved.width, 'pinch', 'does not zoom out');
}

async function tap(page) {
  await page.locator('#zoom-in').tap();
  await settled(page);
  const who = data.actors.find(({id}) => id === 'isis-k');
  await page.locator(`[id="${who.element}"]`).tap();
  await settled(page);
  check(await title(page) === who.name, 'tap', `on ${who.name} shows '${await title(page)}'`);
  // A finger's breadth beside a line that lies by itself.
  const find = () => page.evaluate(() => {
    const frame = document.getElementById('drawing').getBoundingClientRect();
    for (const path of document.querySelectorAll('#drawing .tie > path')) {
      const matrix = path.getScreenCTM(), length = path.getTotalLength();
      const point = (share) => path.getPointAtLength(length * share).matrixTransform(matrix), at = point(0.5), next = point(0.52);
      const away = Math.hypot(next.x - at.x, next.y - at.y) || 1;
      const beside = {x: at.x - (next.y - at.y) / away * 9, y: at.y + (next.x - at.x) / away * 9};
      const inside = beside.x > frame.left + 20 && beside.x < frame.right - 20 && beside.y > frame.top + 60 && beside.y < frame.bottom - 130;
      const clear = [[0, 0], [5, 0], [-5, 0], [0, 5], [0, -5]].every(([dx, dy]) => document.elementFromPoint(beside.x + dx, beside.y + dy)?.closest('.tie, .actor, .tie-label') === null);
      const ring = (reach) => Array.from({length: 16}, (_, i) => [reach * Math.cos(i * Math.PI / 8), reach * Math.sin(i * Math.PI / 8)]);
      const alone = [8, 16, 24, 32].flatMap(ring).every(([dx, dy]) => !document.elementFromPoint(beside.x + dx, beside.y + dy)?.closest('.actor'));
      if (inside && clear && alone && document.elementFromPoint(at.x, at.y)?.closest('.tie'))
        return beside;
    }
    return null;
  });
  let place = await find();
  for (let nearer = 0; place === null && nearer < 4; nearer++) {
    await page.locator('#zoom-in').tap();
    await settled(page);
    place = await find();
  }
  check(place !== null, 'tap', 'no line lies by itself');
  await page.touchscreen.tap(place.x, place.y);
  await settled(page);
  check(/selected=tie/.test(page.url()), 'tap', `beside a line chooses ${new URL(page.url()).hash}`);
}

async function overview(page) {
  const box = await page.locator('#overview svg').boundingBox(), whole = await view(page);
  const at = (x, y) => ({x: box.x + box.width * x, y: box.y + box.height * y});
  const middle = ({x, y, width, height}) => ({x: (x + width / 2 - whole.x) / whole.width, y: (y + height / 2 - whole.y) / whole.height});
  for (let i = 0; i < 4; i++)
    await page.locator('#zoom-in').click();
  await settled(page);
  const near = await view(page);
  await page.mouse.click(at(0.25, 0.3).x, at(0.25, 0.3).y);
  await settled(page);
  const left = await view(page);
  check(left.x < near.x && left.y < near.y && left.width === near.width, 'overview', `a press at its left, above, goes from ${round(near)} to ${round(left)}`);
  // Taken hold of, the frame goes along and does not jump.
  const frame = await page.locator('#overview .frame').boundingBox(), grip = {x: frame.x + 2, y: frame.y + frame.height - 2};
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await settled(page);
  const held = await view(page);
  check(Math.abs(held.x - left.x) < 2 && Math.abs(held.y - left.y) < 2, 'overview', `the frame jumps when it is taken: ${round(left)}, ${round(held)}`);
  await page.mouse.move(grip.x + 20, grip.y + 10, {steps: 4});
  await page.mouse.up();
  await settled(page);
  const dragged = await view(page), scale = box.width / 20;
  check(middle(dragged).x - middle(left).x > 0.5 / scale && middle(dragged).y > middle(left).y, 'overview', `a drag goes from ${round(left)} to ${round(dragged)}`);
  await page.mouse.move(grip.x + 60, grip.y + 10);
  await settled(page);
  check(round(await view(page)) === round(dragged), 'overview', 'goes along with the mouse after the button is let go');
  await page.locator('#overview').focus();
  for (const [key, right] of [['ArrowRight', (a, b) => b.x > a.x], ['ArrowLeft', (a, b) => b.x < a.x], ['ArrowDown', (a, b) => b.y > a.y],
    ['ArrowUp', (a, b) => b.y < a.y], ['+', (a, b) => b.width < a.width], ['-', (a, b) => b.width > a.width]]) {
    const before = await view(page);
    await page.keyboard.press(key);
    await settled(page);
    check(right(before, await view(page)), 'overview', `${key} goes from ${round(before)} to ${round(await view(page))}`);
  }
  await page.keyboard.press('0');
  await settled(page);
  check(Math.abs((await view(page)).width / whole.width - 1) < 0.01, 'overview', '0 does not show all of it');
  check(await page.evaluate(() => scrollY) === 0, 'overview', 'an arrow key scrolls the page');
}

async function overview_touch(page) {
  for (let i = 0; i < 3; i++)
    await page.locator('#zoom-in').tap();
  await settled(page);
  const box = await page.locator('#overview svg').boundingBox(), near = await view(page), from = {x: box.x + box.width * 0.8, y: box.y + box.height * 0.8};
  await page.touchscreen.tap(from.x, from.y);
  await settled(page);
  const there = await view(page);
  check(there.x > near.x && there.y > near.y, 'overview by finger', `a tap goes from ${round(near)} to ${round(there)}`);
  await fingers(page, [[from, {x: from.x - 40, y: from.y - 30}]]);
  const back = await view(page);
  check(back.x < there.x && back.y < there.y, 'overview by finger', `a drag goes from ${round(there)} to ${round(back)}`);
}

async function copy(page) {
  await page.locator('#tab-path').click();
  const {command} = await ask_path(page, 'Abu Omar Khorasani', 'China');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('#path-copy').click();
  await page.waitForFunction(() => document.getElementById('said').textContent !== '');
  const pasted = await page.evaluate(() => navigator.clipboard.readText());
  check(command.startsWith('relata path ') && pasted === command, 'copy', `${command} is copied as ${pasted}`);
  // Where the clipboard is not to be had the command is marked, and that is said.
  await page.evaluate(() => {
    getSelection().removeAllRanges();
    Object.defineProperty(navigator, 'clipboard', {value: undefined});
  });
  await page.locator('#path-copy').click();
  await settled(page);
  check(await page.evaluate(() => String(getSelection())) === command, 'copy', 'the command is not marked');
  check(/keyboard/.test(await page.locator('#said').textContent()), 'copy', `it says '${await page.locator('#said').textContent()}'`);
}

async function colours(page) {
  const looks = () => page.evaluate(() => {
    const sum = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b);
    const ink = [...document.querySelectorAll('#drawing .actor text')].at(0);
    return {ground: sum(getComputedStyle(document.body).backgroundColor), words: sum(getComputedStyle(document.body).color), button: sum(getComputedStyle(document.getElementById('fit')).color), ink: sum(getComputedStyle(ink).fill)};
  });
  const dark = ({ground, words, ink}) => ground < 200 && words > 500 && ink > 400, light = ({ground, words, ink}) => ground > 700 && words < 250 && ink < 350;
  const theme = page.locator('#theme');
  check(light(await looks()) && !/theme/.test(page.url()), 'colours', `at first ${JSON.stringify(await looks())}`);
  await theme.selectOption('dark');
  await settled(page);
  check(dark(await looks()) && /theme=dark/.test(page.url()), 'colours', `dark: ${JSON.stringify(await looks())} ${page.url().split('#')[1]}`);
  await page.reload();
  await settled(page);
  check(dark(await looks()) && await theme.inputValue() === 'dark', 'colours', 'a link does not bring dark back');
  await theme.selectOption('light');
  await page.emulateMedia({colorScheme: 'dark'});
  await settled(page);
  check(light(await looks()) && /theme=light/.test(page.url()), 'colours', `light on a dark system: ${JSON.stringify(await looks())}`);
  await theme.selectOption('auto');
  await settled(page);
  check(dark(await looks()) && !/theme/.test(page.url()), 'colours', `as a dark system has them: ${JSON.stringify(await looks())}`);
  await page.goBack();
  await settled(page);
  check(light(await looks()) && await theme.inputValue() === 'light', 'colours', 'a step back leaves it dark');
  await page.locator('#reset').click();
  check(await theme.inputValue() === 'light', 'colours', 'Reset changes the colours');
}

await with_browser(async (browser) => {
  for (const [part, settings] of [[touch, phone], [tap, phone], [overview_touch, phone], [overview, {}], [copy, {}], [colours, {colorScheme: 'light'}]]) {
    const page = await open_page(browser, file, {...settings, where: part.name});
    await part(page).catch((error) => fail(part.name, error.stack));
    await page.context().close();
  }
});
finish(`${n_checks} checks of fingers, overview, copying and colours`);
