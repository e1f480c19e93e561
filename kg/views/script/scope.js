/* Parts of the graph: the surroundings of an entity, the shortest connections of two, a community. */

const MOST_PATHS = 12;

function neighboursOf(links) {
  const found = new Map();
  const add = (from, to, edge) => {
    if (!found.has(from)) found.set(from, new Map());
    const others = found.get(from);
    if (!others.has(to)) others.set(to, []);
    others.get(to).push(edge);
  };
  for (const edge of links) {
    if (edge.from === edge.to) continue;
    add(edge.from, edge.to, edge);
    add(edge.to, edge.from, edge);
  }
  return found;
}

/* Breadth first: how many steps each entity is away, as far as `most`. */
function stepsFrom(start, neighbours, most = Infinity) {
  const steps = new Map([[start, 0]]);
  for (const [id, distance] of steps) {
    if (distance >= most) continue;
    for (const other of neighbours.get(id)?.keys() ?? []) {
      if (!steps.has(other)) steps.set(other, distance + 1);
    }
  }
  return steps;
}

/* All shortest paths, as lists of entities, at most MOST_PATHS. */
function shortestPaths(from, to, links) {
  const neighbours = neighboursOf(links);
  const steps = stepsFrom(to, neighbours);
  if (!steps.has(from)) return [];
  let paths = [[from]];
  for (let left = steps.get(from); left > 0; left -= 1) {
    paths = paths.flatMap((path) => [...neighbours.get(path.at(-1)).keys()]
      .filter((id) => steps.get(id) === left - 1)
      .sort((a, b) => rankOf.get(a) - rankOf.get(b))
      .map((id) => [...path, id])).slice(0, MOST_PATHS);
  }
  return paths;
}

function liveEdges() {
  return edges.filter((edge) => edge.statements.some((id) => on.statements.has(id)));
}

function edgesAlong(paths, links) {
  const steps = new Set(paths.flatMap((path) => path.slice(1).flatMap((id, i) => (
    [`${path[i]} ${id}`, `${id} ${path[i]}`]))));
  return links.filter((edge) => steps.has(`${edge.from} ${edge.to}`));
}

function scopeOf(scope, links) {
  if (!scope) return null;
  if (scope.kind === "community") {
    return { nodes: new Set(nodes.filter((n) => n.community === scope.number).map(({ id }) => id)) };
  }
  if (scope.kind === "around") {
    return { nodes: new Set(stepsFrom(scope.id, neighboursOf(links), scope.depth).keys()) };
  }
  const paths = shortestPaths(scope.from, scope.to, links);
  const along = edgesAlong(paths, links);
  return {
    nodes: new Set([scope.from, scope.to, ...paths.flat()]),
    edges: new Set(along.map(({ id }) => id)),
  };
}

function setScope(scope) {
  state.scope = scope;
  refresh();
  if (scope) fit(motion());
}

/* Communities, the largest first, each named after its most important member. */
function communityList() {
  const found = new Map();
  for (const node of ranked) {
    if (node.community < 0 || !mayShow(node)) continue;
    if (!found.has(node.community)) found.set(node.community, { number: node.community, members: [] });
    found.get(node.community).members.push(node);
  }
  return [...found.values()].sort((a, b) => a.number - b.number);
}
