/** Conditions about container instances and the machines below them, judged over their whole history. */

import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, RowStory, RowVersion } from "../history.ts";
import { joinTexts, type Text } from "../text.ts";
import { tells, type Why } from "./causes.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

type InstanceRow = RowIn<"containerInstances">;
type MachineRow = RowIn<"ec2Instances">;

/** Which moments of a container instance are meant. What is left out does not matter. */
export interface InstanceMatch {
  /** Name of the cluster. */
  readonly cluster?: string;
  readonly status?: InstanceRow["status"];
  /** Whether its agent was connected. */
  readonly connected?: boolean;
  /** No task was meant to run on it any more, although one had been before. */
  readonly emptied?: boolean;
  /** Attributes that it had; null: whatever the value. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly instanceType?: string;
  /** Lines of the agent's configuration that its user data wrote. */
  readonly agentConfiguration?: Readonly<Record<string, string>>;
  /** At least so many tasks were RUNNING on it. */
  readonly runningTasks?: number;
  /** Its machine was launched after the story had begun; those that a scenario provides run from the first. */
  readonly registeredByYou?: boolean;
}

/** Passes when so many different container instances, by default one, have each been like this at some moment. */
export function instanceReached(match: InstanceMatch & { readonly count?: number }): Condition {
  const { count = 1 } = match;
  return (view) => {
    const stories = instancesOf(view, match);
    const found = stories.flatMap((story) => story.versions.find((version) => fits(view, story, version, match)) ?? []);
    if (found.length >= count) {
      return passed(
        joined(found.slice(0, count).map(({ row }) => row)),
        found.slice(0, count).map(({ seq }) => seq),
      );
    }
    const newest = stories
      .map(({ latest }) => latest)
      .toSorted((a, b) => a.seq - b.seq)
      .at(-1);
    if (newest === undefined) {
      return failed(say("noInstance"));
    }
    const said = sentenceOf(newest.row);
    return failed(count > 1 ? joinTexts([said, say("soMany", found.length, count)]) : said, [newest.seq]);
  };
}

/** Which moments of an EC2 instance are meant. What is left out does not matter. */
export interface MachineMatch {
  readonly state?: MachineRow["state"];
  readonly instanceType?: string;
  /** Why its agent could not register. */
  readonly why?: Why;
  /** It was launched after the story had begun. */
  readonly launchedByYou?: boolean;
}

/** Passes when an EC2 instance was like this at some moment. */
export function machineReached(match: MachineMatch): Condition {
  return (view) => {
    const stories = view.history.stories("ec2Instances").filter(({ versions }) => {
      const first = versions[0]?.row;
      return match.launchedByYou === undefined || (first?.state === "pending") === match.launchedByYou;
    });
    for (const { versions } of stories) {
      const found = versions.find(({ row }) => machineFits(row, match) && isToldOf(view, versions, row, match));
      if (found !== undefined) return passed(machineSentence(found.row), [found.seq]);
    }
    const newest = stories.at(-1)?.latest;
    if (newest === undefined) return failed(say("noMachine"));
    return failed(machineSentence(newest.row), [newest.seq]);
  };
}

function instancesOf(view: CheckView, { cluster, registeredByYou }: InstanceMatch): RowStory<InstanceRow>[] {
  return view.history.stories("containerInstances").filter(({ latest }) => {
    const isHere = cluster === undefined || latest.row.spec.clusterArn.endsWith(`/${cluster}`);
    return isHere && (registeredByYou === undefined || wasLaunched(view, latest.row) === registeredByYou);
  });
}

function fits(
  view: CheckView,
  { versions }: RowStory<InstanceRow>,
  { row, seq }: RowVersion<InstanceRow>,
  match: InstanceMatch,
): boolean {
  const { status, connected, emptied, attributes = {}, instanceType, agentConfiguration = {}, runningTasks } = match;
  if (status !== undefined && row.status !== status) return false;
  if (connected !== undefined && row.agentConnected !== connected) return false;
  const configured = Object.entries(agentConfiguration);
  if (!configured.every(([name, value]) => row.spec.agentConfiguration[name] === value)) return false;
  if (runningTasks !== undefined && row.runningTasksCount < runningTasks) return false;
  if (emptied === true) {
    const hadTasks = versions.some((version) => version.seq < seq && taskCount(version.row) > 0);
    if (!hadTasks || taskCount(row) > 0) return false;
  }
  if (instanceType !== undefined && machineOf(view, row)?.instanceType !== instanceType) return false;
  return Object.entries(attributes).every(([name, value]) => {
    const own = row.attributes[name];
    return own !== undefined && (value === null || own === value);
  });
}

function taskCount({ tasksByGroup }: InstanceRow): number {
  return Object.values(tasksByGroup).reduce((sum, count) => sum + count, 0);
}

function wasLaunched(view: CheckView, { spec }: InstanceRow): boolean {
  return view.history.story("ec2Instances", spec.ec2InstanceId)?.versions[0]?.row.state === "pending";
}

function machineOf(view: CheckView, { spec }: InstanceRow): MachineRow | undefined {
  return view.history.story("ec2Instances", spec.ec2InstanceId)?.latest.row;
}

function joined(rows: readonly InstanceRow[]): Text {
  return joinTexts(rows.map(sentenceOf));
}

/** What an instance is, as a check says it: status, agent, tasks, and the attributes that people gave it. */
function sentenceOf(row: InstanceRow): Text {
  const { spec, status, agentConnected } = row;
  const own = Object.entries(row.attributes).filter(([name]) => !/^(com\.amazonaws\.)?ecs\./.test(name));
  const attributes = own.map(([name, value]) => (value === null ? name : `${name}=${value}`)).join(", ");
  const carries = attributes === "" ? "" : ` ${attributes}.`;
  const tasks = taskCount(row);
  const name = `${spec.ec2InstanceId} (${spec.availabilityZone})`;
  return say("instance", { name, status, agentConnected, tasks, carries });
}

/** The words of a problem stay in the row until the agent tries again; the record that brought them tells the cause. */
function isToldOf(
  view: CheckView,
  versions: readonly RowVersion<MachineRow>[],
  { agentProblem }: MachineRow,
  { why }: MachineMatch,
): boolean {
  if (why === undefined) return true;
  if (agentProblem === undefined) return false;
  return versions.some(({ row, seq }) => row.agentProblem === agentProblem && tells(view, seq, why));
}

function machineFits(row: MachineRow, { state, instanceType }: MachineMatch): boolean {
  if (state !== undefined && row.state !== state) return false;
  return instanceType === undefined || row.instanceType === instanceType;
}

function machineSentence({ instanceId, instanceType, state, agentProblem }: MachineRow): Text {
  const problem = agentProblem === undefined ? "" : ` ${agentProblem}.`;
  return say("machine", instanceId, instanceType, state, problem);
}
