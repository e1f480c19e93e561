/* What of the drawing is seen. */

const MARGIN = 22;
const CLOSEST = 1.3;

const area = document.getElementById("graph");
let canvas = null;

function draw() {
  canvas.update();
  canvas.mark();
}

function fit(animated) {
  if (on.nodes.size) show(on.nodes, animated);
}

function show(ids, animated) {
  const [left, top, right, bottom] = boundsOf(ids);
  const [width, height] = [area.clientWidth - 2 * MARGIN, area.clientHeight - 2 * MARGIN];
  const scale = Math.min(width / (right - left), height / (bottom - top), CLOSEST);
  canvas.moveTo({ x: (left + right) / 2, y: (top + bottom) / 2 }, Math.max(scale, 0.01), animated);
}

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
