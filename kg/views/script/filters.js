/* The legend's check boxes and its slider. */

const absentBox = document.getElementById("absent");
const negatedBox = document.getElementById("negated");
const leastSlider = document.getElementById("least");

function refresh() {
  draw();
  showPanel();
}

function setAbsent(on) {
  state.absent = on;
  absentBox.checked = on;
  refresh();
}

function setNegated(on) {
  state.negated = on;
  negatedBox.checked = on;
  refresh();
}

// In hundredths, as the slider has them.
function setLeast(percent) {
  leastSlider.value = percent;
  state.least = Number(leastSlider.value);
  tellLeast();
  refresh();
}

function tellLeast() {
  const left = `${data.statements.filter(sureOn).length} ${texts.statements}`;
  leastSlider.parentElement.querySelector("output").textContent = `${state.least} % · ${left}`;
  leastSlider.setAttribute("aria-valuetext", `${state.least} %, ${left}`);
}

function setMember(group, set, name, on) {
  if (on) set.add(name);
  else set.delete(name);
  for (const box of document.querySelectorAll(`#${group} input[value]`)) {
    if (box.value === name) box.checked = on;
  }
  refresh();
}

const setType = (name, on) => setMember("types", state.types, name, on);
const setModality = (name, on) => setMember("modalities", state.modalities, name, on);

function setUpFilters() {
  const count = (list, test) => list.filter(test).length;
  const prepare = (group, list, key, set) => {
    for (const box of document.querySelectorAll(`#${group} input[value]`)) {
      const number = count(list, (item) => item[key] === box.value);
      box.parentElement.hidden = number === 0;
      box.parentElement.querySelector("output").textContent = number;
      box.addEventListener("change", () => set(box.value, box.checked));
    }
  };
  prepare("types", nodes, "group", setType);
  prepare("modalities", data.statements, "modality", setModality);
  single(negatedBox, count(data.statements, (statement) => statement.negative), setNegated);
  single(absentBox, count(nodes, (node) => !own.get(node.id).length), setAbsent);
  absentBox.checked = state.absent;
  const confidences = new Set(data.statements.map((statement) => statement.confidence));
  document.getElementById("trust").hidden = confidences.size < 2;
  leastSlider.addEventListener("input", () => setLeast(leastSlider.value));
  tellLeast();
  const legend = document.getElementById("legend");
  legend.hidden = nodes.length === 0;
  legend.open = window.matchMedia("(min-width: 681px) and (min-height: 600px)").matches;
}

function single(box, number, set) {
  box.parentElement.hidden = number === 0;
  box.parentElement.querySelector("output").textContent = number;
  box.addEventListener("change", () => set(box.checked));
}
