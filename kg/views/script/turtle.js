/* Statements as Turtle, in the terms of graph.ttl, with their articles and entities.
   Left out are events, which tie statements together that may not be chosen, and why the mentions
   of an entity were merged. */

const SPACES = {
  dc: "http://purl.org/dc/elements/1.1/",
  itsrdf: "http://www.w3.org/2005/11/its/rdf#",
  kg: "https://w3id.org/newskg/ontology#",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  schema: "https://schema.org/",
  wd: "http://www.wikidata.org/entity/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

function turtleOf(chosen, { texts: withTexts = false } = {}) {
  const ids = new Set(chosen.flatMap((s) => [s.subject, s.object, s.source, s.place]).filter(Boolean));
  const articles = documents.filter((_, number) => chosen.some((s) => s.document === number));
  const blocks = [
    ...articles.map((article) => articleBlock(article, withTexts)),
    ...[...ids].filter((id) => entities.has(id)).sort().map(entityBlock),
    ...chosen.filter((s) => !s.negative && s.modality === "asserted").map(plainTriple),
    ...chosen.map(statementBlock),
    ...phraseBlocks(chosen, withTexts ? articles : [], ids),
  ];
  const used = Object.keys(SPACES).filter((name) => blocks.some((b) => b.includes(`${name}:`)));
  return [used.map((name) => `@prefix ${name}: <${SPACES[name]}> .\n`).join(""), ...blocks].join("\n");
}

function block(subject, pairs) {
  return `${subject} ${pairs.map(([verb, object]) => `${verb} ${object}`).join(" ;\n    ")} .\n`;
}

function articleIri(article) {
  return `${data.base}document/${quoted(article.id)}`;
}

function articleBlock(article, withTexts) {
  const pairs = [["a", "schema:NewsArticle"], ["a", "nif:Context"],
    ["schema:identifier", literal(article.id)],
    ["nif:beginIndex", typed(0, "nonNegativeInteger")],
    ["nif:endIndex", typed(lettersOf(article).length, "nonNegativeInteger")]];
  if (withTexts && article.text) pairs.push(["nif:isString", literal(article.text)]);
  if (article.title) pairs.push(["schema:headline", tagged(article.title, article.language)]);
  if (article.published) pairs.push(["schema:datePublished", timeLiteral(article.published)]);
  if (article.url) pairs.push(["schema:url", typed(article.url, "anyURI")]);
  if (article.source) pairs.push(["dc:publisher", literal(article.source)]);
  if (article.language) pairs.push(["schema:inLanguage", literal(article.language)]);
  return block(`<${articleIri(article)}>`, pairs);
}

function entityBlock(id) {
  const entity = entities.get(id);
  const pairs = [["a", ours(entity.type)], ["schema:name", literal(entity.name)],
    ...Object.entries(entity.names).map(([language, name]) => ["rdfs:label", tagged(name, language)])];
  const same = SPACES.wd + entity.wikidata;
  if (entity.wikidata && id !== same) pairs.push(["schema:sameAs", iri(same)]);
  return block(iri(id), pairs);
}

function plainTriple(statement) {
  return block(iri(statement.subject), [[ours(statement.relation), objectTerm(statement)]]);
}

function objectTerm(statement) {
  if (!("value" in statement)) return iri(statement.object);
  const counted = relations.get(statement.relation).group === "count";
  return counted && /^[0-9]+$/.test(statement.value) ? typed(statement.value, "integer")
    : literal(statement.value);
}

function statementBlock(statement) {
  const article = documents[statement.document];
  const [subject, predicate, object] = statement.words ?? ["", "", ""];
  const pairs = [["a", "kg:Statement"], ["rdf:subject", iri(statement.subject)],
    ["rdf:predicate", ours(statement.relation)], ["rdf:object", objectTerm(statement)],
    ["kg:polarity", statement.negative ? "kg:negative" : "kg:positive"],
    ["kg:modality", ours(statement.modality)]];
  if (statement.source) pairs.push(["kg:source", iri(statement.source)]);
  if (statement.place) pairs.push(["kg:place", iri(statement.place)]);
  if (statement.date) pairs.push(["kg:date", timeLiteral(statement.date)]);
  pairs.push(["kg:confidence", typed(decimal(statement.confidence), "decimal")],
    ["kg:rule", literal(statement.rule ?? "")],
    ["kg:evidence", phraseIri(article, statement.start, statement.end)],
    ["prov:wasDerivedFrom", `<${articleIri(article)}>`],
    ["kg:predicateText", tagged(predicate, article.language)],
    ["kg:subjectText", tagged(subject, article.language)],
    ["kg:objectText", tagged(object, article.language)]);
  return block(`<${data.base}statement/${quoted(statement.id)}>`, pairs);
}

/* The sentences, and the mentions of the entities where the articles go with them. */
function phraseBlocks(chosen, articles, ids) {
  const blocks = chosen.map((statement) => phrase(documents[statement.document], statement.start,
    statement.end, sentenceOf(statement)));
  for (const article of articles) {
    for (const { start, end, kind, entity } of article.mentions) {
      if (!ids.has(entity)) continue;
      blocks.push(phrase(article, start, end, cut(lettersOf(article), start, end),
        [["itsrdf:taIdentRef", iri(entity)], ["kg:mentionKind", literal(kind)]]));
    }
  }
  return [...new Set(blocks)];
}

function phraseIri(article, start, end) {
  return `<${articleIri(article)}#char=${start},${end}>`;
}

function phrase(article, start, end, text, more = []) {
  return block(phraseIri(article, start, end), [["a", "nif:Phrase"],
    ["nif:referenceContext", `<${articleIri(article)}>`],
    ["nif:anchorOf", tagged(text, article.language)],
    ["nif:beginIndex", typed(start, "nonNegativeInteger")],
    ["nif:endIndex", typed(end, "nonNegativeInteger")], ...more]);
}
