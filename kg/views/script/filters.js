/* What is filtered out: kinds, relations, stance, speaker, article, confidence. */

const absentBox = document.getElementById("absent");
const negatedBox = document.getElementById("negated");
const leastSlider = document.getElementById("least");
const speakerList = document.getElementById("speaker");
const articleList = document.getElementById("article");
const GROUPS = ["conflict", "cooperation", "structure", "count", "other"];

function setAbsent(active) {
  state.absent = absentBox.checked = active;
  refresh();
}

function setNegated(active) {
  state.negated = negatedBox.checked = active;
  refresh();
}

// In hundredths, as the slider has them.
function setLeast(hundredths) {
  leastSlider.value = hundredths;
  state.least = Number(leastSlider.value);
  tellLeast();
  refresh();
}

function tellLeast() {
  const left = `${data.statements.filter(sureOn).length} ${texts.statements}`;
  document.getElementById("least-told").textContent = `${state.least} % · ${left}`;
  leastSlider.setAttribute("aria-valuetext", `${state.least} %, ${left}`);
}

function setMember(group, set, name, active) {
  if (active) set.add(name);
  else set.delete(name);
  checkBoxes(group, set);
  refresh();
}

function checkBoxes(group, set) {
  for (const box of document.querySelectorAll(`#${group} input[value]`)) box.checked = set.has(box.value);
}

const setType = (name, active) => setMember("types", state.types, name, active);
const setModality = (name, active) => setMember("modalities", state.modalities, name, active);

/* Shows or hides relations, and draws the boxes of their groups as full, empty or in between. */
function setRelations(names, active) {
  for (const name of names) {
    if (active) state.hiddenRelations.delete(name);
    else state.hiddenRelations.add(name);
  }
  checkRelations();
  refresh();
}

function checkRelations() {
  for (const box of document.querySelectorAll("#relations input[value]")) {
    box.checked = !state.hiddenRelations.has(box.value);
  }
  for (const box of document.querySelectorAll("#relations input[data-group]")) {
    const hidden = relationsOf(box.dataset.group).filter((name) => state.hiddenRelations.has(name));
    box.checked = hidden.length === 0;
    box.indeterminate = !box.checked && hidden.length < relationsOf(box.dataset.group).length;
  }
}

function relationsOf(group) {
  return [...relations.keys()].filter((name) => relations.get(name).group === group);
}

function relationGroup(group, counts) {
  const names = relationsOf(group).sort((a, b) => labelOf(a).localeCompare(labelOf(b)));
  const total = names.reduce((sum, name) => sum + counts.get(name), 0);
  const box = make("input", "");
  box.type = "checkbox";
  box.dataset.group = group;
  box.addEventListener("change", () => setRelations(names, box.checked));
  const all = make("label", `group-${group}`, box, make("span", "", texts.groups[group]),
    make("output", "", String(total)));
  const single = make("div", "single", ...names.map((name) => relationRow(name, counts.get(name))));
  const summary = make("summary", "");
  summary.setAttribute("aria-label", filled(texts.relations_of, { group: texts.groups[group] }));
  const more = make("details", "", summary, single);
  return make("div", "relation-group", all, more);
}

function relationRow(name, count) {
  const box = make("input", "");
  Object.assign(box, { type: "checkbox", value: name });
  box.addEventListener("change", () => setRelations([name], box.checked));
  return make("label", "", box, make("span", "", labelOf(name)), make("output", "", String(count)));
}

/* What of the filters has words of the graph in it, in the language of the page. */
function setUpFilterTexts() {
  const counts = new Map([...relations.keys()].map((name) => [name, 0]));
  for (const { relation } of data.statements) counts.set(relation, counts.get(relation) + 1);
  const groups = GROUPS.filter((group) => relationsOf(group).length);
  document.getElementById("relations").replaceChildren(...groups.map((g) => relationGroup(g, counts)));
  checkRelations();
  const speakers = new Set(data.statements.map(({ source }) => source).filter(Boolean));
  const byName = [...speakers].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  speakerList.replaceChildren(option("", texts.everybody), option("-", texts.nobody),
    ...byName.map((id) => option(id, nameOf(id))));
  speakerList.value = state.speaker;
  speakerList.closest("fieldset").hidden = speakers.size === 0;
  const articles = documents.filter(({ id, title }) => id || title);
  articleList.replaceChildren(option("", texts.all_articles),
    ...articles.map((article) => option(article.id, article.title || article.id)));
  articleList.value = state.article;
  articleList.closest("fieldset").hidden = articles.length < 2;
  tellLeast();
  tellDays();
}

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
  const confidences = new Set(data.statements.map((statement) => statement.confidence));
  leastSlider.closest("fieldset").hidden = confidences.size < 2;
  leastSlider.addEventListener("input", () => setLeast(leastSlider.value));
  speakerList.addEventListener("change", () => choose("speaker", speakerList.value));
  articleList.addEventListener("change", () => choose("article", articleList.value));
}

function choose(key, value) {
  state[key] = value;
  refresh();
}

function single(box, number, set) {
  box.parentElement.hidden = number === 0;
  box.parentElement.querySelector("output").textContent = number;
  box.addEventListener("change", () => set(box.checked));
}

/* Puts all filters back; what is chosen and read stays. */
function resetFilters() {
  const { chosen, reading, language, opened, part, communities, embedded } = state;
  Object.assign(state, initialState(), { chosen, reading, language, opened, part, communities, embedded });
  showFilters();
  refresh();
  fit(motion());
}

/* Writes the state into the boxes, sliders and lists. */
function showFilters() {
  checkBoxes("types", state.types);
  checkBoxes("modalities", state.modalities);
  negatedBox.checked = state.negated;
  absentBox.checked = state.absent;
  leastSlider.value = state.least;
  setUpFilterTexts();
  showDays();
}

/* How many filters are in use. */
function filterCount() {
  const fresh = initialState();
  return [
    state.types.size < fresh.types.size, state.modalities.size < fresh.modalities.size,
    state.hiddenRelations.size > 0, !state.negated, state.least > 0, state.speaker, state.article,
    state.days, !state.undated,
  ].filter(Boolean).length;
}
