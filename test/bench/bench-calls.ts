/**
 * Calls a second: through the session, and through HTTP with one raw client that keeps its connection open. Reads are
 * measured with 1,000 and with 20,000 tasks in the cluster, because they must not slow down.
 */
import { Agent, request } from "node:http";
import { TARGET_PREFIX } from "@quayside/api";
import { startServer } from "@quayside/cli";
import type { Session } from "@quayside/simulator";
import { LARGE_SCENARIO, largeSession, perSecond, runTaskInput, seconds, startTasks } from "./bench-world.ts";

const FEW = 1_000;
const MANY = 20_000;
const READS = 5_000;
const HTTP_CALLS = 6_000;

export interface Row {
  readonly what: string;
  readonly value: string;
}

/** Rates of RunTask, DescribeTasks and ListTasks through the session. */
export function benchSession(): Row[] {
  startTasks(largeSession(), FEW);
  const session = largeSession();
  const rows: Row[] = [];
  const runs = seconds(() => startTasks(session, MANY));
  rows.push({ what: `RunTask through the session (${MANY} calls)`, value: perSecond(MANY, runs) });
  for (const count of [FEW, MANY]) {
    const world = largeSession();
    const arns = startTasks(world, count);
    rows.push(...benchReads(world, arns));
  }
  return rows;
}

function benchReads(session: Session, arns: readonly string[]): Row[] {
  const describe = seconds(() => {
    for (let index = 0; index < READS; index += 1) {
      const at = (index * 997) % (arns.length - 10);
      session.call("ecs", "DescribeTasks", { tasks: arns.slice(at, at + 10) });
    }
  });
  const list = seconds(() => {
    for (let index = 0; index < READS; index += 1) session.call("ecs", "ListTasks", {});
  });
  return [
    { what: `DescribeTasks of 10 among ${arns.length} tasks, session`, value: perSecond(READS, describe) },
    { what: `ListTasks among ${arns.length} tasks, session`, value: perSecond(READS, list) },
  ];
}

/** Rates through `quayside serve`: one connection, one request after the other, and eight side by side. */
export async function benchHttp(): Promise<Row[]> {
  const server = await startServer({ port: 0, scenario: LARGE_SCENARIO, clock: { kind: "manual" } });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const call = (operation: string, input: unknown) => post(server.port, agent, operation, JSON.stringify(input));
  try {
    const rows: Row[] = [];
    const arns: string[] = [];
    for (let index = 0; index < FEW; index += 1) {
      const answer = JSON.parse(await call("RunTask", runTaskInput())) as { tasks: { taskArn: string }[] };
      arns.push(answer.tasks[0]?.taskArn ?? "");
    }
    for (const lanes of [1, 8]) {
      const took = await timed(lanes, HTTP_CALLS, () => call("RunTask", runTaskInput()));
      rows.push({ what: `RunTask through HTTP, ${lanes} connection(s)`, value: perSecond(HTTP_CALLS, took) });
    }
    const few = await timed(1, READS, () => call("DescribeTasks", { tasks: arns.slice(0, 10) }));
    while (server.world.session.tables.tasks.size < MANY) await call("RunTask", runTaskInput(10));
    const many = await timed(1, READS, () => call("DescribeTasks", { tasks: arns.slice(0, 10) }));
    const list = await timed(1, READS, () => call("ListTasks", {}));
    rows.push({
      what: `DescribeTasks of 10 through HTTP, ${FEW + 2 * HTTP_CALLS} tasks`,
      value: perSecond(READS, few),
    });
    rows.push({ what: `DescribeTasks of 10 through HTTP, ${MANY} tasks`, value: perSecond(READS, many) });
    rows.push({ what: `ListTasks through HTTP, ${MANY} tasks`, value: perSecond(READS, list) });
    return rows;
  } finally {
    agent.destroy();
    await server.close();
  }
}

async function timed(lanes: number, calls: number, call: () => Promise<string>): Promise<number> {
  const began = performance.now();
  let left = calls;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (performance.now() - began) / 1000;
}

function post(port: number, agent: Agent, operation: string, body: string): Promise<string> {
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": `${TARGET_PREFIX}.${operation}`,
    "content-length": Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method: "POST", path: "/", headers, agent }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${operation} answered ${response.statusCode}: ${text}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
