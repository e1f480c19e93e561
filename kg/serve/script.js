"use strict";
// Ctrl+Enter in the query asks it; without this script the button does.
const query = document.getElementById("query");
if (query) {
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      query.form.requestSubmit();
    }
  });
}
// The passage that was asked for comes into sight.
const chosen = document.querySelector(".passage.chosen");
if (chosen) {
  chosen.scrollIntoView({ block: "center" });
}
