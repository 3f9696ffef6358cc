/** Task definitions on the map: a shelf beside the cloud, one row a family with its latest revisions; registering is seen. */
import { type SVGTemplateResult, svg } from "lit";
import { fitText } from "../painter.ts";
import type { DefinitionMark } from "./definition-mark.ts";
import type { Look, Thing, ThingKind } from "./kind.ts";

/** Width of a revision. */
const CHIP = 20;

/** What stands beside the cloud. */
export const ON_RAIL = {
  inCloud: () => false,
  classes: ({ kind, key }: Pick<Thing, "kind" | "key">, { selected, marked }: Look) =>
    `${kind}${key === selected ? " selected" : ""}${marked.has(key) ? " marked" : ""}`,
};

/** Task definitions. */
export const DEFINITION: ThingKind<DefinitionMark> = {
  of: (scene) => scene.definitions,
  selects: ({ key }) => ({ table: "taskDefinitions", key }),
  ...ON_RAIL,
  tables: ["taskDefinitions"],
  sentence: (mark, { texts }) => texts.mapDefinition({ family: mark.family, revisions: revisionText(mark) }),
  draw,
};

/** The revisions of a family as a text, such as `:1 :2`. */
export function revisionText({ revisions }: DefinitionMark): string {
  return revisions.map(({ revision }) => `:${revision}`).join(" ");
}

function draw({ family, revisions, w, h }: DefinitionMark): SVGTemplateResult {
  const from = w - 5 - revisions.length * (CHIP + 3);
  return svg`<rect class="card" x="0.5" y="0.5" width=${w - 1} height=${h - 1} rx="7"></rect>
    <text class="family" x="9" y=${h / 2 + 4}>${fitText(family, from - 14, 6.6)}</text>
    ${revisions.map(({ revision, status }, index) => {
      const classes = `revision${index === revisions.length - 1 ? " latest" : ""}${status === "ACTIVE" ? "" : " gone"}`;
      return svg`<g class=${classes} transform="translate(${from + index * (CHIP + 3)} ${(h - 17) / 2})">
        <rect width=${CHIP} height="17" rx="5"></rect><text x=${CHIP / 2} y="12.5">${revision}</text></g>`;
    })}`;
}
