/**
 * One lab as everything in it sees it: what it shows, what it runs on, what happens in it, and the page around it. The element
 * makes one and hands it down; nothing below knows the element, so a lab can be another element, or none, in a test.
 */
import type { CheckResult, Lab, Mark } from "@quayside/grader";
import type { Selection } from "../base/cloud.ts";
import type { Comparison } from "../base/comparison.ts";
import { Signal } from "../base/signal.ts";
import type { TimeRequest } from "../base/speeds.ts";
import type { Texts } from "../i18n/index.ts";
import { LabEngine, type LastRun } from "./lab-engine.ts";
import type { LabSource } from "./lab-source.ts";
import type { Notice } from "./notices.ts";
import type { PanelName } from "./panel-name.ts";

/** The page around a lab: what it wrote at the element, and what can be asked of the element. */
export interface LabPage {
  readonly t: Texts;
  readonly language: string;
  /** The lab fills the window: it shows runs of every lab. */
  readonly sandbox: boolean;
  /** What the page points at on the map; see rings.ts. */
  readonly highlight: string | undefined;
  readonly isConnected: boolean;
  /** Where labs and lessons are. */
  readonly source: LabSource;
  /** Id of the lab, such as "01/01"; empty is the sandbox. */
  lab: string;
  /** Width in CSS pixels. */
  readonly width: number;
  /** The lab fills the page: the text beside it is covered. */
  filled: boolean;
  /** The inspector has been given a column. */
  pinned: boolean;
  /** Asks for a picture of what is shown now. */
  draw(): void;
  /** Resolves when what was asked for is drawn. */
  drawn(): Promise<unknown>;
  /** Holds what the lab drew. */
  readonly root: HTMLElement | DocumentFragment;
  /** Tells the page something. */
  say(name: string, detail: object): void;
}

/** What a lab shows: replaced as a whole when something of it changes. */
export interface LabShown {
  readonly panel: PanelName;
  /** The file in the editor. */
  readonly activeFile: string;
  readonly selection: Selection | undefined;
  readonly notice: Notice | undefined;
  readonly results: readonly CheckResult[];
  readonly mark: Mark | undefined;
  /** Journal records that a check points at. */
  readonly evidence: readonly number[];
  /** What registering the active file would change, once the learner asked. */
  readonly comparison: Comparison | undefined;
  /** Rises with each time that "why?" is asked: the inspector opens its answer. */
  readonly whyAsked: number;
}

const AT_FIRST: LabShown = {
  panel: "editor",
  activeFile: "",
  selection: undefined,
  notice: undefined,
  results: [],
  mark: undefined,
  evidence: [],
  comparison: undefined,
  whyAsked: 0,
};

/** A lab that is being loaded, and how to say what takes so long. */
export interface Loading {
  readonly lab: LabContext;
  readonly definition: Lab;
  readonly told: (text: string) => void;
}

/** Looks for the run that an earlier visit left. Never rejects. */
export type FindLastRun = (loading: Loading) => Promise<LastRun | undefined>;

export class LabContext {
  readonly page: LabPage;
  /** A run began: the first one of a lab, another one after "start over", or somebody else's. */
  readonly begun = new Signal();
  /** Another run is spoken to: one of two that are compared. */
  readonly turned = new Signal();
  /** Something was done to the cloud. */
  readonly acted = new Signal();
  /** The transport, a key or a part asks something of time. */
  readonly timeAsked = new Signal<TimeRequest>();
  /** Another tab of this lab has changed these files, too. */
  readonly clashed = new Signal<readonly string[]>();
  /** Something else is shown. */
  readonly changed = new Signal<Partial<LabShown>>();
  readonly engine: LabEngine;
  #shown = AT_FIRST;
  #leapt = false;
  #openings = 0;

  constructor(page: LabPage, lastRun: FindLastRun = () => Promise.resolve(undefined)) {
    this.page = page;
    this.engine = new LabEngine({
      changed: () => page.draw(),
      begun: () => this.begun.send(),
      clashed: (files) => this.clashed.send(files),
      loadLab: (id) => page.source.loadLab(id),
      lastRun: (definition, told) => lastRun({ lab: this, definition, told }),
    });
  }

  get shown(): LabShown {
    return this.#shown;
  }

  /** Shows something else. */
  show(change: Partial<LabShown>): void {
    this.#shown = { ...this.#shown, ...change };
    // The sandbox gives the inspector its column with the first thing that is chosen; until then the map has the room.
    if (this.page.sandbox && change.selection !== undefined) this.page.pinned = true;
    this.changed.send(change);
    this.page.draw();
  }

  /** What comes next is drawn without movement: the learner leapt in time. */
  get leapt(): boolean {
    return this.#leapt;
  }

  leap(): void {
    this.#leapt = true;
    this.page.draw();
  }

  /** What was asked for is drawn. */
  settle(): void {
    this.#leapt = false;
  }

  /** Begins to bring somebody's run, which takes a while. @returns whether it is still wanted: no newer one was asked for, and the lab is there */
  opening(): () => boolean {
    this.#openings += 1;
    const mine = this.#openings;
    return () => mine === this.#openings && this.page.isConnected;
  }

  /** Says that a part of the lab could not do its work. */
  excuse(error: unknown): void {
    console.error(error);
    this.show({ notice: { kind: "problem", title: this.page.t.partFailed, text: "" } });
  }
}
