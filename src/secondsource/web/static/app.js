// Extras on complete pages: keys, and an outline around words that another mark cuts in two.
"use strict";

const rows = () => [...document.querySelectorAll(".item, .item-plain, .days > li li, .contest, tbody tr")];
let place = -1;

function move(step) {
  const all = rows();
  if (!all.length) return;
  all[place]?.classList.remove("here");
  place = Math.min(all.length - 1, Math.max(0, place + step));
  all[place].classList.add("here");
  all[place].scrollIntoView({ block: "center" });
}

function openRow() {
  rows()[place]?.querySelector("a.open, h2 a, a.words, a")?.click();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    const field = document.querySelector("input[type=search]");
    if (field) { event.preventDefault(); field.focus(); }
  } else if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "o") openRow();
}

function light() {
  document.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
  const key = location.hash.slice(1);
  if (!/^s\d+-\d+$/.test(key)) return;
  document.querySelectorAll(`[data-s="${key}"]`).forEach((node) => node.classList.add("lit"));
}

document.addEventListener("keydown", onKey);
window.addEventListener("hashchange", light);
light();
