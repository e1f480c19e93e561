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

/* Adds the neighbours of a node to the part that is shown. */
function openAround(id) {
  for (const edge of liveEdges()) {
    if (edge.from === id) state.opened.add(edge.to);
    if (edge.to === id) state.opened.add(edge.from);
  }
  refresh();
}

function setPart(count) {
  state.part = count;
  refresh();
  fit(motion());
}
