/** What a map needs once it is used: what pointer and keys find, where it looks, tips, table and key, what is said of changes, and the styles of these. */

import type { TemplateResult } from "lit";
import { arriving } from "../i18n/by-language.ts";
import { walkBar } from "./bar-keys.ts";
import { Camera, type Stage } from "./camera.ts";
import { type Handled, Hands } from "./hands.ts";
import type { AllTexts, Thing, Told } from "./kinds/kind.ts";
import { lateStyles } from "./late-styles.ts";
import { type LateTexts, lateTexts } from "./late-texts/index.ts";
import { drawLegend } from "./legend.ts";
import { drawTable, drawTip } from "./map-table.ts";
import { Overlays } from "./overlays.ts";
import { Pointing } from "./pointing.ts";
import type { Scene } from "./scene.ts";
import { Speaker } from "./speaker.ts";
import { Walk, type Walked } from "./walk.ts";
import { drawZoom } from "./zoom-buttons.ts";

/** Labels of another level come in; styles say how, and not at all with reduced motion. Two names, so that each time is a new one. */
function fadeLabels(root: ParentNode): void {
  const classes = root.querySelector(".stage")?.classList;
  if (classes?.toggle("turned") === false) classes.add("turned-again");
  else classes?.remove("turned-again");
}

/** Rows of a table that are shown at once, and that each press adds. Ours. */
const ROWS = 200;

/** The map that is used. */
type Used = Stage & Handled & Walked & { readonly language: string; requestUpdate(): void };

/** Everything that comes late, for one map. */
export class LateMap {
  readonly styles = lateStyles;
  readonly speaker: Speaker;
  readonly overlays = new Overlays();
  readonly pointing: Pointing;
  readonly camera: Camera;
  readonly hands: Hands;
  readonly walk: Walk;
  readonly drawLegend = drawLegend;
  readonly walkBar = walkBar;
  readonly #map: Used;
  #rows = ROWS;

  private constructor(map: Used) {
    this.#map = map;
    this.speaker = new Speaker(map.renderRoot);
    this.pointing = new Pointing(map);
    this.camera = new Camera(map, () => fadeLabels(map.renderRoot));
    this.hands = new Hands(map, this.camera, this.pointing);
    this.walk = new Walk(map, this.camera, this.pointing, (percent) => this.speaker.say(this.texts.zoomed(percent)));
  }

  /** For a map, once its words are there. */
  static async of(map: Used): Promise<LateMap> {
    await arriving(map.language);
    return new LateMap(map);
  }

  get texts(): LateTexts {
    return lateTexts(this.#map.language);
  }

  drawTable(scene: Scene, told: Told): TemplateResult {
    const more = (): void => {
      this.#rows += ROWS;
      this.#map.requestUpdate();
    };
    return drawTable(scene, this.#tell(told), { select: (mark) => this.#map.choose(mark), most: this.#rows, more });
  }

  drawTip(mark: Thing, told: Told, size: { readonly width: number; readonly height: number }): TemplateResult {
    return drawTip(mark, this.#tell(told), size);
  }

  drawZoom(): TemplateResult {
    return drawZoom(this.texts, (action) => this.walk.zoom(action));
  }

  #tell({ texts, tables }: Told): Told<AllTexts> {
    return { texts: { ...texts, late: this.texts }, tables };
  }
}
