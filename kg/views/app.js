/* The page's behaviour. Everything that comes from the graph is data: it enters the document
   through textContent and checked attributes only. */
"use strict";
(() => {
  const { nodes, edges, options, panel: data, shapes } = JSON.parse(
    document.getElementById("data").textContent);
  const texts = data.texts;
  if (window.innerHeight > 1.1 * window.innerWidth) {
    for (const node of nodes) [node.x, node.y] = node.upright;
  }
  const CARDS = 40;
  const HITS = 8;
  const HUBS = 60;
  const MARGIN = 18;

  // ---- Data -------------------------------------------------------------------------------

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
    absent: edges.length === 0,
    chosen: null,
  };

  function typeOn(id) {
    return !nodeById.has(id) || state.types.has(nodeById.get(id).group);
  }

  function statementOn(statement) {
    return state.modalities.has(statement.modality) && (state.negated || !statement.negative)
      && typeOn(statement.subject) && typeOn(statement.object);
  }

  function nodeOn(node) {
    const about = own.get(node.id);
    return typeOn(node.id) && (about.length ? about.some(statementOn) : state.absent);
  }

  function edgeOn(edge) {
    return edge.statements.some((id) => statementOn(statements.get(id)));
  }

  // ---- Small helpers ----------------------------------------------------------------------

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  function button(className, text, action) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  function icon(type) {
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `#shape-${shapes[type]}`);
    picture.setAttribute("class", "icon");
    picture.setAttribute("aria-hidden", "true");
    picture.append(use);
    return picture;
  }

  function link(address, text) {
    if (!/^https?:\/\//i.test(address)) return make("span", "", text);
    const element = make("a", "", text);
    element.href = address;
    element.rel = "noopener noreferrer";
    element.target = "_blank";
    return element;
  }

  function entityButton(id, text, className) {
    if (!nodeById.has(id)) return make("span", className, text);
    return button(className, text, () => select(id, { keyboard: true }));
  }

  function nameOf(id) {
    return entities.get(id)?.name ?? "";
  }

  function dateText(iso) {
    const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(iso);
    if (!parts) return iso;
    const [, year, month, day] = parts;
    const style = { year: "numeric", timeZone: "UTC" };
    if (month) style.month = "long";
    if (day) style.day = "numeric";
    const moment = new Date(Date.UTC(+year, +(month ?? 1) - 1, +(day ?? 1)));
    return new Intl.DateTimeFormat(data.language, style).format(moment);
  }

  // ---- Panel ------------------------------------------------------------------------------

  const panel = document.getElementById("panel");

  function sentence(statement) {
    // Offsets count code points, JavaScript strings count UTF-16 units.
    const letters = Array.from(data.sentences[statement.sentence]);
    const quote = make("blockquote", "");
    let done = 0;
    for (const [start, end, role] of statement.marks) {
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
    line.append(make("span", "predicate", statement.label), " ", object);
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
    row(texts.article, ...article(data.documents[statement.document]));
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

  // ---- Drawing ----------------------------------------------------------------------------

  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  let network = null;

  function palette() {
    const style = getComputedStyle(document.documentElement);
    return (name) => style.getPropertyValue(`--${name}`).trim();
  }

  function lit() {
    // Ids that stay bright beside the selection, or null where nothing is selected.
    if (state.chosen === null) return null;
    const ids = new Set([state.chosen.id]);
    for (const edge of edges) {
      const chosen = state.chosen.kind === "edge" ? edge.id === state.chosen.id
        : edge.from === state.chosen.id || edge.to === state.chosen.id;
      if (chosen) [edge.id, edge.from, edge.to].forEach((id) => ids.add(id));
    }
    return ids;
  }

  function fade(colour, bright) {
    return bright ? colour : `${colour}33`;
  }

  function nodeStyle(node, colour, bright) {
    const background = colour(node.group);
    const border = colour("outline");
    const same = { background: fade(background, bright), border: fade(border, bright) };
    const strong = { background, border: colour("ink") };
    return {
      ...node,
      hidden: !nodeOn(node),
      color: { ...same, highlight: strong, hover: strong },
      font: { size: node.font, face: getComputedStyle(document.body).fontFamily,
        color: fade(colour("ink"), bright), strokeWidth: bright ? 4 : 0, strokeColor: colour("paper"), vadjust: -2 },
      scaling: { label: { enabled: false, drawThreshold: 6, maxVisible: 26 } },
    };
  }

  function edgeStyle(edge, colour, bright) {
    const plain = edge.modality === "asserted" && !edge.negative;
    const ink = colour(edge.negative ? "negative" : plain ? "edge" : "edge-soft");
    return {
      ...edge,
      hidden: !edgeOn(edge),
      width: plain ? 1.7 : 1.5,
      hoverWidth: 0.8,
      color: { color: fade(ink, bright), highlight: ink, hover: ink, inherit: false },
      font: { size: 13, face: getComputedStyle(document.body).fontFamily, align: "middle", background: bright ? colour("paper") : "none",
        color: bright ? colour(edge.negative ? "negative" : "soft") : "rgba(0,0,0,0)",
        strokeWidth: 0 },
      scaling: { label: { enabled: false, drawThreshold: 6, maxVisible: 20 } },
    };
  }

  function draw() {
    const colour = palette();
    const bright = lit();
    const isLit = (item) => bright === null || bright.has(item.id);
    nodeSet.update(nodes.map((node) => nodeStyle(node, colour, isLit(node))));
    edgeSet.update(edges.map((edge) => edgeStyle(edge, colour, isLit(edge))));
  }

  function motion() {
    return calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
  }

  function fit(animation) {
    // vis-network's own fit does not count labels that are not drawn yet.
    const shown = nodes.filter(nodeOn);
    if (!shown.length) return;
    const places = network.getPositions(shown.map((node) => node.id));
    const edge = (pick, side) => pick(...shown.map((node) => side(places[node.id], node.box)));
    const left = edge(Math.min, ({ x }, [half]) => x - half);
    const right = edge(Math.max, ({ x }, [half]) => x + half);
    const top = edge(Math.min, ({ y }, [, above]) => y - above);
    const bottom = edge(Math.max, ({ y }, [, , below]) => y + below);
    const { clientWidth, clientHeight } = document.getElementById("graph");
    const scale = Math.min((clientWidth - 2 * MARGIN) / (right - left),
      (clientHeight - 2 * MARGIN) / (bottom - top), 1.3);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    network.moveTo({ position, scale: Math.max(scale, 0.02), animation });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  }

  function focusOn(id) {
    const sheet = window.matchMedia("(max-width: 680px)").matches;
    const offset = { x: 0, y: sheet ? -0.2 * window.innerHeight : 0 };
    network.focus(id, { scale: Math.max(network.getScale(), sheet ? 0.7 : 0.9), offset, animation: motion() });
  }

  // ---- Selecting --------------------------------------------------------------------------

  function choose(chosen) {
    state.chosen = chosen;
    draw();
    showPanel();
    if (chosen === null) network.unselectAll();
    else if (chosen.kind === "node") network.selectNodes([chosen.id], false);
    else network.setSelection({ nodes: [], edges: [chosen.id] }, { highlightEdges: false });
  }

  function select(id, { keyboard = false, move = true } = {}) {
    const kind = nodeById.has(id) ? "node" : edgeById.has(id) ? "edge" : null;
    if (kind === null) return false;
    if (kind === "node" && !own.get(id).length && !state.absent) setAbsent(true);
    choose({ kind, id });
    if (kind === "node" && move && nodeOn(nodeById.get(id))) focusOn(id);
    if (keyboard) panel.querySelector("h2").focus({ preventScroll: true });
    return true;
  }

  function clear() {
    choose(null);
  }

  function onClick({ nodes: [node], edges: [edge] }) {
    if (node !== undefined) select(node, { move: false });
    else if (edge !== undefined) select(edge, { move: false });
    else if (state.chosen !== null) clear();
  }

  // ---- Filters ----------------------------------------------------------------------------

  const absentBox = document.getElementById("absent");
  const negatedBox = document.getElementById("negated");

  function refresh() {
    draw();
    showPanel();
  }

  function setAbsent(on) {
    state.absent = on;
    absentBox.checked = on;
    refresh();
  }

  function setNegated(on) {
    state.negated = on;
    negatedBox.checked = on;
    refresh();
  }

  function setMember(group, set, name, on) {
    if (on) set.add(name);
    else set.delete(name);
    for (const box of document.querySelectorAll(`#${group} input[value]`)) {
      if (box.value === name) box.checked = on;
    }
    refresh();
  }

  const setType = (name, on) => setMember("types", state.types, name, on);
  const setModality = (name, on) => setMember("modalities", state.modalities, name, on);

  function setUpFilters() {
    const count = (list, test) => list.filter(test).length;
    const prepare = (group, list, key, set) => {
      for (const box of document.querySelectorAll(`#${group} input[value]`)) {
        const number = count(list, (item) => item[key] === box.value);
        box.parentElement.hidden = number === 0;
        box.parentElement.querySelector("output").textContent = number;
        box.addEventListener("change", () => set(box.value, box.checked));
      }
    };
    prepare("types", nodes, "group", setType);
    prepare("modalities", data.statements, "modality", setModality);
    single(negatedBox, count(data.statements, (statement) => statement.negative), setNegated);
    single(absentBox, count(nodes, (node) => !own.get(node.id).length), setAbsent);
    absentBox.checked = state.absent;
    const legend = document.getElementById("legend");
    legend.hidden = nodes.length === 0;
    legend.open = window.matchMedia("(min-width: 681px) and (min-height: 600px)").matches;
  }

  function single(box, number, set) {
    box.parentElement.hidden = number === 0;
    box.parentElement.querySelector("output").textContent = number;
    box.addEventListener("change", () => set(box.checked));
  }

  // ---- Search -----------------------------------------------------------------------------

  const input = document.getElementById("search");
  const suggestions = document.getElementById("suggestions");
  let active = 0;

  function folded(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  }

  function rank(node, wanted) {
    const { name, aliases } = entities.get(node.id);
    const words = [name, ...aliases].map(folded);
    if (words.some((word) => word.startsWith(wanted))) return 0;
    if (words.some((word) => word.includes(` ${wanted}`) || word.includes(`-${wanted}`))) return 1;
    return words.some((word) => word.includes(wanted)) ? 2 : 3;
  }

  function search(text) {
    const wanted = folded(text.trim());
    if (!wanted) return [];
    return nodes.map((node) => [rank(node, wanted), node]).filter(([place]) => place < 3)
      .sort((a, b) => a[0] - b[0] || byWeight(a[1], b[1])).slice(0, HITS).map(([, node]) => node.id);
  }

  function suggestion(id, place) {
    const node = nodeById.get(id);
    const row = make("li", `type-${node.group}`, icon(node.group), make("span", "", nameOf(id)),
      make("small", "", texts.types[node.group]));
    row.id = `suggestion-${place}`;
    row.setAttribute("role", "option");
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(id);
    });
    return row;
  }

  function suggest() {
    const hits = search(input.value);
    active = 0;
    suggestions.replaceChildren(...hits.map(suggestion));
    const asked = input.value.trim() !== "";
    if (asked && !hits.length) suggestions.append(make("li", "none", texts.no_hit));
    suggestions.hidden = !asked;
    input.setAttribute("aria-expanded", String(asked && hits.length > 0));
    activate(0);
  }

  function activate(place) {
    const rows = suggestions.querySelectorAll("[role=option]");
    if (!rows.length) return input.removeAttribute("aria-activedescendant");
    active = (place + rows.length) % rows.length;
    rows.forEach((row, number) => row.setAttribute("aria-selected", String(number === active)));
    rows[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", rows[active].id);
  }

  function take(id) {
    input.value = nameOf(id);
    closeSuggestions();
    select(id, { keyboard: true });
  }

  function closeSuggestions() {
    suggestions.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function onSearchKey(event) {
    const keys = { ArrowDown: active + 1, ArrowUp: active - 1 };
    if (event.key in keys) {
      event.preventDefault();
      if (suggestions.hidden) suggest();
      else activate(keys[event.key]);
    } else if (event.key === "Enter" && !suggestions.hidden) {
      const hits = search(input.value);
      if (hits.length) take(hits[active]);
    } else if (event.key === "Escape" && !suggestions.hidden) {
      event.stopPropagation();
      closeSuggestions();
    }
  }

  // ---- Start ------------------------------------------------------------------------------

  function setUpGraph() {
    draw();
    const stage = document.getElementById("graph");
    network = new vis.Network(stage, { nodes: nodeSet, edges: edgeSet }, JSON.parse(options));
    network.on("click", onClick);
    const pointer = (name) => () => { stage.style.cursor = name; };
    for (const kind of ["Node", "Edge"]) {
      network.on(`hover${kind}`, pointer("pointer"));
      network.on(`blur${kind}`, pointer(""));
    }
    const frame = stage.querySelector(".vis-network");
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-label", texts.graph);
    fit(false);
  }

  function setUpControls() {
    document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
    document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
    document.getElementById("fit").addEventListener("click", () => fit(motion()));
    document.getElementById("open-list").addEventListener("click", () => {
      if (state.chosen !== null) choose(null);
      panel.classList.toggle("closed");
    });
    input.addEventListener("input", suggest);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("keydown", onSearchKey);
    input.addEventListener("blur", closeSuggestions);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && state.chosen !== null) clear();
    });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  }

  function countsText() {
    return [[nodes, texts.entities], [data.statements, texts.statements], [data.documents, texts.articles]]
      .map(([list, name]) => `${list.length} ${name}`).join(" · ");
  }

  document.getElementById("counts").textContent = countsText();
  setUpGraph();
  setUpFilters();
  setUpControls();
  showPanel();

  /* For scripts and tests:
     select(id)             choose a node (entity IRI) or drawn edge (e0, e1, …); false if unknown
     clear()                choose nothing
     search(text)           ids of the entities that the search box would suggest
     setType(name, on), setModality(name, on), setNegated(on), setAbsent(on)   the filters
     position(id)           { x, y } of a node, or of an edge's middle, in the window's pixels
     edgeOf(statement)      id of the drawn edge that holds a statement, or null
     visible(id)            whether a node or edge is drawn */
  window.newskg = Object.freeze({
    select: (id) => select(id),
    clear, search, setType, setModality, setNegated, setAbsent,
    position(id) {
      const frame = document.getElementById("graph").getBoundingClientRect();
      const edge = edgeById.get(id);
      const place = edge ? network.body.edges[id].edgeType.getPoint(0.5)
        : network.getPosition(id);
      const { x, y } = network.canvasToDOM(place);
      return { x: x + frame.left, y: y + frame.top };
    },
    edgeOf: (statement) => edges.find((edge) => edge.statements.includes(statement))?.id ?? null,
    visible: (id) => (nodeById.has(id) ? nodeOn(nodeById.get(id))
      : edgeById.has(id) && edgeOn(edgeById.get(id))),
  });
})();
