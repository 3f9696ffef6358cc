/** PutEvents and TestEventPattern: events of one's own, and what a pattern would say of one. */
import type { Json } from "../../events/matchers.ts";
import { compilePattern } from "../../events/pattern.ts";
import { hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import { answer, command, query } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { publish } from "./bus.ts";
import { envelope } from "./ecs-event.ts";
import { busProblem } from "./find-rule.ts";
import { refuse } from "./refusals.ts";

type Entry = Shape<"events", "PutEventsRequestEntry">;
type Result = Shape<"events", "PutEventsResultEntry">;

/** Events of one's own. Simplified: their time is the moment of the call, whatever `Time` says. */
export const putEvents = command<"events", "PutEvents">((sim, input) => {
  const Entries = input.Entries.map((entry) => putEvent(sim, entry));
  return answer({ FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length, Entries });
});

function putEvent(sim: Cloud, entry: Entry): Result {
  const problem = entryProblem(entry);
  if (problem !== undefined) return problem;
  const draft = {
    key: hexId(sim.world.random, 32, "own events"),
    source: entry.Source as string,
    detailType: entry.DetailType as string,
    resources: entry.Resources ?? [],
    detail: JSON.parse(entry.Detail as string) as object,
  };
  const event = envelope(sim, draft, sim.nowMs);
  // An event for a bus that is not there is taken and gone.
  if (busProblem(sim, entry.EventBusName) === undefined) publish(sim, event);
  return { EventId: event.id };
}

/** @source Answers of PutEvents recorded in 2024 by a public emulator (checked 2026-11-29) */
function entryProblem(entry: Entry): Result | undefined {
  for (const name of ["Source", "DetailType", "Detail"] as const) {
    if (entry[name] === undefined || entry[name] === "") {
      const ErrorMessage = `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
      return { ErrorCode: "InvalidArgument", ErrorMessage };
    }
  }
  if (entry.Source?.startsWith("aws.")) {
    return { ErrorCode: "NotAuthorizedForSourceException", ErrorMessage: "Not authorized for the source." };
  }
  return isObjectText(entry.Detail as string)
    ? undefined
    : { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
}

function isObjectText(text: string): boolean {
  const value = parsed(text);
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Fields that an event must have. @source API Reference, TestEventPattern, Event (checked 2026-11-29) */
const REQUIRED = ["id", "account", "source", "time", "region", "resources", "detail-type"];

export const testEventPattern = query<"events", "TestEventPattern">((_, { EventPattern, Event }) => {
  const pattern = compilePattern(EventPattern);
  if (!pattern.ok) return refuse("event-rule.pattern", { reason: pattern.reason });
  if (!isObjectText(Event)) return refuse("event-rule.event", { problem: "it is no JSON object." });
  const event = parsed(Event) as { readonly [member: string]: Json };
  const missing = REQUIRED.find((name) => !Object.hasOwn(event, name));
  if (missing !== undefined) return refuse("event-rule.event", { problem: `it has no ${missing}.` });
  return answer({ Result: pattern.matches(event) });
});
