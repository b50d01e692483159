// Keeps what is ticked in this browser, and writes it as a small file to be sent back; nothing leaves by itself.
"use strict";
(() => {
  const book = document.body, key = `jalon-${book.dataset.mission}-${book.dataset.version}`;
  const actions = [...document.querySelectorAll("fieldset[data-id]")];
  const read = (one) => ({
    id: one.dataset.id,
    title: one.dataset.title,
    was: one.dataset.was,
    state: one.querySelector("input[type=radio]:checked").value,
    day: one.querySelector("input[type=date]").value,
    note: one.querySelector("textarea").value,
  });
  const told = () => ({
    jalon: "book", schema: 1, mission: book.dataset.mission, reference: book.dataset.reference,
    version: Number(book.dataset.version), actions: actions.map(read),
  });
  const show = (kept) => {
    for (const one of actions) {
      const found = (kept.actions || []).find((other) => other.id === one.dataset.id);
      if (!found) continue;
      const box = [...one.querySelectorAll("input[type=radio]")].find((radio) => radio.value === found.state);
      if (box) box.checked = true;
      one.querySelector("input[type=date]").value = found.day;
      one.querySelector("textarea").value = found.note;
    }
  };
  try { show(JSON.parse(localStorage.getItem(key) || "{}")); } catch { /* a browser that keeps nothing */ }
  book.addEventListener("input", () => {
    try { localStorage.setItem(key, JSON.stringify(told())); } catch { /* likewise */ }
  });
  document.getElementById("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(told(), null, 1)], { type: "application/json" }));
    link.download = `retour-${book.dataset.reference}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    document.getElementById("said").textContent = book.dataset.said;
  });
})();
