/* What of the drawing is seen. */

const MARGIN = 24;
const CHIPS = 34;     // what the lines above the drawing cover, where there are any
const BUTTONS = 44;   // and the buttons below it
const CLOSEST = 1.3;

const area = document.getElementById("graph");
let canvas = null;

function newCanvas() {
  return page.large && drawsByWebGL() ? sigmaCanvas(area) : visCanvas(area);
}

function draw() {
  canvas.update();
  canvas.mark();
}

function fit(animated) {
  if (on.nodes.size) show(on.nodes, animated);
}

function show(ids, animated) {
  const [left, top, right, bottom] = boundsOf(ids);
  const above = document.getElementById("chips").childElementCount ? CHIPS : 0;
  const [width, height] = [area.clientWidth - 2 * MARGIN, area.clientHeight - 2 * MARGIN - above - BUTTONS];
  const scale = Math.max(Math.min(width / (right - left), height / (bottom - top), CLOSEST), 0.01);
  const y = (top + bottom) / 2 + (BUTTONS - above) / 2 / scale;
  canvas.moveTo({ x: (left + right) / 2, y }, scale, animated);
}

/* After something beside the drawing opens or closes: what was in the middle stays there. */
function resized() {
  if (seen.width === area.clientWidth && seen.height === area.clientHeight) return;
  const middle = canvas.toLayout({ x: seen.width / 2, y: seen.height / 2 });
  canvas.resized();
  seen = { width: area.clientWidth, height: area.clientHeight };
  canvas.moveTo(middle, canvas.scale(), false);
  if (state.chosen?.kind === "node" && on.nodes.has(state.chosen.id)) focusOn(state.chosen.id);
}

let seen = { width: 0, height: 0 };

function centre() {
  return canvas.toLayout({ x: area.clientWidth / 2, y: area.clientHeight / 2 });
}

function zoom(factor) {
  canvas.moveTo(centre(), canvas.scale() * factor, motion());
}

function pan(dx, dy) {
  const { x, y } = canvas.toScreen(centre());
  canvas.moveTo(canvas.toLayout({ x: x + dx, y: y + dy }), canvas.scale(), false);
}

function focusOn(id) {
  const scale = Math.max(canvas.scale(), sheet() ? 0.7 : 0.9);
  // On a phone the lower half is covered by the panel.
  const lift = sheet() ? (0.2 * window.innerHeight) / scale : 0;
  const { x, y } = canvas.place(id);
  canvas.moveTo({ x, y: y + lift }, scale, motion());
}

function sheet() {
  return window.matchMedia("(max-width: 760px)").matches;
}
