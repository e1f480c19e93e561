/* Keys. Single letters count only while the drawing has the focus (WCAG 2.1.4). */

const STEP = 60;

const graphKeys = {
  ArrowLeft: () => pan(-STEP, 0),
  ArrowRight: () => pan(STEP, 0),
  ArrowUp: () => pan(0, -STEP),
  ArrowDown: () => pan(0, STEP),
  "+": () => zoom(1.35),
  "=": () => zoom(1.35),
  "-": () => zoom(1 / 1.35),
  0: () => fit(motion()),
  n: () => stepNode(1),
  p: () => stepNode(-1),
  Enter: () => panel.querySelector("h2").focus(),
};

/* From entity to entity in the order of importance. */
function stepNode(step) {
  const shown = on.ranked;
  if (!shown.length) return;
  const place = shown.findIndex(({ id }) => id === state.chosen?.id);
  const next = shown[(place + step + shown.length) % shown.length];
  select(next.id);
  const count = own.get(next.id).filter(({ id }) => on.statements.has(id)).length;
  announce(`${nameOf(next.id)}, ${texts.types[next.group]}, ${count} ${texts.statements}`);
}

function setUpKeys() {
  area.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? null : graphKeys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      input.focus();
    } else if (event.key === "Escape") {
      closeLast();
    }
  });
}

/* What was opened last closes first. */
function closeLast() {
  if (document.getElementById("help").open) return;
  if (state.chosen !== null) clear();
  else if (state.reading) closeReader();
  else if (state.scope) setScope(null);
}
