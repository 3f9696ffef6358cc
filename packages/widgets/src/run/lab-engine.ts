/**
 * What a lab runs on: its run, its states, its keeper and its frame loop. Knows no templates; tells when there is something to
 * draw. Until the first touch the run is a picture, and neither the simulator's engine nor XState is there.
 */
import { type Lab, loadAnswers } from "@quayside/grader";
import type { Session } from "@quayside/simulator";
import { FrameLoop } from "../base/frame-loop.ts";
import { LabKeeper } from "./lab-keeper.ts";
import type { LabEvent } from "./lab-machine.ts";
import { LabRun } from "./lab-run.ts";
import type { LabLoader } from "./lab-source.ts";
import { LateActor } from "./late-actor.ts";
import { type Engine, firstMomentOf, loadEngine, loadEngineFor, loadedEngine } from "./load-engine.ts";
import { SLICE_MS } from "./player.ts";
import type { Timed } from "./timed.ts";

/** What an engine is given: whom it tells what, and where labs come from. */
interface EngineLinks {
  /** Something to draw. */
  readonly changed: () => void;
  /** A run began: the first one of a lab, or a new one after "start over". */
  readonly begun: () => void;
  /** Another tab has changed these files of the learner's lab. */
  readonly clashed: (files: readonly string[]) => void;
  readonly loadLab: LabLoader;
  /** The run that an earlier visit left in a lab, played again; undefined when there is none. */
  readonly lastRun: (lab: Lab, told: (text: string) => void) => Promise<LastRun | undefined>;
}

/** What an earlier visit left, or why it cannot be had. */
export interface LastRun {
  readonly session: Session | undefined;
  /** Tells the learner, once the lab is there. */
  readonly tell: () => void;
}

/** How far a lab has come: it is loaded, it could not be, it is there. */
export type LabPhase =
  | { readonly name: "loading"; readonly text?: string }
  | { readonly name: "ready" }
  /** Why, for the learner. */
  | { readonly name: "failed" };

/** What to do with the engine, and what to do when it could not be loaded; the next try loads it again. */
interface EngineWish {
  readonly goOn: (engine: Engine) => void;
  readonly giveUp: () => void;
}

export class LabEngine {
  readonly frames = new FrameLoop();
  definition: Lab | undefined;
  /** The run that is spoken to. */
  run: LabRun | undefined;
  /** Two runs with locked clocks, while they are compared; `run` is one of them. */
  pair: Timed | undefined;
  keeper = new LabKeeper("");
  readonly #links: EngineLinks;
  readonly #actor: LateActor;
  #phase: LabPhase = { name: "loading" };
  /** Counts what was loaded: only the latest counts. */
  #loads = 0;
  #visible = true;
  /** What is the learner's own, while somebody else's run is shown. */
  #own:
    | { readonly definition: Lab | undefined; readonly run: LabRun | undefined; readonly keeper: LabKeeper }
    | undefined;

  constructor(links: EngineLinks) {
    this.#links = links;
    const goOn = (engine: Engine) => this.#handOver(engine);
    const giveUp = () => {
      this.#actor.giveUp();
      links.changed();
    };
    this.#actor = new LateActor({
      start: (startLabActor) => startLabActor(() => this.#playUntilPaused(), links.changed),
      bring: () => this.#withEngine({ goOn, giveUp }),
    });
  }

  get phase(): LabPhase {
    return this.#phase;
  }

  get playing(): boolean {
    return this.#actor.playing;
  }

  /** Somebody else's run is shown: nothing that happens in it is kept. */
  get visiting(): boolean {
    return this.#own !== undefined;
  }

  /** What the transport acts on. */
  get timed(): Timed | undefined {
    return this.pair ?? this.run;
  }

  /** The learner's own lab, whatever is shown. */
  get home(): Lab | undefined {
    return this.#own === undefined ? this.definition : this.#own.definition;
  }

  /** Simulated seconds per real second. */
  get speed(): number {
    return this.#actor.speed;
  }

  send(event: LabEvent): void {
    if (this.#phase.name !== "ready") return;
    this.#actor.send(event);
    this.#links.changed();
  }

  /** Loads a lab and starts it; an empty id is the sandbox. */
  begin(labId: string): void {
    this.#actor.stop();
    this.#own = undefined;
    this.#loads += 1;
    const mine = this.#loads;
    this.#enter({ name: "loading" });
    this.#load(labId, () => mine === this.#loads).catch((error: unknown) => {
      console.error(error);
      if (mine === this.#loads) this.#enter({ name: "failed" });
    });
  }

  /** Ends everything; `begin` starts again. */
  end(): void {
    void this.keeper.flush();
    this.#loads += 1;
    this.#actor.stop();
    this.frames.stop("player");
  }

  /** Starts the same lab over, with the learner's hints, and with the learner's files unless the lab's own are asked for. */
  restart(files?: "original"): void {
    const { definition, run } = this;
    if (definition === undefined || run === undefined) return;
    this.send({ type: "PAUSE" });
    if (files === "original") this.keeper.dropFiles(definition.files.map(({ name }) => name));
    this.#start(definition, files === "original" ? {} : run.attempt.files, run.attempt.hintsTaken);
  }

  /** Shows somebody else's run; the learner's own stays as it is until `goHome`. */
  visit(definition: Lab, run: LabRun): void {
    this.send({ type: "PAUSE" });
    void this.keeper.flush();
    this.#own ??= { definition: this.definition, run: this.run, keeper: this.keeper };
    this.keeper = new LabKeeper(definition.id, { keeps: false });
    this.definition = definition;
    this.run = run;
    this.pair = undefined;
    this.#links.begun();
  }

  /** Back to the learner's own run. */
  goHome(): void {
    const own = this.#own;
    if (own === undefined) return;
    this.send({ type: "PAUSE" });
    this.#own = undefined;
    Object.assign(this, own);
    this.pair = undefined;
    const engine = loadedEngine();
    if (engine !== undefined) this.#handOver(engine);
    this.#links.begun();
  }

  /** The first touch: brings the engine, and with it the session in the picture's place. */
  async enliven(): Promise<void> {
    this.#handOver(await loadEngineFor(this.definition));
  }

  /** Lets time pass in one go, as soon as it can. */
  leap(go: (timed: Timed) => void): void {
    const { timed } = this;
    if (timed === undefined) return;
    const changed = () => this.#links.changed();
    const goOn = (engine: Engine) => {
      this.#handOver(engine);
      go(timed);
      changed();
    };
    this.#withEngine({ goOn, giveUp: changed });
  }

  /** Lets time pass until nothing is on its way to an end: at once when that is soon, else a slice a frame. */
  settle(): void {
    this.leap((timed) => {
      const pieces = timed.settling();
      const goOn = () => {
        const endOfSlice = performance.now() + SLICE_MS;
        while (performance.now() < endOfSlice) if (pieces.next().done === true) return false;
        return true;
      };
      if (!goOn()) return;
      this.frames.start("settling", () => {
        const wantsMore = timed === this.timed && goOn();
        this.#links.changed();
        return wantsMore;
      });
    });
  }

  /** Does something that needs the lab's hints or mistakes, as soon as they are there; without them, if they cannot be loaded. */
  withAnswers(then: (run: LabRun) => void): void {
    const { definition, run } = this;
    if (definition === undefined || run === undefined) return;
    const goOn = () => {
      then(run);
      this.#links.changed();
    };
    loadAnswers(definition).then((answers) => {
      run.attempt.useAnswers(answers);
      goOn();
    }, goOn);
  }

  /** Whether the lab is in the window: time stands still while it is not. */
  show(visible: boolean): void {
    this.#visible = visible;
    if (visible && this.playing) this.#play();
  }

  #enter(phase: LabPhase): void {
    this.#phase = phase;
    this.#links.changed();
  }

  async #load(labId: string, isWanted: () => boolean): Promise<void> {
    const lab = await this.#links.loadLab(labId === "" ? "sandbox" : labId);
    // Without its first moment, a lab begins with calls.
    if (lab.beginning === undefined) await loadEngine();
    if (!isWanted()) return;
    void this.keeper.flush();
    this.keeper = new LabKeeper(lab.id, { clashed: this.#links.clashed });
    const told = (text: string) => isWanted() && this.#enter({ name: "loading", text });
    const [saved, last] = await Promise.all([this.keeper.read(), this.#links.lastRun(lab, told)]);
    // With the engine there the lab begins as a run, which is judged.
    if (loadedEngine() !== undefined) await lab.bringChecks?.();
    if (!isWanted()) return;
    this.#phase = { name: "ready" };
    this.#start(lab, saved.files, saved.hints, last?.session);
    const engine = loadedEngine();
    if (engine !== undefined) this.#handOver(engine);
    this.#links.changed();
    last?.tell();
  }

  #start(lab: Lab, files: Readonly<Record<string, string>>, hints: number, run?: Session): void {
    this.definition = lab;
    const hintsTaken = Math.min(hints, lab.answers?.hintCount ?? 0);
    this.run = new LabRun(lab, run ?? firstMomentOf(lab), { files, hintsTaken });
    // Hints of an earlier visit stand there again, without anybody waiting for them.
    if (hintsTaken > 0) this.withAnswers(() => {});
    this.pair = undefined;
    this.#links.begun();
  }

  /** Goes on at once when the run is there already, else as soon as it can begin. */
  #withEngine({ goOn, giveUp }: EngineWish): void {
    const engine = loadedEngine();
    if (engine !== undefined && this.run?.isPicture !== true) goOn(engine);
    else void loadEngineFor(this.definition).then(goOn, giveUp);
  }

  /** The engine has come: the states of the lab with it, and the session in the picture's place. */
  #handOver({ Session, startLabActor }: Engine): void {
    this.#begin(Session);
    if (this.#phase.name === "ready") this.#actor.wake(startLabActor);
  }

  #begin(Session: Engine["Session"]): void {
    if (this.run?.isPicture !== true) return;
    this.run.begin((picture) => Session.start(picture));
    this.#links.changed();
  }

  #playUntilPaused(): () => void {
    this.#play();
    return () => this.frames.stop("player");
  }

  #play(): void {
    if (!this.#visible || this.run?.isPicture === true) return;
    let lastMs: number | undefined;
    this.frames.start("player", (nowMs) => {
      const { timed } = this;
      if (timed === undefined || !this.#visible) return false;
      const quiet = timed.play(lastMs === undefined ? 16 : nowMs - lastMs, this.speed, () => performance.now());
      lastMs = nowMs;
      if (quiet) this.send({ type: "QUIET" });
      this.#links.changed();
      return this.playing;
    });
  }
}
