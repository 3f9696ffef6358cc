/** The ground under the things of the map as SVG: shelf, queue and strips, VPC, zones, subnets, gateway. Drawn again only when the layout changes. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { Texts } from "../../i18n/index.ts";
import { fitText } from "../painter.ts";
import type { Place } from "../place.ts";
import { STRIP_HEIGHT, stripLabelWidth } from "../places.ts";
import type { Scene } from "../scene.ts";
import { inCloud } from "./index.ts";

/** What a drawing is cut by that is seen through the frame of the cloud. */
export const SEEN = "url(#seen)";

/** Every place, outermost first; those of a cloud that is zoomed cut at its frame. */
export function drawPlaces(scene: Scene, texts: Texts): SVGTemplateResult[] {
  const { frame, isClipped, places } = scene;
  const cut = isClipped
    ? [svg`<clipPath id="seen"><rect x=${frame.x} y=${frame.y} width=${frame.w} height=${frame.h}></rect></clipPath>`]
    : [];
  const drawn = places.map((place) => {
    const clip = isClipped && inCloud(place) ? SEEN : nothing;
    return svg`<g class="place ${place.kind}" clip-path=${clip}>${GROUNDS[place.kind](place, scene, texts)}</g>`;
  });
  return [...cut, ...drawn];
}

/** One entry a kind of place. */
const GROUNDS: Readonly<Record<Place["kind"], (place: Place, scene: Scene, texts: Texts) => SVGTemplateResult>> = {
  shelf: drawShelf,
  services: () => svg``,
  traffic: () => svg``,
  queue: (place, scene, texts) => (place.h > STRIP_HEIGHT ? drawQueue : drawStrip)(place, scene, texts),
  registry: (place, _scene, texts) => drawRegistry(place, texts),
  vpc: (place, _scene, texts) => drawVpc(place, texts),
  zone: (place, _scene, texts) => drawZone(place, texts),
  subnet: drawSubnet,
  gateway: (place, _scene, texts) => drawGateway(place, texts),
  tray: drawStrip,
};

/** The heading of the shelf; the families on it are things of their own. */
function drawShelf({ x, y, w }: Place, { definitions }: Scene, texts: Texts): SVGTemplateResult {
  return svg`<text class="rail-title" x=${x + 2} y=${y + 12}>${texts.mapDefinitions}</text>
    ${definitions.length > 0 ? nothing : svg`<rect x=${x + 0.5} y=${y + 20.5} width=${w - 1} height="23" rx="7"></rect><text x=${x + 10} y=${y + 36}>${texts.mapNoDefinitions}</text>`}`;
}

/** What waits beside the cloud: how many tasks, and for what. */
function drawQueue(place: Place, { counts, hidden }: Scene, texts: Texts): SVGTemplateResult {
  const { x, y, w, h } = place;
  const more = hidden.get(place.kind) ?? 0;
  const none = svg`<rect x=${x + 0.5} y=${y + 20.5} width=${w - 1} height=${Math.min(24, h - 21)} rx="7"></rect>`;
  return svg`<text class="rail-title" x=${x + 2} y=${y + 12}>${texts.mapWaiting}</text>
    <text class="strip-count" x=${x + w - 2} y=${y + 12}>${counts.waiting}</text>
    ${counts.waiting === 0 ? svg`${none}<text x=${x + 10} y=${y + 36.5}>${texts.mapNothingWaits}</text>` : svg`<text x=${x + 2} y=${y + 28}>${texts.mapWaitsFor}</text>`}
    ${more > 0 ? svg`<text class="more" x=${x + w - 2} y=${y + 28}>+${more}</text>` : nothing}`;
}

function drawStrip(place: Place, scene: Scene, texts: Texts): SVGTemplateResult {
  const { x, y, w, h } = place;
  const hidden = scene.hidden.get(place.kind) ?? 0;
  const count = place.kind === "queue" ? scene.counts.waiting : scene.counts.stopped;
  const title = place.kind === "queue" ? texts.mapWaiting : texts.mapStopped;
  return svg`<rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} rx="8"></rect>
    ${drawName(title, x + 12, y + h / 2, stripLabelWidth(w) - 30)}
    <text class="strip-count" x=${x + stripLabelWidth(w) - 12} y=${y + h / 2 + 4}>${count}</text>
    ${hidden > 0 ? svg`<text class="more" x=${x + w - 8} y=${y + h / 2 + 4}>+${hidden}</text>` : nothing}`;
}

function drawRegistry(place: Place, texts: Texts): SVGTemplateResult {
  const { x, y, w, h } = place;
  return svg`<rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} rx="8"></rect>
    <g class="crates" transform="translate(${x + 12} ${y + h / 2 - 8})">
      <path d="M0 9h7v7H0zM9 9h7v7H9zM4.5 0h7v7h-7z"></path></g>
    ${drawName(texts.mapRegistry, x + 34, y + h / 2, w - 40)}`;
}

/** About as wide as a letter of a strip's name. */
const LETTER = 6;

/** The name of a strip; in two lines where one is too short for it, and squeezed where two are. */
function drawName(name: string, x: number, middle: number, width: number): SVGTemplateResult[] {
  const lines = name.length * LETTER > width ? name.split(/ (.*)/, 2) : [name];
  return lines.map(
    (line, index) =>
      svg`<text class="strip-title" x=${x} y=${middle + 10.5 - 6.5 * lines.length + 13 * index} textLength=${line.length * LETTER > width ? width : nothing}>${line}</text>`,
  );
}

/** The gateway's name stands at its right, where the map ends soon; a long one at its left. */
function drawGateway({ x, y, w, h }: Place, { mapGateway }: Texts): SVGTemplateResult {
  const long = mapGateway.length > 20;
  return svg`<rect x=${x} y=${y} width=${w} height=${h} rx="9"></rect>
    <path class="gateway-mark" d=${`M${x + 5} ${y + 9}h8m-3-3 3 3-3 3`}></path>
    <text x=${long ? x - 6 : x + w + 6} y=${y + h / 2 + 4} text-anchor=${long ? "end" : ""}>${mapGateway}</text>`;
}

/** Words as they stand on the map: about as wide as a letter of a name, of an address, of a small one. */
const LETTERS = { name: 6.2, mono: 6.9, small: 5.6 } as const;

function drawVpc({ x, y, w, h, title, detail }: Place, texts: Texts): SVGTemplateResult {
  const room = w - 260;
  const whole = title === "" ? "" : texts.mapCluster(title);
  const cluster = whole.length * LETTERS.name > room ? fitText(title, room, LETTERS.name) : whole;
  return svg`<rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} rx="12"></rect>
    <text class="vpc-title" x=${x + 14} y=${y + 17}>VPC <tspan class="cidr" dx="4">${detail}</tspan></text>
    <text class="cluster" x=${x + 150} y=${y + 17}>${cluster}</text>`;
}

/** A zone with the names of its folded subnets, or how many they are. */
function drawZone({ x, y, w, h, title, folded = [] }: Place, texts: Texts): SVGTemplateResult {
  const from = title.length * LETTERS.mono + 20;
  const names = folded.map(texts.mapEmptySubnet);
  const widths = names.map((name) => name.length * LETTERS.small + 14);
  const fits = widths.reduce((sum, width) => sum + width + 5, from) <= w - 6;
  const tags = fits ? names : folded.length === 0 ? [] : [`+${folded.length}`];
  let left = x + from;
  return svg`<rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} rx="9"></rect>
    <text x=${x + 10} y=${y + 14.5}>${title}</text>
    ${tags.map((tag) => {
      const width = fits ? tag.length * LETTERS.small + 14 : 28;
      const at = left;
      left += width + 5;
      return svg`<g class="folded"><rect x=${at + 0.5} y=${y + 3.5} width=${width - 1} height="15" rx="5"></rect><text x=${at + width / 2} y=${y + 14.5}>${tag}</text></g>`;
    })}`;
}

function drawSubnet(place: Place, scene: Scene, texts: Texts): SVGTemplateResult {
  const { x, y, w, h } = place;
  const hidden = scene.hidden.get(place.key) ?? 0;
  const name = place.title.length * LETTERS.name + 24;
  const route = place.route === "nat-gateway" ? texts.mapNat : place.route === "none" ? texts.mapNoRoute : "";
  const free = hidden > 0 ? `+${hidden}` : name + route.length * LETTERS.name < w - 6 ? route : "";
  const used = name + free.length * LETTERS.name + 14;
  const cidr = used + place.detail.length * LETTERS.mono < w ? place.detail : "";
  const open = place.route === "internet-gateway" ? "5 3" : nothing;
  return svg`<rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} rx="8" stroke-dasharray=${open}></rect>
    <text class="subnet-name" x=${x + 10} y=${y + 15.5}>${place.title}<tspan class="cidr" dx="7">${cidr}</tspan></text>
    <text class="more" x=${x + w - 10} y=${y + 15.5}>${free}</text>`;
}
