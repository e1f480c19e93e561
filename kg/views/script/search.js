/* The search box and its suggestions. */

const input = document.getElementById("search");
const suggestions = document.getElementById("suggestions");
let active = 0;

// So that muller, Müller and Mueller find each other.
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss")
    .replace(/([aou])e/g, "$1");
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
