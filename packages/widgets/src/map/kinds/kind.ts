/**
 * What a kind of thing on the map has to bring: how it is drawn, told, tabled and selected. A thing is a union by its `kind`;
 * index.ts holds one entry for each, so a new kind that leaves something out does not compile. What stands under the things and
 * cannot be selected (subnets, strips) is in ground.ts.
 */
import type { SVGTemplateResult, TemplateResult } from "lit";
import type { Selection, Tables } from "../../base/cloud.ts";
import type { Texts } from "../../i18n/index.ts";
import type { LateTexts } from "../late-texts/index.ts";
import type { PaintInput } from "../painter.ts";
import type { Scene } from "../scene.ts";
import type { BalancerMark, TargetGroupMark } from "./balancer-mark.ts";
import type { DefinitionMark } from "./definition-mark.ts";
import type { InstanceMark } from "./instance-mark.ts";
import type { ServiceMark } from "./service-mark.ts";
import type { TaskMark } from "./task-mark.ts";

/** Things that travel from place to place. */
export type Moving = TaskMark;

/** Things that stand where the layout puts them. */
export type Still = InstanceMark | DefinitionMark | ServiceMark | BalancerMark | TargetGroupMark;

/** Whatever can be pointed at, walked to and selected on the map. */
export type Thing = Moving | Still;

/** The mark of a kind. */
export type MarkOf<Kind extends Thing["kind"]> = Extract<Thing, { readonly kind: Kind }>;

/** What words about a thing are made from. */
export interface Told<Words = Texts> {
  readonly texts: Words;
  readonly tables: Tables;
}

/** The words of a map that is used: those of the first picture, and those that came since. */
export type AllTexts = Texts & { readonly late: LateTexts };

/** How the map looks at things: what is selected, what is pointed out, what a decision makes of them. */
export type Look = Pick<PaintInput, "selected" | "marked" | "verdicts">;

/** A kind of thing on the map. */
export interface ThingKind<Mark extends Thing> {
  /** The kind's marks in a scene; the layout has placed them. */
  readonly of: (scene: Scene) => readonly Mark[];
  /** What is selected by selecting it. */
  readonly selects: (mark: Mark) => Selection;
  /** Whether it stands in the cloud, and so is zoomed with it. */
  readonly inCloud: (mark: Mark) => boolean;
  /** Tables in which `selects` finds its keys. */
  readonly tables: readonly Selection["table"][];
  /** One sentence, as the focus says it. */
  readonly sentence: (mark: Mark, told: Told) => string;
  /** The drawing in SVG, at the origin and at its own size. */
  readonly draw: (mark: Mark) => SVGTemplateResult;
  /** Whether two of its marks differ only in where they stand; without an answer each is drawn anew. */
  readonly looksTheSame?: (left: Mark, right: Mark) => boolean;
  /** Names of the styles of its group. */
  readonly classes: (mark: Mark, look: Look) => string;
}

/** What a kind says of its things once somebody points at them or asks for the table. */
export interface ThingWords<Mark extends Thing> {
  /** What stands in the tip beside it. */
  readonly tip: (mark: Mark, told: Told<AllTexts>) => TemplateResult;
  /** The table twin of the kind. */
  readonly table: {
    readonly caption: (texts: AllTexts) => string;
    readonly columns: (texts: AllTexts) => readonly string[];
    /** Name of the row, which is its button, and the cells behind it. */
    readonly row: (mark: Mark, told: Told<AllTexts>) => { readonly name: string; readonly cells: TemplateResult };
    /** What the table says when there is none; without it the table is left out then. */
    readonly none?: (texts: AllTexts) => string;
  };
}

/** A kind whose things travel: their drawing is kept while only their place changes. */
export interface MovingKind<Mark extends Moving> extends ThingKind<Mark> {
  readonly looksTheSame: (left: Mark, right: Mark) => boolean;
}
