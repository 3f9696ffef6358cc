/** What happens to traffic, in one sentence each, by record kind. */
import type { TrafficRecords } from "./model/records/traffic.ts";
import type { Sentences } from "./model/records.ts";
import type { Loss, Profile } from "./model/traffic.ts";

/** Kinds of records about traffic. */
export type TrafficKind = keyof TrafficRecords;

export const TRAFFIC_SENTENCES: Sentences<TrafficKind> = {
  FLOW_STARTED: ({ loadBalancerArn, profile }, { subject }) =>
    `${subject} sends requests to ${nameIn(loadBalancerArn)}: ${rateText(profile)}.`,
  FLOW_CHANGED: ({ loadBalancerArn, profile }, { subject }) =>
    `${subject} sends requests to ${nameIn(loadBalancerArn)} in another way from now on: ${rateText(profile)}.`,
  FLOW_STOPPED: (_, { subject }) => `${subject} sends no more requests.`,
  LOSSES_BEGAN: ({ end, at }) => `Requests to ${nameIn(at)} are being lost: ${LOST[end]}.`,
  LOSSES_ENDED: ({ end, at }) => `No request to ${nameIn(at)} has been lost in this way for a minute: ${LOST[end]}.`,
  SERVING_CHANGED: ({ changes }) =>
    Object.keys(changes).length === 0
      ? "The container's program serves requests again as it did at first."
      : `The container's program serves requests otherwise from now on: ${Object.entries(changes)
          .map(([what, value]) => `${what} ${value}`)
          .join(", ")}.`,
};

const LOST: Readonly<Record<Loss, string>> = {
  target5xx: "the program answers with an error of its own",
  rejected: "the program's queue is full",
  refused502: "502, the target is registered and nothing listens there",
  cut502: "502, the connection ended before the answer came",
  none503: "503, the target group has no target",
  timeout504: "504, no answer came in time",
  unreached: "clients do not come through to the load balancer",
};

function rateText(profile: Profile): string {
  switch (profile.kind) {
    case "constant":
      return `${profile.perSecond} a second`;
    case "daily":
      return `${profile.perSecond} a second on average, more by day than by night`;
    case "recorded":
      return `as recorded, up to ${Math.max(...profile.perSecond)} a second`;
    case "ramp":
      return `from ${profile.perSecond} up or down to ${profile.toPerSecond} a second`;
    case "spike":
      return `${profile.perSecond} a second, and ${profile.toPerSecond} for a while`;
  }
}

/** `web` of a target group's ARN, `shop` of a load balancer's. */
function nameIn(arn: string): string {
  const parts = arn.slice(arn.lastIndexOf(":") + 1).split("/");
  return parts[parts.length - 2] ?? arn;
}
