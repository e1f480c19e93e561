/* The words of the page, in two languages. */

let texts = allTexts[page.language];

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

function nameOf(id) {
  return entities.get(id)?.names[state.language] ?? "";
}

function labelOf(relation) {
  return relations.get(relation)?.label[state.language] || relation || "–";
}

function setLanguage(language) {
  if (!Object.hasOwn(allTexts, language)) return;
  state.language = language;
  texts = allTexts[language];
  document.documentElement.lang = language;
  writeTexts();
  setUpFilterTexts();
  refresh();
  showReader();
}

/* data-text is the element's text, data-name its accessible name and tooltip. */
function writeTexts() {
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = wordsAt(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-name]")) {
    element.setAttribute("aria-label", wordsAt(element.dataset.name));
    if (element.tagName === "BUTTON") element.title = wordsAt(element.dataset.name);
    if (element.type === "search") element.placeholder = wordsAt(element.dataset.name);
  }
}

function wordsAt(path) {
  return path.split(".").reduce((table, key) => table[key], texts);
}

function dateText(iso) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts;
  const format = dateFormat(state.language, month !== undefined, day !== undefined);
  return format.format(Date.UTC(+year, +(month ?? 1) - 1, +(day ?? 1)));
}

const formats = new Map();

function dateFormat(language, month, day) {
  const key = `${language} ${month} ${day}`;
  if (formats.has(key)) return formats.get(key);
  const style = { year: "numeric", timeZone: "UTC" };
  if (month) style.month = "long";
  if (day) style.day = "numeric";
  formats.set(key, new Intl.DateTimeFormat(language === "en" ? "en-GB" : "de-DE", style));
  return formats.get(key);
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}
