/* Choosing a node or an edge. */

function choose(chosen) {
  state.chosen = chosen;
  draw();
  showPanel();
  if (chosen === null) network.unselectAll();
  else if (chosen.kind === "node") network.selectNodes([chosen.id], false);
  else network.setSelection({ nodes: [], edges: [chosen.id] }, { highlightEdges: false });
}

function select(id, { keyboard = false, move = true } = {}) {
  const kind = nodeById.has(id) ? "node" : edgeById.has(id) ? "edge" : null;
  if (kind === null) return false;
  if (kind === "node" && !own.get(id).length && !state.absent) setAbsent(true);
  choose({ kind, id });
  if (kind === "node" && move && nodeOn(nodeById.get(id))) focusOn(id);
  if (keyboard) panel.querySelector("h2").focus({ preventScroll: true });
  return true;
}

function clear() {
  choose(null);
}

function onClick({ nodes: [node], edges: [edge] }) {
  if (node !== undefined) select(node, { move: false });
  else if (edge !== undefined) select(edge, { move: false });
  else if (state.chosen !== null) clear();
}
