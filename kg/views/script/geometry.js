/* Where edges run, in the coordinates of the layout. */

/* The control point of a bow whose middle lies 0.39 * curve lengths aside. */
function evenBow(from, to, curve) {
  const reach = 0.78 * curve;
  return {
    x: (from.x + to.x) / 2 + (to.y - from.y) * reach,
    y: (from.y + to.y) / 2 - (to.x - from.x) * reach,
  };
}

function bezier(a, control, b, t) {
  const s = 1 - t;
  return {
    x: s * s * a.x + 2 * s * t * control.x + t * t * b.x,
    y: s * s * a.y + 2 * s * t * control.y + t * t * b.y,
  };
}

/* The point at share t of an edge's way. */
function pointOn(edge, t = 0.5) {
  const [a, b] = [canvas.place(edge.from), canvas.place(edge.to)];
  if ("loop" in edge) {
    const reach = nodeById.get(edge.from).size + 2 * loopSize(edge);
    return { x: a.x + 0.7 * reach, y: a.y - 0.7 * reach };
  }
  if (!edge.curve) return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
  return bezier(a, canvas.bow(a, b, edge.curve), b, t);
}

function loopSize(edge) {
  return 22 + 10 * edge.loop;
}

function boundsOf(ids) {
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const { x, y } = canvas.place(id);
    const [half, above, below] = nodeById.get(id).box;
    bounds[0] = Math.min(bounds[0], x - half);
    bounds[1] = Math.min(bounds[1], y - above);
    bounds[2] = Math.max(bounds[2], x + half);
    bounds[3] = Math.max(bounds[3], y + below);
  }
  return bounds;
}

/* The corners of the convex hull, clockwise (monotone chain, Andrew 1979). */
function hullOf(places) {
  const sorted = [...places].sort((a, b) => a.x - b.x || a.y - b.y);
  const turn = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const chain = (list) => {
    const kept = [];
    for (const place of list) {
      while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), place) <= 0) kept.pop();
      kept.push(place);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}
