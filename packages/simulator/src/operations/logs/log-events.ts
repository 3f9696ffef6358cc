/**
 * DescribeLogStreams, GetLogEvents and FilterLogEvents of Amazon CloudWatch Logs.
 * Simplified: a filter pattern is words that must all occur, with `?` before alternatives; AWS also reads JSON and
 * fields. Events can be read the moment they are written, and times of ingestion equal
 * those of the events; on Fargate it was five seconds later when recorded.
 */

import { logGroupArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import { type LogLine, type LogStreamRow, logGroupKey, logStreamKey } from "../../model/logs.ts";
import { epochMs, placeOf, regionOf } from "../../model/place.ts";
import { readLog } from "../../workloads/read-log.ts";
import { answer, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Input, Shape } from "../shapes.ts";
import { MAX_DESCRIBED, MAX_EVENTS } from "./check-input.ts";
import { findGroup } from "./create-log-group.ts";
import { refuse } from "./refusals.ts";

/** A group named in one of two ways: by its name, or by its name or ARN as an identifier. */
type GroupReference = Pick<Input<"logs", "DescribeLogStreams">, "logGroupName" | "logGroupIdentifier">;

export const describeLogStreams = query<"logs", "DescribeLogStreams">((sim, input) => {
  const name = groupName(input);
  if (findGroup(sim, name) === undefined) return refuse("log-group.not-found");
  const { logStreamNamePrefix: prefix, orderBy, descending, limit = MAX_DESCRIBED } = input;
  if (prefix !== undefined && orderBy === "LastEventTime") {
    return refuse("log-streams.order");
  }
  const streams = streamsOf(sim, name)
    .filter((stream) => stream.logStreamName.startsWith(prefix ?? ""))
    .map((stream) => ({ stream, lines: linesOf(sim, stream) }));
  const order = (entry: (typeof streams)[number]) =>
    orderBy === "LastEventTime" ? (entry.lines.at(-1)?.atMs ?? 0) : entry.stream.logStreamName;
  streams.sort((left, right) => (order(left) < order(right) ? -1 : 1));
  if (descending === true) streams.reverse();
  const byName = new Map(streams.map((entry) => [entry.stream.logStreamName, entry]));
  const cut = cutPage("DescribeLogStreams", byName.keys(), { ...input, maxResults: limit });
  if (!cut.ok) return cut;
  const described = cut.page.items.map((key) => describeStream(sim, byName.get(key) as (typeof streams)[number]));
  return answer({ logStreams: described, nextToken: cut.page.nextToken });
});

export const getLogEvents = query<"logs", "GetLogEvents">((sim, input) => {
  const name = groupName(input);
  if (findGroup(sim, name) === undefined) return refuse("log-group.not-found");
  const stream = sim.tables.logStreams.get(logStreamKey(regionOf(sim.tables), name, input.logStreamName));
  if (stream === undefined) return refuse("log-stream.not-found");
  const token = /^([fb])\/(\d+)\/s$/.exec(input.nextToken ?? "f/0/s");
  if (token === null) return refuse("log-events.token");
  const lines = linesOf(sim, stream).filter((line) => isBetween(sim, line, input));
  const { limit = MAX_EVENTS, startFromHead = false } = input;
  const forward = input.nextToken === undefined ? startFromHead : token[1] === "f";
  const place = input.nextToken === undefined && !startFromHead ? lines.length : Number(token[2]);
  const from = forward ? place : Math.max(0, place - limit);
  const to = forward ? Math.min(lines.length, place + limit) : place;
  const events = lines.slice(from, to).map((line) => ({
    timestamp: epochMs(sim.tables, line.atMs),
    message: line.text,
    ingestionTime: epochMs(sim.tables, line.atMs),
  }));
  return answer({ events, nextForwardToken: tokenAt("f", Math.max(from, to)), nextBackwardToken: tokenAt("b", from) });
});

export const filterLogEvents = query<"logs", "FilterLogEvents">((sim, input) => {
  const name = groupName(input);
  if (findGroup(sim, name) === undefined) return refuse("log-group.not-found");
  const { logStreamNames, logStreamNamePrefix = "", filterPattern = "", limit = MAX_EVENTS } = input;
  const events = streamsOf(sim, name)
    .filter(
      ({ logStreamName }) => logStreamNames?.includes(logStreamName) ?? logStreamName.startsWith(logStreamNamePrefix),
    )
    .flatMap((stream) => linesOf(sim, stream).map((line, index) => ({ stream, line, index })))
    .filter(({ line }) => isBetween(sim, line, input) && matches(line.text, filterPattern))
    .sort((left, right) => left.line.atMs - right.line.atMs)
    .slice(0, limit)
    .map(({ stream, line, index }) => ({
      logStreamName: stream.logStreamName,
      timestamp: epochMs(sim.tables, line.atMs),
      message: line.text,
      ingestionTime: epochMs(sim.tables, line.atMs),
      eventId: `${epochMs(sim.tables, line.atMs)}${String(index).padStart(8, "0")}`.padStart(56, "3"),
    }));
  return answer({ events, searchedLogStreams: [] });
});

function groupName({ logGroupName, logGroupIdentifier = "" }: GroupReference): string {
  return logGroupName ?? /:log-group:([^:]+)/.exec(logGroupIdentifier)?.[1] ?? logGroupIdentifier;
}

function streamsOf(sim: Cloud, logGroupName: string): LogStreamRow[] {
  const keys = sim.tables.logStreams.bucket("group", logGroupKey(regionOf(sim.tables), logGroupName));
  return Array.from(keys, (key) => sim.tables.logStreams.get(key) as LogStreamRow);
}

function linesOf(sim: Cloud, stream: LogStreamRow): readonly LogLine[] {
  return readLog(stream, sim.nowMs, placeOf(sim.tables));
}

/** The end of a range of times is not part of it. */
function isBetween(
  sim: Cloud,
  { atMs }: LogLine,
  { startTime, endTime }: { startTime?: number; endTime?: number },
): boolean {
  const time = epochMs(sim.tables, atMs);
  return time >= (startTime ?? 0) && time < (endTime ?? Number.POSITIVE_INFINITY);
}

function matches(text: string, pattern: string): boolean {
  const terms = (pattern.match(/"[^"]*"|\S+/g) ?? []).map((term) => term.replaceAll('"', ""));
  const alternatives = terms.filter((term) => term.startsWith("?"));
  const needed = terms.filter((term) => !term.startsWith("?"));
  if (alternatives.length > 0 && !alternatives.some((term) => text.includes(term.slice(1)))) return false;
  return needed.every((term) => (term.startsWith("-") ? !text.includes(term.slice(1)) : text.includes(term)));
}

/** Simplified: AWS's tokens are opaque; ours count the events before them. */
function tokenAt(direction: "f" | "b", place: number): string {
  return `${direction}/${String(place).padStart(56, "0")}/s`;
}

function describeStream(
  sim: Cloud,
  { stream, lines }: { stream: LogStreamRow; lines: readonly LogLine[] },
): Shape<"logs", "LogStream"> {
  const [first] = lines;
  const last = lines.at(-1);
  return {
    logStreamName: stream.logStreamName,
    creationTime: epochMs(sim.tables, stream.createdAtMs),
    firstEventTimestamp: first && epochMs(sim.tables, first.atMs),
    lastEventTimestamp: last && epochMs(sim.tables, last.atMs),
    lastIngestionTime: last && epochMs(sim.tables, last.atMs),
    arn: `${logGroupArn(stream)}:log-stream:${stream.logStreamName}`,
    storedBytes: 0,
  };
}
