/** Completion of `quayside`: of a connection, what runs in the session, and where one can go besides. */
import type { Session } from "@quayside/simulator";
import type { Completion } from "./completion.ts";
import { TRAFFIC_OPTIONS } from "./traffic.ts";

/** Names besides those of the session: where a connection may begin, and where it may only end. */
const INTERNET: Completion = { text: "internet", detail: "a host outside of the VPC" };
const GOALS: readonly Completion[] = [
  INTERNET,
  { text: "localhost:", detail: "the caller itself" },
  { text: "imds", detail: "the instance metadata service" },
  ...["ecr.api", "ecr.dkr", "s3", "logs", "secretsmanager", "ssm", "ssmmessages"].map((text) => ({
    text,
    detail: "service of AWS",
  })),
];

/** Containers and instances offered at once. */
const MOST = 30;

/** What can stand at the cursor behind `quayside`. */
export function connectionEnds(words: readonly string[], session: Session): Completion[] {
  if (words.length === 0) {
    return [
      { text: "connect", detail: "does a packet get through?" },
      { text: "image", detail: "an image that is not known exists" },
      { text: "request", detail: "which rule of a load balancer does it meet?" },
      { text: "traffic", detail: "clients send requests; what became of them" },
    ];
  }
  if (words[0] === "image") return ofImage(words.slice(1), session);
  if (words[0] === "request") return words.length === 1 ? balancers(session) : [...OF_A_REQUEST];
  if (words[0] === "traffic") return ofTraffic(words.slice(1), session);
  if (words[0] !== "connect" || words.length > 2) return [];
  const isGoal = words.length === 2;
  const ends = [...running(session)].map(({ text, detail }) => ({ text: isGoal ? `${text}:` : text, detail }));
  return [...ends, ...(isGoal ? GOALS : [INTERNET])];
}

/** The options of `quayside image`, and behind `--like` the images that exist. */
function ofImage(words: readonly string[], { tables }: Session): Completion[] {
  const last = words.at(-1);
  if (last === "--like") {
    return [...tables.images.keys()].map((repository) => ({
      text: repository.replace(/^docker\.io\/(library\/)?/, ""),
      detail: "an image that exists",
    }));
  }
  if (last === "--arch") return ["X86_64", "ARM64"].map((text) => ({ text, detail: "architecture" }));
  return last === undefined || OF_A_VALUE.has(last) ? [] : [...OF_A_VALUE].map(([text, detail]) => ({ text, detail }));
}

const OF_A_VALUE: ReadonlyMap<string, string> = new Map([
  ["--like", "an image that exists here"],
  ["--port", "what its server listens on"],
  ["--program", "a program that it has besides"],
  ["--arch", "X86_64, ARM64"],
  ["--size", "compressed, in MB"],
]);

/** A load balancer or `stop`, then options. */
function ofTraffic(words: readonly string[], session: Session): Completion[] {
  const last = words.at(-1);
  if (last === undefined) {
    const names = balancers(session).map(({ text, detail }) => ({ text: text.slice(0, -1), detail }));
    return [...names, { text: "stop", detail: "they send no more" }];
  }
  if (last === "--profile") return ["ramp", "spike", "daily"].map((text) => ({ text, detail: "how the rate changes" }));
  if (last.startsWith("--")) return [];
  return TRAFFIC_OPTIONS.map((text) => ({ text, detail: "of the clients" }));
}

function balancers({ tables }: Session): Completion[] {
  return [...tables.loadBalancers.values()].map(({ loadBalancerName, type }) => ({
    text: `${loadBalancerName}/`,
    detail: `${type} load balancer`,
  }));
}

const OF_A_REQUEST: readonly Completion[] = [
  { text: "--host", detail: "the Host header" },
  { text: "--method", detail: "GET unless it says otherwise" },
  { text: "--header", detail: "NAME: VALUE" },
  { text: "--from", detail: "address of the caller" },
];

function* running({ tables }: Session): Iterable<Completion> {
  const byName = new Map<string, number>();
  const rows = [...tables.containers.values()].filter(({ lastStatus }) => lastStatus === "RUNNING").slice(-MOST);
  for (const { name } of rows) byName.set(name, (byName.get(name) ?? 0) + 1);
  for (const { name, taskSlot } of rows.reverse()) {
    const id = tables.tasks.at(taskSlot)?.spec.taskId.slice(0, 8);
    yield { text: byName.get(name) === 1 ? name : `${id}/${name}`, detail: `container of task ${id}` };
  }
  for (const { instanceId, instanceType, state } of [...tables.ec2Instances.values()].slice(-MOST)) {
    if (state === "running") yield { text: instanceId, detail: instanceType };
  }
}
