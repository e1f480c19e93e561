/* A slider over the days of dated statements, with how many there are of each. */

const timeline = document.getElementById("timeline");
const firstSlider = document.getElementById("first-day");
const lastSlider = document.getElementById("last-day");
const undatedBox = document.getElementById("undated");
const MOST_BARS = 160;

const dayCounts = new Map();
const dayNames = new Map();   // as the articles have it: a month or a year stands at its first day
for (const { date } of data.statements) {
  if (!date) continue;
  dayCounts.set(firstDay(date), (dayCounts.get(firstDay(date)) ?? 0) + 1);
  dayNames.set(firstDay(date), date);
}
const days = [...dayCounts.keys()].sort();

function setDays(first, last) {
  const whole = first <= 0 && last >= days.length - 1;
  state.days = whole ? null : [days[Math.max(first, 0)], days[Math.min(last, days.length - 1)]];
  showDays();
  refresh();
}

function setUndated(active) {
  state.undated = undatedBox.checked = active;
  refresh();
}

function placesOfDays() {
  if (!state.days) return [0, days.length - 1];
  const first = days.findIndex((day) => day >= state.days[0]);
  return [Math.max(first, 0), days.findLastIndex((day) => day <= state.days[1])];
}

function showDays() {
  const [first, last] = placesOfDays();
  firstSlider.value = first;
  lastSlider.value = last;
  undatedBox.checked = state.undated;
  tellDays();
}

function tellDays() {
  if (!days.length) return;
  const [first, last] = placesOfDays();
  const [from, to] = [first, last].map((place) => dateText(dayNames.get(days[place])));
  firstSlider.setAttribute("aria-valuetext", from);
  lastSlider.setAttribute("aria-valuetext", to);
  document.getElementById("days-told").textContent = `${from} – ${to}`;
  [...timeline.querySelectorAll(".bars rect")].forEach((bar) => {
    const place = Number(bar.dataset.place);
    bar.classList.toggle("out", place < first || place > last);
  });
}

function setUpTimeline() {
  timeline.hidden = days.length < 2;
  if (timeline.hidden) return;
  for (const slider of [firstSlider, lastSlider]) slider.max = days.length - 1;
  drawBars();
  firstSlider.addEventListener("input", () => (
    setDays(Math.min(Number(firstSlider.value), Number(lastSlider.value)), Number(lastSlider.value))));
  lastSlider.addEventListener("input", () => (
    setDays(Number(firstSlider.value), Math.max(Number(firstSlider.value), Number(lastSlider.value)))));
  undatedBox.addEventListener("change", () => setUndated(undatedBox.checked));
  const undated = data.statements.filter(({ date }) => !date).length;
  undatedBox.parentElement.querySelector("output").textContent = undated;
  showDays();
}

/* One bar a day, or for several days where there are many. */
function drawBars() {
  const bars = timeline.querySelector(".bars");
  const step = Math.ceil(days.length / MOST_BARS);
  const sums = [];
  days.forEach((day, i) => { sums[Math.floor(i / step)] = (sums[Math.floor(i / step)] ?? 0) + dayCounts.get(day); });
  const highest = Math.max(...sums);
  const wide = 100 / Math.max(days.length - 1, 1);
  sums.forEach((sum, i) => {
    const height = 4 + (32 * Math.sqrt(sum)) / Math.sqrt(highest);
    const x = i * step * wide - Math.min(wide * step, 3) * 0.35;
    const bar = drawnElement("rect", { x: `${x}%`, y: 36 - height, height, width: `${Math.min(wide * step, 3) * 0.7}%` });
    bar.dataset.place = i * step;
    bars.append(bar);
  });
}
