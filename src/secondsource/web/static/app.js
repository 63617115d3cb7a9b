// Extras on complete pages: keys, a key to them, and an outline around words that another mark cuts in two.
"use strict";

const KEYS = [["/", "search"], ["j", "next line"], ["k", "line before"], ["o", "open the line"], ["c", "copy the line with its source"], ["?", "this list"]];
const rows = () => [...document.querySelectorAll(".item, .item-plain, .days > li li, .contest, tbody tr")].filter((row) => row.checkVisibility?.() ?? true);
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

function say(text) {
  const box = document.getElementById("said");
  if (box) box.textContent = text;
}

// The words of a row, where they stand, and the address of the page that shows them there.
function citation(row) {
  const words = row?.querySelector(".line a, a.words");
  if (!words) return "";
  const line = (words.closest(".line") ?? words).textContent.trim();
  const from = row.closest("[data-cite]")?.dataset.cite ?? row.querySelector(".in, .at")?.textContent.trim() ?? "";
  return `${line}\n${from}\n${words.href}`;
}

async function copyRow(row) {
  const text = citation(row);
  if (!text || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(text);
    say("Copied with its source");
    const button = row.querySelector("button.copy");
    if (button) button.textContent = "copied";
  } catch {
    say("The browser did not allow copying");
  }
}

function offerCopies() {
  if (!navigator.clipboard) return;
  for (const row of document.querySelectorAll("[data-cite]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy";
    button.title = "Copy the line with its source";
    button.setAttribute("aria-label", "Copy this line with its source");
    button.addEventListener("click", () => copyRow(row));
    (row.querySelector(".num") ?? row.querySelector(".line")?.parentElement)?.append(button);
  }
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

const DO = { j: () => move(1), k: () => move(-1), o: openRow, c: () => copyRow(rows()[place]), "?": showKeys };

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

document.getElementById("keys-hint")?.removeAttribute("hidden");
offerCopies();
document.addEventListener("keydown", onKey);
window.addEventListener("hashchange", light);
light();
