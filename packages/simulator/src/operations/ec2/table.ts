/**
 * The operations of Amazon EC2 that the simulator answers: machines for clusters, and the network around them. The AWS CLI
 * and the SDKs know hundreds more; they are refused by name.
 */
import type { ModelledOperation, OperationTable } from "../operation.ts";
import { describeInstanceTypes } from "./instance-types.ts";
import { describeInstances, startInstances, stopInstances, terminateInstances } from "./instances.ts";
import { createNatGateway, deleteNatGateway, describeNatGateways } from "./nat-gateways.ts";
import { describeInternetGateways, describeNetworkInterfaces, describeSubnets, describeVpcs } from "./networks.ts";
import { refuse } from "./refusals.ts";
import { createRoute, deleteRoute, describeRouteTables, replaceRoute } from "./routes.ts";
import { runInstances } from "./run-instances.ts";
import {
  authorizeSecurityGroupEgress,
  authorizeSecurityGroupIngress,
  createSecurityGroup,
  deleteSecurityGroup,
  describeSecurityGroups,
  revokeSecurityGroupEgress,
  revokeSecurityGroupIngress,
} from "./security-groups.ts";
import { createVpcEndpoint, deleteVpcEndpoints, describeVpcEndpoints, modifyVpcEndpoint } from "./vpc-endpoints.ts";

/** By name. Every operation takes DryRun. */
export const ec2Operations = {
  AuthorizeSecurityGroupEgress: orDry(authorizeSecurityGroupEgress),
  AuthorizeSecurityGroupIngress: orDry(authorizeSecurityGroupIngress),
  CreateNatGateway: orDry(createNatGateway),
  CreateRoute: orDry(createRoute),
  CreateSecurityGroup: orDry(createSecurityGroup),
  CreateVpcEndpoint: orDry(createVpcEndpoint),
  DeleteNatGateway: orDry(deleteNatGateway),
  DeleteRoute: orDry(deleteRoute),
  DeleteSecurityGroup: orDry(deleteSecurityGroup),
  DeleteVpcEndpoints: orDry(deleteVpcEndpoints),
  DescribeInstanceTypes: orDry(describeInstanceTypes),
  DescribeInstances: orDry(describeInstances),
  DescribeInternetGateways: orDry(describeInternetGateways),
  DescribeNatGateways: orDry(describeNatGateways),
  DescribeNetworkInterfaces: orDry(describeNetworkInterfaces),
  DescribeRouteTables: orDry(describeRouteTables),
  DescribeSecurityGroups: orDry(describeSecurityGroups),
  DescribeSubnets: orDry(describeSubnets),
  DescribeVpcEndpoints: orDry(describeVpcEndpoints),
  DescribeVpcs: orDry(describeVpcs),
  ModifyVpcEndpoint: orDry(modifyVpcEndpoint),
  ReplaceRoute: orDry(replaceRoute),
  RevokeSecurityGroupEgress: orDry(revokeSecurityGroupEgress),
  RevokeSecurityGroupIngress: orDry(revokeSecurityGroupIngress),
  RunInstances: orDry(runInstances),
  StartInstances: orDry(startInstances),
  StopInstances: orDry(stopInstances),
  TerminateInstances: orDry(terminateInstances),
} as const satisfies OperationTable<"ec2">;

/** Simplified: a dry run says that it would have succeeded without looking at the rest; AWS checks permissions. */
function orDry<Asked extends { readonly DryRun?: boolean }, Answer extends object>(
  operation: ModelledOperation<Asked, Answer>,
): ModelledOperation<Asked, Answer> {
  return {
    ...operation,
    run: (sim, input) => (input.DryRun === true ? refuse("dry-run") : operation.run(sim, input)),
  };
}
