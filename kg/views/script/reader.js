/* The reading pane: an article's text with every mention marked, and the sentence of a statement.
   A mention leads to its entity, a statement to its sentence. */

const reader = document.getElementById("reader");

function openReader(article, statement) {
  state.reading = { article, statement };
  showReader();
  writeFragment();
  toPassage();
  reader.querySelector("h2").focus({ preventScroll: true });
}

/* Scrolls to the sentence that is looked at, else to the first mention of what is chosen. */
function toPassage() {
  const passage = reader.querySelector(".evidence") ?? reader.querySelector(".mention.chosen");
  passage?.scrollIntoView({ block: "center" });
}

function closeReader() {
  state.reading = null;
  showReader();
  writeFragment();
}

function showReader() {
  const article = documents.find(({ id }) => id === state.reading?.article);
  reader.hidden = !article?.text;
  document.body.classList.toggle("reading", !reader.hidden);
  if (reader.hidden) return;
  const top = reader.scrollTop;
  const heading = make("h2", "", article.title || article.id);
  heading.tabIndex = -1;
  const close = button("close", "×", closeReader);
  close.setAttribute("aria-label", texts.close_article);
  const about = make("p", "source", ...articleLine({ ...article, title: article.url ? texts.original : texts.article }));
  const body = paragraphs(article);
  // The text often has its headline in its first lines, with the mentions in it.
  const headline = body.slice(0, 3).find((element) => element.textContent === article.title);
  heading.classList.toggle("offstage", headline !== undefined);
  headline?.classList.add("headline");
  reader.replaceChildren(make("div", "panel-head", heading, about, close),
    make("p", "hint", texts.reader_hint), ...body);
  reader.scrollTop = top;
}

function paragraphs(article) {
  const letters = lettersOf(article);
  const evidence = statements.get(state.reading.statement);
  const body = [];
  let start = 0;
  while (start < letters.length) {
    let end = letters.indexOf("\n", start);
    if (end < 0) end = letters.length;
    if (end > start) body.push(paragraph(article, letters, start, end, evidence));
    start = end + 1;
  }
  for (const element of body) element.lang = article.language;
  return body;
}

function paragraph(article, letters, start, end, evidence) {
  const element = make("p", "text");
  const pieces = mentionPieces(article, letters, start, end);
  const held = evidence && evidence.start >= start && evidence.start < end;
  if (!held) {
    element.append(...pieces.map(({ node }) => node));
    return element;
  }
  const inside = ({ from }) => from >= evidence.start && from < evidence.end;
  const passage = make("span", "evidence", ...pieces.filter(inside).map(({ node }) => node));
  element.append(...pieces.filter((p) => p.from < evidence.start).map(({ node }) => node), passage,
    ...pieces.filter((p) => p.from >= evidence.end).map(({ node }) => node));
  return element;
}

/* Text and mentions in turn; text is parted where the evidence begins and ends. */
function mentionPieces(article, letters, start, end) {
  const pieces = [];
  const evidence = statements.get(state.reading.statement);
  const plain = (from, to) => {
    const cuts = [evidence?.start, evidence?.end].filter((at) => at > from && at < to);
    [from, ...cuts].forEach((at, i) => {
      const text = cut(letters, at, [...cuts, to][i]);
      if (text) pieces.push({ from: at, node: document.createTextNode(text) });
    });
  };
  let done = start;
  for (const mention of article.mentions) {
    if (mention.start < done || mention.end > end) continue;
    plain(done, mention.start);
    pieces.push({ from: mention.start, node: mentionButton(mention, cut(letters, mention.start, mention.end)) });
    done = mention.end;
  }
  plain(done, end);
  return pieces;
}

function mentionButton(mention, text) {
  const group = nodeById.get(mention.entity)?.group ?? "Other";
  const chosen = state.chosen?.id === mention.entity ? "chosen" : "";
  const element = button(`mention type-${group} ${mention.kind} ${chosen}`, text, () => {
    select(mention.entity);
    reader.querySelector(".mention.chosen")?.focus({ preventScroll: true });
  });
  element.title = `${nameOf(mention.entity)} (${texts.types[group]})`;
  return element;
}
