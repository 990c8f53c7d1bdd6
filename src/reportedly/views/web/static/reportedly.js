/* What a page does beyond being read: charts, words that belong together, judging by keyboard, adding what was missed.
   Every page can be read without it. */
"use strict";

const base = document.currentScript.src.replace(/reportedly\.js.*$/, "");
const version = new URL(document.currentScript.src).search;

/* ---- charts: the library is loaded only where one is shown ---- */

const CHART_PARTS = ["vega.min.js", "vega-lite.min.js", "vega-embed.min.js"];
let chartLibrary = null;

function loadScript(address) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

function loadCharts() {
  chartLibrary ??= CHART_PARTS.reduce(
    (before, name) => before.then(() => loadScript(`${base}vendor/${name}${version}`)), Promise.resolve());
  return chartLibrary;
}

async function drawChart(place) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const address = new URL(place.dataset.chart, location.href);
  address.searchParams.set("theme", dark ? "dark" : "light");
  try {
    const [answer] = await Promise.all([fetch(address), loadCharts()]);
    if (!answer.ok) throw new Error(await answer.text());
    // the interpreter evaluates the chart's expressions, so that no page needs leave to evaluate text as code
    const shown = await vegaEmbed(place, await answer.json(), {
      ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true },
    });
    // the picture is described by its frame; its points lead to their words, as the table under it does by keyboard
    for (const name of ["role", "aria-label", "aria-roledescription"]) place.removeAttribute(name);
    shown.view.addEventListener("click", (event, item) => {
      if (item?.datum?.href) location.href = item.datum.href;
    });
  } catch (error) {
    place.textContent = "The chart could not be drawn; the table below has every point.";
    console.error(error);
  }
}

function drawCharts(root) {
  for (const place of root.querySelectorAll("[data-chart]:not([data-drawn])")) {
    place.dataset.drawn = "yes";
    drawChart(place);
  }
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  document.querySelectorAll("[data-chart]").forEach(drawChart);
});

/* ---- words that belong together: source, cue, content and figure of a claim ---- */

function idsOf(element) {
  return [...(element.dataset.claims ?? "").split(" "), ...(element.dataset.figures ?? "").split(" ")].filter(Boolean);
}

function tie(element, on) {
  for (const id of idsOf(element)) {
    for (const other of document.querySelectorAll(`[data-claims~="${CSS.escape(id)}"], [data-figures~="${CSS.escape(id)}"]`)) {
      other.classList.toggle("tied", on);
    }
  }
}

for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(kind, (event) => {
    const element = event.target.closest?.("[data-claims], [data-figures]");
    if (element) tie(element, on);
  });
}

/* ---- selecting words that the reader missed: f or c, then Enter ---- */

const codePoints = (text) => [...text].length;

function placeOf(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!piece) return null;
  const before = document.createRange();
  before.selectNodeContents(piece);
  before.setEnd(node, offset);
  return Number(piece.dataset.at) + codePoints(before.toString());
}

function selectedPlace() {
  const selection = getSelection();
  const text = document.querySelector("[data-missed]");
  if (!text || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end, words: selection.toString() };
}

function showMissed() {
  const bar = document.querySelector("#missed");
  if (!bar || bar.contains(document.activeElement)) return;
  const place = selectedPlace();
  bar.hidden = place === null;
  if (place === null) return;
  bar.querySelector("[name=start]").value = place.start;
  bar.querySelector("[name=end]").value = place.end;
  bar.querySelector("output").textContent = place.words.slice(0, 120);
}

document.addEventListener("selectionchange", showMissed);

/* ---- keys: j and k walk, the others press the button that bears them ---- */

function typing() {
  const at = document.activeElement;
  return at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
}

function walk(step) {
  const items = [...document.querySelectorAll("[data-walk] > [tabindex]")];
  if (items.length === 0) return;
  const now = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[Math.min(items.length - 1, Math.max(0, now < 0 ? 0 : now + step))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing()) return;
  const bar = document.querySelector("#missed");
  if (bar && !bar.hidden && (event.key === "f" || event.key === "c")) {
    event.preventDefault();
    bar.querySelector(`[name=kind][value=${event.key === "f" ? "figure" : "claim"}]`).checked = true;
    bar.querySelector("button").focus();
    return;
  }
  if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    walk(event.key === "j" ? 1 : -1);
    return;
  }
  const item = document.activeElement?.closest?.("[data-walk] > [tabindex]");
  const button = (item ?? document).querySelector(`[data-key="${CSS.escape(event.key)}"]`)
    ?? document.querySelector(`[data-key-always="${CSS.escape(event.key)}"]`);
  if (button) {
    event.preventDefault();
    button.click();
    // what was opened is to be filled in: on with its first field
    if (button.matches("summary") && button.parentElement.open) {
      button.parentElement.querySelector("input:not([type=hidden]), select")?.focus();
    }
  }
});

/* ---- a slider of moments: sets the field it stands for and sends its form ---- */

document.addEventListener("input", (event) => {
  const slider = event.target.closest?.("[data-moments]");
  if (!slider) return;
  const moments = slider.dataset.moments.split(" ");
  const chosen = moments[Number(slider.value)] ?? "";
  slider.form.querySelector("[name=as_of]").value = chosen === "now" ? "" : chosen;
  slider.setAttribute("aria-valuetext", chosen === "now" ? "everything the ledger holds" : chosen);
  slider.nextElementSibling.textContent = chosen === "now" ? "all" : chosen;
});

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-at-once]");
  if (form) form.requestSubmit();
});

document.addEventListener("DOMContentLoaded", () => drawCharts(document));
document.addEventListener("htmx:after:swap", () => drawCharts(document));

/* ---- after a judgement the next of the queue has the focus ---- */

document.addEventListener("DOMContentLoaded", () => {
  if (new URLSearchParams(location.search).has("done")) {
    document.querySelector("[data-walk] > [tabindex]")?.focus();
  }
});
