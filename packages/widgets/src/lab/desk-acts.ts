/**
 * What the learner does to the cloud by buttons rather than by the terminal: register, run, compare, stop a task, cause a
 * fault. In the past the lab asks first, because what is done there drops what came later. The desk comes by dynamic import.
 */
import type { Selection } from "../base/cloud.ts";
import type { Comparison } from "../editor/changes.ts";
import type { CauseFault } from "../faults/cause-fault.ts";
import type { Texts } from "../i18n/index.ts";
import type { LabRun } from "../run/lab-run.ts";
import type { Notice } from "../run/notices.ts";
import type { Send } from "./definition-desk.ts";

/** From this width on the inspector has a place of its own, so that opening it moves nothing. */
export const WIDE_PX = 896;

type Desk = typeof import("./definition-desk.ts");

/** What a lab gives its acts. */
export interface ActsHost {
  readonly run: LabRun | undefined;
  readonly engine: { enliven(): Promise<void> };
  readonly t: Texts;
  readonly activeFile: string;
  readonly clientWidth: number;
  notice: Notice | undefined;
  selection: Selection | undefined;
  comparison: Comparison | undefined;
  /** Something was done to the cloud. */
  acted(): void;
  /** Asks whether to make the moment shown the present, and goes on when the learner wants it. */
  askToTravel(run: LabRun, then: () => void): void;
}

export class DeskActs {
  readonly #host: ActsHost;

  constructor(host: ActsHost) {
    this.#host = host;
  }

  /** "Register & run". */
  run = (): void => {
    void this.#act((desk, send, run, text) => {
      const host = this.#host;
      const result = desk.registerAndRun(send, run.session.tables, text);
      host.notice = desk.noticeOf(result, host.t.ran, host.t, desk.placesOf(text, result));
      if (result.ok && host.clientWidth >= WIDE_PX) host.selection = { table: "tasks", key: result.taskArn };
    });
  };

  register = (): void => {
    void this.#act((desk, send, _run, text) => {
      const { t } = this.#host;
      const result = desk.register(send, text);
      const places = desk.placesOf(text, result);
      this.#host.notice = desk.noticeOf(result, (_id, revision) => t.registered(revision), t, places);
    });
  };

  compare = async (): Promise<void> => {
    const desk = await import("./definition-desk.ts");
    const { run, activeFile } = this.#host;
    if (run === undefined) return;
    this.#host.comparison = desk.comparisonOf(run.moment.tables, run.attempt.files[activeFile] ?? "");
  };

  stop = ({ detail }: CustomEvent<{ readonly taskArn: string; readonly clusterArn: string }>): void => {
    const { taskArn, clusterArn } = detail;
    void this.#act((desk, send) => {
      const { t } = this.#host;
      this.#host.notice = desk.noticeOf(desk.stopTask(send, taskArn, clusterArn), t.stopAsked, t, []);
    });
  };

  cause = ({ detail: cause }: CustomEvent<CauseFault>): void => {
    void this.#act((_desk, _send, run) => {
      this.#host.notice = cause(run.session);
    });
  };

  /** Does something to the cloud; in the past, asks first. */
  async #act(action: (desk: Desk, send: Send, run: LabRun, text: string) => void): Promise<void> {
    const host = this.#host;
    const { run } = host;
    if (run === undefined) return;
    if (run.inPast) return host.askToTravel(run, () => void this.#act(action));
    try {
      const [desk] = await Promise.all([import("./definition-desk.ts"), host.engine.enliven()]);
      action(desk, desk.clientOf(run.session), run, run.attempt.files[host.activeFile] ?? "");
      host.acted();
    } catch (error) {
      host.notice = { kind: "refused", title: host.t.partFailed(String(error)), message: "", places: [] };
    }
  }
}
