/** What happens to services and their deployments, in one sentence each, by record kind. */
import type { ServiceRecords } from "./model/records/services.ts";
import type { Sentences } from "./model/records.ts";
import {
  BOUND_WORDS,
  type ServiceAct,
  type ServiceDecision,
  type ServiceMotive,
  type ServiceTargetActs,
} from "./model/service-decision.ts";

/** Kinds of records about services. */
export type ServiceKind = keyof ServiceRecords;

const last = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

const MOTIVES: { readonly [Motive in ServiceMotive]: string } = {
  "scale-out": "fewer run than are wanted",
  "scale-in": "more run than are wanted",
  rollout: "a new revision is rolled out",
  replace: "others are unhealthy",
  daemon: "every instance that fits has one",
  drain: "their instance drains",
  deleted: "the service is deleted",
  rebalance: "the zones are uneven",
};

const actText = ({ does, count, motive }: ServiceAct): string =>
  `${does === "start" ? "starts" : "stops"} ${count} (${MOTIVES[motive]})`;

/** What it did with the targets of its tasks, in the order in which it did it. */
function targetTexts({ deregistered = 0, drained = 0, registered = 0 }: Partial<ServiceTargetActs> = {}): string[] {
  return [
    ...(deregistered > 0 ? [`deregisters the targets of ${deregistered}`] : []),
    ...(drained > 0 ? [`lets the containers of ${drained} that drained stop`] : []),
    ...(registered > 0 ? [`registers the targets of ${registered}`] : []),
  ];
}

/** What a beat of the scheduler came to, in words. */
function decisionText({ desired, healthy, total, acts, targets, bounds }: ServiceDecision): string {
  const seen = `The service scheduler saw ${healthy} healthy of ${total}, ${desired} wanted`;
  const done = [...targetTexts(targets), ...acts.map(actText)];
  const does = done.length === 0 ? "it does nothing" : `it ${done.join(" and ")}`;
  const held = bounds.length === 0 ? "" : `: ${bounds.map((bound) => BOUND_WORDS[bound]).join("; ")}`;
  return `${seen}; ${does}${held}.`;
}

export const SERVICE_SENTENCES: Sentences<ServiceKind> = {
  SERVICE_CREATED: ({ desiredCount }, { subject }) =>
    `The service ${last(subject)} was created; it is to keep ${desiredCount} tasks running.`,
  SERVICE_UPDATED: ({ changed }, { subject }) =>
    changed.length === 0
      ? `The service ${last(subject)} stays as it is.`
      : `The service ${last(subject)} was changed: ${changed.join(", ")}.`,
  SERVICE_DELETE_REQUESTED: ({ force }, { subject }) =>
    `The service ${last(subject)} is to be deleted${force ? ", with its tasks" : ""}: it is DRAINING.`,
  SERVICE_INACTIVE: (_, { subject }) => `The service ${last(subject)} is INACTIVE: no task of it is left.`,
  SERVICE_EXPIRED: (_, { subject }) => `ECS no longer shows the service ${last(subject)}.`,
  SERVICE_DECIDED: (facts) => decisionText(facts),
  SERVICE_RESTS: (_, { subject }) => `The scheduler looked at ${last(subject)} and has nothing to do.`,
  SERVICE_BAKES: ({ forMs }) =>
    `As many tasks are healthy as are needed; the deployment is watched for ${forMs / 60_000} min before it counts as completed.`,
  SERVICE_STEADY: ({ desiredCount }, { subject }) =>
    desiredCount === 0
      ? `${last(subject)} wants no tasks, and none is meant to run any more: a steady state.`
      : `${last(subject)} has ${desiredCount === 1 ? "its task, which is" : `its ${desiredCount} tasks, all of them`} healthy: a steady state.`,
  SERVICE_EVENT: ({ message }) => `Event: ${message}`,
  DEPLOYMENT_STARTED: ({ taskDefinitionArn }, { subject }) =>
    `Deployment ${subject} began, of ${last(taskDefinitionArn)}.`,
  DEPLOYMENT_COMPLETED: ({ enough }, { subject }) =>
    `Deployment ${subject} is COMPLETED${enough === undefined ? "" : `: by earlySuccessCriteria ${enough} healthy are enough`}.`,
  DEPLOYMENT_FAILED: ({ why, failedTasks, threshold, alarmNames, reason = "" }, { subject }) =>
    ({
      breaker: `Deployment ${subject} is FAILED: ${failedTasks} tasks failed, the circuit breaker allows fewer than ${threshold}.`,
      alarm: `Deployment ${subject} is FAILED: ${alarmNames.join(", ")} went into ALARM while it was going on.`,
      asked: `Deployment ${subject} is given up: StopServiceDeployment asked for a rollback.`,
      hook: `Deployment ${subject} is FAILED: ${reason}`,
      stage: `Deployment ${subject} is FAILED: ${reason}`,
      network: `Deployment ${subject} is FAILED: ${reason}`,
    })[why],
  ROLLBACK_STARTED: ({ from }, { subject }) => `The service goes back from ${from} to deployment ${subject}.`,
  STOP_DEPLOYMENT_REQUESTED: () => "The rollout is to be stopped and rolled back.",
  STAGE_ENTERED: ({ stage, isRollback, step, steps, testWeight, productionWeight, movesTraffic }) => {
    const at = steps > 1 && stage === "PRODUCTION_TRAFFIC_SHIFT" && !isRollback ? `, step ${step} of ${steps}` : "";
    const weights = movesTraffic
      ? `the new revision is to get ${testWeight} % of the test traffic and ${productionWeight} % of the production traffic`
      : "no load balancer: ECS moves no traffic";
    return `${isRollback ? "Going back" : "Stage"}: ${stage}${at}; ${weights}.`;
  },
  STAGE_WAITS: ({ stage, untilMs, waitsFor }) =>
    `${stage} ${waitsFor === "hooks" ? "waits for its hooks" : untilMs === undefined ? "goes no further" : "lasts on"}: the tasks are as they are to be.`,
  HOOK_CALLED: ({ stage, functionArn, invocation }) =>
    `${stage} calls its hook ${functionArn}${invocation === 1 ? "" : `, for the ${invocation}. time`}.`,
  HOOK_AWAITING_ACTION: ({ stage, hookId }) =>
    `${stage} pauses: ContinueServiceDeployment with ${hookId} goes on or rolls back.`,
  HOOK_ANSWERED: ({ stage, functionArn, answer }) =>
    answer === "NO_STATUS"
      ? `The hook ${functionArn} of ${stage} answered without a hookStatus.`
      : `The hook ${functionArn} of ${stage} answered ${answer}.`,
  HOOK_TIMED_OUT: ({ stage, timeoutAction }) =>
    `A hook of ${stage} did not end in time: ${timeoutAction === "CONTINUE" ? "the deployment goes on" : "the deployment is rolled back"}.`,
  HOOK_CONTINUED: ({ stage, action }) =>
    action === "CONTINUE"
      ? `The pause of ${stage} is over: it goes on.`
      : `The pause of ${stage} is over: it rolls back.`,
  HOOK_DECLARED: ({ answers, seconds }, { subject }) =>
    `The function ${subject} is to answer ${answers.join(", then ")}, ${seconds} s after each call.`,
  TASK_SET_CREATED: ({ taskDefinitionArn, scale }, { subject }) =>
    `Task set ${subject} was created, of ${last(taskDefinitionArn)}, with ${scale} % of what its service wants.`,
  TASK_SET_SCALED: ({ scale }, { subject }) => `Task set ${subject} is to have ${scale} % of what its service wants.`,
  TASK_SET_MADE_PRIMARY: (_, { subject }) => `Task set ${subject} is PRIMARY now.`,
  TASK_SET_DELETE_REQUESTED: ({ force }, { subject }) =>
    `Task set ${subject} is to be deleted${force ? ", with its tasks" : ""}: it is DRAINING.`,
  TASK_SET_STABILITY_CHANGED: ({ stabilityStatus }, { subject }) => `Task set ${subject} is ${stabilityStatus}.`,
  TASK_SET_GONE: (_, { subject }) => `Task set ${subject} is gone: no task of it is left.`,
  TASK_PROTECTION_CHANGED: ({ expiresAtMs }, { subject }) =>
    expiresAtMs === undefined
      ? `Task ${last(subject)} is no longer protected from scale-in.`
      : `Task ${last(subject)} is protected from scale-in and deployments for a while.`,
};
