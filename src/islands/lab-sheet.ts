// The lab's sheet on windows that have no room beside the text. On a phone it has three heights: a bar, half of the page with the text
// readable above it, and all below the header with the dock. Its head shows one step of the lesson at a time. Comes with the first
// opening, or when the lab below the bar has begun.

import type { QuaysideLab } from "@quayside/widgets/lab";

type Height = "bar" | "half" | "full";

/** Below this height of the pane, in parts of the window, a dragged sheet becomes a bar; above the other one it is full. */
const LOWEST = 0.3;
const HIGHEST = 0.75;
/** A finger that moves less than this presses, in pixels. */
const PRESS_PX = 6;
/** How often the bar looks at the lab's clock, in milliseconds. */
const LOOK_MS = 250;

const root = document.documentElement;
const find = <Kind extends HTMLElement>(selector: string) => document.querySelector<Kind>(selector);
const lab = find<QuaysideLab>("quayside-lab");
const pane = find(".lab-pane");
const opener = find<HTMLButtonElement>(".sheet-open");
const closer = find<HTMLButtonElement>(".sheet-close");
const grip = find<HTMLButtonElement>("[data-sheet-grip]");
const isPhone = matchMedia("(max-width: 699.98px)");
const isWide = matchMedia("(min-width: 1100px)");

let height: Height = "bar";

/** Brings the sheet to a height; what lies below a full one on a phone cannot be reached. */
export function setSheet(to: Height): void {
  const before = height;
  height = to;
  if (to === "bar") root.removeAttribute("data-lab-open");
  else root.dataset.labOpen = to;
  if (isWide.matches) lab?.removeAttribute("sheet");
  else lab?.setAttribute("sheet", isPhone.matches || to === "bar" ? to : "side");
  opener?.setAttribute("aria-expanded", String(to !== "bar"));
  const covers = to === "full" && isPhone.matches;
  for (const behind of document.querySelectorAll<HTMLElement>(".prose, .site-footer")) behind.inert = covers;
  document.body.style.overflow = covers ? "hidden" : "";
  if (grip) grip.ariaLabel = (to === "full" ? grip.dataset.lower : grip.dataset.higher) ?? "";
  if (before === "bar" && to !== "bar") closer?.focus({ preventScroll: true });
  if (before !== "bar" && to === "bar") opener?.focus({ preventScroll: true });
}

/** Opens the sheet, half of a phone's page high. */
export function openSheet(): void {
  if (height === "bar") setSheet("half");
}

/** The sheet follows a finger on its grip; a press changes between half and full. */
function followGrip(): void {
  let from: { readonly y: number; readonly height: number } | undefined;
  let moved = 0;
  grip?.addEventListener("pointerdown", (event) => {
    grip.setPointerCapture(event.pointerId);
    from = { y: event.clientY, height: pane?.getBoundingClientRect().height ?? 0 };
    moved = 0;
  });
  grip?.addEventListener("pointermove", (event) => {
    if (from === undefined || !pane) return;
    moved = from.y - event.clientY;
    if (Math.abs(moved) >= PRESS_PX)
      pane.style.height = `${Math.max(56, Math.min(innerHeight, from.height + moved))}px`;
  });
  const drop = () => {
    if (from === undefined || !pane) return;
    const part = (from.height + moved) / innerHeight;
    from = undefined;
    pane.style.height = "";
    if (Math.abs(moved) >= PRESS_PX) setSheet(part < LOWEST ? "bar" : part > HIGHEST ? "full" : "half");
  };
  grip?.addEventListener("pointerup", drop);
  grip?.addEventListener("pointercancel", drop);
  grip?.addEventListener("click", () => {
    if (Math.abs(moved) < PRESS_PX) setSheet(height === "full" ? "half" : "full");
    moved = 0;
  });
}

/** The bar plays and shows the lab's clock, as long as it is all that is to be seen of the lab. */
function showBar(): void {
  const play = find<HTMLButtonElement>("[data-sheet-play]");
  const clock = find("[data-sheet-clock]");
  play?.addEventListener("click", () => {
    const engine = lab?.context.engine;
    if (engine === undefined) return;
    engine.show(true);
    lab?.context.timeAsked.send({ action: engine.playing ? "pause" : "play" });
  });
  const look = () => {
    const moment = lab?.run?.moment;
    if (height !== "bar" || moment === undefined || !play || !clock) return;
    play.hidden = clock.hidden = false;
    const playing = lab?.context.engine.playing === true;
    play.toggleAttribute("data-playing", playing);
    play.ariaLabel = (playing ? play.dataset.pause : play.dataset.play) ?? "";
    const seconds = Math.floor(moment.atMs / 1000);
    clock.textContent = [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
  };
  setInterval(look, LOOK_MS);
  look();
}

/** One step in the head: the next one, until somebody turns to another. */
function showSteps(): void {
  const strip = find("[data-sheet-step]");
  const steps = [...document.querySelectorAll<HTMLElement>(".step")];
  const prose = find(".prose");
  if (!strip || !prose || steps.length === 0) return;
  const put = (name: string, text: string | null | undefined) => {
    const place = strip.querySelector(`[data-step-${name}]`);
    if (place && place.textContent !== text) place.textContent = text ?? "";
  };
  let shown = 0;
  let next = -1;
  const draw = () => {
    const now = steps.findIndex((step) => step.hasAttribute("data-next"));
    if (now !== next && now >= 0) shown = now;
    next = now;
    const step = steps[shown];
    if (step === undefined) return;
    put("number", String(shown + 1));
    put("title", (step.querySelector("h2, h3")?.textContent ?? "").trim().replace(/[^.?!:…]$/, "$&."));
    put("live", step.querySelector("[data-observed]")?.textContent || step.querySelector("[data-state]")?.textContent);
    strip.toggleAttribute("data-done", step.hasAttribute("data-done"));
    strip.toggleAttribute("data-next", step.hasAttribute("data-next"));
    for (const button of strip.querySelectorAll<HTMLButtonElement>("button"))
      button.disabled = steps[shown + Number(button.dataset.stepBy)] === undefined;
  };
  strip.addEventListener("click", ({ target }) => {
    const by = (target as Element).closest<HTMLElement>("[data-step-by]")?.dataset.stepBy;
    if (by === undefined) return;
    shown = Math.max(0, Math.min(steps.length - 1, shown + Number(by)));
    draw();
    const top = (steps[shown]?.getBoundingClientRect().top ?? 0) + scrollY - (find(".header")?.offsetHeight ?? 0);
    scrollTo({ top });
  });
  new MutationObserver(draw).observe(prose, {
    attributes: true,
    attributeFilter: ["data-next", "data-done"],
    characterData: true,
    childList: true,
    subtree: true,
  });
  strip.hidden = false;
  draw();
}

/** Where a keyboard on the screen lies over the page and does not make it lower, the sheet stands on it. */
function standOnKeyboard(): void {
  const view = visualViewport;
  view?.addEventListener("resize", () => {
    const covered = innerHeight - view.height * view.scale;
    root.style.setProperty("--q-keyboard", `${covered > 100 ? Math.round(covered) : 0}px`);
  });
}

closer?.addEventListener("click", () => setSheet("bar"));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && height !== "bar" && !event.defaultPrevented) setSheet("bar");
});
document.addEventListener("quayside-dock", () => {
  if (height === "half") setSheet("full");
});
for (const window of [isWide, isPhone])
  window.addEventListener("change", () => setSheet(isWide.matches ? "bar" : height));
followGrip();
showBar();
showSteps();
standOnKeyboard();
setSheet(height);
void customElements
  .whenDefined("quayside-lab")
  .then(() => lab?.updateComplete)
  .then(() => lab?.dress());
