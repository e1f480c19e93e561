/* Small makers of elements and texts.
   Everything that comes from the graph is data: it enters the document through textContent and
   checked attributes only. */

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
