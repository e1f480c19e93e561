/* A statement: in plain language, with its sentence, who says so, and where it stands. */

function claim(statement) {
  const words = make("p", "claim");
  const frame = frameOf(statement);
  if (frame) words.append(make("span", "frame", frame), " ");
  for (const { role, text } of phraseParts(statement)) {
    const id = role === "subject" ? statement.subject : statement.object;
    words.append(role === "predicate" ? make("span", "predicate", text) : entityButton(id, text, role));
  }
  return words;
}

function badges(statement) {
  const known = texts.modalities[statement.modality] ?? statement.modality;
  const row = make("div", "badges", make("span", `badge ${statement.modality}`,
    line(statement.modality, false), known));
  if (statement.negative) row.append(make("span", "badge negative", texts.negated));
  return row;
}

/* Where the paragraph of a sentence begins and ends in its article. */
function paragraphOf(statement, letters) {
  const start = statement.start ? letters.lastIndexOf("\n", statement.start - 1) + 1 : 0;
  const end = letters.indexOf("\n", statement.end);
  return [start, end < 0 ? letters.length : end];
}

function marked(statement) {
  const letters = points(sentenceOf(statement));
  const pieces = [];
  let done = 0;
  for (const [start, end, role] of statement.marks ?? []) {
    pieces.push(cut(letters, done, start), make("mark", role, cut(letters, start, end)));
    done = end;
  }
  return [...pieces, cut(letters, done)].filter((piece) => piece !== "");
}

function quotation(statement) {
  if (!sentenceOf(statement)) return null;
  const quote = make("blockquote", "", make("span", "sentence", ...marked(statement)));
  if ("sentence" in statement) return quote;
  const letters = lettersOf(documents[statement.document]);
  const [start, end] = paragraphOf(statement, letters);
  quote.prepend(make("span", "around", cut(letters, start, statement.start)));
  quote.append(make("span", "around", cut(letters, statement.end, end)));
  return quote;
}

function details(statement) {
  const list = make("dl", "facts");
  const row = (term, ...value) => list.append(make("dt", "", term), make("dd", "", ...value));
  const speaker = speakerOf(statement);
  if (speaker) row(texts.source, entityButton(statement.source, speaker, ""));
  else if (statement.modality === "reported") row(texts.source, texts.without_speaker);
  if (statement.date) row(texts.date, dateText(statement.date));
  const place = nameOf(statement.place) || statement.placeName;
  if (place) row(texts.place, entityButton(statement.place, place, ""));
  row(texts.confidence, ...meter(statement.confidence));
  if (statement.rule) row(texts.rule, statement.rule);
  const article = documents[statement.document];
  if (article.id || article.title) row(texts.article, ...articleLine(article));
  return list;
}

function meter(share) {
  const bar = drawnElement("svg", { class: "meter", viewBox: "0 0 56 6", "aria-hidden": "true" });
  const width = 56 * Math.min(1, Math.max(0, share));
  bar.append(drawnElement("rect", { class: "all", width: 56, height: 6, rx: 3 }),
    drawnElement("rect", { width, height: 6, rx: 3 }));
  return [bar, percent(share)];
}

function articleLine(article) {
  const title = link(article.url, article.title || article.id || texts.untitled);
  const rest = [article.source, article.published && dateText(article.published)].filter(Boolean);
  return rest.length ? [title, `, ${rest.join(", ")}`] : [title];
}

function actions(statement) {
  const row = make("div", "actions");
  const article = documents[statement.document];
  if (article.text) {
    row.append(button("action", texts.in_article, () => openReader(article.id, statement.id)));
  }
  if (data.base) {
    row.append(button("action copy", texts.copy_rdf, (event) => (
      copyText(turtleOf([statement]), event.currentTarget))));
  }
  return row;
}

function card(statement) {
  const element = make("article", "card", claim(statement), badges(statement), quotation(statement),
    details(statement), actions(statement));
  element.dataset.statement = statement.id;
  return element;
}

async function copyText(text, from) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No leave, or no clipboard in a frame: the older way needs none.
    copySelected(text);
  }
  announce(texts.copied);
  const label = from.textContent;
  from.textContent = texts.copied;
  setTimeout(() => { from.textContent = label; }, 1500);
}

function copySelected(text) {
  const field = document.body.appendChild(make("textarea", "offstage"));
  field.value = text;
  field.select();
  document.execCommand("copy");
  field.remove();
}
