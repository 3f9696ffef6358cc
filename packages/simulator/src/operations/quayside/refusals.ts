/** Refusals of our own operations. They are ours; where Docker has a word for it, it is Docker's. */
import { refuserOf, row } from "../../model/refusal.ts";

/** By their ids. */
export const QUAYSIDE_REFUSALS = {
  "quayside.input": row("InvalidParameterException", "quayside", ({ usage }: { usage: string }) => usage),
  "quayside.filter": row(
    "InvalidParameterException",
    "quayside",
    ({ filter }: { filter: string }) => `filter '${filter}' is not a valid expression.`,
  ),
  "quayside.filter-leaves": row(
    "InvalidParameterException",
    "quayside",
    ({ filter, count }: { filter: string; count: number }) =>
      `filter '${filter}' leaves ${count} container instances; it must leave one.`,
  ),
  "quayside.agent-not-connected": row(
    "AgentNotConnected",
    "quayside",
    () => "The agent of this container instance is not connected.",
  ),
  "quayside.agent-connected": row(
    "AgentConnected",
    "quayside",
    () => "The agent of this container instance is connected.",
  ),
  "quayside.machine-not-running": row(
    "MachineNotRunning",
    "quayside",
    ({ state }: { state: string }) => `The machine below it is ${state}: no agent can start there.`,
  ),
  "quayside.container": row(
    "InvalidParameterException",
    "quayside",
    ({ names }: { names: readonly string[] }) => `Name one of the task's containers: ${names.join(", ")}.`,
  ),
  "quayside.container-not-running": row(
    "ContainerNotRunning",
    "quayside",
    ({ name }: { name: string }) => `Container ${name} has no running process.`,
  ),
  "quayside.no-machine": row(
    "NoMachine",
    "quayside",
    () => "This task runs on Fargate: the machine is AWS's, and nobody can run Docker on it.",
  ),
  "quayside.instance-type": row(
    "InvalidParameterException",
    "quayside",
    ({ name }: { name: string }) => `Invalid value '${name}' for InstanceType.`,
  ),
  "quayside.subnet": row(
    "InvalidParameterException",
    "quayside",
    ({ subnet }: { subnet: string }) => `There is no subnet ${subnet}.`,
  ),
  "quayside.no-address": row(
    "InvalidParameterException",
    "quayside",
    ({ subnetId }: { subnetId: string }) => `The subnet ${subnetId} has no free address.`,
  ),
  "quayside.not-limited": row(
    "InvalidParameterException",
    "quayside",
    () => "Only Docker Hub limits pulls: name docker.io or an image of it.",
  ),
  "quayside.end": row("InvalidParameterException", "quayside", ({ problem }: { problem: string }) => problem),
  "quayside.port": row("InvalidParameterException", "quayside", () => "Say which port, 1 to 65535: web:80."),
  "quayside.session-over": row(
    "SessionNotOpen",
    "quayside",
    ({ sessionId }: { sessionId: string }) =>
      `There is no open session ${sessionId}: it ended with its container, by exit, or after twenty minutes without a line.`,
  ),
  "declare.member": row(
    "InvalidParameterException",
    "quayside",
    ({ member, wanted }: { member: string; wanted: string }) => `${member} takes ${wanted}.`,
  ),
  "quayside.hook": row(
    "InvalidParameterException",
    "quayside",
    () =>
      'DeclareHook takes {"function": the ARN of a Lambda function, "answers": a list of SUCCEEDED, FAILED, IN_PROGRESS and NO_STATUS, "seconds": 0 to 900, "callBackDelay": 1 to 900}.',
  ),
  "quayside.hook-functions": row(
    "TooManyFunctions",
    "quayside",
    ({ most }: { most: number }) => `Quayside takes ${most} declared functions.`,
  ),
  "declare.exists": row(
    "ImageExists",
    "quayside",
    ({ image }: { image: string }) => `${image} exists already: only what does not exist here can be declared.`,
  ),
  "declare.too-many": row(
    "TooManyImages",
    "quayside",
    ({ most }: { most: number }) => `Quayside takes ${most} declared images.`,
  ),
  "traffic.balancer": row(
    "InvalidParameterException",
    "quayside",
    ({ name }: { name: string }) => `There is no load balancer ${name}.`,
  ),
  "traffic.exists": row(
    "TrafficExists",
    "quayside",
    ({ name }: { name: string }) => `${name} sends requests already: change or stop it, or take another name.`,
  ),
  "traffic.unknown": row(
    "InvalidParameterException",
    "quayside",
    ({ name }: { name: string }) => `Nobody named ${name} sends requests.`,
  ),
  "traffic.too-many": row(
    "TooManyClients",
    "quayside",
    ({ most }: { most: number }) => `Quayside takes ${most} clients.`,
  ),
  "push.reference": row("InvalidReference", "unsourced", () => "invalid reference format"),
  "push.digest": row("InvalidReference", "unsourced", () => "cannot push a digest reference"),
  "push.denied": row("Denied", "unsourced", () => "denied: requested access to the resource is denied"),
  "object.input": row(
    "InvalidParameterException",
    "quayside",
    ({ most }: { most: number }) =>
      `Name a bucket of 3 to 63 lowercase letters, digits, hyphens and dots, and a key; a text has ${most} characters at most.`,
  ),
  "push.too-many": row(
    "TooManyBuilds",
    "quayside",
    ({ most }: { most: number }) => `Quayside keeps ${most} builds of a repository.`,
  ),
} as const;

/** Refuses with a row of the table of our own operations. */
export const refuse = refuserOf(QUAYSIDE_REFUSALS);
