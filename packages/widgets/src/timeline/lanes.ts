/** The tasks of a run as lanes of coloured stretches, folded from the journal: a small Gantt chart behind the scrubber. */
import type { JournalRecord } from "@quayside/simulator";
import { type ContainerRow, familyAndRevision, shortId, type TaskRow, taskFailed } from "../base/cloud.ts";
import { lookOf, taskLook } from "../base/state-look.ts";
import type { Lane, Stretch } from "./lane.ts";

/** Something that the learner did: a mark on the axis. */
export interface EventMark {
  readonly seq: number;
  readonly atMs: number;
  readonly operation: string;
  readonly refused: boolean;
}

const READING = /^(Describe|List|Get)/;

/** Grows with its journal, and starts again when the journal went back. */
export class Lanes {
  readonly lanes: Lane[] = [];
  readonly marks: EventMark[] = [];
  #byTask = new Map<string, Lane>();
  #failing = new Map<string, ContainerRow[]>();
  #read = 0;
  #last: JournalRecord | undefined;

  /** Takes in what is new. @returns whether anything was */
  follow(records: readonly JournalRecord[]): boolean {
    const rewound = this.#read > records.length || (this.#read > 0 && records[this.#read - 1] !== this.#last);
    if (rewound) this.#forget();
    const before = this.#read;
    for (; this.#read < records.length; this.#read += 1) this.#take(records[this.#read] as JournalRecord);
    this.#last = records[this.#read - 1];
    return rewound || this.#read > before;
  }

  #forget(): void {
    this.lanes.length = 0;
    this.marks.length = 0;
    this.#byTask.clear();
    this.#failing.clear();
    this.#read = 0;
  }

  #take(record: JournalRecord): void {
    if (record.kind === "CALL") this.#mark(record);
    for (const change of record.changes) {
      if (change.table === "containers" && change.after !== undefined)
        this.#noteContainer(change.after as ContainerRow);
      if (change.table !== "tasks") continue;
      if (change.after === undefined)
        this.#byTask.get(change.key)?.stretches.splice(-1, 1, ...this.#ended(change.key, record.atMs));
      else this.#extend(change.after as TaskRow, record.atMs);
    }
  }

  #mark(record: JournalRecord<"CALL">): void {
    const { operation, outcome } = record.facts;
    if (READING.test(operation)) return;
    this.marks.push({ seq: record.seq, atMs: record.atMs, operation, refused: !outcome.ok });
  }

  #noteContainer(row: ContainerRow): void {
    if (row.exitCode === undefined || row.exitCode === 0) return;
    this.#failing.set(row.taskArn, [...(this.#failing.get(row.taskArn) ?? []), row]);
  }

  #extend(task: TaskRow, atMs: number): void {
    let lane = this.#byTask.get(task.taskArn);
    if (lane === undefined) {
      const { taskDefinitionArn, serviceArn, startedBy } = task.spec;
      const [family = ""] = familyAndRevision(taskDefinitionArn).split(":");
      lane = { key: task.taskArn, shortId: shortId(task.taskArn), family, serviceArn, startedBy, stretches: [] };
      this.#byTask.set(task.taskArn, lane);
      this.lanes.push(lane);
    }
    const last = lane.stretches.at(-1);
    const look = taskLook(task.lastStatus, taskFailed(task, this.#failing.get(task.taskArn) ?? []));
    if (last?.status === task.lastStatus) {
      last.look = look;
      return;
    }
    if (last !== undefined) last.toMs = atMs;
    lane.stretches.push({ fromMs: atMs, toMs: undefined, status: task.lastStatus, look });
  }

  #ended(key: string, atMs: number): Stretch[] {
    const last = this.#byTask.get(key)?.stretches.at(-1);
    return last === undefined ? [] : [{ ...last, toMs: atMs, look: last.look ?? lookOf("stopped") }];
  }
}
