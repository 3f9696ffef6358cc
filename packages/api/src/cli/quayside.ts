/**
 * `quayside connect FROM TO[:PORT]` in the page's terminal: somebody tries to reach something, and sees hop by hop where the
 * packet gets to. Like `docker push` it is no command of AWS, and goes into the run. `quayside image` is in declare.ts,
 * `quayside request` in request.ts, `quayside traffic` in traffic.ts.
 */
import type { Output, Session } from "@quayside/simulator";
import { send } from "../door/send.ts";
import { runImage } from "./declare.ts";
import { runRequest } from "./request.ts";
import { runTraffic } from "./traffic.ts";

const USAGE = `usage: quayside connect FROM TO[:PORT] [--udp]

  FROM, TO   a container, TASK or TASK/CONTAINER, an instance (i-...), a private address, internet
  TO also    localhost, imds, a host name, or a service of AWS: ecr.api, ecr.dkr, s3, logs, secretsmanager, ssm
  PORT       needed, but for hosts of the internet and services of AWS (443)

  quayside image --help    declares an image that Quayside does not know
  quayside request --help  says which rule of a load balancer a request meets
  quayside traffic --help  sends requests to a load balancer, and says what became of them
`;

interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the words behind `quayside`. Exit code 0: it gets through, 1: something refuses, 2: the line is wrong. */
export function runQuayside(words: readonly string[], session: Session): Printed {
  const [command, ...rest] = words;
  if (command === "image") return runImage(rest, session);
  if (command === "request") return runRequest(rest, session);
  if (command === "traffic") return runTraffic(rest, session);
  if (command === undefined || command === "help" || rest.includes("--help")) {
    return { exitCode: 0, stdout: USAGE, stderr: "" };
  }
  const names = rest.filter((word) => !word.startsWith("--"));
  const [from, goal] = names;
  const isUsual = rest.every((word) => !word.startsWith("--") || word === "--udp");
  if (command !== "connect" || from === undefined || goal === undefined || names.length > 2 || !isUsual) {
    return { exitCode: 2, stdout: "", stderr: USAGE };
  }
  const protocol = rest.includes("--udp") ? "udp" : "tcp";
  const input = { from, ...readGoal(goal), protocol };
  const outcome = send(session, { service: "quayside", operation: "TestConnection", input });
  if (!outcome.ok) return { exitCode: 2, stdout: "", stderr: `quayside: ${outcome.error.message}\n` };
  const tested = outcome.output;
  return { exitCode: tested.reaches ? 0 : 1, stdout: describe(tested), stderr: "" };
}

/** `web:80`: a name and a port. What stands behind the last colon of an ARN is no port, unless it is a number. */
function readGoal(goal: string): { to: string; port?: number } {
  const match = /^(.+):(\d{1,6})$/.exec(goal);
  return match === null ? { to: goal } : { to: match[1] as string, port: Number(match[2]) };
}

function describe({ from, to, port, protocol, reaches, hops }: Output<"quayside", "TestConnection">): string {
  const width = Math.max(...hops.map(({ kind }) => kind.length));
  const lines = hops.map(
    ({ kind, passes, sentence }) => `  ${passes ? "ok" : "NO"}  ${kind.padEnd(width)}  ${sentence}`,
  );
  const verdict = reaches ? `${from} reaches ${to}.` : `${from} does not reach ${to}.`;
  return `${from} -> ${to}:${port} (${protocol})\n${lines.join("\n")}\n${verdict}\n`;
}
