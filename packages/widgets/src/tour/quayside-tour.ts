/**
 * `<quayside-tour>`: the caption of a tour, beside what it speaks of, and a ring around parts of the lab that are not on the map. It
 * lies in the browser's top layer and follows the window; the map draws its own rings.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { LabSpeakingElement, sharedStyles } from "../base/element.ts";
import { icon } from "../base/icons.ts";
import type { QuaysideMap } from "../map/quayside-map.ts";
import { ringsOf } from "../map/rings.ts";
import type { LiveTour } from "./live-tour.ts";
import { type Box, boxAround, overlap, placeBeside } from "./placing.ts";
import { tourTexts } from "./texts/index.ts";
import { tourStyles } from "./tour-styles.ts";

/** Narrower windows have the caption at their lower edge. */
const DOCKED = matchMedia("(max-width: 43.99rem)");

/** Parts of the lab by the name that a stop gives them; the first that is visible counts. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "lab:time": [".top"],
  "lab:editor": [".bottom"],
  "lab:run": [".run", ".bottom"],
  "lab:terminal": [".bottom"],
  "lab:journal": [".bottom"],
  "lab:checks": [".side-checks", "#tab-checks", ".bottom"],
  "lab:inspector": [".inspect", ".side"],
};

/** The caption of a tour, `<quayside-tour>`. */
export class QuaysideTour extends LabSpeakingElement {
  static override styles = [sharedStyles, tourStyles];
  static override properties = {
    live: { attribute: false },
    stop: { attribute: false },
    moment: { attribute: false },
  };
  declare live: LiveTour | undefined;
  /** The tour's stop and moment: reasons to draw again. */
  declare stop: unknown;
  declare moment: unknown;

  #stopShown = -2;
  /** The part that the stop stands at may grow when it arrives. */
  readonly #sizes = new ResizeObserver(() => this.#place());
  /** The lab that it stands in. */
  #lab: Element | undefined;

  constructor() {
    super();
    this.addEventListener("keydown", this.#onKey);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("resize", this.#place);
    addEventListener("scroll", this.#place, { capture: true, passive: true });
    this.#lab = (this.getRootNode() as ShadowRoot).host;
    this.#lab?.addEventListener("keydown", this.#onEscape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    removeEventListener("resize", this.#place);
    removeEventListener("scroll", this.#place, { capture: true });
    this.#lab?.removeEventListener("keydown", this.#onEscape);
  }

  protected override render() {
    const { live } = this;
    if (live === undefined) return nothing;
    const texts = tourTexts(this.language);
    const { player, tour, stop } = live;
    const next = player.goal === undefined ? (player.done ? texts.done : texts.next) : texts.skip;
    return html`<div class="layer" popover="manual"><div class="spot"></div>
      <section class="caption" role="group" aria-label=${tour.title(this.language)}>
        <header><h2>${tour.title(this.language)}</h2>
          <button class="button quiet end" type="button" title=${texts.end} aria-label=${texts.end} @click=${live.end}>${icon("close")}</button></header>
        <div class="says" role="status">${stop === undefined ? nothing : this.#renderStop(live)}</div>
        ${stop === undefined ? html`<p class="way" aria-hidden="true">${texts.onTheWay}</p>` : nothing}
        <div class="bar" aria-hidden="true"><i style="width: ${(player.goal === undefined ? 1 : player.share) * 100}%"></i></div>
        <footer><span class="count" aria-hidden="true">${Math.max(1, player.at + 1)}/${tour.stops.length}</span>
          <button class="button" type="button" aria-disabled=${player.at <= 0 && player.goal === undefined} @click=${live.back}>${texts.back}</button>
          <button class="button primary next" type="button" @click=${live.next}>${next}</button></footer>
      </section></div>`;
  }

  #renderStop({ player, tour, stop }: LiveTour): TemplateResult {
    const texts = tourTexts(this.language);
    const lines = (stop?.does ?? []).flatMap((command) => ("aws" in command ? [command.aws] : []));
    return html`<p><span class="hidden-text">${texts.stopOf(player.at + 1, tour.stops.length)}: </span>${words(stop?.says(this.language) ?? "")}</p>
      ${player.at === 0 ? html`<p class="muted">${texts.untouched}</p>` : nothing}
      ${lines.length === 0 ? nothing : html`<pre tabindex="0" aria-label="aws">${lines.map((line) => `$ ${line}`).join("\n")}</pre>`}`;
  }

  protected override updated(changed: PropertyValues): void {
    const layer = this.renderRoot.querySelector<HTMLElement>(".layer");
    if (layer === null) return;
    if (!layer.matches(":popover-open")) layer.showPopover();
    if (changed.get("live") === undefined && changed.has("live"))
      this.renderRoot.querySelector<HTMLElement>(".next")?.focus({ preventScroll: true });
    const shown = this.live?.stop === undefined ? -1 : this.live.player.at;
    const fresh = shown !== this.#stopShown;
    this.#stopShown = shown;
    if (fresh && shown >= 0) this.#goToPart();
    this.#place();
  }

  /** The element that a stop stands at, or the map for things on it. */
  #part(): Element | undefined {
    const root = this.getRootNode() as ShadowRoot;
    const selectors = PARTS[this.live?.stop?.shows ?? ""] ?? ["quayside-map"];
    const found = selectors.flatMap((selector) => [...root.querySelectorAll(selector)]);
    return found.find((element) => element.getClientRects().length > 0);
  }

  #goToPart(): void {
    const part = this.#part();
    this.#sizes.disconnect();
    if (part === undefined) return;
    this.#sizes.observe(part);
    part.scrollIntoView({ block: DOCKED.matches ? "start" : "nearest" });
  }

  /** Where in the window the thing is that the stop is about. */
  #thing(): Box | undefined {
    const part = this.#part();
    if (part === undefined) return undefined;
    const { x, y, width: w, height: h } = part.getBoundingClientRect();
    if (part.localName !== "quayside-map") return { x, y, w, h };
    const map = part as QuaysideMap;
    const stage = map.renderRoot.querySelector(".stage")?.getBoundingClientRect();
    const { scene } = map;
    if (scene === undefined || stage === undefined) return { x, y, w, h };
    const marks = new Map(scene.tasks.map((mark) => [mark.key, { ...mark, opacity: 1 }]));
    const rings = ringsOf(scene, this.live?.highlight ?? "", { pose: (key) => marks.get(key) });
    // A ring around a part of a task speaks of the task; on the way to the next stop nothing is ringed, and every task may move.
    const tasks = scene.tasks.filter((mark) => rings.length === 0 || rings.some((ring) => overlap(ring, mark) > 0));
    const around = boxAround([...rings, ...tasks]);
    return around === undefined ? { x, y, w, h } : { ...around, x: around.x + stage.x, y: around.y + stage.y };
  }

  #place = (): void => {
    const caption = this.renderRoot.querySelector<HTMLElement>(".caption");
    const spot = this.renderRoot.querySelector<HTMLElement>(".spot");
    if (caption === null || spot === null) return;
    const thing = this.#thing();
    const isPart = this.live?.stop?.shows.startsWith("lab:") === true;
    spot.toggleAttribute("hidden", thing === undefined || !isPart);
    if (thing === undefined) return;
    const inset = 3;
    spot.style.translate = `${thing.x + inset}px ${thing.y + inset}px`;
    spot.style.width = `${thing.w - inset * 2}px`;
    spot.style.height = `${thing.h - inset * 2}px`;
    if (DOCKED.matches) {
      caption.style.translate = "";
      return;
    }
    const size = { w: caption.offsetWidth, h: caption.offsetHeight };
    const place = placeBeside(thing, size, this.#room());
    caption.style.translate = `${Math.round(place.x)}px ${Math.round(place.y)}px`;
  };

  /** What of the lab is in the window. */
  #room(): Box {
    const { clientWidth, clientHeight } = document.documentElement;
    const lab = this.#lab?.getBoundingClientRect() ?? new DOMRect(0, 0, clientWidth, clientHeight);
    const [x, y] = [Math.max(0, lab.x), Math.max(0, lab.y)];
    return { x, y, w: Math.min(clientWidth, lab.right) - x, h: Math.min(clientHeight, lab.bottom) - y };
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight" && this.live?.player.done === false) this.live.next();
    else if (event.key === "ArrowLeft") this.live?.back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #onEscape = (event: Event): void => {
    if ((event as KeyboardEvent).key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.live?.end();
  };
}

/** A text in which backticks mean code and double asterisks bold. */
function words(text: string): TemplateResult[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith("`")) return html`<code>${part.slice(1, -1)}</code>`;
    if (part.startsWith("**")) return html`<b>${part.slice(2, -2)}</b>`;
    return html`${part}`;
  });
}

customElements.define("quayside-tour", QuaysideTour);
