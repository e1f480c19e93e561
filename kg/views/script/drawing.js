/* The canvas: colours, labels, views. */

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const landmarks = [...nodes].sort((a, b) => b.degree - a.degree).slice(0, LANDMARKS);
let network = null;

function palette() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

function lit() {
  // Ids that stay bright beside the selection, or null where nothing is selected.
  if (state.chosen === null) return null;
  const ids = new Set([state.chosen.id]);
  for (const edge of edges) {
    const chosen = state.chosen.kind === "edge" ? edge.id === state.chosen.id
      : edge.from === state.chosen.id || edge.to === state.chosen.id;
    if (chosen) [edge.id, edge.from, edge.to].forEach((id) => ids.add(id));
  }
  return ids;
}

function fade(colour, bright) {
  return bright ? colour : `${colour}33`;
}

function nodeStyle(node, colour, bright) {
  const background = colour(node.group);
  const border = colour("outline");
  const same = { background: fade(background, bright), border: fade(border, bright) };
  const strong = { background, border: colour("ink") };
  return {
    ...node,
    hidden: !nodeOn(node),
    color: { ...same, highlight: strong, hover: strong },
    borderWidth: nodes.length > CROWD ? 0.6 : 1.5,
    font: { size: node.font, face: getComputedStyle(document.body).fontFamily,
      color: fade(colour("ink"), bright), strokeWidth: bright ? 4 : 0, strokeColor: colour("paper"),
      vadjust: -2 },
    scaling: { label: { enabled: false, drawThreshold: 9, maxVisible: 26 } },
  };
}

function edgeStyle(edge, colour, bright) {
  const plain = edge.modality === "asserted" && !edge.negative;
  const ink = colour(edge.negative ? "negative" : plain ? "edge" : "edge-soft");
  return {
    ...edge,
    hidden: !edgeOn(edge),
    width: plain ? 1.7 : 1.5,
    hoverWidth: 0.8,
    color: { color: fade(ink, bright), highlight: ink, hover: ink, inherit: false },
    font: { size: 13, face: getComputedStyle(document.body).fontFamily, align: "middle",
      color: bright ? colour(edge.negative ? "negative" : "soft") : "rgba(0,0,0,0)",
      strokeWidth: bright ? 8 : 0, strokeColor: colour("paper") },
    scaling: { label: { enabled: false, drawThreshold: 6, maxVisible: 20 } },
  };
}

// Far out, where vis-network hides labels, the best connected nodes keep theirs.
function drawLandmarks(context) {
  const scale = network.getScale();
  const colour = palette();
  const bright = lit();
  const shown = landmarks.filter((node) => nodeOn(node) && (!bright || bright.has(node.id)));
  const places = network.getPositions(shown.map((node) => node.id));
  const { clientWidth } = document.getElementById("graph");
  const view = [4, clientWidth - 4].map((x) => network.DOMtoCanvas({ x, y: 0 }).x);
  const taken = shown.map((node) => around(places[node.id], node.size, node.size));
  context.font = `${11.5 / scale}px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 4 / scale;
  context.strokeStyle = colour("paper");
  context.fillStyle = colour("ink");
  for (const node of shown) {
    if (node.font * scale >= 8) continue;
    const lines = node.label.split("\n");
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
    const { y } = places[node.id];
    const x = inside(places[node.id].x, half, view);
    const high = (lines.length * 14) / scale;
    const area = around({ x, y: y + node.size + 3 / scale + high / 2 }, half, high / 2);
    if (taken.some((other) => meets(area, other))) continue;
    taken.push(area);
    lines.forEach((line, number) => {
      const top = area[1] + (number * 14) / scale;
      context.strokeText(line, x, top);
      context.fillText(line, x, top);
    });
  }
}

// A label of a node near the edge of the view is shifted into the view.
function inside(x, half, [left, right]) {
  if (x < left || x > right) return x;
  return Math.max(Math.min(x, right - half), left + half);
}

function around({ x, y }, half, high) {
  return [x - half, y - high, x + half, y + high];
}

function meets(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function draw() {
  const colour = palette();
  const bright = lit();
  const isLit = (item) => bright === null || bright.has(item.id);
  nodeSet.update(nodes.map((node) => nodeStyle(node, colour, isLit(node))));
  edgeSet.update(edges.map((edge) => edgeStyle(edge, colour, isLit(edge))));
}

function motion() {
  return calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

function fit(animation) {
  // vis-network's own fit does not count labels that are not drawn yet.
  const shown = nodes.filter(nodeOn);
  if (!shown.length) return;
  const places = network.getPositions(shown.map((node) => node.id));
  const edge = (pick, side) => pick(...shown.map((node) => side(places[node.id], node.box)));
  const left = edge(Math.min, ({ x }, [half]) => x - half);
  const right = edge(Math.max, ({ x }, [half]) => x + half);
  const top = edge(Math.min, ({ y }, [, above]) => y - above);
  const bottom = edge(Math.max, ({ y }, [, , below]) => y + below);
  const { clientWidth, clientHeight } = document.getElementById("graph");
  const scale = Math.min((clientWidth - 2 * MARGIN) / (right - left),
    (clientHeight - 2 * MARGIN) / (bottom - top), 1.3);
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  network.moveTo({ position, scale: Math.max(scale, 0.02), animation });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: motion() });
}

function focusOn(id) {
  const sheet = window.matchMedia("(max-width: 680px)").matches;
  const offset = { x: 0, y: sheet ? -0.2 * window.innerHeight : 0 };
  network.focus(id, { scale: Math.max(network.getScale(), sheet ? 0.7 : 0.9), offset, animation: motion() });
}
