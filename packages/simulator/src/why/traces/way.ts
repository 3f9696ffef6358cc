/** How an agent gets to a registry, a service or a mount target, or where the way ends, in a phrase: the last hop decides. */

import type { TaskRow } from "../../model/ecs.ts";
import type { Hop } from "../../model/hop.ts";
import type { AwsServiceName } from "../../network/aws-services.ts";
import { reaches } from "../../network/hop.ts";
import { standingOfAgent, standingOfContainers } from "../../network/standing.ts";
import { INTERNET, wayToInternet, wayToService } from "../../network/way-out.ts";
import { wayToMountTarget } from "../../network/way-to-mount-target.ts";
import type { Past } from "../past.ts";
import { phrase, type Words } from "../phrases.ts";

/** The way from where the agent of a task stands, as the network was then. */
export function wayWords({ tables }: Past, task: TaskRow, goal: AwsServiceName | "internet"): Words {
  const from = standingOfAgent(tables, task);
  const packet = { protocol: "tcp", port: 443, peer: { address: INTERNET } } as const;
  const hops = goal === "internet" ? wayToInternet(tables, from, packet) : wayToService(tables, from, goal);
  const last = hops.at(-1);
  return last === undefined ? "" : hopWords(last);
}

/** The way to the mount targets of these file systems in the task's zone: the first that is closed, else the first. */
export function mountWords({ tables }: Past, task: TaskRow, fileSystemIds: readonly string[]): Words {
  const from = standingOfContainers(tables, task);
  const targets = fileSystemIds.flatMap((id) => tables.fileSystems.get(id)?.mountTargets ?? []);
  const ways = targets
    .filter(({ availabilityZone }) => availabilityZone === task.spec.availabilityZone)
    .map((target) => wayToMountTarget(tables, from, target));
  const last = (ways.find((hops) => !reaches(hops)) ?? ways[0])?.at(-1);
  return last === undefined ? "" : hopWords(last);
}

/** What one place does with a packet. */
export function hopWords({ kind, why, id = "", sentence }: Hop): Words {
  switch (why) {
    case "no-rule":
      return phrase(kind === "egress" ? "hop-not-let-out" : "hop-not-let-in", { id });
    case "rule":
      return phrase(kind === "egress" ? "hop-let-out" : "hop-let-in", { id });
    case "no-route":
      return phrase("hop-no-route", { id });
    case "blackhole":
      return phrase("hop-blackhole", { id });
    case "no-public-address":
      return phrase("hop-no-public-address", { id });
    case "nat-without-internet":
      return phrase("hop-nat-nowhere", { id });
    case "public-address":
      return phrase("hop-gateway", { id });
    case "translated":
      return phrase("hop-nat", { id });
    case "gateway":
    case "interface":
      return phrase("hop-endpoint", { id });
    default:
      return sentence;
  }
}
