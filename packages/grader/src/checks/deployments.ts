/** Conditions about deployments of services: completed, given up for a newer one, failed and why, rolled back. */

import { type FactsOf, isRecord } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, RowStory } from "../history.ts";
import { howItStands, type ServiceMatch, servicesMatching } from "./services.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

type DeploymentRow = RowIn<"deployments">;
type ServiceDeploymentRow = RowIn<"serviceDeployments">;
type DeploymentStory = RowStory<DeploymentRow>;

/** Which deployment is meant, and what became of it. What is left out does not matter. */
export interface DeploymentMatch extends ServiceMatch {
  /**
   * ROLLED_BACK: it failed, and the service is back at the deployment before, COMPLETED again. SUPERSEDED: a newer one took its
   * place before it was done.
   */
  readonly is: "COMPLETED" | "FAILED" | "ROLLED_BACK" | "SUPERSEDED";
  /** Why it failed: by the circuit breaker, by an alarm, because a call asked for it, or in a stage of a shift of traffic. */
  readonly why?: FactsOf<"DEPLOYMENT_FAILED">["why"];
  /** Revision of the task definition that it rolls out; its family is that of `family`. */
  readonly revision?: number;
  /** It rolls out the revision that the service had already. */
  readonly forced?: boolean;
  /** What the deployment configuration with which it began must be like. */
  readonly configured?: (configuration: ServiceDeploymentRow["deploymentConfiguration"]) => boolean;
}

/** Passes when such a deployment ended in this way. */
export function deploymentReached(match: DeploymentMatch): Condition {
  return (view) => {
    const services = servicesMatching(view, match);
    const stories = services.flatMap(({ key }) => deploymentsOf(view, key)).filter((story) => fits(view, story, match));
    for (const story of stories) {
      const evidence = evidenceOf(view, story, match);
      if (evidence !== undefined) return passed(say("deploymentReached", wordsOf(view, story), match.is), evidence);
    }
    const newest = stories.at(-1);
    if (newest === undefined) {
      if (services.length === 0) return failed(...howItStands(view, services));
      const begun = services.flatMap(({ key }) => deploymentsOf(view, key)).map((story) => revisionOf(view, story));
      return failed(say("noDeployment", begun.join(", ")));
    }
    return failed(say("deploymentIs", wordsOf(view, newest), match.is), [newest.latest.seq]);
  };
}

/** The records that show it; undefined: it is not so. */
function evidenceOf(view: CheckView, { key, latest }: DeploymentStory, match: DeploymentMatch): number[] | undefined {
  if (match.is === "COMPLETED") {
    const completed = view.journal.find(({ kind, subject }) => kind === "DEPLOYMENT_COMPLETED" && subject === key);
    return completed && [completed.seq];
  }
  if (match.is === "SUPERSEDED") {
    const stopped = historyOf(view, latest.row)?.versions.find(({ row }) => row.status === "STOPPED");
    return latest.row.rolloutState === "FAILED" ? undefined : stopped && [stopped.seq];
  }
  const fell = view.journal.find((record) => isRecord(record, "DEPLOYMENT_FAILED") && record.subject === key);
  if (!isRecord(fell, "DEPLOYMENT_FAILED")) return undefined;
  if (match.why !== undefined && fell.facts.why !== match.why) return undefined;
  if (match.is === "FAILED") return [fell.seq];
  const back = historyOf(view, latest.row)?.versions.find(({ row }) => row.status === "ROLLBACK_SUCCESSFUL");
  return back && [fell.seq, back.seq];
}

/** The entry of the service's history in which it was rolled out. */
function historyOf(view: CheckView, { deploymentId }: DeploymentRow): RowStory<ServiceDeploymentRow> | undefined {
  return view.history.stories("serviceDeployments").find(({ latest }) => latest.row.deploymentId === deploymentId);
}

function deploymentsOf(view: CheckView, serviceArn: string): readonly DeploymentStory[] {
  return view.history.grouped("deployments", serviceArnOf).get(serviceArn) ?? [];
}

function serviceArnOf({ serviceArn }: DeploymentRow): string {
  return serviceArn;
}

function fits(view: CheckView, story: DeploymentStory, match: DeploymentMatch): boolean {
  const { family, revision, forced, configured } = match;
  const name = revisionOf(view, story);
  if (family !== undefined && name.split(":")[0] !== family) return false;
  if (revision !== undefined && !name.endsWith(`:${revision}`)) return false;
  const row = historyOf(view, story.latest.row)?.latest.row;
  if (configured !== undefined && (row === undefined || !configured(row.deploymentConfiguration))) return false;
  if (forced === undefined) return true;
  const { serviceArn, number } = story.latest.row;
  const before = deploymentsOf(view, serviceArn).find(({ latest }) => latest.row.number === number - 1);
  return (before !== undefined && revisionOf(view, before) === name) === forced;
}

/** `family:revision` that it rolls out. */
function revisionOf(view: CheckView, { latest }: DeploymentStory): string {
  const row = view.history.story("serviceRevisions", latest.row.serviceRevisionArn)?.latest.row;
  return row?.taskDefinitionArn.split("/").at(-1) ?? "";
}

function wordsOf(view: CheckView, story: DeploymentStory) {
  const { serviceArn, status, rolloutState, failedTasks } = story.latest.row;
  const serviceName = view.history.story("services", serviceArn)?.latest.row.serviceName ?? "";
  return { serviceName, revision: revisionOf(view, story), status, rolloutState, failedTasks };
}
