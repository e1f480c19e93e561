/* The side panel: the index of entities, or the statements of a node or an edge. */

const CARDS = 30;
const ROWS = 60;

const panel = document.getElementById("panel");

function appendCards(title, all) {
  if (!all.length) return;
  const shown = all.filter(({ id }) => on.statements.has(id));
  panel.append(make("h3", "", `${title} (${shown.length})`));
  growing(panel.appendChild(make("div", "cards")), shown, CARDS, card);
  const hidden = all.length - shown.length;
  if (hidden) panel.append(make("p", "hint", `${texts.filters_hidden} ${hidden}`));
}

function head(title, closable, kind = null) {
  const heading = make("h2", "", kind, title);
  heading.tabIndex = -1;
  const close = closable ? button("close", "×", clear) : null;
  close?.setAttribute("aria-label", closable);
  panel.replaceChildren(make("div", "panel-head", heading, close));
  panel.scrollTop = 0;
}

function showNode(id) {
  const node = nodeById.get(id);
  const entity = entities.get(id);
  head(nameOf(id), texts.clear);
  panel.append(aboutEntity(node, entity), entityActions(id), connections(id));
  appendCards(texts.facts, own.get(id).filter((statement) => "value" in statement));
  appendCards(texts.statements, own.get(id).filter((statement) => !("value" in statement)));
  appendCards(`${texts.source}, ${texts.place}`, named.get(id));
  if (!own.get(id).length && !named.get(id).length) {
    panel.append(make("p", "hint", texts.no_statements));
  }
  panel.append(...mentionList(id));
}

function aboutEntity(node, entity) {
  const kind = make("span", `kind type-${node.group}`, icon(node.group), texts.types[node.group]);
  const about = make("p", "about", kind);
  const aliases = [...aliasesOf(entity)].filter((name) => name !== nameOf(entity.id));
  if (aliases.length) about.append(make("span", "", aliases.join(" · ")));
  if (entity.mentions) about.append(make("span", "", `${entity.mentions} ${texts.mentions}`));
  if (entity.wikidata) {
    const address = `https://www.wikidata.org/wiki/${entity.wikidata}`;
    about.append(make("span", "", `${texts.wikidata} `, link(address, entity.wikidata)));
  }
  return about;
}

function aliasesOf(entity) {
  return new Set([entity.name, ...Object.values(entity.names)]);
}

/* The articles that mention an entity; each opens at the first mention. */
function mentionList(id) {
  const found = documents.map((article) => (
    [article, article.mentions.filter((mention) => mention.entity === id)]))
    .filter(([, mentions]) => mentions.length);
  if (!found.length) return [];
  const list = make("ul", "index");
  growing(list, found, CARDS, ([article, mentions]) => {
    const row = button("", "", () => openReader(article.id, null));
    row.append(make("span", "", article.title || article.id), make("small", "", `${mentions.length}×`));
    return make("li", "", row);
  });
  return [make("h3", "", texts.mentioned_in), list];
}

function showEdge(id) {
  const edge = edgeById.get(id);
  head(`${nameOf(edge.from)} – ${nameOf(edge.to)}`, texts.clear);
  panel.append(make("p", "about", entityButton(edge.from, nameOf(edge.from), "plain"),
    entityButton(edge.to, nameOf(edge.to), "plain")));
  const between = edges.filter((other) => (other.from === edge.from && other.to === edge.to)
    || (other.from === edge.to && other.to === edge.from));
  const inEdge = new Set(edge.statements);
  const rest = new Set(between.flatMap((other) => other.statements).filter((key) => !inEdge.has(key)));
  const byIds = (ids) => data.statements.filter((statement) => ids.has(statement.id));
  appendCards(texts.statements_of_edge, byIds(inEdge));
  appendCards(texts.statements_between, byIds(rest));
}

function showIndex() {
  head(texts.entities, sheet() ? texts.close_list : "");
  if (state.scope?.kind === "path") return showPaths();
  if (nodes.length) panel.append(make("p", "hint", texts.hint));
  if (documents.some((article) => article.text)) showArticles();
  if (state.communities) showCommunities();
  panel.append(make("h3", "", `${texts.entities} (${on.nodes.size})`));
  growing(panel.appendChild(make("ul", "index")), on.ranked, ROWS, indexRow);
}

function showArticles() {
  const list = make("ul", "index");
  growing(list, documents.filter((article) => article.text), 5, (article) => {
    const row = button("", "", () => openReader(article.id, null));
    row.append(make("span", "", article.title || article.id),
      make("small", "", article.published && dateText(article.published)));
    return make("li", "", row);
  });
  panel.append(make("h3", "", texts.articles), list);
}

function showCommunities() {
  const list = make("ul", "index");
  growing(list, communityList(), 12, ({ number, members }) => {
    const row = button("", "", () => setScope({ kind: "community", number }));
    row.append(make("span", "", members.slice(0, 3).map(({ id }) => nameOf(id)).join(", ")),
      make("small", "", String(members.length)));
    return make("li", "", row);
  });
  panel.append(make("h3", "", texts.communities), list);
}

function indexRow(node) {
  const count = make("small", "", String(own.get(node.id).length));
  count.title = texts.statements;
  const row = button(`type-${node.group}`, "", () => select(node.id, { keyboard: true }));
  row.append(icon(node.group), make("span", "", nameOf(node.id)), count);
  return make("li", "", row);
}

function showPanel() {
  panel.classList.toggle("closed", state.chosen === null && state.scope?.kind !== "path");
  if (state.chosen === null) showIndex();
  else if (state.chosen.kind === "node") showNode(state.chosen.id);
  else showEdge(state.chosen.id);
}
