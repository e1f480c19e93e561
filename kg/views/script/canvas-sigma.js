/* The drawing of a large graph by sigma, in WebGL. It offers what canvas-vis.js says.
   Sigma's y points up, that of the layout down. */

function sigmaCanvas(area) {
  const graph = new sigmaKit.MultiDirectedGraph();
  fillSigma(graph, { colour: palette(), bright: lit() });
  const renderer = new sigmaKit.Sigma(graph, area, { settings: SIGMA_SETTINGS,
    primitives: sigmaPrimitives(), styles: SIGMA_STYLES });
  renderer.setCustomBBox(wholeBox());
  renderer.refresh();
  const hulls = overlay(area, "afterbegin");
  const labels = overlay(area, "beforeend");
  renderer.on("afterRender", () => {
    paintOver(hulls, area, paintHulls);
    paintOver(labels, area, paintLabels);
  });
  renderer.on("clickNode", ({ node }) => onPick(node));
  renderer.on("clickEdge", ({ edge }) => onPick(undefined, edge));
  renderer.on("clickStage", ({ event }) => onPick(undefined, edgeNear(drawing, event)));
  renderer.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    openAround(node);
  });
  renderer.on("enterNode", ({ node }) => hover(area, node, "pointer"));
  renderer.on("leaveNode", () => hover(area, null, ""));
  const camera = renderer.getCamera();
  const scale = () => renderer.getGraphToViewportRatio();
  const drawing = {
    canMove: false,
    update: () => fillSigma(graph, { colour: palette(), bright: lit() }),
    place(id) {
      if (!graph.hasNode(id)) return nodeById.get(id);
      const { x, y } = graph.getNodeAttributes(id);
      return { x, y: -y };
    },
    toScreen: ({ x, y }) => renderer.graphToViewport({ x, y: -y }),
    toLayout(pixel) {
      const { x, y } = renderer.viewportToGraph(pixel);
      return { x, y: -y };
    },
    scale,
    radius: (node) => renderer.scaleSize(sigmaSize(node)),
    bow: evenBow,
    moveTo({ x, y }, wanted, animated) {
      const { x: cx, y: cy } = renderer.graphToFramedGraph({ x, y: -y });
      const state = { x: cx, y: cy, ratio: (camera.ratio * scale()) / wanted };
      if (animated) camera.animate(state, { duration: 350 });
      else camera.setState(state);
    },
    mark: () => renderer.scheduleRefresh(),
    redraw: () => renderer.scheduleRender(),
    resized: () => renderer.resize(true).scheduleRefresh(),
    setPhysics() {},
  };
  return drawing;
}

/* The edge whose line runs nearest to a pixel, of those that a hand could mean: lines are thin. */
function edgeNear(drawing, { x, y }) {
  let [nearest, least] = [undefined, 7];
  for (const edge of on.links) {
    const away = Math.min(...LINE.map((t) => {
      const spot = drawing.toScreen(pointOn(edge, t));
      return Math.hypot(spot.x - x, spot.y - y);
    }));
    if (away < least) [nearest, least] = [edge.id, away];
  }
  return nearest;
}

const LINE = Array.from({ length: 41 }, (_, i) => i / 40);

const SIGMA_SETTINGS = {
  renderLabels: false,
  itemSizesReference: "screen",
  renderEdgeLabels: false,
  enableEdgeEvents: true,
  enableNodeDrag: true,
  enableCameraRotation: false,
  stagePadding: 24,
  zoomToSizeRatioFunction: (ratio) => ratio ** 0.28,
  minEdgeThickness: 0.6,
};

const SIGMA_STYLES = {
  nodes: { shape: { attribute: "shape" }, size: { attribute: "size" }, color: { attribute: "color" },
    opacity: { attribute: "opacity" }, x: { attribute: "x" }, y: { attribute: "y" } },
  edges: { path: { attribute: "path" }, selfLoopPath: "loop", head: "arrow", size: { attribute: "size" },
    color: { attribute: "color" }, curvature: { attribute: "curvature" }, dash: { attribute: "dash" },
    gap: { attribute: "gap" } },
};

function sigmaPrimitives() {
  const { sdfCircle, pathLine, pathCurved, pathLoop, layerDashed, extremityArrow } = sigmaKit;
  return {
    nodes: { shapes: [sdfCircle(), polygon("square", 4, Math.PI / 4), polygon("diamond", 4, 0),
      polygon("triangle", 3, 0), polygon("triangleDown", 3, Math.PI), polygon("hexagon", 6, Math.PI / 2),
      STAR] },
    edges: {
      // Sigma would bend parallel edges in an order of its own, so that labels stood at others.
      paths: [pathLine(), { ...pathCurved(), spread: undefined }, pathLoop()],
      extremities: [extremityArrow()],
      layers: [layerDashed({
        dashSize: { attribute: "dash", default: UNBROKEN, mode: "pixels" },
        gapSize: { attribute: "gap", default: 1, mode: "pixels" },
        gapColor: 0,
      })],
      variables: { dash: { type: "number", default: UNBROKEN }, gap: { type: "number", default: 1 } },
    },
  };
}

/* A regular polygon as a distance in GLSL: the angle is folded into the sector of the nearest side. */
function polygon(name, corners, turn) {
  const sector = ((2 * Math.PI) / corners).toFixed(6);
  return { name, inradiusFactor: Math.cos(Math.PI / corners), glsl: `
float sdf_${name}(vec2 uv, float size) {
  float angle = atan(uv.x, uv.y) + ${turn.toFixed(6)} + ${(Math.PI / corners).toFixed(6)};
  float off = floor(0.5 + angle / ${sector}) * ${sector} - angle;
  return cos(off) * length(uv) - size * ${Math.cos(Math.PI / corners).toFixed(6)};
}` };
}

/* A star with five points: half of one point, and the line from its tip to the inner corner. */
const STAR = { name: "star", inradiusFactor: 0.45, glsl: `
float sdf_star(vec2 uv, float size) {
  float angle = abs(mod(atan(uv.x, uv.y) + 0.628319, 1.256637) - 0.628319);
  vec2 point = length(uv) * vec2(cos(angle), sin(angle));
  vec2 tip = vec2(size, 0.0);
  vec2 side = 0.45 * size * vec2(cos(0.628319), sin(0.628319)) - tip;
  return dot(point - tip, normalize(vec2(side.y, -side.x)));
}` };

// sigma's dashes need a gap: that of a solid line lies beyond its end.
const UNBROKEN = 100000;
const SIGMA_SHAPES = { dot: "circle" };

function sigmaSize(node) {
  return crowding() * (3.6 + 1.6 * Math.sqrt(Math.min(node.degree, 120)));
}

/* Only what is shown is in sigma's graph: a part of a large graph costs no more than a small one. */
function fillSigma(graph, look) {
  const places = new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
  graph.clear();
  for (const node of nodes) {
    if (!nodeOn(node)) continue;
    const bright = !look.bright || look.bright.has(node.id);
    graph.addNode(node.id, { ...(places.get(node.id) ?? { x: node.x, y: -node.y }),
      size: sigmaSize(node) * (state.chosen?.id === node.id ? 1.35 : 1), color: look.colour(node.group),
      opacity: bright ? 1 : 0.17, shape: SIGMA_SHAPES[shapes[node.group]] ?? shapes[node.group] });
  }
  for (const edge of on.links) {
    const bright = !look.bright || look.bright.has(edge.id);
    const [dash, gap] = edgeDashes(edge);
    graph.addEdgeWithKey(edge.id, edge.from, edge.to, {
      size: edgeWidth(edge) * 0.75, curvature: 0.78 * (edge.curve ?? 0), path: edge.curve ? "curved" : "straight",
      color: fade(edgeInk(edge, look.colour), bright && (on.links.length < 4000 || look.bright)),
      dash: dash ?? UNBROKEN, gap: gap ?? 1,
    });
  }
}

function wholeBox() {
  const [left, top, right, bottom] = nodes.reduce(([l, t, r, b], { x, y }) => (
    [Math.min(l, x), Math.min(t, y), Math.max(r, x), Math.max(b, y)]), [Infinity, Infinity, -Infinity, -Infinity]);
  return { x: [left, right], y: [-bottom, -top] };
}

function overlay(area, where) {
  const sheet = document.createElement("canvas");
  sheet.className = "overlay";
  area.insertAdjacentElement(where, sheet);
  return sheet;
}

function paintOver(sheet, area, paint) {
  const [width, height] = [area.clientWidth, area.clientHeight];
  const ratio = window.devicePixelRatio || 1;
  if (sheet.width !== Math.round(width * ratio) || sheet.height !== Math.round(height * ratio)) {
    [sheet.width, sheet.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  }
  const context = sheet.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  paint(context, width, height);
}

function drawsByWebGL() {
  return document.createElement("canvas").getContext("webgl2") !== null;
}
