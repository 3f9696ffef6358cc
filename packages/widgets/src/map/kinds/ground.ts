/** The ground under the things of the map as SVG: strips, VPC, zones, subnets, gateway. Drawn again only when the layout changes. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { Texts } from "../../i18n/index.ts";
import { type Place, stripLabelWidth } from "../places.ts";
import type { Scene } from "../scene.ts";

/** Every place, outermost first. */
export function drawPlaces(scene: Scene, texts: Texts): SVGTemplateResult[] {
  return scene.places.map(
    (place) => svg`<g class="place ${place.kind}">${GROUNDS[place.kind](place, scene, texts)}</g>`,
  );
}

/** One entry a kind of place. */
const GROUNDS: Readonly<Record<Place["kind"], (place: Place, scene: Scene, texts: Texts) => SVGTemplateResult>> = {
  queue: drawStrip,
  registry: (place, _scene, texts) => drawRegistry(place, texts),
  vpc: drawVpc,
  zone: drawZone,
  subnet: drawSubnet,
  gateway: (place, _scene, texts) => drawGateway(place, texts),
  tray: drawStrip,
};

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

function drawVpc(place: Place): SVGTemplateResult {
  const { x, y, w, h } = place;
  return svg`<rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} rx="12"></rect>
    <text class="vpc-title" x=${x + 14} y=${y + 17}>VPC <tspan class="cidr" dx="4">${place.detail}</tspan></text>`;
}

function drawZone(place: Place): SVGTemplateResult {
  const { x, y, w, h } = place;
  return svg`<rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} rx="9"></rect>
    <text x=${x + 10} y=${y + 14}>${place.title}</text>`;
}

function drawSubnet(place: Place, scene: Scene, texts: Texts): SVGTemplateResult {
  const { x, y, w, h } = place;
  const hidden = scene.hidden.get(place.key) ?? 0;
  const cidr = w > 210 ? place.detail : "";
  const route = place.route === "nat-gateway" ? texts.mapNat : place.route === "none" ? texts.mapNoRoute : "";
  const free = hidden > 0 ? `+${hidden}` : w > 150 ? route : "";
  return svg`<rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} rx="7"></rect>
    <path class="bollards" d=${`M${x + 8} ${y + h - 0.5}H${x + w - 8}`}></path>
    <text class="subnet-name" x=${x + 9} y=${y + 15}>${place.title}<tspan class="cidr" dx="6">${cidr}</tspan></text>
    <text class="more" x=${x + w - 9} y=${y + 15}>${free}</text>`;
}
