/* Labels in pixels of the screen: readable at every zoom, and none over another.
   The most important come first; what finds no room has none until there is. */

const SMALLEST = 11.5;
const LARGEST = 21;
const MOST_AVOIDED = 150;
const MOST_NAMED = 12;
const CHOSEN = 0;
const MOST_EDGE_LABELS = 400;

function paintLabels(context, width, height) {
  const colour = palette();
  for (const label of placedLabels(width, height)) {
    const high = label.size * 1.18;
    context.save();
    context.translate(label.x, label.y);
    context.rotate(label.angle);
    context.globalAlpha = label.bright ? 1 : 0.22;
    context.font = `${label.strong ? "600 " : ""}${label.size}px ${fontOf()}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = label.bright ? 4.5 : 0.01;
    context.strokeStyle = context.fillStyle = colour("paper");
    if (label.onLine) context.fillRect(-label.half, -0.45 * high, 2 * label.half, 0.9 * high);
    context.fillStyle = colour(label.ink);
    label.lines.forEach((text, i) => {
      const y = (i - (label.lines.length - 1) / 2) * high;
      context.strokeText(text, 0, y);
      context.fillText(text, 0, y);
    });
    context.restore();
  }
}

const measuring = document.createElement("canvas").getContext("2d");
const widths = new Map();

/* Width of a text in ems. */
function emsOf(text) {
  if (!widths.has(text)) {
    measuring.font = `100px ${fontOf()}`;
    widths.set(text, measuring.measureText(text).width / 100);
  }
  return widths.get(text);
}

/* Labels that fit: { lines, x, y, angle, size, ink, bright, strong }; those of edges are `onLine`. */
function placedLabels(width, height, bright = lit()) {
  const taken = { nodes: new Grid(), labels: new Grid() };
  const scale = canvas.scale();
  const visible = [];
  for (const node of on.ranked) {
    const { x, y } = canvas.toScreen(canvas.place(node.id));
    if (x < -60 || y < -60 || x > width + 60 || y > height + 60) continue;
    const r = canvas.radius(node);
    visible.push({ node, x, y, r });
    // In a crowd a label may lie over what is less important.
    if (visible.length <= MOST_AVOIDED) taken.nodes.add(around(x, y, r, r), node.id);
  }
  const first = ({ node }, place) => (node.id === state.chosen?.id || node.id === state.hovered ? CHOSEN
    : bright?.has(node.id) ? 1 : place < MOST_NAMED ? 2 : 3);
  const ordered = visible.map((item, place) => [first(item, place), item]).sort((a, b) => a[0] - b[0]);
  const labels = ordered.map(([rank, item]) => nodeLabel(item, rank, bright, taken, scale, width));
  const shown = labels.filter(Boolean);
  return scale < 0.25 && !bright ? shown : [...edgeLabels(bright, taken, scale, width, height), ...shown];
}

function nodeLabel({ node, x, y, r }, rank, bright, taken, scale, width) {
  const size = Math.min(Math.max(node.font * scale, SMALLEST), LARGEST);
  const lines = node.label[state.language].split("\n");
  const half = (Math.max(...lines.map(emsOf)) * size) / 2 + 2;
  const high = (lines.length * size * 1.18) / 2 + 1;
  // A label near the edge of the view is shifted into the view.
  const centre = x < 0 || x > width ? x : Math.max(Math.min(x, width - half - 3), half + 3);
  const spots = [[centre, y + r + 3 + high], [x + r + 5 + half, y], [x - r - 5 - half, y], [centre, y - r - 3 - high]];
  const seen = ([cx]) => x < 0 || x > width || (cx - half >= 0 && cx + half <= width);
  const open = spots.filter(seen).filter(([cx, cy]) => !taken.labels.meets(around(cx, cy, half, high)));
  const free = open.find(([cx, cy]) => !taken.nodes.meets(around(cx, cy, half, high), node.id));
  // The most important keep their names, if over lesser nodes; what is chosen keeps it in any case.
  const [cx, cy] = free ?? (rank < 3 ? open[0] : null) ?? (rank === CHOSEN ? spots[0] : []);
  if (cx === undefined) return null;
  taken.labels.add(around(cx, cy, half, high));
  return { lines, x: cx, y: cy, angle: 0, size, ink: "ink",
    bright: !bright || bright.has(node.id), strong: rank === CHOSEN };
}

function edgeLabels(bright, taken, scale, width, height) {
  const size = Math.min(Math.max(13 * scale, 11), 15);
  const found = [];
  const wanted = bright ? on.links.filter((edge) => bright.has(edge.id)) : on.links;
  const chosen = wanted.filter((edge) => edge.id === state.chosen?.id);
  for (const edge of [...chosen, ...wanted]) {
    if (found.length >= MOST_EDGE_LABELS) break;
    const label = edgeLabelAt(edge, size, scale, taken, width, height);
    if (label) found.push(label);
  }
  return found;
}

function edgeLabelAt(edge, size, scale, taken, width, height) {
  const text = edgeLabel(edge);
  const half = (emsOf(text) * size) / 2 + 3;
  const [a, b] = [canvas.place(edge.from), canvas.place(edge.to)];
  const ends = nodeById.get(edge.from).size + nodeById.get(edge.to).size;
  const length = (Math.hypot(a.x - b.x, a.y - b.y) - ends) * scale;
  if (!("loop" in edge) && length < 2 * half + 16) return null;
  for (const t of "loop" in edge ? [0.5] : [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const { x, y } = canvas.toScreen(pointOn(edge, t));
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const angle = "loop" in edge ? 0 : upright(pointOn(edge, t - 0.05), pointOn(edge, t + 0.05));
    const boxes = alongside(x, y, half, size * 0.68, angle);
    if (boxes.some((box) => taken.nodes.meets(box) || taken.labels.meets(box))) continue;
    boxes.forEach((box) => taken.labels.add(box));
    return { lines: [text], x, y, angle, size, half, onLine: true, bright: true, strong: false,
      ink: edge.negative ? "negative" : "soft" };
  }
  return null;
}

/* The angle of a line, turned so that a text along it is not upside down. */
function upright(a, b) {
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  return Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle;
}

/* A turned text as a row of upright boxes. */
function alongside(x, y, half, high, angle) {
  const steps = Math.max(1, Math.ceil(half / high));
  const reach = Math.abs(Math.sin(angle)) * (half / steps) + high * Math.abs(Math.cos(angle));
  const side = Math.abs(Math.cos(angle)) * (half / steps) + high * Math.abs(Math.sin(angle));
  return Array.from({ length: steps }, (_, i) => {
    const away = ((2 * i + 1) / steps - 1) * half;
    return around(x + away * Math.cos(angle), y + away * Math.sin(angle), side, reach);
  });
}

function around(x, y, half, high) {
  return [x - half, y - high, x + half, y + high];
}

/* Boxes by the cells of a grid that they cover, so that few are compared. */
class Grid {
  cells = new Map();

  cellsOf([left, top, right, bottom]) {
    const keys = [];
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1) {
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) keys.push(x * 65536 + y);
    }
    return keys;
  }

  add(box, owner = undefined) {
    for (const key of this.cellsOf(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push({ box, owner });
    }
  }

  /* Whether a box meets one of another owner than the one given. */
  meets(a, owner = null) {
    return this.cellsOf(a).some((key) => this.cells.get(key)?.some(({ box: b, owner: other }) => (
      other !== owner && a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3])));
  }
}
