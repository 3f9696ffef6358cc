/** Reads a wait: until what, for how long at most. */
import {
  AWAITED,
  type AwaitedKind,
  type AwaitedThing,
  type Duration,
  durationMs,
  type Wait,
} from "@quayside/simulator";
import { fieldsOf, memberOf, refuse, refuseTricks, textOf } from "./read-value.ts";

/** Longest bound: what a request may move the clock of a served cloud by. */
const MAX_BOUND_MS = 30 * 24 * 3_600_000;

const NAME = "[\\w-]{1,255}";
const FORMS = {
  family: { is: new RegExp(`^${NAME}$`), like: "web" },
  "family/container": { is: new RegExp(`^${NAME}/${NAME}$`), like: "web/nginx" },
  cluster: { is: new RegExp(`^${NAME}$`), like: "default" },
  service: { is: new RegExp(`^${NAME}$`), like: "web" },
} as const;

/**
 * A wait: `{ until: "settled" }`, `{ until: { taskStopped: "web" }, atMost: "10 min" }`.
 * @param place its place in what is read; empty when it is the whole
 * @throws RunRefused
 */
export function readWait(value: unknown, place = ""): Wait {
  refuseTricks(value);
  const fields = fieldsOf(value, place === "" ? "The wait" : place, ["until", "atMost"]);
  const boundPlace = placeOf(place, "atMost");
  const atMost = fields.atMost === undefined ? undefined : readBound(fields.atMost, boundPlace);
  if (fields.until === "settled") return { until: "settled", ...(atMost === undefined ? {} : { atMost }) };
  const until = readThing(fields.until, placeOf(place, "until"));
  return { until, atMost: atMost ?? refuse(boundPlace, "is missing: how long the wait may last, such as 10 min") };
}

function placeOf(place: string, name: string): string {
  return place === "" ? name : memberOf(place, name);
}

function readThing(value: unknown, place: string): AwaitedThing {
  const kinds = Object.keys(AWAITED) as AwaitedKind[];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuse(place, `is neither "settled" nor an object with one of ${kinds.join(", ")}`);
  }
  const fields = fieldsOf(value, place, kinds);
  const [kind, more] = kinds.filter((each) => fields[each] !== undefined);
  if (kind === undefined || more !== undefined) return refuse(place, `takes exactly one of ${kinds.join(", ")}`);
  const name = textOf(fields[kind], placeOf(place, kind), FORMS[AWAITED[kind]]);
  return { [kind]: name } as unknown as AwaitedThing;
}

function readBound(value: unknown, place: string): Duration {
  const ms = durationMs(textOf(value, place));
  if (ms === undefined) return refuse(place, "is not a length of time such as 90 s or 10 min (ms, s, min, h)");
  if (ms > MAX_BOUND_MS) refuse(place, "is more than 30 days");
  return value as Duration;
}
