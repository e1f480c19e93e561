/* In the panel: the surroundings of an entity, and how it is connected with another one. */

const DEEPEST = 4;

function entityActions(id) {
  const row = make("div", "actions");
  const scope = state.scope?.kind === "around" && state.scope.id === id ? state.scope : null;
  if (!scope) {
    row.append(button("action", texts.only_around, () => setScope({ kind: "around", id, depth: 1 })));
    return row;
  }
  const depth = make("input", "");
  Object.assign(depth, { type: "range", min: 1, max: DEEPEST, step: 1, value: scope.depth, id: "depth" });
  const told = make("output", "", String(scope.depth));
  depth.addEventListener("change", () => {
    setScope({ ...scope, depth: Number(depth.value) });
    document.getElementById("depth")?.focus();
  });
  row.append(make("label", "depth", texts.depth, depth, told),
    button("action", texts.whole_graph, () => setScope(null)));
  return row;
}

/* A box to name the other end, with suggestions. */
function connections(id) {
  const box = make("div", "search connect");
  const field = make("input", "");
  Object.assign(field, { type: "search", id: "connect" });
  field.setAttribute("aria-label", texts.connect);
  field.placeholder = texts.connect;
  const list = make("ul", "");
  list.id = "connect-suggestions";
  list.hidden = true;
  list.setAttribute("aria-label", texts.entities);
  box.append(field, list);
  suggesting(field, list, (other) => other !== id, (other) => connect(id, other));
  return box;
}

function connect(from, to) {
  state.chosen = null;
  setScope({ kind: "path", from, to });
  panel.querySelector("h2").focus({ preventScroll: true });
}

function showPaths() {
  const { from, to } = state.scope;
  const links = liveEdges();
  const paths = shortestPaths(from, to, links);
  head(`${nameOf(from)} – ${nameOf(to)}`, "");
  const many = paths.length === 1 ? texts.path : texts.paths;
  const told = paths.length ? filled(many, { count: paths.length, steps: paths[0].length - 1 })
    : texts.no_path;
  panel.append(make("p", "hint", told), make("div", "actions",
    button("action", texts.whole_graph, () => setScope(null))));
  panel.append(...paths.map((path) => pathCard(path, links)));
}

function pathCard(path, links) {
  const list = make("ol", "path");
  path.slice(1).forEach((id, i) => {
    const between = links.filter((edge) => (edge.from === path[i] && edge.to === id)
      || (edge.to === path[i] && edge.from === id));
    const ids = between.flatMap((edge) => edge.statements).filter((key) => on.statements.has(key));
    list.append(make("li", "", claim(statements.get(ids[0])), ids.length > 1
      ? button("plain", `+ ${ids.length - 1} ${texts.more}`, () => select(between[0].id, { keyboard: true }))
      : null));
  });
  return list;
}
