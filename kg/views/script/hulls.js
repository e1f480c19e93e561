/* Communities as tinted areas behind their nodes, each named after its most important member. */

const TINTS = ["Place", "Person", "Organization", "Group", "Event", "Product"];
const MOST_HULLS = 40;

function paintHulls(context) {
  if (!state.communities) return;
  const colour = palette();
  for (const { number, members } of communityList().slice(0, MOST_HULLS)) {
    const shown = members.filter(nodeOn);
    if (shown.length < 3) continue;
    const corners = hullOf(shown.map((node) => canvas.toScreen(canvas.place(node.id))));
    context.beginPath();
    corners.forEach(({ x, y }, i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.closePath();
    context.lineJoin = "round";
    context.lineWidth = 56;
    // Opaque and pale, so that stroke and filling do not add up.
    context.strokeStyle = context.fillStyle = mixed(colour(TINTS[number % TINTS.length]), colour("paper"));
    context.stroke();
    context.fill();
  }
}

function mixed(tint, paper) {
  const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const [a, b] = [parts(tint), parts(paper)];
  return `rgb(${a.map((value, i) => Math.round(0.16 * value + 0.84 * b[i])).join(" ")})`;
}

function setCommunities(active) {
  state.communities = active;
  document.getElementById("communities").setAttribute("aria-pressed", String(active));
  canvas.redraw();
  showPanel();
  writeFragment();
}
