/* Boxes that suggest entities: a combobox after the ARIA authoring practices. */

const HITS = 8;

const input = document.getElementById("search");

// So that muller, Müller and Mueller find each other.
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss")
    .replace(/([aou])e/g, "$1");
}

// Entity → what the articles call it, beside its names.
let called = null;

function namesInArticles(id) {
  if (called === null) {
    called = new Map();
    for (const article of documents) {
      for (const { start, end, kind, entity } of article.mentions) {
        if (kind !== "name") continue;
        if (!called.has(entity)) called.set(entity, new Set());
        called.get(entity).add(cut(lettersOf(article), start, end));
      }
    }
  }
  return called.get(id) ?? [];
}

const foldedNames = new Map();

function searchNames(id) {
  if (!foldedNames.has(id)) {
    const names = new Set([...aliasesOf(entities.get(id)), ...namesInArticles(id)]);
    foldedNames.set(id, [...names].map(folded));
  }
  return foldedNames.get(id);
}

function placeIn(node, wanted) {
  const words = searchNames(node.id);
  if (words.some((word) => word.startsWith(wanted))) return 0;
  if (words.some((word) => word.includes(` ${wanted}`) || word.includes(`-${wanted}`))) return 1;
  return words.some((word) => word.includes(wanted)) ? 2 : 3;
}

function search(text) {
  const wanted = folded(text.trim());
  if (!wanted) return [];
  return ranked.map((node) => [placeIn(node, wanted), node]).filter(([place]) => place < 3)
    .sort((a, b) => a[0] - b[0]).map(([, node]) => node.id);
}

/* Makes a field suggest the entities that `able` allows, and hand the chosen one to `take`. */
function suggesting(field, list, able, take) {
  let active = 0;
  let hits = [];
  field.autocomplete = "off";
  field.spellcheck = false;
  list.setAttribute("role", "listbox");
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) field.setAttribute(name, value);

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(id) {
    field.value = nameOf(id);
    close();
    take(id);
  }

  function activate(place) {
    const rows = list.querySelectorAll("[role=option]");
    if (!rows.length) return field.removeAttribute("aria-activedescendant");
    active = (place + rows.length) % rows.length;
    rows.forEach((row, number) => row.setAttribute("aria-selected", String(number === active)));
    rows[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", rows[active].id);
  }

  function suggest() {
    hits = search(field.value).filter(able).slice(0, HITS);
    const asked = field.value.trim() !== "";
    list.replaceChildren(...hits.map((id, place) => suggestion(id, `${list.id}-${place}`, choose)));
    if (asked && !hits.length) {
      const none = make("li", "none", texts.no_hit);
      none.setAttribute("role", "presentation");
      list.append(none);
    }
    list.hidden = !asked;
    field.setAttribute("aria-expanded", String(asked && hits.length > 0));
    activate(0);
  }

  field.addEventListener("input", suggest);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) {
      event.preventDefault();
      if (list.hidden) suggest();
      else activate(active + moves[event.key]);
    } else if (event.key === "Enter" && !list.hidden && hits.length) {
      event.preventDefault();
      choose(hits[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
}

function suggestion(id, rowId, choose) {
  const node = nodeById.get(id);
  const row = make("li", `type-${node.group}`, icon(node.group), make("span", "", nameOf(id)),
    make("small", "", texts.types[node.group]));
  row.id = rowId;
  row.setAttribute("role", "option");
  row.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose(id);
  });
  return row;
}
