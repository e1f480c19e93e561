/* Choosing a node or an edge. */

function select(id, { keyboard = false, move = true } = {}) {
  const kind = nodeById.has(id) ? "node" : edgeById.has(id) ? "edge" : null;
  if (kind === null) return false;
  if (kind === "node") reveal(id);
  state.chosen = { kind, id };
  refresh();
  showReader();
  if (kind === "node" && move && on.nodes.has(id)) focusOn(id);
  if (keyboard) panel.querySelector("h2").focus({ preventScroll: true });
  return true;
}

/* Brings a node onto the page that the part shown or the missing statements keep from it. */
function reveal(id) {
  if (!own.get(id).length) state.absent = absentBox.checked = true;
  state.opened.add(id);
  if (page.large) openNeighbours(id);
  if (state.scope && !scopeOf(state.scope, liveEdges()).nodes.has(id)) state.scope = null;
}

function clear() {
  state.chosen = null;
  refresh();
  showReader();
}

function onPick(node, edge) {
  if (node !== undefined) select(node, { move: false });
  else if (edge !== undefined) select(edge, { move: false });
  else if (state.chosen !== null) clear();
}

const MOST_OPENED = 60;

/* Adds the most important neighbours of a node to the part that is shown. */
function openNeighbours(id) {
  const found = new Set();
  for (const edge of liveEdges()) {
    if (edge.from === id) found.add(edge.to);
    if (edge.to === id) found.add(edge.from);
  }
  const first = [...found].sort((a, b) => rankOf.get(a) - rankOf.get(b)).slice(0, MOST_OPENED);
  for (const other of first) state.opened.add(other);
}

function openAround(id) {
  openNeighbours(id);
  refresh();
}

function setPart(count) {
  state.part = count;
  refresh();
  fit(motion());
}
