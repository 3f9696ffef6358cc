/**
 * The served worlds: one for each Region for which somebody has asked, made when the first one does. There are as many as AWS has
 * Regions, at most. A world that is made late stands where the others stand.
 */
import {
  type Advanced,
  type Command,
  defaultScenario,
  placeIn,
  REGIONS,
  type Scenario,
  type Wait,
} from "@quayside/simulator";
import { scenarioIn } from "./move-scenario.ts";
import { type ClockMode, World } from "./world.ts";

/** What every world begins with. */
export interface WorldsSetting {
  readonly seed: number;
  readonly scenario: Scenario | undefined;
  /** When they begin, such as 2026-11-29T12:00:00Z; else when the scenario says. */
  readonly startsAt?: string | undefined;
  /** Images that are declared before anything else, as calls. */
  readonly images?: readonly Command[] | undefined;
}

/** Worlds by their Regions. */
export class Worlds {
  /** The Region of the scenario, and of requests that say none. */
  readonly own: string;
  #setting: WorldsSetting;
  readonly #mode: ClockMode;
  readonly #wallMs: (() => number) | undefined;
  readonly #byRegion = new Map<string, World>();
  /** Regions for which a call of AWS has come. */
  readonly #asked = new Set<string>();

  constructor(setting: WorldsSetting, mode: ClockMode, wallMs?: () => number) {
    this.#setting = setting;
    this.#mode = mode;
    this.#wallMs = wallMs;
    this.own = placeIn(setting.scenario ?? {}).region;
    this.#byRegion.set(this.own, this.#begun(this.own));
  }

  /** The world for a call of AWS; undefined for what is no Region. */
  for(region: string | undefined = this.own): World | undefined {
    if (!REGIONS.includes(region)) return undefined;
    this.#asked.add(region);
    return this.in(region);
  }

  /** The world of a Region. */
  in(region: string): World {
    const known = this.#byRegion.get(region);
    if (known !== undefined) return known;
    const world = this.#begun(region);
    world.catchUp(Math.max(...this.all.map(({ session }) => session.nowMs)));
    this.#byRegion.set(region, world);
    return world;
  }

  /** The Region that is meant when none is named: the only one for which calls have come, else the server's own. */
  get meant(): string {
    const [only = this.own, ...more] = this.#asked;
    return more.length === 0 ? only : this.own;
  }

  /** Regions that have a world, in the order in which they came. */
  get regions(): readonly string[] {
    return [...this.#byRegion.keys()];
  }

  get all(): readonly World[] {
    return [...this.#byRegion.values()];
  }

  follow(): void {
    for (const world of this.all) world.follow();
  }

  /** Begins again, in one Region or in all; what is not given stays. Throws RunProblem when the scenario cannot begin. */
  reset(change: Partial<WorldsSetting>, region?: string): void {
    const setting = { ...this.#setting, ...change };
    const worlds = region === undefined ? [...this.#byRegion] : [[region, this.in(region)] as const];
    for (const [name, world] of worlds) world.reset(settingIn(name, setting));
    if (region === undefined) this.#setting = setting;
  }

  /**
   * Moves the clock of one Region, or that of all.
   * @returns the moment of the Region that is meant; undefined when a world was reset or stopped meanwhile
   */
  async advance(byMs: number, region?: string): Promise<number | undefined> {
    const meant = this.in(region ?? this.meant);
    const worlds = region === undefined ? this.all : [meant];
    const moments = await Promise.all(worlds.map((world) => world.advance(byMs)));
    return moments[worlds.indexOf(meant)];
  }

  /** Waits for something in one Region. When none is named, the clocks of the others go along. */
  async wait(wait: Wait, region?: string): Promise<Advanced | undefined> {
    const meant = this.in(region ?? this.meant);
    const { session } = meant;
    const fromMs = session.nowMs;
    const advanced = await meant.wait(wait);
    const others = region === undefined ? this.all.filter((world) => world !== meant) : [];
    if (advanced !== undefined) await Promise.all(others.map((world) => world.advance(advanced.nowMs - fromMs)));
    return advanced;
  }

  /** Ends every advance that is under way. */
  stop(): void {
    for (const world of this.all) world.stop();
  }

  #begun(region: string): World {
    return new World(settingIn(region, this.#setting), this.#mode, this.#wallMs);
  }
}

function settingIn(region: string, { seed, scenario = defaultScenario, startsAt, images = [] }: WorldsSetting) {
  const there = scenarioIn(region, { ...scenario, commands: [...images, ...scenario.commands] });
  return { seed, scenario: startsAt === undefined ? there : { ...there, startsAt } };
}
