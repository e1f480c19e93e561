/* The drawing by vis-network, and what the page asks of a drawing:
   update()            colours and visibility, from the state
   place(id)           where a node stands, in the coordinates of the layout
   toScreen(place)     the same in pixels of the drawing area, and toLayout back
   scale()             pixels of a unit of the layout
   radius(node)        pixels from its middle to its edge
   bow(from, to, curve)   the control point of a curved edge
   moveTo(centre, scale, animated)
   setPhysics(on)      lets the nodes move; canMove tells whether it may be asked
   mark()              shows what is chosen
   redraw(), resized() */

function visCanvas(area) {
  const look = { colour: palette(), bright: lit() };
  const nodeSet = new vis.DataSet(nodes.map((node) => ({ ...visNode(node, look), x: node.x, y: node.y })));
  const edgeSet = new vis.DataSet(edges.map((edge) => (
    { ...visEdge(edge, look), ...visCurve(edge), from: edge.from, to: edge.to })));
  const settings = JSON.parse(options); // pyvis gives a text.
  const network = new vis.Network(area, { nodes: nodeSet, edges: edgeSet }, settings);
  // The area itself takes the focus and the keys.
  area.querySelector(".vis-network").removeAttribute("tabindex");
  network.on("click", ({ nodes: [node], edges: [edge] }) => onPick(node, edge));
  network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && openAround(node));
  network.on("beforeDrawing", (context) => {
    thicken(network);
    inPixels(context, area, paintHulls);
  });
  network.on("afterDrawing", (context) => inPixels(context, area, paintLabels));
  for (const kind of ["Node", "Edge"]) {
    network.on(`hover${kind}`, ({ node }) => hover(area, node ?? null, "pointer"));
    network.on(`blur${kind}`, () => hover(area, null, ""));
  }
  return {
    canMove: !page.large,
    update() {
      const look = { colour: palette(), bright: lit() };
      nodeSet.update(nodes.map((node) => visNode(node, look)));
      edgeSet.update(edges.map((edge) => visEdge(edge, look)));
    },
    place: (id) => network.body.nodes[id],
    toScreen: (place) => network.canvasToDOM(place),
    toLayout: (pixel) => network.DOMtoCanvas(pixel),
    scale: () => network.getScale(),
    radius: (node) => sizeOf(node) * network.getScale(),
    bow: visBow,
    moveTo: (position, scale, animated) => network.moveTo({ position, scale,
      animation: animated ? { duration: 350, easingFunction: "easeInOutQuad" } : false }),
    mark() {
      const { kind, id } = state.chosen ?? {};
      network.setSelection({ nodes: kind === "node" && nodeOn({ id }) ? [id] : [],
        edges: kind === "edge" ? [id] : [] }, { highlightEdges: false });
    },
    redraw: () => network.redraw(),
    resized() {
      network.setSize("100%", "100%");
      network.redraw();
    },
    setPhysics: (active) => network.setOptions({ physics: active ? PHYSICS : { enabled: false } }),
  };
}

const PHYSICS = {
  enabled: true,
  solver: "forceAtlas2Based",
  forceAtlas2Based: { gravitationalConstant: -90, springLength: 150, avoidOverlap: 0.4 },
  stabilization: false,
};

function hover(area, id, cursor) {
  state.hovered = id;
  area.style.cursor = cursor;
  canvas.redraw();
}

/* Runs a painter in pixels of the area, whatever the drawing's own scale and shift. */
function inPixels(context, area, paint) {
  const ratio = context.canvas.width / area.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paint(context, area.clientWidth, area.clientHeight);
  context.restore();
}

/* Far out, lines keep a width that can be seen; vis-network would draw them a third as thin. */
function thicken(network) {
  const thinnest = (1.1 * crowding()) / network.getScale();
  for (const edge of on.links) {
    network.body.edges[edge.id].options.width = Math.max(edgeWidth(edge), thinnest);
  }
}

const symbols = new Map(Object.entries(shapes).map(([type, shape]) => {
  const path = document.getElementById(`shape-${shape}`).firstElementChild;
  const circle = "M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8Z";
  return [type, new Path2D(path.getAttribute("d") ?? circle)];
}));

/* Far out, nodes keep a size that can be seen, a smaller one where there are many. */
function sizeOf(node) {
  return Math.max(node.size, (crowding() * Math.min(4 + 1.1 * Math.sqrt(node.degree), 9)) / scaleNow());
}

/* 1 for a graph of up to 120 nodes, less for more. */
function crowding() {
  return Math.min(1, Math.max(0.4, Math.sqrt(120 / Math.max(on.nodes.size, 1))));
}

function scaleNow() {
  return canvas?.scale() ?? 1;
}

function visNode(node, look) {
  const bright = !look.bright || look.bright.has(node.id);
  return {
    id: node.id,
    shape: "custom",
    hidden: !nodeOn(node),
    ctxRenderer: ({ ctx, x, y, state: { selected, hover: near } }) => {
      const size = sizeOf(node);
      return {
        drawNode: () => drawSymbol(ctx, { node, x, y, size, bright, strong: selected || near }, look.colour),
        nodeDimensions: { width: 2 * size, height: 2 * size },
      };
    },
  };
}

function drawSymbol(context, { node, x, y, size, bright, strong }, colour) {
  const scale = size / 6.6;
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.translate(-8, -8);
  context.lineJoin = "round";
  context.fillStyle = colour("paper");
  context.fill(symbols.get(node.group));
  context.globalAlpha = bright || strong ? 1 : 0.17;
  context.fillStyle = colour(node.group);
  context.strokeStyle = colour(strong ? "ink" : "outline");
  context.lineWidth = Math.min((strong ? 3 : 1) / scaleNow(), strong ? 3 : 1.2) / scale;
  context.fill(symbols.get(node.group));
  context.stroke(symbols.get(node.group));
  context.restore();
}

function visEdge(edge, look) {
  const bright = !look.bright || look.bright.has(edge.id);
  const ink = edgeInk(edge, look.colour);
  const dash = edgeDashes(edge);
  return {
    id: edge.id,
    hidden: !on.edges.has(edge.id),
    width: edgeWidth(edge),
    hoverWidth: 0.8,
    dashes: dash.length ? dash : false,
    color: { color: look.bright || crowding() > 0.7 ? fade(ink, bright) : `${ink}8c`, highlight: ink, hover: ink, inherit: false },
  };
}

/* The control point of an edge's bow, as vis-network places it for "curvedCW" and "curvedCCW". */
function visBow(from, to, curve) {
  const [dx, dy] = [to.x - from.x, from.y - to.y];
  const reach = Math.abs(curve) * 0.5 + 0.5;
  const angle = Math.atan2(dy, dx) + (curve * 0.5 + 0.5) * Math.PI;
  const length = reach * Math.hypot(dx, dy);
  return { x: from.x + length * Math.sin(angle), y: from.y + length * Math.cos(angle) };
}

function visCurve(edge) {
  if ("loop" in edge) return { smooth: false, selfReference: { size: loopSize(edge), angle: 0.8 } };
  if (!edge.curve) return { smooth: false };
  const type = edge.curve > 0 ? "curvedCW" : "curvedCCW";
  return { smooth: { enabled: true, type, roundness: Math.abs(edge.curve) } };
}
