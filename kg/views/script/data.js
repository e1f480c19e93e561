/* What the page carries, and which of it the filters let through. */

const { nodes, edges, options, panel: data, shapes } = JSON.parse(
  document.getElementById("data").textContent);
const texts = data.texts;
if (window.innerHeight > 1.1 * window.innerWidth) {
  for (const node of nodes) [node.x, node.y] = node.upright;
}
const CARDS = 40;
const HITS = 8;
const HUBS = 60;
const LANDMARKS = 60;
const MARGIN = 18;
const CROWD = 60;


const entities = new Map(Object.entries(data.entities));
const statements = new Map(data.statements.map((statement) => [statement.id, statement]));
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
const own = new Map(nodes.map((node) => [node.id, []]));
const named = new Map(nodes.map((node) => [node.id, []]));
for (const statement of data.statements) {
  for (const id of new Set([statement.subject, statement.object])) own.get(id)?.push(statement);
  for (const id of new Set([statement.source, statement.place])) {
    if (id !== statement.subject && id !== statement.object) named.get(id)?.push(statement);
  }
}

const state = {
  types: new Set(Object.keys(shapes)),
  modalities: new Set(Object.keys(texts.modalities)),
  negated: true,
  least: 0,
  absent: edges.length === 0,
  chosen: null,
};

function typeOn(id) {
  return !nodeById.has(id) || state.types.has(nodeById.get(id).group);
}

function sureOn(statement) {
  return Math.round(statement.confidence * 100) >= state.least;
}

function statementOn(statement) {
  return state.modalities.has(statement.modality) && (state.negated || !statement.negative)
    && sureOn(statement) && typeOn(statement.subject) && typeOn(statement.object);
}

function nodeOn(node) {
  const about = own.get(node.id);
  return typeOn(node.id) && (about.length ? about.some(statementOn) : state.absent);
}

function edgeOn(edge) {
  return edge.statements.some((id) => statementOn(statements.get(id)));
}
