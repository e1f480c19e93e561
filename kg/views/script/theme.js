/* Colours of the drawing, from the style sheet. */

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

function palette() {
  const style = getComputedStyle(document.documentElement);
  const known = new Map();
  return (name) => {
    if (!known.has(name)) known.set(name, style.getPropertyValue(`--${name}`).trim());
    return known.get(name);
  };
}

function fontOf() {
  return getComputedStyle(document.body).fontFamily;
}

function fade(colour, bright) {
  return bright ? colour : `${colour}2b`;
}

function edgeInk(edge, colour) {
  if (edge.negative) return colour("negative");
  return colour(edge.modality === "asserted" ? "edge" : "edge-soft");
}

function edgeDashes(edge) {
  const dash = dashes[edge.modality] ?? [];
  return edge.negative && !dash.length ? [5, 4] : dash;
}

function edgeWidth(edge) {
  return Math.min(1.5 + 0.9 * Math.log2(on.edges.get(edge.id) ?? 1), 5);
}

/* Ids that stay bright beside the selection, or null where nothing is selected. */
function lit() {
  if (state.chosen === null) return null;
  const ids = new Set([state.chosen.id]);
  for (const edge of edges) {
    const chosen = state.chosen.kind === "edge" ? edge.id === state.chosen.id
      : edge.from === state.chosen.id || edge.to === state.chosen.id;
    if (chosen) [edge.id, edge.from, edge.to].forEach((id) => ids.add(id));
  }
  return ids;
}

function motion() {
  return !calm.matches;
}
