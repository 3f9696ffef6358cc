/** Records of traffic: clients that begin, change and stop, and when requests begin to be lost. No record is about one request. */
import type { ClientFlowRow } from "../client-flows.ts";
import type { Loss, Serving } from "../traffic.ts";
import type { About } from "./about.ts";

type FlowFacts = Pick<ClientFlowRow, "loadBalancerArn" | "profile">;

/** Requests lost in one way at one place. */
export interface LossFacts {
  readonly end: Loss;
  /** ARN of the target group, or of the load balancer when no target was chosen. */
  readonly at: string;
  /** Row of the ledger with the first, or with the last of them. */
  readonly ledgerRow: number;
}

export interface TrafficRecords {
  FLOW_STARTED: About<"clientFlows", FlowFacts>;
  FLOW_CHANGED: About<"clientFlows", FlowFacts>;
  FLOW_STOPPED: About<"clientFlows">;
  /** The cause is what brought the targets into the state in which they lose requests. */
  LOSSES_BEGAN: About<"loadBalancers", LossFacts>;
  /** None has been lost in this way for a minute. */
  LOSSES_ENDED: About<"loadBalancers", LossFacts>;
  /** From now on the program of a container serves requests in another way. */
  SERVING_CHANGED: About<"containers", { readonly changes: Partial<Serving> }>;
}
