/** Command lines that labs need again and again, so that a lab file reads as what the learner does. */
import type { AwaitedThing, Duration } from "@quayside/simulator";
import type { LabCommand } from "../lab.ts";
import { jsonFile } from "./files.ts";

/** A public subnet of the default world: reaches the internet only with a public address. */
export const PUBLIC_SUBNET = "subnet-0aaa1111222233334";
/** A private subnet of the default world: reaches the internet through a NAT gateway. */
export const PRIVATE_SUBNET = "subnet-0ccc1111222233334";

/** The same in the second Availability Zone, us-east-1b. */
export const SECOND_ZONE = { public: "subnet-0bbb1111222233334", private: "subnet-0ddd1111222233334" };

/** Replaces the text of an editor tab. */
export function editText(file: string, text: string): LabCommand {
  return { edit: { file, text } };
}

/** Replaces the text of an editor tab by a value as JSON. */
export function editJson(file: string, value: unknown): LabCommand {
  return { edit: { file, text: jsonFile(file, value).text } };
}

/** Registers the task definition of an editor tab. */
export function registerFile(name: string): LabCommand {
  return { aws: `aws ecs register-task-definition --cli-input-json file://${name}` };
}

export interface RunTaskOptions {
  /** Family, or `family:revision`. */
  readonly family: string;
  /** Default `default`. */
  readonly cluster?: string;
  /** Default FARGATE; `none` leaves the option out, and ECS then takes EC2. */
  readonly launchType?: "FARGATE" | "none";
  /** `public` has a public address, `public-without-address` has none, `private` goes through NAT, `none`: left out. */
  readonly network?: "public" | "public-without-address" | "private" | "none";
  /** Which zone its subnet lies in: us-east-1a or us-east-1b. Default `a`. */
  readonly zone?: "a" | "b";
  /** From 1 to 10; default 1. */
  readonly count?: number;
  /** What the run changes of the definition, as the API takes it. */
  readonly overrides?: object;
}

/** Runs tasks on Fargate. */
export function runTask(options: RunTaskOptions): LabCommand {
  const { family, cluster = "default", launchType = "FARGATE", network = "public", count = 1 } = options;
  const { zone = "a", overrides } = options;
  const words = [`aws ecs run-task --cluster ${cluster} --task-definition ${family}`];
  if (launchType === "FARGATE") words.push("--launch-type FARGATE");
  if (count !== 1) words.push(`--count ${count}`);
  if (network !== "none") {
    const subnets = zone === "a" ? { public: PUBLIC_SUBNET, private: PRIVATE_SUBNET } : SECOND_ZONE;
    const subnet = network === "private" ? subnets.private : subnets.public;
    const assign = network === "public" ? "ENABLED" : "DISABLED";
    words.push(`--network-configuration "awsvpcConfiguration={subnets=[${subnet}],assignPublicIp=${assign}}"`);
  }
  if (overrides !== undefined) words.push(`--overrides '${JSON.stringify(overrides)}'`);
  return { aws: words.join(" ") };
}

/** `$(...)` that prints the ARN of a running task. */
export function runningTask(family: string, cluster = "default"): string {
  return `$(aws ecs list-tasks --cluster ${cluster} --family ${family} --query "taskArns[0]" --output text)`;
}

/** Stops a running task of a family. */
export function stopTask(
  family: string,
  options: { readonly cluster?: string; readonly reason?: string } = {},
): LabCommand {
  const { cluster = "default", reason } = options;
  const because = reason === undefined ? "" : ` --reason "${reason}"`;
  return { aws: `aws ecs stop-task --cluster ${cluster} --task ${runningTask(family, cluster)}${because}` };
}

/** Somebody pushes a new build under a tag: `quayside/shop:latest`. */
export function pushImage(image: string): LabCommand {
  return { aws: `docker push ${image}` };
}

/** Lets time pass until nothing is on its way any more. */
export const UNTIL_SETTLED = Object.freeze({ until: "settled" }) satisfies LabCommand;

/** Lets time pass until something particular is there, and fails when it does not come within the bound. */
export function until(thing: AwaitedThing, atMost: Duration): LabCommand {
  return { until: thing, atMost };
}
