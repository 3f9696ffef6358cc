/**
 * The words of the tables behind "why?", in English; other languages bring a table of the same shape. AWS's own words
 * (names of fields, statuses, messages, ids) are plain strings in a table's cells and are never translated.
 */

import { BOUND_WORDS, type ServiceAct, type ServiceDecision } from "../model/service-decision.ts";

/** A phrase with what it is filled in with. */
export interface Phrase {
  readonly phrase: PhraseName;
  readonly facts: object;
}

/** What stands in a cell: a phrase of ours, or a text as AWS or the learner wrote it. */
export type Words = Phrase | string;

type Bounds = Pick<ServiceDecision, "desired" | "lower" | "upper" | "bounds">;

interface Asked {
  readonly protocol: string;
  readonly path: string;
  readonly matcher: string;
}

interface Id {
  readonly id: string;
}

/** Every phrase in English, as a function of what it is filled in with. */
export const ENGLISH = {
  // What the rows and columns are
  subnet: () => "Subnet",
  zone: () => "Zone",
  "free-addresses": () => "Free addresses",
  "way-out": () => "To the internet",
  check: () => "Check",
  found: () => "Found",
  container: () => "Container",
  condition: () => "Condition",
  state: () => "State",
  sigterm: () => "SIGTERM",
  grace: () => "Grace",
  end: () => "End",
  question: () => "Question",
  answer: () => "Answer",
  place: () => "Place",
  message: () => "Message",
  // Placement
  "placement-title": () => "Where the task was placed",
  "only-subnet": () => "The request named one subnet only.",
  "drawn-by-lot": ({ count }: { count: number }) =>
    `Drawn by lot among the ${count} subnets of the request. AWS says that Fargate spreads tasks over them, not how.`,
  "no-address-left": () => "The subnet had no free address for the task's network interface.",
  "by-nat": () => "through the NAT gateway",
  "by-gateway": () => "through the internet gateway, with a public address",
  "gateway-without-address": () => "there is an internet gateway, but the task has no public address",
  "no-way-out": () => "no route",
  // Placement on container instances
  instance: () => "Instance",
  status: () => "Status",
  agent: () => "Agent",
  attributes: () => "Attributes",
  cpu: () => "CPU",
  memory: () => "Memory",
  "host-ports": () => "Host ports",
  gpus: () => "GPUs",
  interfaces: () => "Network interfaces",
  "distinct-instance": () => "distinctInstance",
  "member-of": ({ expression }: { expression: string }) => `memberOf ${expression}`,
  wish: ({ wish }: { wish: string }) => wish,
  "wants-and-has": ({ needed, left }: { needed: number; left: number }) => `needs ${needed}, has ${left}`,
  "agent-connected": () => "connected",
  "agent-disconnected": () => "disconnected",
  drawn: () => "drawn",
  "not-drawn": () => "not drawn",
  "has-all": () => "all there",
  lacks: ({ names }: { names: string }) => `lacks ${names}`,
  "ports-free": () => "free",
  "ports-taken": ({ ports }: { ports: string }) => `taken: ${ports}`,
  "tasks-of-group": ({ count }: { count: number }) => `${count} of the group`,
  satisfied: () => "satisfied",
  unsatisfied: () => "unsatisfied",
  "more-instances": ({ count }: { count: number }) => `${count} more`,
  "nobody-fits": () => "No container instance can take the task: RunTask answers with a failure for each ACTIVE one.",
  "nobody-fits-service": () =>
    "No container instance can take the task: the service says so in an event, once, and tries again.",
  "only-one-fits": () => "Only one container instance can take the task; strategies are not asked.",
  "instance-by-lot": ({ count }: { count: number }) => `Drawn by lot among the ${count} that were left.`,
  "wish-decided": ({ wish }: { wish: string }) => `${wish} decided: the lowest number wins.`,
  "first-registered": ({ count }: { count: number }) =>
    `${count} were equal to the end: the one that registered first gets the task. AWS documents no rule for ties.`,
  // Ways out
  "hop-not-let-out": ({ id }: Id) => `no egress rule of ${id} lets it out`,
  "hop-not-let-in": ({ id }: Id) => `no ingress rule of ${id} lets it in`,
  "hop-let-out": ({ id }: Id) => `${id} lets it out`,
  "hop-let-in": ({ id }: Id) => `${id} lets it in`,
  "hop-no-route": ({ id }: Id) => `no route in ${id}`,
  "hop-blackhole": ({ id }: Id) => `${id} leads to something that is gone (blackhole)`,
  "hop-no-public-address": ({ id }: Id) => `${id} has no public address for it`,
  "hop-nat-nowhere": ({ id }: Id) => `${id} itself has no way to the internet`,
  "hop-gateway": ({ id }: Id) => `through ${id}, with its public address`,
  "hop-nat": ({ id }: Id) => `through ${id}`,
  "hop-endpoint": ({ id }: Id) => `through ${id}`,
  // Pulls and what comes before them
  "pull-title": ({ image }: { image: string }) => `The pull of ${image}`,
  "fetch-title": ({ service }: { service: string }) => `What the agent asked ${service} for`,
  "check-route": () => "Is there a way to it?",
  "check-registry": () => "Does the registry answer?",
  "check-access": () => "Does it let the task in?",
  "check-image": () => "Is the image there?",
  "check-platform": () => "Is it built for this platform?",
  "check-role": () => "Is there an execution role?",
  "check-permission": () => "May the role do it?",
  "check-thing": ({ service }: { service: string }): string =>
    service === "Amazon EFS" ? "Does it exist?" : "Is it there?",
  "check-decryption": () => "May it be decrypted?",
  "check-content": () => "Can its content be used?",
  "check-target": () => "A mount target in the task's zone?",
  "check-port": () => "Does it answer on port 2049?",
  "check-entry": () => "Does the file system let the task in?",
  "check-directory": () => "Is the root directory there?",
  "mounts-unnamed": () => "without iam: nobody in particular",
  "mounts-as": ({ role }: { role: string }) => `with iam, as the task role ${role}`,
  "mounts-without-role": () => "with iam, but the task has no task role",
  "registry-silent": ({ host }: { host: string }) => `${host}: nobody answers`,
  "registry-broken": ({ host }: { host: string }) => `${host}: 503 Service Unavailable`,
  "registry-limits": ({ host }: { host: string }) => `${host}: too many pulls without a login`,
  "no-execution-role": () => "no execution role",
  "role-reads": ({ role }: { role: string }) => `with the execution role ${role}`,
  "by-credentials": () => "with repositoryCredentials",
  "login-wanted": () => "it wants a login, and the container names none",
  "open-to-all": () => "no login needed",
  "hub-unsaid": () => "Docker Hub does not say: there is no such repository, or it wants a login",
  "foreign-account": ({ account }: { account: string }) =>
    `it belongs to the account ${account}, of which nothing exists here but what is declared`,
  "not-in-catalogue": ({ image }: { image: string }) =>
    `not known: only the catalogue's images exist here, and ${image} is none of them. That is no mistake of yours; "quayside image" declares it`,
  "no-repository": ({ repository }: { repository: string }) => `there is no ${repository} that the task may see`,
  "image-there": ({ image, digest }: { image: string; digest: string }) => `${image} is ${digest}…`,
  "no-such-tag": ({ image, tags }: { image: string; tags: string }) =>
    `no ${image}; here the repository has ${tags}, and what is declared`,
  "platform-wanted": ({ wanted }: { wanted: string }) => `${wanted} wanted`,
  "platform-has": ({ wanted, has }: { wanted: string; has: string }) => `${wanted} wanted, ${has} there`,
  "under-way": () => "Under way: nothing is decided yet.",
  "all-passed": () => "Every check passed.",
  "first-failure-ends": () => "The first check that fails decides; what comes after it is never tried.",
  // Dependencies
  "dependency-title": ({ container }: { container: string }) => `What ${container} waits for`,
  "conditions-awaited": () => "The container is started once every condition is met.",
  "conditions-met": () => "Every condition is met.",
  "never-met": () => "A condition can never be met any more, so the container cannot start and the task ends.",
  pulling: () => "its image is pulled",
  "waits-itself": () => "waits itself",
  // Stops
  "stop-title": () => "How the task is stopped",
  "after-the-wish": ({ seconds }: { seconds: string }) => `after ${seconds} s`,
  seconds: ({ seconds }: { seconds: string }) => `${seconds} s`,
  "still-runs": () => "still tidies up",
  killed: ({ seconds }: { seconds: string }) => `SIGKILL after ${seconds} s: exitCode 137`,
  obeyed: ({ exitCode, seconds }: { exitCode: number; seconds: string }) => `exitCode ${exitCode} after ${seconds} s`,
  "never-ran": () => "never ran: dropped without a signal",
  "not-signalled": () => "no signal yet",
  "ended-before": ({ exitCode }: { exitCode: number }) => `exitCode ${exitCode}, before the stop`,
  "target-named": ({ target }: { target: string }) => `target ${target}`,
  "deregistered-after": ({ seconds }: { seconds: string }) => `deregistered after ${seconds} s`,
  "not-deregistered": () => "the service deregisters it at its next look",
  "target-drains": ({ seconds }: { seconds: string }) =>
    `drains for ${seconds} s more: until then the containers run on`,
  "target-drained": ({ seconds }: { seconds: string }) => `gone after ${seconds} s`,
  "asked-by-essential": () => "Nobody asked: ECS stops a task when an essential container has ended.",
  "asked-by-failure": () => "Nobody asked: ECS stops a task that cannot start.",
  "asked-by-call": ({ operation }: { operation: string }) => `You asked for it with ${operation}.`,
  "asked-by-ecs": ({ stopCode }: { stopCode: string }) => `ECS asked for it: ${stopCode}.`,
  "asked-by-service": ({ service }: { service: string }) => `The scheduler of service ${service} asked for it.`,
  // Services
  "decision-title": ({ service }: { service: string }) => `What the scheduler of ${service} saw and did`,
  deployment: () => "Deployment",
  "tasks-wanted": () => "Wanted",
  "tasks-running": () => "Running",
  "tasks-pending": () => "Pending",
  "tasks-healthy": () => "Healthy",
  "scheduler-does": () => "It does",
  "does-nothing": () => "nothing",
  "does-acts": ({ acts }: { acts: readonly ServiceAct[] }) =>
    acts.map(({ does, count }) => `${does === "start" ? "starts" : "stops"} ${count}`).join(", "),
  "decision-bounds": ({ desired, lower, upper, bounds }: Bounds) => {
    const held =
      bounds.length === 0 ? "" : ` What holds it back: ${bounds.map((bound) => BOUND_WORDS[bound]).join("; ")}.`;
    return `Of ${desired} wanted, ${lower} healthy tasks are the fewest and ${upper} tasks the most.${held}`;
  },
  "failures-title": ({ revision }: { revision: string }) => `Tasks of ${revision} that the circuit breaker counted`,
  task: () => "Task",
  "stop-code": () => "stopCode",
  "stopped-reason": () => "stoppedReason",
  "breaker-outcome": ({ failedTasks, threshold }: { failedTasks: number; threshold: number }) =>
    `failedTasks ${failedTasks}: the circuit breaker allows fewer than ${threshold}.`,
  // Exits and health
  "exit-title": ({ container }: { container: string }) => `What follows when ${container} ends`,
  "has-policy": () => "restartPolicy",
  enabled: () => "enabled",
  "not-enabled": () => "none",
  "task-wanted": () => "Is the task wanted? desiredStatus",
  "code-counts": () => "Does the exit code count?",
  "exit-code": ({ exitCode, ignored }: { exitCode: number; ignored: string }) =>
    `exitCode ${exitCode}; ignoredExitCodes: ${ignored === "" ? "none" : ignored}`,
  "ran-long": () => "Did it run long enough?",
  period: ({ seconds }: { seconds: number }) => `restartAttemptPeriod: ${seconds} s`,
  "is-essential": () => "Is it essential?",
  yes: () => "yes",
  no: () => "no",
  "starts-again": () => "The agent starts the container again; the task goes on.",
  "was-stopping": () => "The task was to stop anyway.",
  "task-will-stop": () => "An essential container that has ended ends the task.",
  "task-goes-on": () => "The task goes on without it.",
  "health-title": ({ container }: { container: string }) => `The health of ${container}`,
  probe: () => "The last probe",
  "start-period": () => "startPeriod",
  "still-in": ({ seconds }: { seconds: number }) => `${seconds} s: failures do not count yet`,
  over: ({ seconds }: { seconds: number }) => `${seconds} s: over`,
  "failed-in-a-row": () => "Failed in a row / retries",
  "health-is": ({ healthStatus, task }: { healthStatus: string; task: string }) =>
    `The container is ${healthStatus}, the task ${task}.`,
  // Targets
  "target-title": ({ target }: { target: string }) => `The health checks of ${target}`,
  "check-listener": () => "Does anybody listen there?",
  "check-asked": ({ protocol, path, matcher }: Asked) =>
    protocol === "TCP" ? "Is a TCP connection taken?" : `Does ${protocol} GET ${path} answer ${matcher}?`,
  "check-passed": () => "yes",
  "checks-in-a-row": () => "Checks in a row that decide",
  "check-pace": ({ needed, seconds }: { needed: number; seconds: number }) => `${needed}, every ${seconds} s`,
  "target-is": ({ state, description }: { state: string; description: string }) =>
    description === "" ? `The target is ${state}.` : `The target is ${state}: ${description}.`,
  // Refusals
  "refusal-title": () => "What the rules find in the definition",
  "one-finding": () => "It is all that stands in the way.",
  "first-of": ({ count }: { count: number }) =>
    `AWS names the first of ${count} only; the others come after it is mended.`,
  // Calls of EventBridge's rules
  "call-title": () => "What the rule's call of RunTask had to pass",
  "call-input": () => "Is the input a TaskOverride?",
  "call-trust": () => "May EventBridge assume the role?",
  "call-trusts": ({ role, services }: { role: string; services: string }) =>
    services === "" ? `${role}: there is no such role` : `${role} trusts ${services}`,
  "call-run": () => "May the role do ecs:RunTask with this definition?",
  "call-pass": () => "May the role hand this one over (iam:PassRole)?",
  "call-taken": () => "Does RunTask take the request?",
  "call-place": () => "Is there a place for every task?",
  "call-yes": () => "yes",
  "call-started": ({ count }: { count: number }) => `${count} started`,
  "call-lost": () =>
    "RunTask answered with failures. A rule calls once: nobody starts later what found no place, as a service would.",
  "call-untold": () =>
    "Nobody is told. The refusal stands in CloudTrail, in the metric FailedInvocations of the rule, and in its dead-letter queue if it has one.",
};

/** What a language has to say. */
export type PhraseTable = typeof ENGLISH;
export type PhraseName = keyof PhraseTable;
type FactsOf<Name extends PhraseName> = Parameters<PhraseTable[Name]>;

/** A phrase by its name, with its facts when it has any. */
export function phrase<Name extends PhraseName>(name: Name, ...[facts]: FactsOf<Name>): Phrase {
  return { phrase: name, facts: facts ?? {} };
}

/** The words as text, in English or in the language of another table. */
export function write(words: Words, table: PhraseTable = ENGLISH): string {
  if (typeof words === "string") return words;
  const say = table[words.phrase] as (facts: object) => string;
  return say(words.facts);
}
