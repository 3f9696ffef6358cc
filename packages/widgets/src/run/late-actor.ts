/**
 * The actor of a lab, which comes at the first touch: an untouched page needs no states but "paused" and "open". What is sent
 * before it is there waits for it, and shows at once as if it were.
 */
import { DEFAULT_SPEED } from "../base/speeds.ts";
import type { LabActor, LabEvent } from "./lab-machine.ts";

/** How the actor is made, and how to make it come. */
interface ActorLinks {
  readonly start: (startLabActor: typeof import("./lab-machine.ts").startLabActor) => LabActor;
  /** Somebody sent something: calls `wake` as soon as the engine is there, or `giveUp`. */
  readonly bring: () => void;
}

export class LateActor {
  readonly #links: ActorLinks;
  #actor: LabActor | undefined;
  #waiting: LabEvent[] = [];

  constructor(links: ActorLinks) {
    this.#links = links;
  }

  get playing(): boolean {
    if (this.#actor !== undefined) return this.#actor.getSnapshot().matches({ time: "playing" });
    return this.#waiting.some(({ type }) => type === "PLAY");
  }

  /** Simulated seconds per real second. */
  get speed(): number {
    if (this.#actor !== undefined) return this.#actor.getSnapshot().context.speed;
    return this.#waiting.findLast((event) => event.type === "SPEED")?.speed ?? DEFAULT_SPEED;
  }

  send(event: LabEvent): void {
    if (this.#actor !== undefined) this.#actor.send(event);
    else if (event.type === "PAUSE") this.#waiting = this.#waiting.filter(({ type }) => type === "SPEED");
    else {
      this.#waiting.push(event);
      this.#links.bring();
    }
  }

  /** The engine is there: the actor begins, and hears what was sent. */
  wake(startLabActor: Parameters<ActorLinks["start"]>[0]): void {
    if (this.#actor !== undefined) return;
    this.#actor = this.#links.start(startLabActor);
    for (const event of this.#waiting.splice(0)) this.#actor.send(event);
  }

  /** The engine could not be loaded: nobody waits any more. */
  giveUp(): void {
    this.#waiting = [];
  }

  /** Ends everything; another lab, or the same one again, has other states. */
  stop(): void {
    this.#actor?.stop();
    this.#actor = undefined;
    this.#waiting = [];
  }
}
