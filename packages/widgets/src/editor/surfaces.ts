/**
 * The two surfaces of an editor and the change between them: a plain textarea at first, Monaco once it is opened. Monaco
 * is never opened on touch, nor for somebody who went back to the plain text.
 */
import {
  keepPreference,
  LoadOnRest,
  loadFullEditor,
  mountFullEditor,
  prefersPlain,
  suitsFullEditor,
} from "./full-editor.ts";
import type { MonacoOptions, MonacoSurface } from "./monaco.ts";

/** Which surface is there: `failed` is the plain one after Monaco could not be loaded. */
export type SurfaceState = "plain" | "opening" | "full" | "failed";

/** The element around the surfaces. */
export interface SurfaceHost {
  readonly root: () => ShadowRoot;
  readonly isConnected: () => boolean;
  /** After the element has drawn what the state asks for. */
  readonly drawn: () => Promise<unknown>;
  readonly options: (container: HTMLElement) => MonacoOptions;
  /** Everything in one go, so that no key falls between the two: fills Monaco before the next frame shows it. */
  readonly takeOver: (full: MonacoSurface) => void;
  readonly onState: (state: SurfaceState) => void;
}

/** With any of these a press is over. */
const OVER = ["pointerup", "pointercancel", "blur"] as const;

export class Surfaces {
  readonly #host: SurfaceHost;
  readonly #rest = new LoadOnRest();
  #state: SurfaceState = "plain";
  #composed: Promise<unknown> | undefined;
  #endComposing: (() => void) | undefined;
  #press: Promise<void> | undefined;
  /** Monaco, while it is shown. */
  full: MonacoSurface | undefined;

  constructor(host: SurfaceHost) {
    this.#host = host;
  }

  /** A pointer came over the text: Monaco is loaded ahead if it stays. */
  hovered(): void {
    if (this.#opensByItself) this.#rest.enter();
  }

  left(): void {
    this.#rest.leave();
  }

  /** The text got the focus. */
  focused(): void {
    if (this.#opensByItself) void this.open();
  }

  /** The press that gives the focus puts the caret, too: the change waits until it is over. */
  pressed(): void {
    this.#press = new Promise<void>((resolve) => {
      const over = () => {
        for (const name of OVER) removeEventListener(name, over, true);
        this.#press = undefined;
        setTimeout(resolve);
      };
      for (const name of OVER) addEventListener(name, over, true);
    });
  }

  /** Half a composed character must not be cut off: the change waits for the end of it. */
  composes(event: Event): void {
    if (event.type === "compositionstart") {
      this.#composed = new Promise<void>((resolve) => {
        this.#endComposing = resolve;
      });
    } else this.#endComposing?.();
  }

  async open(): Promise<void> {
    if (this.#state === "opening" || this.#state === "full") return;
    this.#to("opening");
    const host = this.#host;
    try {
      await loadFullEditor();
      await this.#press;
      await this.#composed;
      await host.drawn();
      const container = host.root().querySelector<HTMLElement>(".full");
      if (container === null || !host.isConnected()) return;
      const full = await mountFullEditor(host.root(), () => host.options(container));
      if (!host.isConnected()) return full.dispose();
      this.full = full;
      this.#to("full");
      host.takeOver(full);
    } catch (error) {
      console.warn("quayside-editor: the full editor could not be loaded:", error);
      this.#to("failed");
    }
  }

  close(): void {
    this.#rest.leave();
    this.full?.dispose();
    this.full = undefined;
    if (this.#state !== "failed") this.#to("plain");
  }

  /** The learner's own choice, kept for the next visit. */
  toggle(): void {
    const opens = this.#state !== "full";
    keepPreference(opens ? "full" : "plain");
    if (!opens) this.close();
    else void this.open().then(() => this.full?.focus());
  }

  get #opensByItself(): boolean {
    return this.#state === "plain" && suitsFullEditor() && !prefersPlain();
  }

  #to(state: SurfaceState): void {
    this.#state = state;
    this.#host.onState(state);
  }
}
