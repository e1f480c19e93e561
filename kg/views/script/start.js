/* Wiring, and the handle for scripts. */

function press(id, action) {
  document.getElementById(id).addEventListener("click", action);
}

function setPhysics(active) {
  canvas.setPhysics(active);
  document.getElementById("physics").setAttribute("aria-pressed", String(active));
}

function openFilters(open) {
  document.body.classList.toggle("filtering", open);
  document.getElementById("open-filters").setAttribute("aria-expanded", String(open));
}

function setUpControls() {
  press("zoom-in", () => zoom(1.35));
  press("zoom-out", () => zoom(1 / 1.35));
  press("fit", () => fit(motion()));
  press("physics", (event) => setPhysics(event.currentTarget.getAttribute("aria-pressed") !== "true"));
  press("communities", () => setCommunities(!state.communities));
  press("open-filters", () => openFilters(!document.body.classList.contains("filtering")));
  press("close-filters", () => openFilters(false));
  press("reset", resetFilters);
  press("language", () => setLanguage(state.language === "de" ? "en" : "de"));
  press("open-help", () => document.getElementById("help").showModal());
  press("close-help", () => document.getElementById("help").close());
  press("open-list", () => {
    if (state.chosen !== null) clear();
    panel.classList.toggle("closed");
  });
  document.getElementById("physics").hidden = !canvas.canMove;
  document.getElementById("communities").hidden = nodes.every(({ community }) => community < 0);
  suggesting(input, document.getElementById("suggestions"), () => true,
    (id) => select(id, { keyboard: true }));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  window.addEventListener("hashchange", applyAddress);
  seen = { width: area.clientWidth, height: area.clientHeight };
  new ResizeObserver(resized).observe(area);
}

openFilters(window.matchMedia("(min-width: 1180px)").matches);
readAddress();
recount();
canvas = newCanvas();
setUpFilters();
setUpTimeline();
setUpControls();
setUpSharing();
setUpKeys();
showState();
fit(false);
if (state.chosen?.kind === "node" && on.nodes.has(state.chosen.id)) focusOn(state.chosen.id);
writing = true;
performance.mark("newskg-drawn");

/* For scripts and tests:
   select(id)             choose a node (entity IRI) or drawn edge (e0, e1, …); false if unknown
   clear()                choose nothing
   search(text)           ids of the entities that the search box would suggest
   setType(name, on), setModality(name, on), setRelations([name], on), setNegated(on), setAbsent(on),
   setLeast(percent), setDays(first, last), setUndated(on), choose("speaker" | "article", id)
   setScope(scope)        { kind: "around", id, depth }, { kind: "path", from, to } or null
   setLanguage(code), setCommunities(on), setPart(count), openReader(article, statement)
   position(id)           { x, y } of a node, or of an edge's middle, in the window's pixels
   edgeOf(statement)      id of the drawn edge that holds a statement, or null
   visible(id)            whether a node or edge is drawn
   labels()               the labels that are drawn
   content(kind)          what would be saved: svg, ttl, graphml, csv
   plain(statement)       a statement in plain language */
window.newskg = Object.freeze({
  select: (id) => select(id),
  clear, search, setType, setModality, setRelations, setNegated, setAbsent, setLeast, setDays,
  setUndated, choose, setScope, setLanguage, setCommunities, setPart, openReader,
  position(id) {
    const frame = area.getBoundingClientRect();
    const { x, y } = canvas.toScreen(edgeById.has(id) ? pointOn(edgeById.get(id)) : canvas.place(id));
    return { x: x + frame.left, y: y + frame.top };
  },
  edgeOf: (statement) => edges.find((edge) => edge.statements.includes(statement))?.id ?? null,
  visible: (id) => on.nodes.has(id) || on.edges.has(id),
  labels: () => placedLabels(area.clientWidth, area.clientHeight),
  content: (kind) => SAVED[kind](),
  plain: (id) => plainText(statements.get(id)),
});
