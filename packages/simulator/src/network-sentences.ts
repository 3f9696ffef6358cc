/** What happens in a network, in one sentence each, by record kind. */

import type { NetworkRecords, RuleFacts } from "./model/records/network.ts";
import type { Sentences } from "./model/records.ts";

/** Sentences of the records that operations of EC2 on networks, and connection tests, leave. */
export const NETWORK_SENTENCES: Sentences<keyof NetworkRecords | "CONNECTION_TESTED"> = {
  CONNECTION_TESTED: ({ from, to, port, reaches, sentence }) =>
    `${from} ${reaches ? "reaches" : "does not reach"} ${to} on port ${port}. ${sentence}`,
  SECURITY_GROUP_CREATED: ({ groupName }) => `The security group ${groupName} was created: nobody in, everybody out.`,
  SECURITY_GROUP_DELETED: ({ groupName }) => `The security group ${groupName} was deleted.`,
  SECURITY_GROUP_RULES_ADDED: (facts, { subject }) => `${subject} now lets ${ruled(facts)}.`,
  SECURITY_GROUP_RULES_REMOVED: (facts, { subject }) => `${subject} no longer lets ${ruled(facts)}.`,
  ROUTE_CREATED: ({ destination, target }, { subject }) => `${subject} sends ${destination} to ${target}.`,
  ROUTE_REPLACED: ({ destination, target, before }, { subject }) =>
    `${subject} sends ${destination} to ${target} instead of ${before}.`,
  ROUTE_DELETED: ({ destination, target }, { subject }) => `${subject} no longer sends ${destination} to ${target}.`,
  NAT_GATEWAY_CREATED: ({ subnetId }, { subject }) => `NAT gateway ${subject} comes up in subnet ${subnetId}.`,
  NAT_GATEWAY_AVAILABLE: (_, { subject }) => `NAT gateway ${subject} is available.`,
  NAT_GATEWAY_DELETING: (_, { subject }) => `NAT gateway ${subject} is being deleted: routes to it lead nowhere.`,
  NAT_GATEWAY_DELETED: (_, { subject }) => `NAT gateway ${subject} is gone, and its address is free.`,
  NAT_GATEWAY_EXPIRED: (_, { subject }) => `EC2 no longer shows NAT gateway ${subject}.`,
  VPC_ENDPOINT_CREATED: ({ serviceName }, { subject }) => `Endpoint ${subject} for ${serviceName} was created.`,
  VPC_ENDPOINT_AVAILABLE: ({ serviceName }, { subject }) => `Endpoint ${subject} leads to ${serviceName} from now on.`,
  VPC_ENDPOINT_MODIFIED: (_, { subject }) => `Endpoint ${subject} was changed.`,
  VPC_ENDPOINT_DELETING: (_, { subject }) => `Endpoint ${subject} is being deleted.`,
  VPC_ENDPOINT_DELETED: ({ serviceName }, { subject }) => `Endpoint ${subject} for ${serviceName} is gone.`,
};

function ruled({ rules, direction }: RuleFacts): string {
  const way = direction === "ingress" ? "in from" : "out to";
  return rules
    .map(({ protocol, fromPort, toPort, peer }) => {
      const ports = fromPort === toPort ? String(fromPort) : `${fromPort}-${toPort}`;
      return `${protocol === "-1" ? "everything" : `${protocol} ${ports}`} ${way} ${peer}`;
    })
    .join(", ");
}
