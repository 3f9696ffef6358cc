/** What the lab tells the learner: refusals in AWS's words, questions before the future is dropped, news. */

/** One message at a time; a newer one replaces it. */
export type Notice =
  | { readonly kind: "news"; readonly text: string; readonly way?: Way }
  | {
      readonly kind: "refused";
      readonly title: string;
      readonly message: string;
      readonly places: readonly string[];
      readonly recorded?: boolean;
    }
  | {
      readonly kind: "problem";
      readonly title: string;
      readonly text: string;
      readonly way?: Way;
    }
  | { readonly kind: "travel"; readonly atMs: number; readonly go: () => void }
  | {
      readonly kind: "reset";
      readonly go: () => void;
      /** The same with the lab's own files, where the learner's differ. */
      readonly way?: Way;
      readonly another?: boolean;
    };

/** What the learner can do about it. */
export interface Way {
  readonly label: string;
  readonly go: () => void;
}

/** How long good news stays on the screen, in real milliseconds. */
const NEWS_MS = 5000;

/** News goes by itself, unless it offers something; refusals and questions stay until they are answered. */
export class NewsTimer {
  readonly #over: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(over: () => void) {
    this.#over = over;
  }

  /** A notice has come, or gone. */
  start(notice: Notice | undefined): void {
    this.stop();
    if (notice?.kind === "news" && notice.way === undefined) this.#timer = setTimeout(this.#over, NEWS_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
