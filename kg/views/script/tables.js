/* The statements that are shown as CSV and GraphML, with the columns of kg export. */

const COLUMNS = ["subject", "subject_label", "relation", "object", "object_label", "holds",
  "polarity", "modality", "source", "source_name", "date", "place", "place_name", "document",
  "title", "published", "url", "sentence", "start", "end", "predicate", "subject_text",
  "object_text", "confidence", "rule", "id"];

function shownStatements() {
  return data.statements.filter((statement) => on.statements.has(statement.id)
    && on.nodes.has(statement.subject) && ("value" in statement || on.nodes.has(statement.object)));
}

function rowOf(statement) {
  const [subject, predicate, object] = statement.words ?? ["", "", ""];
  const end = "value" in statement ? statement.value : statement.object;
  const article = documents[statement.document];
  return {
    subject: statement.subject,
    subject_label: entities.get(statement.subject).name,
    relation: statement.relation,
    object: end,
    object_label: entities.get(statement.object)?.name ?? end,
    polarity: statement.negative ? "negative" : "positive",
    modality: statement.modality,
    source: statement.source,
    source_name: entities.get(statement.source)?.name ?? statement.sourceName ?? "",
    date: statement.date ?? "",
    place: statement.place,
    place_name: entities.get(statement.place)?.name ?? statement.placeName ?? "",
    holds: !statement.negative && statement.modality === "asserted",
    document: article.id,
    title: article.title,
    published: article.published,
    url: article.url,
    sentence: sentenceOf(statement),
    start: statement.start,
    end: statement.end,
    predicate,
    subject_text: subject,
    object_text: object,
    confidence: statement.confidence,
    rule: statement.rule ?? "",
    id: statement.id,
  };
}

function csvOf(chosen) {
  const cell = (value) => {
    const text = String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = chosen.map(rowOf).map((row) => COLUMNS.map((name) => cell(row[name])).join(","));
  return `${[COLUMNS.join(","), ...rows].join("\n")}\n`;
}

function xml(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return String(text).toWellFormed().replace(/[&<>"]/g, (sign) => signs[sign])
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}

/* The relation, with how it is meant unless it holds: "griff an (berichtet, verneint)". */
function stanceLabel({ relation, modality, negative }) {
  const stances = [modality === "asserted" ? "" : texts.modalities[modality] ?? modality,
    negative ? texts.negated : ""].filter(Boolean);
  return stances.length ? `${labelOf(relation)} (${stances.join(", ")})` : labelOf(relation);
}

function graphmlOf(chosen) {
  const edgeKeys = [...COLUMNS.filter((name) => !["subject", "object", "source", "id"].includes(name)),
    "source_id", "label", "statement"];
  const nodeKeys = ["label", "label_de", "label_en", "type", "wikidata"];
  const kind = (name) => ({ start: "int", end: "int", confidence: "double", holds: "boolean" })[name] ?? "string";
  const key = (where) => (name) => (
    `  <key id="${where[0]}_${name}" for="${where}" attr.name="${name}" attr.type="${kind(name)}"/>`);
  const values = (where, record, names) => names.filter((name) => record[name] !== "")
    .map((name) => `<data key="${where[0]}_${name}">${xml(record[name])}</data>`).join("");
  const links = chosen.filter((statement) => !("value" in statement));
  const edgeOf = (statement) => {
    const row = rowOf(statement);
    const record = { ...row, source_id: row.source, label: stanceLabel(statement), statement: row.id };
    return `    <edge id="${xml(row.id)}" source="${xml(row.subject)}" target="${xml(row.object)}">`
      + `${values("edge", record, edgeKeys)}</edge>`;
  };
  const nodeOf = (node) => {
    const { name, names, type, wikidata } = entities.get(node.id);
    const record = { label: name, label_de: names.de, label_en: names.en, type, wikidata };
    return `    <node id="${xml(node.id)}">${values("node", record, nodeKeys)}</node>`;
  };
  return ['<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...nodeKeys.map(key("node")), ...edgeKeys.map(key("edge")), '  <graph edgedefault="directed">',
    ...nodes.filter(nodeOn).map(nodeOf), ...links.map(edgeOf), "  </graph>", "</graphml>", ""].join("\n");
}
