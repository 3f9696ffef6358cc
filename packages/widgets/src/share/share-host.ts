/** What sharing needs of the lab that it stands in. */
import type { Selection } from "../base/cloud.ts";
import type { Texts } from "../i18n/index.ts";
import type { LabEngine } from "../run/lab-engine.ts";
import type { Notice } from "../run/notices.ts";
import type { PanelName } from "../run/panel-name.ts";

/** The lab, `<quayside-lab>`, as sharing reads and sets it. */
export interface ShareHost {
  readonly engine: LabEngine;
  readonly language: string;
  /** A sandbox shows runs of every lab, a lesson's lab only its own. */
  readonly sandbox: boolean;
  readonly isConnected: boolean;
  panel: PanelName;
  activeFile: string;
  selection: Selection | undefined;
  notice: Notice | undefined;
  readonly t: Texts;
  requestUpdate(): void;
}
