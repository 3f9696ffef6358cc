// The picture that a shared link to a lesson shows: its title on the left, its lab at work on the right. As SVG text; what
// social networks accept is a PNG of it.

import type { Moment } from "@quayside/widgets";
import { drawPosterBody, escaped } from "@quayside/widgets/poster";
import { tokenValues } from "@quayside/widgets/tokens";
import type { SiteLanguage } from "../i18n/texts.ts";

/** What a card says. */
export interface SocialCard {
  title: string;
  /** Above the title: number and name of the part. */
  part: string;
  /** Below it. */
  tagline: string;
  moment: Moment;
  lang: SiteLanguage;
  theme: "light" | "dark";
}

/** Size of a card in pixels: what Open Graph recommends. */
export const CARD_SIZE = { width: 1200, height: 630 };
const MAP = { width: 400, height: 354 };
const MAP_SCALE = 1.36;
/** What fits beside the map, in letters of the title and of the tagline. */
const TITLE_LETTERS = 17;
const TAGLINE_LETTERS = 46;
const FONT = "'Source Sans 3', 'Segoe UI', 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** The card as a whole SVG file, in plain colours. The same card gives the same text. */
export async function drawSocialCard(card: SocialCard): Promise<string> {
  const ink = tokenValues(card.theme);
  const map = await drawPosterBody({ ...card, ...MAP, colours: card.theme });
  const lines = wrap(card.title, TITLE_LETTERS);
  const tagline = wrap(card.tagline, TAGLINE_LETTERS);
  const size = lines.length > 3 ? 52 : 62;
  const top = 316 - ((lines.length - 1) * size * 1.12) / 2 + size * 0.25;
  const text = (x: number, y: number, px: number, weight: number, colour: string | undefined, words: string): string =>
    `<text x="${x}" y="${Math.round(y)}" font-family="${FONT}" font-size="${px}" font-weight="${weight}" fill="${colour}">${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">`,
    `<rect width="1200" height="630" fill="${ink.bg}"/>`,
    mark(ink),
    text(132, 92, 34, 700, ink.text, "Quayside"),
    text(64, top - size * 1.25, 22, 600, ink.accent, card.part),
    ...lines.map((line, index) => text(64, top + index * size * 1.12, size, 700, ink.text, line)),
    ...tagline.map((line, index) => text(64, 566 - (tagline.length - 1 - index) * 30, 22, 400, ink.muted, line)),
    `<rect x="600" y="56" width="568" height="518" rx="18" fill="${ink.surface}" stroke="${ink.border}" stroke-width="2"/>`,
    `<g transform="translate(612.4 74.2) scale(${MAP_SCALE})">`,
    map,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** Three containers on a quay above the water. */
function mark(ink: Readonly<Record<string, string>>): string {
  const box = (x: number, y: number, colour: string | undefined): string =>
    `<rect x="${x}" y="${y}" width="10" height="7.5" rx="1.2" fill="${colour}"/>`;
  return [
    `<g transform="translate(62 50) scale(1.75)">${box(5, 12, ink.accent)}${box(17, 12, ink.muted)}${box(11, 3, ink["state-stopping"])}`,
    `<path d="M2.5 21.8h27" fill="none" stroke="${ink.text}" stroke-width="2" stroke-linecap="round"/>`,
    `<path d="M2.5 27c2.2-1.8 4.5-1.8 6.75 0s4.5 1.8 6.75 0 4.5-1.8 6.75 0 4.5 1.8 6.75 0" fill="none" stroke="${ink.accent}" stroke-width="2" stroke-linecap="round"/></g>`,
  ].join("");
}

/** Breaks a title at its spaces into lines of about so many letters. */
function wrap(title: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
