/**
 * Reads what differs between two runs, a few times a second at most: while time passes quickly nobody could read more,
 * and with hundreds of tasks each reading takes a moment.
 */
import type { JournalRecord } from "@quayside/simulator";
import { type Differences, differencesOf } from "./differences.ts";
import { type Parting, PartingFinder } from "./parting.ts";
import { Roles } from "./roles.ts";
import type { RunName, RunPair } from "./run-pair.ts";

/** What was read at one moment of both. */
export interface Reading {
  readonly atMs: number;
  /** Where they part; undefined while they are the same. */
  readonly parting: Parting | undefined;
  readonly differences: Differences;
}

/** Shortest time between two readings, in real milliseconds. */
export const READ_EVERY_MS = 250;

export class PairReader {
  readonly #pair: RunPair;
  readonly #again: () => void;
  readonly #roles = { a: new Roles(), b: new Roles() };
  readonly #finder = new PartingFinder();
  #reading: Reading | undefined;
  #last: { readonly a: JournalRecord | undefined; readonly b: JournalRecord | undefined } | undefined;
  #readMs = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `again` is called when there is something new to read that was not read at once. */
  constructor(pair: RunPair, again: () => void) {
    this.#pair = pair;
    this.#again = again;
  }

  /** What differs now, or a moment ago. */
  read(nowMs: number): Reading {
    const last = { a: this.#lastRecord("a"), b: this.#lastRecord("b") };
    const known = this.#reading;
    if (known !== undefined && last.a === this.#last?.a && last.b === this.#last?.b) return known;
    const restMs = this.#readMs + READ_EVERY_MS - nowMs;
    if (known !== undefined && restMs > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#again();
      }, restMs);
      return known;
    }
    this.#readMs = nowMs;
    this.#last = last;
    this.#reading = this.#fresh();
    return this.#reading;
  }

  /** ARN of the task of the other run that stands where a task of this one stands; undefined when there is none. */
  counterpart(taskArn: string, of: RunName): string | undefined {
    const to = of === "a" ? "b" : "a";
    this.#followRoles();
    const role = this.#roles[of].of(taskArn);
    return role === undefined ? undefined : this.#roles[to].taskIn(role.id);
  }

  /** No call to `again` comes any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #fresh(): Reading {
    this.#followRoles();
    const { a, b } = this.#pair;
    const told = (name: RunName) => ({
      records: this.#pair[name].session.journal.records,
      count: this.#pair[name].moment.recordCount,
    });
    const differences = differencesOf(
      { tables: a.moment.tables, roles: this.#roles.a },
      { tables: b.moment.tables, roles: this.#roles.b },
    );
    return { atMs: this.#pair.atMs, parting: this.#finder.find(told("a"), told("b")), differences };
  }

  #followRoles(): void {
    this.#roles.a.follow(this.#pair.a.session.journal.records);
    this.#roles.b.follow(this.#pair.b.session.journal.records);
  }

  #lastRecord(name: RunName): JournalRecord | undefined {
    const { moment, session } = this.#pair[name];
    return session.journal.at(moment.recordCount - 1);
  }
}
