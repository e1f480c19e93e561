/* Terms of Turtle, written as kg.rdf writes them. */

function iri(id) {
  if (/^http:\/\/www\.wikidata\.org\/entity\/Q\d+$/.test(id)) return `wd:${id.slice(SPACES.wd.length)}`;
  const safe = id.replace(/[\x00-\x20<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/g, percented);
  return `<${safe}>`;
}

function ours(name) {
  return /^[A-Za-z]\w*$/.test(name) ? `kg:${name}` : iri(SPACES.kg + name);
}

function percented(sign) {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/* Percent-encodes all but letters, digits and _.-~ as Python's urllib does. */
function quoted(text) {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percented);
}

function literal(text) {
  const escapes = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const escaped = String(text).replace(/["\\\n\r\t]/g, (sign) => escapes[sign])
    .replace(/[\x00-\x1f\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

function tagged(text, language) {
  return /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(language) ? `${literal(text)}@${language}` : literal(text);
}

function typed(value, datatype) {
  return `${literal(value)}^^xsd:${datatype}`;
}

function decimal(number) {
  const text = String(number);
  if (text.includes("e")) return number.toFixed(20).replace(/0+$/, "0");
  return text.includes(".") ? text : `${text}.0`;
}

function timeLiteral(text) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
    && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (isDay) return typed(text, "date");
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return typed(text, "gYearMonth");
  return /^(?!0000)\d{4}$/.test(text) ? typed(text, "gYear") : literal(text);
}
