/* The drawing by vis-network, and what the page asks of a drawing:
   update()            colours and visibility, from the state
   place(id)           where a node stands, in the coordinates of the layout
   toScreen(place)     the same in pixels of the drawing area, and toLayout back
   scale()             pixels of a unit of the layout
   moveTo(centre, scale, animated)
   setPhysics(on)      lets the nodes move; canMove tells whether it may be asked
   mark()              shows what is chosen
   redraw(), resized() */

function visCanvas(area) {
  const nodeSet = new vis.DataSet(nodes.map((node) => visNode(node)));
  const edgeSet = new vis.DataSet(edges.map((edge) => visEdge(edge)));
  const settings = JSON.parse(options); // pyvis gives a text.
  const network = new vis.Network(area, { nodes: nodeSet, edges: edgeSet }, settings);
  // The area itself takes the focus and the keys.
  area.querySelector(".vis-network").removeAttribute("tabindex");
  network.on("click", ({ nodes: [node], edges: [edge] }) => onPick(node, edge));
  network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && openAround(node));
  network.on("beforeDrawing", (context) => inPixels(context, area, paintHulls));
  network.on("afterDrawing", (context) => inPixels(context, area, paintLabels));
  for (const kind of ["Node", "Edge"]) {
    network.on(`hover${kind}`, ({ node }) => hover(area, node ?? null, "pointer"));
    network.on(`blur${kind}`, () => hover(area, null, ""));
  }
  return {
    canMove: nodes.length <= LARGE,
    update() {
      const look = { colour: palette(), bright: lit() };
      nodeSet.update(nodes.map((node) => visNode(node, look)));
      edgeSet.update(edges.map((edge) => visEdge(edge, look)));
    },
    place: (id) => network.body.nodes[id],
    toScreen: (place) => network.canvasToDOM(place),
    toLayout: (pixel) => network.DOMtoCanvas(pixel),
    scale: () => network.getScale(),
    moveTo: (position, scale, animated) => network.moveTo({ position, scale,
      animation: animated ? { duration: 350, easingFunction: "easeInOutQuad" } : false }),
    mark() {
      const { kind, id } = state.chosen ?? {};
      network.setSelection({ nodes: kind === "node" && nodeOn({ id }) ? [id] : [],
        edges: kind === "edge" ? [id] : [] }, { highlightEdges: false });
    },
    redraw: () => network.redraw(),
    resized: () => network.setSize("100%", "100%"),
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

function visNode(node, look) {
  const base = { id: node.id, x: node.x, y: node.y, shape: shapes[node.group], size: node.size };
  if (!look) return { ...base, hidden: true };
  const bright = !look.bright || look.bright.has(node.id);
  const background = look.colour(node.group);
  const plain = { background: fade(background, bright), border: fade(look.colour("outline"), bright) };
  const strong = { background, border: look.colour("ink") };
  return {
    id: node.id,
    shape: base.shape,
    size: node.size,
    hidden: !nodeOn(node),
    color: { ...plain, highlight: strong, hover: strong },
    borderWidth: nodes.length > 60 ? 0.8 : 1.5,
  };
}

function visEdge(edge, look) {
  const base = { id: edge.id, from: edge.from, to: edge.to, ...visCurve(edge) };
  if (!look) return { ...base, hidden: true };
  const bright = !look.bright || look.bright.has(edge.id);
  const ink = edgeInk(edge, look.colour);
  const dash = edgeDashes(edge);
  return {
    id: edge.id,
    hidden: !on.edges.has(edge.id),
    width: edgeWidth(edge),
    hoverWidth: 0.8,
    dashes: dash.length ? dash : false,
    color: { color: fade(ink, bright), highlight: ink, hover: ink, inherit: false },
  };
}

function visCurve(edge) {
  if ("loop" in edge) return { smooth: false, selfReference: { size: loopSize(edge), angle: 0.8 } };
  if (!edge.curve) return { smooth: false };
  const type = edge.curve > 0 ? "curvedCW" : "curvedCCW";
  return { smooth: { enabled: true, type, roundness: Math.abs(edge.curve) } };
}

function newCanvas(frame) {
  return visCanvas(frame);
}
