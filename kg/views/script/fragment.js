/* The state in the address of the page, so that what one sees can be sent and kept:
   #entity=…&depth=2&lang=en. An empty part is as the page begins. */

let writing = false;

function fragmentOf() {
  const fresh = initialState();
  const parts = new URLSearchParams();
  const put = (key, value) => { if (value) parts.set(key, value); };
  const without = (all, kept) => [...all].filter((name) => !kept.has(name)).join(",");
  put("lang", state.language === page.language ? "" : state.language);
  put(state.chosen?.kind === "edge" ? "edge" : "entity", chosenKey());
  if (state.scope?.kind === "around") put("around", `${state.scope.depth},${state.scope.id}`);
  if (state.scope?.kind === "path") put("path", `${state.scope.from} ${state.scope.to}`);
  if (state.scope?.kind === "community") put("community", String(state.scope.number));
  put("hide", without(fresh.types, state.types));
  put("without", without(fresh.modalities, state.modalities));
  put("relations", [...state.hiddenRelations].sort().join(","));
  put("denied", state.negated ? "" : "no");
  put("absent", state.absent === fresh.absent ? "" : "yes");
  put("least", state.least ? String(state.least) : "");
  put("speaker", state.speaker);
  put("article", state.article);
  put("days", state.days?.join(","));
  put("undated", state.undated ? "" : "no");
  put("communities", state.communities ? "yes" : "");
  put("reading", state.reading?.article);
  put("statement", state.reading?.statement);
  put("embed", state.embedded ? "yes" : "");
  return parts.toString();
}

/* An edge is named by one of its statements, as numbers of edges change from build to build. */
function chosenKey() {
  if (state.chosen?.kind !== "edge") return state.chosen?.id;
  return edgeById.get(state.chosen.id).statements[0];
}

function readFragment(text) {
  const parts = new URLSearchParams(text);
  const list = (key) => (parts.get(key) ?? "").split(",").filter(Boolean);
  const fresh = initialState();
  const whole = { ...fresh, part: state.part, opened: state.opened };
  list("hide").forEach((name) => whole.types.delete(name));
  list("without").forEach((name) => whole.modalities.delete(name));
  whole.hiddenRelations = new Set(list("relations").filter((name) => relations.has(name)));
  whole.negated = parts.get("denied") !== "no";
  whole.absent = parts.get("absent") === "yes" || fresh.absent;
  whole.least = Math.min(100, Math.max(0, Number(parts.get("least")) || 0));
  whole.speaker = parts.get("speaker") ?? "";
  whole.article = documents.some(({ id }) => id === parts.get("article")) ? parts.get("article") : "";
  whole.days = list("days").length === 2 && days.length ? list("days") : null;
  whole.undated = parts.get("undated") !== "no";
  whole.communities = parts.get("communities") === "yes";
  whole.embedded = parts.get("embed") === "yes";
  whole.language = Object.hasOwn(allTexts, parts.get("lang")) ? parts.get("lang") : fresh.language;
  whole.scope = scopeFrom(parts);
  whole.chosen = chosenFrom(parts);
  if (parts.has("reading")) {
    whole.reading = { article: parts.get("reading"), statement: parts.get("statement") };
  }
  return whole;
}

function scopeFrom(parts) {
  const [, depth, id] = /^([1-4]),(.*)$/.exec(parts.get("around") ?? "") ?? [];
  if (nodeById.has(id)) return { kind: "around", id, depth: Number(depth) };
  const [from, to] = (parts.get("path") ?? "").split(" ");
  if (nodeById.has(from) && nodeById.has(to)) return { kind: "path", from, to };
  return parts.has("community") ? { kind: "community", number: Number(parts.get("community")) } : null;
}

function chosenFrom(parts) {
  if (nodeById.has(parts.get("entity"))) return { kind: "node", id: parts.get("entity") };
  const edge = edges.find(({ statements: ids }) => ids.includes(parts.get("edge")));
  return edge ? { kind: "edge", id: edge.id } : null;
}

/* A frame without an address of its own, as in a notebook, has nowhere to write. */
function writeFragment() {
  if (!writing || window.location.protocol === "about:") return;
  const text = fragmentOf();
  window.history.replaceState(null, "", text ? `#${text}` : window.location.pathname + window.location.search);
}

function readAddress() {
  Object.assign(state, readFragment(window.location.hash.slice(1)));
  texts = allTexts[state.language];
  if (state.chosen?.kind === "node") state.opened.add(state.chosen.id);
}

/* Writes the state into everything but the drawing. */
function showState() {
  document.documentElement.lang = state.language;
  document.body.classList.toggle("embedded", state.embedded);
  writeTexts();
  showFilters();
  showPanel();
  showReader();
  toPassage();
  tellStatus();
  if (state.chosen) canvas.mark();
}

function applyAddress() {
  readAddress();
  recount();
  draw();
  showState();
}
