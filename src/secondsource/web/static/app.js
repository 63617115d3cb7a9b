// Extras on complete pages: keys, a key to them, and an outline around words that another mark cuts in two.
"use strict";

const KEYS = [["/", "search"], ["j", "next line"], ["k", "line before"], ["o", "open the line"], ["c", "copy the line with its source"], ["?", "this list"]];
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
  rows()[place]?.querySelector("a.open, h2 a, .line a, a")?.click();
}

function copyRow() {
  const row = rows()[place];
  const words = row?.querySelector(".line a, a.words");
  if (!words) return;
  const line = (words.closest(".line") ?? words).textContent.trim();
  const from = row.querySelector(".in, .at")?.textContent.trim() ?? "";
  navigator.clipboard?.writeText(`${line}\n${from}\n${words.href}`);
}

function showKeys() {
  const old = document.querySelector("dialog");
  if (old) return old.remove();
  const box = document.createElement("dialog");
  const list = document.createElement("dl");
  for (const [key, does] of KEYS) {
    const name = document.createElement("dt");
    const what = document.createElement("dd");
    name.textContent = key;
    what.textContent = does;
    list.append(name, what);
  }
  box.append(list);
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}

const DO = { j: () => move(1), k: () => move(-1), o: openRow, c: copyRow, "?": showKeys };

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const field = document.querySelector("input[type=search]");
  if (event.key === "/" && field) {
    event.preventDefault();
    field.focus();
  } else if (DO[event.key]) DO[event.key]();
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
