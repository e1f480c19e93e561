/* The menu that copies the address and saves what is shown. */

const shareMenu = document.getElementById("share-menu");
const shareButton = document.getElementById("share");

const SAVED = {
  png: () => pngBlob(),
  svg: () => svgText(),
  ttl: () => turtleOf(shownStatements(), { texts: true }),
  graphml: () => graphmlOf(shownStatements()),
  csv: () => csvOf(shownStatements()),
};
const KINDS = { svg: "image/svg+xml", ttl: "text/turtle", graphml: "application/graphml+xml", csv: "text/csv" };

async function save(kind) {
  const content = await SAVED[kind]();
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${KINDS[kind]};charset=utf-8` });
  const anchor = make("a", "");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = `graph.${kind}`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
  announce(filled(texts.saved, { name: anchor.download }));
}

function openShareMenu(open) {
  shareMenu.hidden = !open;
  shareButton.setAttribute("aria-expanded", String(open));
  if (open) shareMenu.querySelector("button:not([hidden])").focus();
}

function setUpSharing() {
  const framed = window.location.protocol === "about:";
  shareMenu.querySelector("[data-copy=address]").hidden = framed;
  shareMenu.querySelector("[data-save=ttl]").hidden = !data.base;
  shareButton.addEventListener("click", () => openShareMenu(shareMenu.hidden));
  for (const row of shareMenu.querySelectorAll("[data-save]")) {
    row.addEventListener("click", () => {
      save(row.dataset.save);
      openShareMenu(false);
      shareButton.focus();
    });
  }
  shareMenu.querySelector("[data-copy=address]").addEventListener("click", (event) => {
    copyText(window.location.href, event.currentTarget.firstElementChild);
  });
  shareMenu.querySelector("[data-print]").addEventListener("click", () => {
    openShareMenu(false);
    window.print();
  });
  shareMenu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    openShareMenu(false);
    shareButton.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!shareMenu.hidden && !event.target.closest(".menu")) openShareMenu(false);
  });
  // Paper is white: the drawing is printed as SVG in the colours that the style sheet has for print.
  const print = document.getElementById("print");
  window.addEventListener("beforeprint", () => print.replaceChildren(svgOf((name) => `var(--${name})`)));
  window.addEventListener("afterprint", () => print.replaceChildren());
}
