/** The operations of Elastic Load Balancing that the simulator has: Application and Network Load Balancers. */
import type { OperationTable } from "../operation.ts";
import { withChecks } from "../with-checks.ts";
import {
  describeListenerAttributes,
  describeLoadBalancerAttributes,
  describeTargetGroupAttributes,
  modifyListenerAttributes,
  modifyLoadBalancerAttributes,
  modifyTargetGroupAttributes,
} from "./attributes.ts";
import {
  addListenerCertificates,
  describeListenerCertificates,
  modifyListener,
  removeListenerCertificates,
} from "./change-listener.ts";
import { setIpAddressType, setSecurityGroups, setSubnets } from "./change-load-balancer.ts";
import { modifyRule, modifyTargetGroup, setRulePriorities } from "./change-rules.ts";
import { inputProblem } from "./check-input.ts";
import { createListener, deleteListener, describeListeners } from "./listeners.ts";
import { createLoadBalancer, deleteLoadBalancer, describeLoadBalancers } from "./load-balancers.ts";
import { createRule, deleteRule, describeRules } from "./rules.ts";
import { describeAccountLimits, describeSSLPolicies } from "./ssl-policies.ts";
import { addTags, describeTags, removeTags } from "./tags.ts";
import { createTargetGroup, deleteTargetGroup, describeTargetGroups } from "./target-groups.ts";
import { deregisterTargets, describeTargetHealth, registerTargets } from "./targets.ts";

/** By name: how the operation runs. */
export const elbv2Operations = withChecks(
  {
    AddListenerCertificates: addListenerCertificates,
    AddTags: addTags,
    CreateListener: createListener,
    CreateLoadBalancer: createLoadBalancer,
    CreateRule: createRule,
    CreateTargetGroup: createTargetGroup,
    DeleteListener: deleteListener,
    DeleteLoadBalancer: deleteLoadBalancer,
    DeleteRule: deleteRule,
    DeleteTargetGroup: deleteTargetGroup,
    DeregisterTargets: deregisterTargets,
    DescribeAccountLimits: describeAccountLimits,
    DescribeListenerAttributes: describeListenerAttributes,
    DescribeListenerCertificates: describeListenerCertificates,
    DescribeListeners: describeListeners,
    DescribeLoadBalancerAttributes: describeLoadBalancerAttributes,
    DescribeLoadBalancers: describeLoadBalancers,
    DescribeRules: describeRules,
    DescribeSSLPolicies: describeSSLPolicies,
    DescribeTags: describeTags,
    DescribeTargetGroupAttributes: describeTargetGroupAttributes,
    DescribeTargetGroups: describeTargetGroups,
    DescribeTargetHealth: describeTargetHealth,
    ModifyListener: modifyListener,
    ModifyListenerAttributes: modifyListenerAttributes,
    ModifyLoadBalancerAttributes: modifyLoadBalancerAttributes,
    ModifyRule: modifyRule,
    ModifyTargetGroup: modifyTargetGroup,
    ModifyTargetGroupAttributes: modifyTargetGroupAttributes,
    RegisterTargets: registerTargets,
    RemoveListenerCertificates: removeListenerCertificates,
    RemoveTags: removeTags,
    SetIpAddressType: setIpAddressType,
    SetRulePriorities: setRulePriorities,
    SetSecurityGroups: setSecurityGroups,
    SetSubnets: setSubnets,
  } as const satisfies OperationTable<"elbv2">,
  inputProblem,
);
