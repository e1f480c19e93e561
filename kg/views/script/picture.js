/* The drawing as SVG: what the filters leave, whole, at the scale of the layout. */

/* `colour` gives the value of a name of the style sheet. */
function svgOf(colour) {
  const bounds = boundsOf(on.nodes.size ? on.nodes : new Set());
  const [left, top, right, bottom] = on.nodes.size ? bounds : [0, 0, 100, 100];
  const [width, height] = [right - left + 2 * MARGIN, bottom - top + 2 * MARGIN];
  const view = [left - MARGIN, top - MARGIN, width, height].map((n) => n.toFixed(1)).join(" ");
  const picture = drawnElement("svg", { xmlns: SVG, viewBox: view, width: Math.round(width),
    height: Math.round(height), "font-family": fontOf() });
  picture.append(drawnElement("title", {}, document.querySelector("h1").textContent),
    drawnElement("rect", { x: left - MARGIN, y: top - MARGIN, width, height, fill: colour("paper") }));
  const still = stillCanvas(left, top);
  const before = canvas;
  canvas = still;
  try {
    for (const edge of on.links) picture.append(...edgeShapes(edge, colour));
    for (const node of nodes) if (nodeOn(node)) picture.append(nodeShape(node, colour));
    const labels = placedLabels(right - left, bottom - top, null);
    picture.append(...labels.map((label) => labelShape(label, left, top, colour)));
  } finally {
    canvas = before;
  }
  return picture;
}

/* The layout itself as a drawing at scale 1, so that labels are placed for the whole of it. */
function stillCanvas(left, top) {
  const places = new Map([...on.nodes].map((id) => {
    const { x, y } = canvas.place(id);
    return [id, { x, y }];
  }));
  return {
    place: (id) => places.get(id),
    toScreen: ({ x, y }) => ({ x: x - left, y: y - top }),
    scale: () => 1,
    radius: (node) => node.size,
    bow: evenBow,
  };
}

function edgeShapes(edge, colour) {
  const ink = edgeInk(edge, colour);
  const [a, b] = [canvas.place(edge.from), canvas.place(edge.to)];
  const attributes = { fill: "none", stroke: ink, "stroke-width": edgeWidth(edge).toFixed(1),
    "stroke-dasharray": edgeDashes(edge).join(" ") || "none" };
  if ("loop" in edge) {
    const { x, y } = pointOn(edge);
    const r = loopSize(edge) * 0.7;
    return [drawnElement("circle", { cx: (a.x + x) / 2, cy: (a.y + y) / 2, r, ...attributes })];
  }
  const bow = edge.curve ? canvas.bow(a, b, edge.curve) : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const d = `M${a.x} ${a.y}Q${bow.x.toFixed(1)} ${bow.y.toFixed(1)} ${b.x} ${b.y}`;
  return [drawnElement("path", { d, ...attributes }), arrowHead(edge, bow, b, ink)];
}

function arrowHead(edge, from, to, ink) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const away = nodeById.get(edge.to).size + 1;
  const tip = { x: to.x - away * Math.cos(angle), y: to.y - away * Math.sin(angle) };
  const wing = (turn) => `${(tip.x - 10 * Math.cos(angle + turn)).toFixed(1)} ${(tip.y - 10 * Math.sin(angle + turn)).toFixed(1)}`;
  return drawnElement("path", { d: `M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}L${wing(0.36)}L${wing(-0.36)}Z`, fill: ink });
}

function nodeShape(node, colour) {
  const { x, y } = canvas.place(node.id);
  const scale = node.size / 6.6;
  const symbol = document.getElementById(`shape-${shapes[node.group]}`).firstElementChild.cloneNode();
  const group = drawnElement("g", { transform: `translate(${x} ${y}) scale(${scale.toFixed(3)}) translate(-8 -8)`,
    fill: colour(node.group), stroke: colour("outline"), "stroke-width": (1 / scale).toFixed(2) });
  group.append(drawnElement("title", {}, nameOf(node.id)), symbol);
  return group;
}

function labelShape({ lines, x, y, angle, size, ink, strong, onLine, half }, left, top, colour) {
  const turn = angle ? ` rotate(${((angle * 180) / Math.PI).toFixed(1)})` : "";
  const label = drawnElement("g", { transform: `translate(${(x + left).toFixed(1)} ${(y + top).toFixed(1)})${turn}` });
  if (onLine) {
    label.append(drawnElement("rect", { x: -half, y: -0.53 * size, width: 2 * half, height: 1.06 * size, fill: colour("paper") }));
  }
  const text = drawnElement("text", { "font-size": size.toFixed(1), "text-anchor": "middle",
    fill: colour(ink), stroke: colour("paper"), "stroke-width": 4, "stroke-linejoin": "round",
    "paint-order": "stroke", ...(strong ? { "font-weight": 600 } : {}) });
  lines.forEach((part, i) => {
    const dy = (i - (lines.length - 1) / 2) * size * 1.18 + size * 0.35;
    text.append(drawnElement("tspan", { x: 0, y: dy.toFixed(1) }, part));
  });
  label.append(text);
  return label;
}

function svgText() {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svgOf(palette()))}\n`;
}

/* The same as PNG, at twice the scale or as much of it as a canvas may have. */
async function pngBlob() {
  const svg = svgOf(palette());
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  const scale = Math.min(2, 8000 / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const paper = document.createElement("canvas");
  [paper.width, paper.height] = [width * scale, height * scale];
  paper.getContext("2d").drawImage(image, 0, 0, paper.width, paper.height);
  return new Promise((done) => { paper.toBlob(done, "image/png"); });
}
