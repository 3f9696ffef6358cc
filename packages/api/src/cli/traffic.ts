/**
 * `quayside traffic BALANCER --rate 50` in the page's terminal: clients send requests to a load balancer from now on; without words
 * it says what has become of the requests so far. The clients are the world outside: AWS has no such command. They go into the run.
 */
import { LOSSES, type Loss, latenciesOf, type Session, type TrafficLedger } from "@quayside/simulator";
import { send } from "../door/send.ts";

const USAGE = `usage: quayside traffic BALANCER --rate N [--name NAME] [--port N] [--path /PATH] [--host NAME] [--from internet|SUBNET]
       quayside traffic BALANCER --rate N --profile ramp|spike --to-rate N [--after SECONDS] [--for SECONDS]
       quayside traffic BALANCER --rate N --profile daily [--swing 0.8] [--peak-hour 20]
       quayside traffic stop [--name NAME]
       quayside traffic

  BALANCER  name or ARN of a load balancer
  --rate    requests a second; again for the same NAME, it changes
  --name    of these clients; "clients" unless it says otherwise
            Without words: what became of the requests so far.
`;

/** Names of members, and whether they are numbers. */
const OPTIONS: Readonly<Record<string, readonly [member: string, isNumber: boolean]>> = {
  "--name": ["name", false],
  "--rate": ["perSecond", true],
  "--to-rate": ["toPerSecond", true],
  "--after": ["afterSeconds", true],
  "--for": ["forSeconds", true],
  "--swing": ["swing", true],
  "--peak-hour": ["peakHour", true],
  "--profile": ["profile", false],
  "--port": ["port", true],
  "--path": ["path", false],
  "--host": ["host", false],
  "--from": ["from", false],
};

/** The options with what they are, for completion. */
export const TRAFFIC_OPTIONS = Object.keys(OPTIONS);

const ENDS: Readonly<Record<Loss, string>> = {
  target5xx: "5xx of the app",
  rejected: "turned away by the app, full",
  refused502: "502, nothing listens at the target",
  cut502: "502, cut off in flight",
  none503: "503, no target",
  timeout504: "504, no answer",
  unreached: "did not reach the load balancer",
};

interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the words behind `quayside traffic`. Exit code 2: the line is wrong, or it was refused. */
export function runTraffic(words: readonly string[], session: Session): Printed {
  if (words.includes("--help")) return { exitCode: 0, stdout: USAGE, stderr: "" };
  if (words.length === 0) return { exitCode: 0, stdout: report(session), stderr: "" };
  const read = readWords(words);
  if (read === undefined) return { exitCode: 2, stdout: "", stderr: USAGE };
  const { place, input } = read;
  const { name } = input;
  if (place === "stop") return call(session, "StopTraffic", { name }, () => `${name} sends no more requests.\n`);
  const says = (): string =>
    `${name}: requests to ${place} from now on. "quayside traffic" says what becomes of them.\n`;
  if (session.tables.clientFlows.has(name)) return call(session, "ChangeTraffic", input, says);
  return call(session, "StartTraffic", { loadBalancer: place, ...input }, says);
}

function call(
  session: Session,
  operation: "StartTraffic" | "ChangeTraffic" | "StopTraffic",
  input: object,
  says: () => string,
): Printed {
  const outcome = send(session, { service: "quayside", operation, input });
  if (outcome.ok) return { exitCode: 0, stdout: says(), stderr: "" };
  return { exitCode: 2, stdout: "", stderr: `quayside: ${outcome.error.message}\n` };
}

function readWords(
  words: readonly string[],
): { readonly place: string; readonly input: { readonly name: string } & Record<string, unknown> } | undefined {
  const input: { name: string } & Record<string, unknown> = { name: "clients" };
  const places: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.startsWith("--")) {
      places.push(word);
      continue;
    }
    const [member, isNumber] = (Object.hasOwn(OPTIONS, word) && OPTIONS[word]) || [];
    const value = left.shift();
    if (member === undefined || value === undefined) return undefined;
    input[member] = isNumber ? Number(value) : value;
  }
  const [place, ...more] = places;
  return place === undefined || more.length > 0 ? undefined : { place, input };
}

/** What became of all requests so far, and how long the last minute's answers took. */
function report({ trafficNow: ledger, nowMs, tables }: Session): string {
  if (ledger.length === 0) return "No requests so far.\n";
  const flows = [...tables.clientFlows.keys()].join(", ");
  const sum = (column: "came" | "ok" | "byRule" | Loss) => sumOf(ledger, column);
  const losses = LOSSES.map((end) => [ENDS[end], sum(end)] as const).filter(([, count]) => count > 0);
  const rows = [
    ["requests", sum("came")] as const,
    ["answered well", sum("ok")] as const,
    ...(sum("byRule") > 0 ? [["answered by a rule", sum("byRule")] as const] : []),
    ...losses,
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, count]) => `  ${name.padEnd(width)}  ${count}`);
  const latencies = latenciesOf(ledger, lastMinute(ledger, nowMs));
  const times =
    latencies.count === 0
      ? "no answers"
      : [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${latencies.within(share).toFixed(0)} ms`).join(", ");
  return `clients: ${flows === "" ? "none any more" : flows}\n${lines.join("\n")}\nanswers of the last minute: ${times}\n`;
}

function sumOf(ledger: TrafficLedger, column: "came" | "ok" | "byRule" | Loss): number {
  let sum = 0;
  for (let row = 0; row < ledger.length; row += 1) sum += ledger.get(row, column);
  return sum;
}

function lastMinute(ledger: TrafficLedger, nowMs: number): number[] {
  const first = ledger.firstAbove("toMs", nowMs - 60_000);
  return Array.from({ length: ledger.length - first }, (_, at) => first + at);
}
