/** What the containers of a selected task have printed, at the moment shown. Pure: rows in, lines of text out. */
import { type LogLine, placeOf } from "@quayside/simulator";
import { readLog } from "@quayside/simulator/logs";
import { type ContainerRow, containersOf, type Moment, type Selection } from "../base/cloud.ts";
import type { InspectorTexts } from "./texts/index.ts";

/** One container's output. */
export interface ContainerLog {
  readonly container: string;
  /** Log group and stream, where the container has them. */
  readonly group?: string;
  readonly stream?: string;
  /** Why there are no lines, in a sentence. */
  readonly note?: string;
  /** The newest lines, oldest first. */
  readonly lines: readonly LogLine[];
  /** Lines before those. */
  readonly earlier: number;
}

/** Lines that are shown of one container. */
const MOST_SHOWN = 200;

/** One entry for each container of the selected task, or for the selected container. */
export function logsOf(moment: Moment, { table, key }: Selection, t: InspectorTexts): ContainerLog[] {
  const { tables } = moment;
  const container = table === "containers" ? tables.containers.get(key) : undefined;
  const rows = container === undefined ? containersOf(tables, key) : [container];
  return rows.map((row) => logOf(moment, row, t));
}

function logOf({ tables, atMs }: Moment, row: ContainerRow, t: InspectorTexts): ContainerLog {
  const [streamKey = ""] = tables.logStreams.bucket("container", row.containerArn);
  const stream = tables.logStreams.get(streamKey);
  if (stream === undefined) return { container: row.name, note: noteOf(tables, row, t), lines: [], earlier: 0 };
  const lines = readLog(stream, atMs, placeOf(tables));
  return {
    container: row.name,
    group: stream.logGroupName,
    stream: stream.logStreamName,
    ...(lines.length === 0 ? { note: t.logsEmpty } : {}),
    lines: lines.slice(-MOST_SHOWN),
    earlier: Math.max(0, lines.length - MOST_SHOWN),
  };
}

function noteOf(tables: Moment["tables"], row: ContainerRow, t: InspectorTexts): string {
  const definitionArn = tables.tasks.get(row.taskArn)?.spec.taskDefinitionArn ?? "";
  const definition = tables.taskDefinitions.get(definitionArn)?.definition;
  const driver = definition?.containerDefinitions.find(({ name }) => name === row.name)?.logConfiguration?.logDriver;
  if (driver === undefined) return t.logsLost;
  return driver === "awslogs" ? t.logsNoStream : t.logsElsewhere(driver);
}
