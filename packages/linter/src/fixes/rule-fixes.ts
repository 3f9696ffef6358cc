/** Fixes of what the service refuses and of bad practice, by the id of the rule: only where the change is safe to offer. */
import { FARGATE_SIZES, readCpu, readDefinition, readMemory } from "@quayside/simulator/task-definition";
import { choicesAt, shapeAt } from "../choices.ts";
import { closest } from "../json/closest.ts";
import { type JsonPath, nodeAt } from "../json/locate.ts";
import { meantImage } from "../official-images.ts";
import { type Broken, type Fix, guess, put, remove, rename } from "./fix.ts";

/** The name that AWS's own guides give the execution role; a role may be given by its name. */
const EXECUTION_ROLE = "ecsTaskExecutionRole";

type Mender = (broken: Broken, path: JsonPath) => readonly Fix[];

const takeOut: Mender = (broken, path) => remove(broken, path);
const addRole: Mender = (broken) => guess(put(broken, ["executionRoleArn"], EXECUTION_ROLE));

const MENDERS: Readonly<Record<string, Mender>> = {
  "fargate-network": (broken) => put(broken, ["networkMode"], "awsvpc"),
  "fargate-cpu": (broken) => guess(put(broken, ["cpu"], String(choicesAt(broken.value, ["cpu"])[0]?.value ?? "256"))),
  "fargate-mem": (broken) => guess(put(broken, ["memory"], smallestMemory(broken))),
  "fargate-pair": (broken) => pairFixes(broken),
  "fargate-role-ecr": addRole,
  "fargate-role-logs": addRole,
  "secret-role": addRole,
  "repo-role": addRole,
  "fargate-streamprefix": (broken, path) => put(broken, path, definitionOf(broken).family ?? "ecs"),
  "log-req": (broken, path) => logOptions(broken, path),
  "log-create": (broken, path) => put(broken, path, "true"),
  "mem-missing": (broken) => guess(put(broken, ["memory"], "512")),
  "mem-over-task": (broken, path) => toTaskMemory(broken, path),
  "mem-res": (broken, path) => put(broken, path, numberAt(broken, [...path.slice(0, -1), "memory"])),
  "eph-min": (broken, path) => put(broken, path, 21),
  "eph-max": (broken, path) => put(broken, path, 200),
  "awsvpc-hostport": takeOut,
  "host-hostport": takeOut,
  "hostport-dup": (broken, path) => guess(put(broken, path, 0)),
  "dep-unknown": (broken, path) => [
    ...nearestChoice(broken, path, "close"),
    ...guess(remove(broken, path.slice(0, -1))),
  ],
  "dep-essential": (broken, path) => guess(targetNotEssential(broken, path)),
  "no-essential": (broken) => guess(remove(broken, ["containerDefinitions", 0, "essential"])),
  "name-null": (broken, path) => misspelt(broken, path) ?? guess(put(broken, path, "app")),
  // Never an image of ours: a pipeline may put the right one there.
  "image-null": (broken, path) => misspelt(broken, path) ?? [],
  "image-misspelt": (broken, path) => guess(put(broken, path, meantImage(stringAt(broken, path)) ?? "")),
  "vol-unknown": (broken, path) => [...nearestChoice(broken, path, "close"), ...guess(addVolume(broken, path))],
  "arn-syntax": (broken, path) => s3Arn(broken, path),
  "family-chars": (broken, path) => guess(put(broken, path, stringAt(broken, path).replaceAll(/[^\w-]+/g, "-"))),
  "fargate-stoptimeout": (broken, path) => put(broken, path, 120),
  "fargate-starttimeout": (broken, path) => put(broken, path, 120),
  "fargate-pid": (broken, path) => [...put(broken, path, "task"), ...remove(broken, path)],
  "external-network": (broken, path) => guess(put(broken, path, "bridge")),
  "mi-network": (broken, path) => guess(put(broken, path, "awsvpc")),
  enum: (broken, path) => nearestChoice(broken, path),
  "log-driver": (broken, path) => nearestChoice(broken, path),
  "fargate-logdriver": (broken, path) => guess(put(broken, path, "awslogs")),
  ...Object.fromEntries(
    [
      ...["fargate-priv", "fargate-ipc", "fargate-placement", "fargate-sourcepath", "fargate-secopt"],
      ...["fargate-cap", "fargate-gpu", "fargate-refused", "eph-ec2", "external-refused", "mi-refused", "inference"],
      ...["tags-empty", "none-ports", "links-mode", "log-extra", "windows-size", "windows-unsupported"],
    ].map((id) => [id, takeOut]),
  ),
};

/** The fixes for a rule's finding, the likeliest first; none for most rules, where only the author knows. */
export function ruleFixes(broken: Broken): readonly Fix[] {
  const { code, path } = broken.problem;
  return Object.hasOwn(MENDERS, code) ? (MENDERS[code]?.(broken, path) ?? []) : [];
}

/** A member that seems to be missing may only be misspelt. */
function misspelt(broken: Broken, path: JsonPath): readonly Fix[] | undefined {
  const parent = path.slice(0, -1);
  const known = new Set(shapeAt(parent)?.memberNames);
  const unknown = (nodeAt(broken.definition, parent)?.children ?? []).flatMap(({ key }) => key?.text ?? []);
  const name = closest(
    String(path.at(-1)),
    unknown.filter((each) => !known.has(each)),
  );
  return name === undefined ? undefined : rename(broken, [...parent, name], String(path.at(-1)));
}

function definitionOf({ value }: Broken) {
  return readDefinition(value).definition;
}

function numberAt({ definition }: Broken, path: JsonPath): number {
  return Number(nodeAt(definition, path)?.value ?? 0);
}

function stringAt({ definition }: Broken, path: JsonPath): string {
  return String(nodeAt(definition, path)?.value ?? "");
}

/** The next memory up that goes with the cpu, and the smallest cpu that goes with the memory. */
function pairFixes(broken: Broken): Fix[] {
  const { cpu = "", memory = "" } = definitionOf(broken);
  const [units, mib] = [readCpu(cpu), readMemory(memory)];
  if (units === undefined || mib === undefined) return [];
  const sizes = FARGATE_SIZES.get(units) ?? [];
  const more = sizes.find((size) => size >= mib) ?? sizes.at(-1);
  const other = [...FARGATE_SIZES].find(([, each]) => each.includes(mib))?.[0];
  return [
    // Less memory than was asked for is for the author to decide.
    ...(more === undefined ? [] : (more < mib ? guess : asIs)(put(broken, ["memory"], String(more)))),
    ...(other === undefined ? [] : guess(put(broken, ["cpu"], String(other)))),
  ];
}

function logOptions(broken: Broken, path: JsonPath): readonly Fix[] {
  const container = definitionOf(broken).containerDefinitions[Number(path[1])];
  const { logDriver, options } = container?.logConfiguration ?? {};
  if (logDriver !== "awslogs") return [];
  return guess(put(broken, path, { ...awslogs(broken), ...Object.fromEntries(options ?? []) }));
}

function asIs(fixes: Fix[]): Fix[] {
  return fixes;
}

function smallestMemory(broken: Broken): string {
  return String(choicesAt(broken.value, ["memory"])[0]?.value ?? "512");
}

function awslogs(broken: Broken) {
  const family = definitionOf(broken).family ?? "my-task";
  return { "awslogs-group": `/ecs/${family}`, "awslogs-region": "us-east-1", "awslogs-stream-prefix": family };
}

function toTaskMemory(broken: Broken, path: JsonPath): readonly Fix[] {
  const mib = readMemory(definitionOf(broken).memory ?? "");
  return mib === undefined ? [] : put(broken, path, mib);
}

function targetNotEssential(broken: Broken, path: JsonPath): readonly Fix[] {
  const name = stringAt(broken, [...path.slice(0, -1), "containerName"]);
  const index = definitionOf(broken).containerDefinitions.findIndex((container) => container.name === name);
  return index < 0 ? [] : put(broken, ["containerDefinitions", index, "essential"], false);
}

function addVolume(broken: Broken, path: JsonPath): readonly Fix[] {
  const name = stringAt(broken, path);
  const { volumes } = definitionOf(broken);
  if (name === "") return [];
  return volumes === undefined
    ? put(broken, ["volumes"], [{ name }])
    : put(broken, ["volumes", volumes.length], { name });
}

function s3Arn(broken: Broken, path: JsonPath): readonly Fix[] {
  const key = /^s3:\/\/(.+)$/.exec(stringAt(broken, path))?.[1];
  return key === undefined ? [] : put(broken, path, `arn:aws:s3:::${key}`);
}

/** The value that is meant: the closest, or (a guess) the only one that there is. */
function nearestChoice(broken: Broken, path: JsonPath, among: "close" | "all" = "all"): readonly Fix[] {
  const choices = choicesAt(broken.value, path).map(({ value }) => String(value));
  const meant = closest(stringAt(broken, path), choices);
  if (meant !== undefined) return put(broken, path, meant);
  const [only] = choices;
  return among === "close" || only === undefined || choices.length > 1 ? [] : guess(put(broken, path, only));
}
