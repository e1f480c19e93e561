/* What the reader has chosen, and which of the graph it leaves on the page. */

function initialState() {
  return {
    language: page.language,
    types: new Set(Object.keys(shapes)),
    modalities: new Set(Object.keys(dashes)),
    hiddenRelations: new Set(),
    negated: true,
    absent: edges.length === 0,
    least: 0,
    speaker: "",
    article: "",
    days: null,       // [first, last] as ISO dates
    undated: true,
    scope: null,      // { kind: "around", id, depth } | { kind: "path", from, to } | { kind: "community", number }
    part: page.large ? page.part : Infinity,
    opened: new Set(),
    communities: false,
    reading: null,    // { article, statement }
    chosen: null,     // { kind: "node" | "edge", id }
    embedded: false,
  };
}

const state = initialState();
/* What is on: ids of statements and nodes, statements of each edge; the nodes in the order of their
   importance, the edges in that of their statements; and how many nodes are left out of the part. */
const on = { statements: new Set(), nodes: new Set(), edges: new Map(), ranked: [], links: [], hidden: 0 };

function typeOn(id) {
  return !nodeById.has(id) || state.types.has(nodeById.get(id).group);
}

function sureOn(statement) {
  return Math.round(statement.confidence * 100) >= state.least;
}

function spokenOn(statement) {
  if (!state.speaker) return true;
  return state.speaker === "-" ? !statement.source && !statement.sourceName
    : statement.source === state.speaker;
}

function datedOn(statement) {
  if (!statement.date) return state.undated;
  const day = firstDay(statement.date);
  return !state.days || (day >= state.days[0] && day <= state.days[1]);
}

function statementOn(statement) {
  return state.modalities.has(statement.modality) && (state.negated || !statement.negative)
    && !state.hiddenRelations.has(statement.relation)
    && (!state.article || documents[statement.document].id === state.article)
    && sureOn(statement) && spokenOn(statement) && datedOn(statement)
    && typeOn(statement.subject) && typeOn(statement.object);
}

function firstDay(iso) {
  return `${iso.slice(0, 10)}${"-01-01".slice(Math.max(0, iso.length - 4))}`;
}

/* Works out what is on, once for each change. */
function recount() {
  on.statements = new Set(data.statements.filter(statementOn).map(({ id }) => id));
  const links = edges.filter((edge) => edge.statements.some((id) => on.statements.has(id)));
  const scope = scopeOf(state.scope, links);
  const wanted = (id) => (scope ? scope.nodes.has(id) : inPart(id) || id === state.chosen?.id);
  const able = nodes.filter((node) => mayShow(node) || (scope?.nodes.has(node.id) && typeOn(node.id)));
  on.nodes = new Set(able.filter((node) => wanted(node.id)).map(({ id }) => id));
  on.hidden = scope ? 0 : able.length - on.nodes.size;
  on.edges = new Map(links
    .filter((edge) => on.nodes.has(edge.from) && on.nodes.has(edge.to)
      && (!scope?.edges || scope.edges.has(edge.id)))
    .map((edge) => [edge.id, edge.statements.filter((id) => on.statements.has(id)).length]));
  on.ranked = ranked.filter(nodeOn);
  on.links = links.filter((edge) => on.edges.has(edge.id))
    .sort((a, b) => on.edges.get(b.id) - on.edges.get(a.id));
}

function mayShow(node) {
  const about = own.get(node.id);
  return typeOn(node.id) && (about.length ? about.some(({ id }) => on.statements.has(id)) : state.absent);
}

function inPart(id) {
  return rankOf.get(id) < state.part || state.opened.has(id);
}

function nodeOn(node) {
  return on.nodes.has(node.id);
}

function refresh() {
  recount();
  draw();
  showPanel();
  tellStatus();
  writeFragment();
}
