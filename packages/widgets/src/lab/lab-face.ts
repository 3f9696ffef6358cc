/** What the lab's template needs of the lab: its state and the answers to what the learner does. */
import type { CheckResult, Mark } from "@quayside/grader";
import type { Selection } from "../base/cloud.ts";
import type { TimeRequest } from "../base/speeds.ts";
import type { Comparison } from "../editor/changes.ts";
import type { Texts } from "../i18n/index.ts";
import type { LabEngine } from "../run/lab-engine.ts";
import type { Notice } from "../run/notices.ts";
import type { PanelName } from "../run/panel-name.ts";
import type { Asking } from "./asking.ts";
import type { DeskActs } from "./desk-acts.ts";
import type { LabFork } from "./lab-fork.ts";
import type { LabSharing } from "./lab-sharing.ts";
import type { LabTour } from "./lab-tour.ts";
import type { PartName } from "./parts-loader.ts";
import type { Watching } from "./watching.ts";

export type { PanelName };

export interface LabFace {
  readonly engine: LabEngine;
  readonly sharing: LabSharing;
  readonly fork: LabFork;
  readonly touring: LabTour;
  readonly t: Texts;
  readonly language: string;
  readonly sandbox: boolean;
  readonly panel: PanelName;
  readonly selection: Selection | undefined;
  readonly notice: Notice | undefined;
  readonly results: readonly CheckResult[];
  readonly mark: Mark | undefined;
  readonly evidence: readonly number[];
  readonly whyAsked: number;
  readonly loaded: ReadonlySet<PartName>;
  readonly activeFile: string;
  /** What registering the active file would change, once the learner asked. */
  readonly comparison: Comparison | undefined;
  readonly leapt: boolean;
  /** What the page points at on the map; see rings.ts. */
  readonly highlight: string | undefined;
  readonly watching: Watching;
  readonly asking: Asking;
  readonly retry: () => void;
  readonly dismiss: () => void;
  readonly lookAtPresent: () => void;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  readonly closeInspector: () => void;
  readonly showPanel: (panel: PanelName) => void;
  readonly askReset: () => void;
  readonly showKeys: () => void;
  readonly mayRun: () => boolean | Promise<boolean>;
  readonly onHistory: (lines: readonly string[]) => void;
  readonly onTime: (event: CustomEvent<TimeRequest>) => void;
  readonly onSelect: (event: CustomEvent<Selection>) => void;
  readonly onWhy: (event: CustomEvent<Selection>) => void;
  readonly onEvidence: (event: CustomEvent<{ readonly seqs: readonly number[] }>) => void;
  readonly onEdit: (event: CustomEvent<{ readonly file: string; readonly text: string }>) => void;
  readonly onFile: (event: CustomEvent<{ readonly file: string }>) => void;
  readonly onCommand: () => void;
  readonly acts: DeskActs;
  readonly onGrade: () => void;
  readonly onHint: () => void;
}
