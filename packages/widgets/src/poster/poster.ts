/**
 * The map of one moment as an SVG text, drawn by the same functions as in the page but without one: for a page before its
 * scripts, for readers without scripts, for files and social cards. A pure function; the same input gives the same bytes.
 */
import { svg } from "lit";
import type { Moment } from "../base/cloud.ts";
import { tokenValues } from "../base/tokens.ts";
import { arriving } from "../i18n/by-language.ts";
import { type Texts, textsFor } from "../i18n/index.ts";
import { BalancerRow } from "../map/balancers/balancer-row.ts";
import { balancerStyles } from "../map/balancers/balancer-styles.ts";
import { balancerTexts } from "../map/balancers/texts/index.ts";
import { drawFlows } from "../map/flow-drawing.ts";
import { drawPlaces } from "../map/kinds/ground.ts";
import { kindOf, movingOf, STILL_KINDS } from "../map/kinds/index.ts";
import type { Thing } from "../map/kinds/kind.ts";
import { mapStyles } from "../map/map-styles.ts";
import { buildScene, type Scene } from "../map/scene.ts";
import { ServiceCards } from "../map/services/service-cards.ts";
import { serviceStyles } from "../map/services/service-styles.ts";
import { cardTexts } from "../map/services/texts/index.ts";
import { STRIPES } from "../map/stripes.ts";
import { flatten, type TokenValue } from "./flatten.ts";
import { readRules } from "./style-rules.ts";
import { escaped, templateText } from "./template-text.ts";

/** What a poster shows and where it will stand. */
export interface PosterInput {
  readonly moment: Moment;
  /** In pixels; the picture scales. */
  readonly width: number;
  readonly height: number;
  readonly lang: string;
  /** What the picture shows, in a sentence. */
  readonly title: string;
  /**
   * `page`: colours are the page's own tokens and follow its theme. `file`: brings its colours and follows the system's
   * theme. `light` and `dark`: one theme, in plain colours, for programs that know no style sheets.
   */
  readonly colours: "page" | "file" | "light" | "dark";
}

const RULES = readRules(mapStyles.cssText + serviceStyles.cssText + balancerStyles.cssText);
/** In a picture on its own there is no page that would have loaded a font. */
const FONTS: Readonly<Record<string, string>> = {
  font: "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif",
  mono: "ui-monospace, 'Cascadia Code', 'DejaVu Sans Mono', monospace",
};

/** The poster of a moment: a whole `<svg>` element. */
export async function drawPoster(input: PosterInput): Promise<string> {
  const { width, height, colours, title } = input;
  const body = await drawPosterBody(input);
  const sheet = colours === "file" ? `<style>${themes(body)}</style>\n` : "";
  const file = colours === "page" ? "" : ` xmlns="http://www.w3.org/2000/svg"`;
  const name = escaped(title);
  return `<svg${file} viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}">\n<title>${name}</title>\n${sheet}${body}\n</svg>`;
}

/** What is inside of the poster's `<svg>`, to be placed into a larger picture. */
export async function drawPosterBody({ moment, width, height, lang, colours }: PosterInput): Promise<string> {
  await arriving(lang);
  const cards = new ServiceCards(cardTexts(lang));
  const balancers = new BalancerRow(balancerTexts(lang));
  const scene = buildScene({ tables: moment.tables, atMs: moment.atMs, width, height, cards, balancers });
  return flatten(markupOf(scene, textsFor(lang)), RULES, valuesFor(colours));
}

function markupOf(scene: Scene, texts: Texts): string {
  const striped = scene.tasks.some((mark) => mark.look.fill === "stripes");
  const still = STILL_KINDS.flatMap((kind) => kind.of(scene)).map(drawThing);
  const moving = movingOf(scene).map(drawThing);
  return templateText(
    svg`${striped ? svg`<defs>${STRIPES}</defs>` : ""}${drawPlaces(scene, texts)}${scene.traffic.wires ?? ""}${still}${drawFlows(scene.flows)}${moving}`,
  );
}

function drawThing(mark: Thing) {
  const kind = kindOf(mark);
  const classes = kind.classes(mark, { selected: undefined, marked: new Set() });
  return svg`<g class=${classes} transform="translate(${mark.x} ${mark.y})">${kind.draw(mark)}</g>`;
}

function valuesFor(colours: PosterInput["colours"]): TokenValue {
  if (colours === "page") return (token) => `var(--qs-${token})`;
  if (colours === "file") return (token) => FONTS[token] ?? `var(--qs-${token})`;
  const values = tokenValues(colours);
  return (token) => FONTS[token] ?? values[token] ?? "#888888";
}

/** The colours that a picture uses, for both themes. */
function themes(body: string): string {
  const used = [...new Set([...body.matchAll(/var\(--qs-([\w-]+)\)/g)].map(([, token]) => token as string))].sort();
  const block = (theme: "light" | "dark"): string => {
    const values = tokenValues(theme);
    return `:root{${used.map((token) => `--qs-${token}:${values[token]}`).join(";")}}`;
  };
  return `${block("light")}@media (prefers-color-scheme:dark){${block("dark")}}`;
}
