/* Statements in plain language. */

/* The sentence of a statement in parts: { role: "subject" | "predicate" | "object", text }. */
function phraseParts(statement) {
  const sentences = relations.get(statement.relation)?.sentences?.[state.language];
  const template = sentences?.[statement.negative ? 1 : 0]
    ?? `{s} ${statement.negative ? `${texts.negation} ` : ""}${labelOf(statement.relation)} {o}`;
  const plural = entities.get(statement.subject)?.plural ? 1 : 0;
  const agreed = template.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, ...forms) => forms[plural]);
  return agreed.split(/(\{[so]\})/).filter(Boolean).map((part) => {
    if (part === "{s}") return { role: "subject", text: nameOf(statement.subject) };
    if (part === "{o}") return { role: "object", text: objectText(statement) };
    return { role: "predicate", text: part };
  });
}

function objectText(statement) {
  return "value" in statement ? statement.value : nameOf(statement.object);
}

function speakerOf(statement) {
  return nameOf(statement.source) || statement.sourceName || "";
}

/* How the article stands behind it: "According to Armenia:", "Planned:"; "" where it asserts it. */
function frameOf(statement) {
  const who = speakerOf(statement);
  const frame = texts.frames[`${statement.modality}${who ? "_by" : ""}`] ?? "";
  return filled(frame, { who });
}

function plainText(statement) {
  const words = phraseParts(statement).map(({ text }) => text).join("");
  return `${frameOf(statement)} ${words}.`.trim();
}

/* The label of a drawn edge. Its punctuation tells the modality apart without colour. */
function edgeLabel(edge) {
  const count = on.edges.get(edge.id) ?? 0;
  if (!edge.relation) return `+ ${count} ${texts.more}`;
  const label = labelOf(edge.relation);
  const words = edge.negative ? `${texts.negation}: ${label}` : label;
  const marked = filled(texts.marks[edge.modality] ?? "{words}", { words });
  return count > 1 ? `${marked} ×${count}` : marked;
}
