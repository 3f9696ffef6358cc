/** Conditions about services: what they were, that they came to a steady state, what they said, which tasks they replaced. */

import { isRecord } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, RowStory } from "../history.ts";
import { joinTexts, type Text } from "../text.ts";
import { matchesStop, type StopMatch } from "./task-stop.ts";
import { isOver, seconds, type TaskStory, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

export type ServiceRow = RowIn<"services">;
type ServiceStory = RowStory<ServiceRow>;

/** Which services a check means. What is left out does not matter. */
export interface ServiceMatch {
  /** Name of the service. */
  readonly service?: string;
  /** Name of its cluster. */
  readonly cluster?: string;
  readonly schedulingStrategy?: ServiceRow["schedulingStrategy"];
  /** Family of a task definition that it has rolled out, or of the deployment that is meant. */
  readonly family?: string;
}

/** Every service that fits, in the order of creation; those that are gone included. */
export function servicesMatching(view: CheckView, match: ServiceMatch): ServiceStory[] {
  const { service, cluster, schedulingStrategy, family } = match;
  return view.history
    .stories("services")
    .filter(({ latest: { row } }) => service === undefined || row.serviceName === service)
    .filter(({ latest: { row } }) => cluster === undefined || row.clusterArn.endsWith(`:cluster/${cluster}`))
    .filter(({ latest: { row } }) => schedulingStrategy === undefined || row.schedulingStrategy === schedulingStrategy)
    .filter(({ key }) => family === undefined || hasRolledOut(view, key, family));
}

function hasRolledOut(view: CheckView, serviceArn: string, family: string): boolean {
  return view.history
    .stories("serviceRevisions")
    .some(({ latest: { row } }) => row.serviceArn === serviceArn && row.taskDefinitionArn.includes(`/${family}:`));
}

/** Passes when a service that fits was like this at some moment. */
export function serviceReached(
  match: ServiceMatch & { readonly status?: ServiceRow["status"]; readonly desiredCount?: number },
): Condition {
  return (view) => {
    const stories = servicesMatching(view, match);
    for (const { versions } of stories) {
      const found = versions.find(({ row }) => isLike(row, match));
      if (found !== undefined) {
        const { serviceName, status, desiredCount } = found.row;
        return passed(say("serviceReached", serviceName, status, desiredCount), [found.seq]);
      }
    }
    return failed(...howItStands(view, stories));
  };
}

function isLike(row: ServiceRow, wanted: { readonly status?: string; readonly desiredCount?: number }): boolean {
  if (wanted.status !== undefined && row.status !== wanted.status) return false;
  return wanted.desiredCount === undefined || row.desiredCount === wanted.desiredCount;
}

/** Passes when a service that fits has come to a steady state: with so many RUNNING tasks, or with any number. */
export function serviceSteady(match: ServiceMatch & { readonly tasks?: number } = {}): Condition {
  const { tasks } = match;
  return (view) => {
    const stories = servicesMatching(view, match);
    const fitting = keysOf(stories);
    const steady = view.journal
      .filter((record) => isRecord(record, "SERVICE_STEADY"))
      .filter(({ subject }) => fitting.has(subject));
    const found = steady.find(({ facts }) => tasks === undefined || facts.desiredCount === tasks);
    if (found !== undefined) {
      return passed(say("serviceSteady", nameIn(stories, found.subject), found.facts.desiredCount), [found.seq]);
    }
    const [sentence, evidence] = howItStands(view, stories);
    if (tasks === undefined || stories.length === 0) return failed(sentence, evidence);
    return failed(joinTexts([sentence, say("steadyNeeded", tasks)]), evidence);
  };
}

/** Passes when a service that fits has said this: a part of an event's message, or a pattern for it. */
export function serviceSaid(match: ServiceMatch & { readonly text: string | RegExp }): Condition {
  const { text } = match;
  return (view) => {
    const stories = servicesMatching(view, match);
    if (stories.length === 0) return failed(...howItStands(view, stories));
    const fitting = keysOf(stories);
    const said = view.journal
      .filter((record) => isRecord(record, "SERVICE_EVENT"))
      .filter(({ subject }) => fitting.has(subject));
    const found = said.find(({ facts: { message } }) =>
      typeof text === "string" ? message.includes(text) : text.test(message),
    );
    if (found !== undefined) return passed(say("serviceSaid", found.facts.message), [found.seq]);
    const newest = said.at(-1);
    if (newest === undefined) return failed(say("nothingSaid", stories.map(nameOf).join(", ")));
    return failed(say("otherSaid", newest.facts.message), [newest.seq]);
  };
}

/** Which tasks of services were replaced. */
export type ReplacedMatch = ServiceMatch &
  Omit<StopMatch, "service" | "cluster"> & {
    /** The task that came for it was RUNNING. */
    readonly running?: boolean;
  };

/** Passes when a task of a service stopped in this way, not by its service, and the service has started another one since. */
export function taskReplaced(match: ReplacedMatch = {}): Condition {
  return (view) => {
    const stories = servicesMatching(view, match);
    if (stories.length === 0) return failed(...howItStands(view, stories));
    let newest: { service: ServiceStory; task: TaskStory } | undefined;
    for (const service of stories) {
      const tasks = tasksOf(view, service.key);
      for (const task of tasks.filter((each) => isLost(each) && matchesStop(view, each, stopOf(match)))) {
        newest = { service, task };
        const next = successorOf(tasks, task, match.running ?? false);
        if (next !== undefined) return passed(replaced(service, task, next.story), [stopSeqOf(task), next.seq]);
      }
    }
    if (newest === undefined) return failed(say("nothingToReplace", stories.map(nameOf).join(", ")));
    const { service, task } = newest;
    return failed(say("notReplaced", titleOf(task.latest.row), nameOf(service)), [stopSeqOf(task)]);
  };
}

/** What must hold of the task alone. */
function stopOf({ service: _service, cluster: _cluster, running: _running, ...stop }: ReplacedMatch): StopMatch {
  return stop;
}

/** A task that is over, and not because its service wanted it to be. */
function isLost(story: TaskStory): boolean {
  return isOver(story) && story.latest.row.stopCode !== "ServiceSchedulerInitiated";
}

function stopSeqOf({ versions, latest }: TaskStory): number {
  return (versions.find(({ row }) => row.desiredStatus === "STOPPED") ?? latest).seq;
}

/** The first task that its service created after it was over or told to stop, and the record that shows it. */
function successorOf(tasks: readonly TaskStory[], gone: TaskStory, running: boolean) {
  for (const story of tasks) {
    const created = story.versions[0]?.seq ?? story.latest.seq;
    if (created < stopSeqOf(gone)) continue;
    const seq = running ? story.versions.find(({ row }) => row.lastStatus === "RUNNING")?.seq : created;
    if (seq !== undefined) return { story, seq };
  }
  return undefined;
}

function replaced(service: ServiceStory, gone: TaskStory, next: TaskStory): Text {
  const { row } = gone.latest;
  const after = seconds(next.latest.row.spec.createdAtMs - (row.stoppedAtMs ?? row.stoppingAtMs ?? 0));
  const stopCode = row.stopCode ?? "-";
  return say("taskReplaced", {
    title: titleOf(row),
    stopCode,
    service: nameOf(service),
    next: titleOf(next.latest.row),
    after,
  });
}

function keysOf(stories: readonly ServiceStory[]): ReadonlySet<string> {
  return new Set(stories.map(({ key }) => key));
}

function nameOf({ latest }: ServiceStory): string {
  return latest.row.serviceName;
}

function nameIn(stories: readonly ServiceStory[], key: string): string {
  const story = stories.find((each) => each.key === key);
  return story === undefined ? "" : nameOf(story);
}

/** Tasks that the service has started, in the order of creation. */
function tasksOf(view: CheckView, serviceArn: string): readonly TaskStory[] {
  return view.history.grouped("tasks", serviceArnOf).get(serviceArn) ?? [];
}

function serviceArnOf({ spec }: RowIn<"tasks">): string {
  return spec.serviceArn ?? "";
}

/** How the newest service that is meant stands, or that there is none. */
export function howItStands(view: CheckView, stories: readonly ServiceStory[]): [sentence: Text, evidence: number[]] {
  const newest = stories.at(-1);
  if (newest !== undefined) {
    const { serviceName, status, desiredCount, isSteady } = newest.latest.row;
    const there = tasksOf(view, newest.key).filter((story) => !isOver(story));
    const running = there.filter(({ latest }) => latest.row.lastStatus === "RUNNING").length;
    return [say("serviceIs", { serviceName, status, desiredCount, running, isSteady }), [newest.latest.seq]];
  }
  const names = [...new Set(view.history.stories("services").map(nameOf))].join(", ");
  return [names === "" ? say("noService") : say("noSuchService", names), []];
}
