/** The hues of services: each has a pattern of its own, so that no service is told by colour alone, and a light one for older revisions. */
import { css, type SVGTemplateResult, svg } from "lit";

/** What a stripe is filled with on a tile of 6 by 6, by the number of the hue: solid, bars, checks, slants, uprights, waves. */
const TILES = [
  "M0 0h6v6H0z",
  "M0 0h6v4H0z",
  "M0 0h3v3H0zM3 3h3v3H3z",
  "M0 3 3 0h3L0 6zM3 6 6 3v3z",
  "M0 0h2v6H0zM4 0h2v6H4z",
  "M0 0 3 2 6 0v3L3 5 0 3z",
];

/** The patterns of a hue: its stripe, an older revision, a task on its way out. */
export function drawPatterns(hue: number): SVGTemplateResult {
  const colour = `fill: var(--qs-service-${hue})`;
  const old = `fill: var(--qs-service-${hue}-old)`;
  return svg`<pattern id="service-${hue}" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" style=${old}></rect><path d=${TILES[hue - 1]} style=${colour}></path></pattern>
    <pattern id="service-old-${hue}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="4" height="4" style=${old}></rect><rect width="1.4" height="4" style=${colour}></rect></pattern>
    <pattern id="service-stopping-${hue}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect width="1.6" height="4" style="fill: var(--qs-state-stopping)"></rect></pattern>`;
}

/** The hues as tokens, light or dark as the color-scheme of the page says. */
export const serviceHues = css`
  :host { --qs-service-1: light-dark(#4a49d6, #4d86ff); --qs-service-2: light-dark(#a91471, #b7789a); --qs-service-3: light-dark(#0997c5, #6ffaf0); --qs-service-4: light-dark(#1b4a09, #e3ea4a); --qs-service-5: light-dark(#ae7e4f, #e7861d); --qs-service-6: light-dark(#47004e, #b4a0fe);
    --qs-service-1-old: light-dark(#b3b4f0, #24406f); --qs-service-2-old: light-dark(#e3a5cb, #543447); --qs-service-3-old: light-dark(#a9dcf0, #27625f); --qs-service-4-old: light-dark(#a5c69a, #5f6226); --qs-service-5-old: light-dark(#e5d0b8, #6b4317); --qs-service-6-old: light-dark(#c9a0ce, #4f4775); }
`;
