/** Conditions about targets of load balancers: what they were, whose port they are, how many were so at the same moment. */
import type { CheckView, Condition } from "../condition.ts";
import type { RowIn } from "../history.ts";
import type { Text } from "../text.ts";
import { eventually } from "./moments.ts";
import { matchesTask, type TaskMatch } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

type TargetRow = RowIn<"targets">;

/** Which targets a check means. What is left out does not matter. */
export interface TargetMatch {
  /** Name of the target group. */
  readonly group?: string;
  readonly targetType?: RowIn<"targetGroups">["targetType"];
  /** The task that a service has registered; false: a person has registered it. */
  readonly task?: TaskMatch | false;
  readonly port?: number;
  readonly state?: TargetRow["state"];
  /** Code of the reason, such as `Target.ResponseCodeMismatch`. */
  readonly reason?: TargetRow["reason"];
}

/** Passes when a target that fits was like this at some moment. */
export function targetReached(match: TargetMatch): Condition {
  return (view) => {
    for (const { versions } of view.history.stories("targets")) {
      const found = versions.find(({ row }) => fits(view, row, match));
      if (found !== undefined) return passed(targetText(view, found.row), [found.seq]);
    }
    return failed(...howTargetsStand(view, match));
  };
}

/**
 * Passes when so many targets that fit were there at the same moment.
 * `onOne`: at least so many of them were ports of the same address or instance.
 */
export function targetsTogether(match: TargetMatch & { readonly count: number; readonly onOne?: number }): Condition {
  const { count, onOne = 1 } = match;
  return (view) => {
    const [otherwise, evidence] = howTargetsStand(view, match);
    const verdict = eventually({
      holds: ({ rows }) => {
        const fitting = rows("targets").filter((row) => fits(view, row, match));
        const places = Map.groupBy(fitting, ({ id }) => id);
        const most = Math.max(0, ...[...places.values()].map(({ length }) => length));
        if (fitting.length < count || most < onOne) return undefined;
        return say("targetsTogether", fitting.map(({ id, port, state }) => `${id}:${port} ${state}`).join(", "));
      },
      otherwise,
    })(view);
    return verdict.passed ? verdict : failed(verdict.observed, evidence);
  };
}

function fits(view: CheckView, row: TargetRow, { group, targetType, task, port, state, reason }: TargetMatch): boolean {
  const its = view.history.story("targetGroups", row.targetGroupArn)?.latest.row;
  if (group !== undefined && its?.targetGroupName !== group) return false;
  if (targetType !== undefined && its?.targetType !== targetType) return false;
  if (port !== undefined && row.port !== port) return false;
  if (state !== undefined && row.state !== state) return false;
  if (reason !== undefined && row.reason !== reason) return false;
  return task === undefined || isOf(view, row, task);
}

function isOf(view: CheckView, { taskArn }: TargetRow, wanted: TaskMatch | false): boolean {
  if (wanted === false || taskArn === undefined) return wanted === false && taskArn === undefined;
  const task = view.history.story("tasks", taskArn)?.latest.row;
  return task !== undefined && matchesTask(view, task, wanted);
}

/** How the newest target that could be meant stands, or that there is none. */
function howTargetsStand(view: CheckView, match: TargetMatch): [sentence: Text, evidence: number[]] {
  const { state: _state, reason: _reason, ...lasting } = match;
  const stories = view.history.stories("targets");
  const newest = stories.findLast(({ latest }) => fits(view, latest.row, lasting));
  if (newest !== undefined) return [targetText(view, newest.latest.row), [newest.latest.seq]];
  return [say(stories.length === 0 ? "noTarget" : "noSuchTarget"), []];
}

function targetText(view: CheckView, { targetGroupArn, id, port, state, reason }: TargetRow): Text {
  const group = view.history.story("targetGroups", targetGroupArn)?.latest.row.targetGroupName ?? "";
  return say("target", { group, name: `${id}:${port}`, state, reason });
}
