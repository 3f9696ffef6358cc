/** What comparing needs of the lab that it stands in. */
import type { Selection } from "../base/cloud.ts";
import type { TimeRequest } from "../base/speeds.ts";
import type { LabEngine } from "../run/lab-engine.ts";
import type { Notice } from "../run/notices.ts";
import type { PanelName } from "../run/panel-name.ts";

/** The lab, `<quayside-lab>`, as a comparison reads and sets it. */
export interface CompareHost {
  readonly engine: LabEngine;
  readonly language: string;
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<boolean>;
  /** While a tour is taken there is nothing to fork: its run is not the learner's. */
  readonly touring: { readonly live: unknown };
  panel: PanelName;
  selection: Selection | undefined;
  notice: Notice | undefined;
  /** Another run is spoken to. */
  runChanged(): void;
  requestUpdate(): void;
}

/** What the pictures of a comparison are drawn from and answer to. */
export interface ComparedLab {
  readonly engine: LabEngine;
  readonly language: string;
  readonly selection: Selection | undefined;
  readonly highlight: string | undefined;
  /** Drawn without movement: the learner leapt in time. */
  readonly leapt: boolean;
  readonly onTime: (event: CustomEvent<TimeRequest>) => void;
  readonly showPanel: (panel: PanelName) => void;
}
