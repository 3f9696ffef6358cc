/** Journals made by hand, for the tests of checks: only the fields that checks read. */
import type { CauseId, JournalRecord, RecordKind } from "@quayside/simulator";
import type { TaskRow } from "../checks/tasks.ts";
import type { CheckView } from "../condition.ts";
import { History } from "../history.ts";

type Change = { table: string; key: string; after: object | undefined };

/** Collects records and shows them as a check sees them. */
export class HandMadeJournal {
  readonly records: JournalRecord[] = [];
  readonly #files: Record<string, string> = {};

  /** An editor tab that the learner has changed. */
  file(name: string, text: string): this {
    this.#files[name] = text;
    return this;
  }

  /** Adds a record with its row changes. */
  add(atMs: number, kind: RecordKind, changes: readonly Change[] = [], facts: unknown = undefined, subject = ""): this {
    const seq = this.records.length;
    const whole = changes.map((change) => ({ ...change, before: undefined }));
    const record = { seq, atMs, major: 1, minor: seq, kind, subject, cause: -1, facts, changes: whole };
    this.records.push(record as JournalRecord);
    return this;
  }

  call(operation: string, input: unknown, error?: { code: string; message: string }, id = ""): this {
    const outcome = error === undefined ? { ok: true, output: {} } : { ok: false, id, error };
    return this.add(0, "CALL", [], { service: "ecs", operation, input, outcome });
  }

  cluster(clusterName: string): this {
    const key = `arn:aws:ecs:us-east-1:123456789012:cluster/${clusterName}`;
    return this.add(0, "CLUSTER_CREATED", [{ table: "clusters", key, after: { clusterArn: key, clusterName } }]);
  }

  definition(family: string, revision: number, definition: object, status = "ACTIVE"): this {
    const key = definitionArn(`${family}:${revision}`);
    const after = { taskDefinitionArn: key, family, revision, status, definition: { family, ...definition } };
    return this.add(0, "TASK_DEFINITION_REGISTERED", [{ table: "taskDefinitions", key, after }]);
  }

  push(repository: string, tag: string): this {
    return this.add(0, "IMAGE_PUSHED", [], { tag }, repository);
  }

  /** A state of a task; what is not given is that of a fresh one. */
  task(atMs: number, id: string, row: Partial<TaskRow>, spec: { revision?: string; cluster?: string } = {}): this {
    const { revision = "web:1", cluster = "default" } = spec;
    const taskArn = `arn:aws:ecs:us-east-1:123456789012:task/${cluster}/${id}`;
    const after = {
      taskArn,
      spec: {
        taskArn,
        taskId: id,
        clusterArn: `arn:aws:ecs:us-east-1:123456789012:cluster/${cluster}`,
        taskDefinitionArn: definitionArn(revision),
        assignPublicIp: true,
        createdAtMs: 0,
      },
      lastStatus: "PROVISIONING",
      desiredStatus: "RUNNING",
      ...row,
    };
    return this.add(atMs, "TASK_STOP_STARTED", [{ table: "tasks", key: taskArn, after }]);
  }

  /** A state of the container `web`, or of another one that `row` names. */
  container(taskId: string, row: { readonly name?: string; readonly [field: string]: unknown }, atMs = 0): this {
    const taskArn = `arn:aws:ecs:us-east-1:123456789012:task/default/${taskId}`;
    const { name = "web" } = row;
    const key = `${taskArn}/${name}`;
    const after = { containerArn: key, taskArn, name, lastStatus: "PENDING", restartCount: 0, ...row };
    return this.add(atMs, "CONTAINER_CREATED", [{ table: "containers", key, after }]);
  }

  /** The last record is of this kind, and tells a cause. */
  tells(kind: RecordKind, why: CauseId): this {
    const last = this.records.pop();
    this.records.push({ ...last, kind, facts: { why } } as JournalRecord);
    return this;
  }

  logStream(taskId: string, logGroupName: string, logStreamName: string): this {
    const taskArn = `arn:aws:ecs:us-east-1:123456789012:task/default/${taskId}`;
    const after = { taskArn, logGroupName, logStreamName, runs: [] };
    return this.add(0, "LOG_STREAM_CREATED", [{ table: "logStreams", key: `${logGroupName} ${logStreamName}`, after }]);
  }

  networkInterface(taskId: string, row: object): this {
    const taskArn = `arn:aws:ecs:us-east-1:123456789012:task/default/${taskId}`;
    const after = { networkInterfaceId: `eni-${taskId}`, taskArn, privateIpv4Address: "10.0.0.5", ...row };
    return this.add(0, "ENI_CREATED", [{ table: "networkInterfaces", key: `eni-${taskId}`, after }]);
  }

  remove(atMs: number, table: string, key: string): this {
    return this.add(atMs, "TASK_EXPIRED", [{ table, key, after: undefined }]);
  }

  /** As checks see it. There are no tables: conditions read the history. */
  view(): CheckView {
    const history = History.of(this.records);
    return { tables: {} as CheckView["tables"], journal: this.records, history, files: this.#files };
  }
}

function definitionArn(revision: string): string {
  return `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`;
}
