/** What is said of a map to people who do not see it: changes as soon as they may be said, what comes meanwhile together with them. */
import { Announcer } from "./announcer.ts";
import type { LateTexts } from "./late-texts/index.ts";
import type { Scene } from "./scene.ts";

export class Speaker {
  readonly #root: ParentNode;
  readonly #announcer = new Announcer();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ParentNode) {
    this.#root = root;
  }

  /** Says something at once. */
  say(sentence: string | undefined): void {
    const live = this.#root.querySelector("#live");
    if (sentence !== undefined && live !== null) live.textContent = sentence;
  }

  /** Says what has changed by the time that it may. */
  soon(now: () => { readonly scene: Scene | undefined; readonly texts: LateTexts }): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const { scene, texts } = now();
      this.say(scene && this.#announcer.tell(scene, texts, performance.now()));
    }, this.#announcer.waitMs(performance.now()));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
