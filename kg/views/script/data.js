/* What the page carries, and indexes over it. Entities are known by their IRIs. */

const { nodes, edges, options, shapes, dashes, texts: allTexts, data, ...page } = JSON.parse(
  document.getElementById("data").textContent);
const documents = data.documents;
nodes.forEach((node, number) => {
  node.id = data.entities[number].id;
  node.label ??= data.entities[number].names;
});
edges.forEach((edge, number) => {
  edge.id = `e${number}`;
  [edge.from, edge.to] = [edge.from, edge.to].map((end) => data.entities[end].id);
  edge.statements = edge.statements.map((place) => data.statements[place].id);
});
const relations = new Map(Object.entries(data.relations));
const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const edgeById = new Map(edges.map((edge) => [edge.id, edge]));

if (window.innerHeight > 1.1 * window.innerWidth) {
  for (const node of nodes) [node.x, node.y] = node.upright;
}

function iriOf(number) {
  return number === undefined ? "" : data.entities[number].id;
}

for (const statement of data.statements) {
  for (const end of ["subject", "object", "source", "place"]) {
    if (end in statement || end === "source" || end === "place") statement[end] = iriOf(statement[end]);
  }
  statement.start ??= 0;
  statement.end ??= 0;
}
for (const article of documents) {
  article.mentions = article.mentions.map(([start, end, kind, entity]) => (
    { start, end, kind, entity: iriOf(entity) }));
}

const statements = new Map(data.statements.map((statement) => [statement.id, statement]));

// Entity → the statements it is an end of, and those that name it as speaker or place.
const own = new Map(nodes.map((node) => [node.id, []]));
const named = new Map(nodes.map((node) => [node.id, []]));
for (const statement of data.statements) {
  for (const id of new Set([statement.subject, statement.object])) own.get(id)?.push(statement);
  for (const id of new Set([statement.source, statement.place])) {
    if (id !== statement.subject && id !== statement.object) named.get(id)?.push(statement);
  }
}

// The most important first: what has most statements, then what is mentioned most.
const ranked = [...nodes].sort((a, b) => own.get(b.id).length - own.get(a.id).length
  || entities.get(b.id).mentions - entities.get(a.id).mentions || (a.id < b.id ? -1 : 1));
const rankOf = new Map(ranked.map((node, rank) => [node.id, rank]));

// Offsets count code points, JavaScript strings count UTF-16 units.
function points(text) {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
}

function cut(letters, start, end) {
  const part = letters.slice(start, end);
  return typeof part === "string" ? part : part.join("");
}

function lettersOf(article) {
  article.letters ??= points(article.text);
  return article.letters;
}

function sentenceOf(statement) {
  return statement.sentence
    ?? cut(lettersOf(documents[statement.document]), statement.start, statement.end);
}
