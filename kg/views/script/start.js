/* Wiring, and the handle for scripts. */

function setUpGraph() {
  draw();
  const stage = document.getElementById("graph");
  network = new vis.Network(stage, { nodes: nodeSet, edges: edgeSet }, JSON.parse(options));
  network.on("click", onClick);
  network.on("afterDrawing", drawLandmarks);
  const pointer = (name) => () => { stage.style.cursor = name; };
  for (const kind of ["Node", "Edge"]) {
    network.on(`hover${kind}`, pointer("pointer"));
    network.on(`blur${kind}`, pointer(""));
  }
  const frame = stage.querySelector(".vis-network");
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", texts.graph);
  fit(false);
}

function setUpControls() {
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
  document.getElementById("fit").addEventListener("click", () => fit(motion()));
  document.getElementById("open-list").addEventListener("click", () => {
    if (state.chosen !== null) choose(null);
    panel.classList.toggle("closed");
  });
  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("keydown", onSearchKey);
  input.addEventListener("blur", closeSuggestions);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.chosen !== null) clear();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

function countsText() {
  const articles = data.documents.filter(({ id, title }) => id || title);
  return [[nodes, texts.entities], [data.statements, texts.statements], [articles, texts.articles]]
    .map(([list, name]) => `${list.length} ${name}`).join(" · ");
}

document.getElementById("counts").textContent = countsText();
setUpGraph();
setUpFilters();
setUpControls();
showPanel();

/* For scripts and tests:
   select(id)             choose a node (entity IRI) or drawn edge (e0, e1, …); false if unknown
   clear()                choose nothing
   search(text)           ids of the entities that the search box would suggest
   setType(name, on), setModality(name, on), setNegated(on), setAbsent(on)   the filters
   setLeast(percent)      hide statements that are less sure
   position(id)           { x, y } of a node, or of an edge's middle, in the window's pixels
   edgeOf(statement)      id of the drawn edge that holds a statement, or null
   visible(id)            whether a node or edge is drawn */
window.newskg = Object.freeze({
  select: (id) => select(id),
  clear, search, setType, setModality, setNegated, setAbsent, setLeast,
  position(id) {
    const frame = document.getElementById("graph").getBoundingClientRect();
    const edge = edgeById.get(id);
    const place = edge ? network.body.edges[id].edgeType.getPoint(0.5)
      : network.getPosition(id);
    const { x, y } = network.canvasToDOM(place);
    return { x: x + frame.left, y: y + frame.top };
  },
  edgeOf: (statement) => edges.find((edge) => edge.statements.includes(statement))?.id ?? null,
  visible: (id) => (nodeById.has(id) ? nodeOn(nodeById.get(id))
    : edgeById.has(id) && edgeOn(edgeById.get(id))),
});
