/** A load balancer with a listener and a target group, in the small cloud of refusal-scenery.ts. */
import { DEFAULT_SUBNETS, DEFAULT_VPC_ID } from "../default-network.ts";
import type { Session } from "../session.ts";
import { beginning, must } from "./refusal-scenery.ts";

/** An address in a private subnet, as a target. */
export const IP_TARGET = { Id: "10.0.10.99", Port: 80 } as const;

/** A group for addresses, named `web`. */
export const WEB_GROUP = {
  Name: "web",
  Protocol: "HTTP",
  Port: 80,
  VpcId: DEFAULT_VPC_ID,
  TargetType: "ip",
} as const;

/** An Application Load Balancer in both public subnets, named `shop`. */
export const SHOP = { Name: "shop", Subnets: [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]] } as const;

interface Wanted {
  /** False: nothing forwards to the group. */
  readonly listener?: boolean;
  /** False: the balancer has just been asked for. */
  readonly settled?: boolean;
}

const idIn = (answer: Readonly<Record<string, unknown>>, list: string, member: string): string =>
  String((answer[list] as readonly Readonly<Record<string, unknown>>[])[0]?.[member]);

/** Builds the balancer in a session: `shop`, its listener on port 80, and the group `web`. */
export function balance(session: Session, { listener = true, settled = true }: Wanted = {}) {
  const call = (operation: string, input: object) => must(session, "elbv2", operation, input);
  const balancer = idIn(call("CreateLoadBalancer", SHOP), "LoadBalancers", "LoadBalancerArn");
  const group = idIn(call("CreateTargetGroup", WEB_GROUP), "TargetGroups", "TargetGroupArn");
  const listen = (): string => {
    const DefaultActions = [{ Type: "forward", TargetGroupArn: group }];
    const input = { LoadBalancerArn: balancer, Protocol: "HTTP", Port: 80, DefaultActions };
    return idIn(call("CreateListener", input), "Listeners", "ListenerArn");
  };
  const arns = { balancer, group, listener: listener ? listen() : "" };
  if (settled) session.stepUntilQuiet();
  return { session, call, listen, arns };
}

/** The same in a session of its own, with what a refused call says. */
export function balancedWorld(wanted: Wanted = {}) {
  const session = beginning();
  const said = (operation: string, input: object): string => {
    const outcome = session.call("elbv2", operation, input);
    return outcome.ok ? "an answer" : `${outcome.error.code}: ${outcome.error.message}`;
  };
  return { ...balance(session, wanted), said };
}
