/* The lines above the drawing: what is counted, hidden, and looked at. */

const live = document.getElementById("live");

function announce(text) {
  live.textContent = text;
}

function tellStatus() {
  const articles = documents.filter(({ id, title }) => id || title);
  const whole = [[nodes, texts.entities], [data.statements, texts.statements], [articles, texts.articles]];
  document.getElementById("counts").textContent = whole.map(([list, name]) => `${list.length} ${name}`).join(" · ");
  const badge = document.getElementById("filter-count");
  badge.textContent = filterCount() || "";
  document.getElementById("reset").hidden = !filterCount();
  document.getElementById("chips").replaceChildren(...[scopeChip(), partChip()].filter(Boolean));
  document.getElementById("communities").setAttribute("aria-pressed", String(state.communities));
}

function scopeChip() {
  const { scope } = state;
  if (!scope) return null;
  const told = {
    around: () => `${nameOf(scope.id)}, ${filled(texts.steps, { count: scope.depth })}`,
    path: () => `${nameOf(scope.from)} – ${nameOf(scope.to)}`,
    community: () => filled(texts.community, { count: on.nodes.size }),
  };
  const chip = make("p", "chip", make("span", "", told[scope.kind]()));
  chip.append(button("plain", texts.whole_graph, () => setScope(null)));
  return chip;
}

function partChip() {
  if (!on.hidden) return null;
  const told = filled(texts.part, { shown: on.nodes.size, hidden: on.hidden });
  return make("p", "chip", make("span", "", told),
    button("plain", texts.more_of_them, () => setPart(state.part + page.part)),
    button("plain", texts.all_of_them, () => setPart(Infinity)));
}
