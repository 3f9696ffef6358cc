/** The operations of Elastic Load Balancing that the simulator has: Application and Network Load Balancers. */
import { notModelled, type OperationTable } from "../operation.ts";
import { createListener, deleteListener, describeListeners } from "./listeners.ts";
import { createLoadBalancer, deleteLoadBalancer, describeLoadBalancers } from "./load-balancers.ts";
import { createRule, deleteRule, describeRules } from "./rules.ts";
import {
  describeTargetGroupAttributes,
  modifyTargetGroup,
  modifyTargetGroupAttributes,
} from "./target-group-changes.ts";
import { createTargetGroup, deleteTargetGroup, describeTargetGroups } from "./target-groups.ts";
import { deregisterTargets, describeTargetHealth, registerTargets } from "./targets.ts";

const LATER = notModelled("what it changes or shows is not simulated yet.");

/** By name: how the operation runs. */
export const elbv2Operations = {
  AddListenerCertificates: LATER,
  AddTags: LATER,
  CreateListener: createListener,
  CreateLoadBalancer: createLoadBalancer,
  CreateRule: createRule,
  CreateTargetGroup: createTargetGroup,
  DeleteListener: deleteListener,
  DeleteLoadBalancer: deleteLoadBalancer,
  DeleteRule: deleteRule,
  DeleteTargetGroup: deleteTargetGroup,
  DeregisterTargets: deregisterTargets,
  DescribeAccountLimits: LATER,
  DescribeListenerAttributes: LATER,
  DescribeListenerCertificates: LATER,
  DescribeListeners: describeListeners,
  DescribeLoadBalancerAttributes: LATER,
  DescribeLoadBalancers: describeLoadBalancers,
  DescribeRules: describeRules,
  DescribeSSLPolicies: LATER,
  DescribeTags: LATER,
  DescribeTargetGroupAttributes: describeTargetGroupAttributes,
  DescribeTargetGroups: describeTargetGroups,
  DescribeTargetHealth: describeTargetHealth,
  ModifyListener: LATER,
  ModifyListenerAttributes: LATER,
  ModifyLoadBalancerAttributes: LATER,
  ModifyRule: LATER,
  ModifyTargetGroup: modifyTargetGroup,
  ModifyTargetGroupAttributes: modifyTargetGroupAttributes,
  RegisterTargets: registerTargets,
  RemoveListenerCertificates: LATER,
  RemoveTags: LATER,
  SetIpAddressType: LATER,
  SetRulePriorities: LATER,
  SetSecurityGroups: LATER,
  SetSubnets: LATER,
} as const satisfies OperationTable<"elbv2">;
