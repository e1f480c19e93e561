/* The side panel: the index of entities, or the statements of a node or an edge. */

const panel = document.getElementById("panel");

function sentence(statement) {
  // Offsets count code points, JavaScript strings count UTF-16 units.
  const letters = Array.from(data.sentences[statement.sentence]);
  const quote = make("blockquote", "");
  let done = 0;
  for (const [start, end, role] of statement.marks ?? []) {
    quote.append(letters.slice(done, start).join(""));
    quote.append(make("mark", role, letters.slice(start, end).join("")));
    done = end;
  }
  quote.append(letters.slice(done).join(""));
  return letters.length ? quote : null;
}

function claim(statement) {
  const line = make("p", "claim", entityButton(statement.subject, nameOf(statement.subject), "subject"), " ");
  if (statement.negative) line.append(make("span", "not", texts.negation), " ");
  const object = "value" in statement ? make("span", "value object", statement.value)
    : entityButton(statement.object, nameOf(statement.object), "object");
  line.append(make("span", "predicate", statement.label ?? "–"), " ", object);
  return line;
}

function badges(statement) {
  const weak = statement.modality === "asserted" ? "" : "weak";
  const known = texts.modalities[statement.modality] ?? statement.modality;
  const line = make("div", "badges", make("span", `badge ${weak}`, known));
  if (statement.negative) line.append(make("span", "badge negative", texts.negated));
  return line;
}

function details(statement) {
  const list = make("dl", "facts");
  const row = (term, ...value) => list.append(make("dt", "", term), make("dd", "", ...value));
  const speaker = statement.sourceName || nameOf(statement.source);
  if (speaker) row(texts.source, entityButton(statement.source, speaker, ""));
  else if (statement.modality === "reported") row(texts.source, texts.without_speaker);
  if (statement.date) row(texts.date, dateText(statement.date));
  const place = statement.placeName || nameOf(statement.place);
  if (place) row(texts.place, entityButton(statement.place, place, ""));
  row(texts.confidence, ...meter(statement.confidence));
  if (statement.rule) row(texts.rule, statement.rule);
  const from = data.documents[statement.document];
  if (from.id || from.title) row(texts.article, ...article(from));
  return list;
}

function meter(share) {
  const bar = make("span", "meter", make("i", ""));
  bar.setAttribute("aria-hidden", "true");
  bar.firstChild.style.width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return [bar, `${Math.round(share * 100)} %`];
}

function article(document_) {
  const title = link(document_.url, document_.title || document_.id || texts.untitled);
  return document_.published ? [title, `, ${dateText(document_.published)}`] : [title];
}

function card(statement) {
  return make("article", "card", claim(statement), badges(statement), sentence(statement),
    details(statement));
}

function appendCards(title, all) {
  const shown = all.filter(statementOn);
  if (!all.length) return;
  panel.append(make("h3", "", `${title} (${shown.length})`));
  const area = panel.appendChild(make("div", ""));
  const grow = (from) => {
    area.append(...shown.slice(from, from + CARDS).map(card));
    if (from + CARDS >= shown.length) return;
    const more = button("more", `${texts.capped} (${shown.length - from - CARDS})`, () => {
      more.remove();
      grow(from + CARDS);
    });
    area.append(more);
  };
  grow(0);
  const hidden = all.length - shown.length;
  if (hidden) panel.append(make("p", "hint", `${texts.filters_hidden} ${hidden}`));
}

function head(title, closable) {
  const heading = make("h2", "", title);
  heading.tabIndex = -1;
  const close = button("close", "×", clear);
  close.setAttribute("aria-label", closable);
  panel.replaceChildren(make("div", "panel-head", heading, closable ? close : null));
  panel.scrollTop = 0;
}

function showNode(id) {
  const node = nodeById.get(id);
  const entity = entities.get(id);
  head(entity.name, texts.clear);
  const kind = make("span", `kind type-${node.group}`, icon(node.group), texts.types[node.group]);
  const about = make("p", "about", kind);
  if (entity.aliases.length) about.append(make("span", "", entity.aliases.join(" · ")));
  if (entity.mentions) about.append(make("span", "", `${entity.mentions} ${texts.mentions}`));
  if (entity.wikidata) {
    const page = link(`https://www.wikidata.org/wiki/${entity.wikidata}`, entity.wikidata);
    about.append(make("span", "", `${texts.wikidata} `, page));
  }
  panel.append(about);
  appendCards(texts.facts, own.get(id).filter((statement) => "value" in statement));
  appendCards(texts.statements, own.get(id).filter((statement) => !("value" in statement)));
  appendCards(`${texts.source}, ${texts.place}`, named.get(id));
  if (!own.get(id).length && !named.get(id).length) panel.append(make("p", "hint", texts.no_statements));
}

function showEdge(id) {
  const edge = edgeById.get(id);
  head(`${nameOf(edge.from)} – ${nameOf(edge.to)}`, texts.clear);
  const wanted = new Set(edge.statements);
  appendCards(texts.statements_between, data.statements.filter((statement) => wanted.has(statement.id)));
}

function showIndex() {
  head(texts.entities, window.matchMedia("(max-width: 680px)").matches ? texts.close_list : "");
  if (nodes.length) panel.append(make("p", "hint", texts.hint));
  const list = panel.appendChild(make("ul", "index"));
  list.style.marginTop = "14px";
  const ranked = nodes.filter(nodeOn).sort(byWeight);
  const grow = (from) => {
    list.append(...ranked.slice(from, from + HUBS).map(indexRow));
    if (from + HUBS >= ranked.length) return;
    const more = button("more", `${texts.capped} (${ranked.length - from - HUBS})`, () => {
      more.remove();
      grow(from + HUBS);
    });
    panel.append(more);
  };
  grow(0);
}

function indexRow(node) {
  const count = make("small", "", String(own.get(node.id).length));
  count.title = texts.statements;
  const row = button(`type-${node.group}`, "", () => select(node.id, { keyboard: true }));
  row.append(icon(node.group), make("span", "", nameOf(node.id)), count);
  return make("li", "", row);
}

function byWeight(a, b) {
  return own.get(b.id).length - own.get(a.id).length || nameOf(a.id).localeCompare(nameOf(b.id));
}

function showPanel() {
  panel.classList.toggle("closed", state.chosen === null);
  if (state.chosen === null) showIndex();
  else if (state.chosen.kind === "node") showNode(state.chosen.id);
  else showEdge(state.chosen.id);
}
