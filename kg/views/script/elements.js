/* Small makers of elements.
   Everything that comes from the graph is data: it enters the document through textContent and
   checked attributes only. */

const SVG = "http://www.w3.org/2000/svg";

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function drawnElement(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function button(className, text, action) {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}

function icon(type) {
  const picture = drawnElement("svg", { class: "icon", "aria-hidden": "true" });
  picture.append(drawnElement("use", { href: `#shape-${shapes[type]}` }));
  return picture;
}

function line(modality, negative) {
  const picture = drawnElement("svg", { class: "line", viewBox: "0 0 32 12", "aria-hidden": "true" });
  const dash = negative && !dashes[modality].length ? [5, 4] : dashes[modality];
  picture.append(drawnElement("path", { d: "M0 6h32", "stroke-dasharray": dash.join(" ") }));
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

function option(value, text) {
  const element = make("option", "", text);
  element.value = value;
  return element;
}

/* A list that shows `step` more rows each time it is asked. */
function growing(area, items, step, row) {
  const grow = (from) => {
    area.append(...items.slice(from, from + step).map(row));
    const left = items.length - from - step;
    if (left <= 0) return;
    const more = button("more", `${texts.capped} (${left})`, () => {
      more.remove();
      grow(from + step);
    });
    area.append(area.tagName === "UL" ? make("li", "", more) : more);
  };
  grow(0);
}
