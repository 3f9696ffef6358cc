/** An EC2 instance in the API's shape. Source: Amazon EC2 API Reference, Instance (checked 2026-11-21). */

import { slashedDate } from "../../model/calendar.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { Ec2InstanceRow, Ec2State } from "../../model/ec2.ts";
import { findInstanceType } from "../../model/instance-types.ts";
import { ACCOUNT_ID, epochMs, epochSeconds, regionOf } from "../../model/place.ts";
import { privateDnsName } from "../../model/region-names.ts";
import { addressKey } from "../../model/tables.ts";
import type { Shape } from "../shapes.ts";
import { tagSet } from "./listing.ts";
import { association, groupIdentifiers } from "./networks.ts";

/** @source Amazon EC2 API Reference, InstanceState (checked 2026-11-21) */
const STATE_CODES: Readonly<Record<Ec2State, number>> = {
  pending: 0,
  running: 16,
  "shutting-down": 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

/** A state with its number. */
export function presentState(state: Ec2State): { Code: number; Name: Ec2State } {
  return { Code: STATE_CODES[state], Name: state };
}

/**
 * A reservation of one instance. Simplified: AWS keeps together what one call launched; here each instance has a
 * reservation of its own, with the id of its instance.
 */
export function presentReservation(sim: Cloud, row: Ec2InstanceRow): Shape<"ec2", "Reservation"> {
  return {
    ReservationId: row.instanceId.replace("i-", "r-"),
    OwnerId: ACCOUNT_ID,
    Groups: [],
    Instances: [presentInstance(sim, row)],
  };
}

export function presentInstance(sim: Cloud, row: Ec2InstanceRow): Shape<"ec2", "Instance"> {
  const { state, privateIpv4Address, publicIpv4Address, roleArn } = row;
  const isGone = state === "terminated";
  const isOn = state === "running" || state === "pending";
  const publicAddress = isOn ? publicIpv4Address : undefined;
  return {
    Architecture: findInstanceType(row.instanceType)?.architecture,
    ClientToken: "",
    EbsOptimized: false,
    EnaSupport: true,
    Hypervisor: "xen",
    ...(roleArn === undefined ? {} : { IamInstanceProfile: profileOf(roleArn) }),
    NetworkInterfaces: isGone ? [] : [presentPrimary(sim, row, publicAddress)],
    RootDeviceName: "/dev/xvda",
    RootDeviceType: "ebs",
    SecurityGroups: isGone ? [] : groupIdentifiers(sim, row.securityGroups),
    SourceDestCheck: isGone ? undefined : true,
    ...(isOn
      ? {}
      : {
          StateReason: {
            Code: REASON,
            Message: `${REASON}: User initiated ${isGone || state === "shutting-down" ? "shutdown" : "stop"}`,
          },
        }),
    ...(row.tags.length === 0 ? {} : { Tags: tagSet(row.tags) }),
    VirtualizationType: "hvm",
    MetadataOptions: {
      State: "applied",
      HttpTokens: "required",
      HttpPutResponseHopLimit: 2,
      HttpEndpoint: "enabled",
      HttpProtocolIpv6: "disabled",
      InstanceMetadataTags: "disabled",
    },
    InstanceId: row.instanceId,
    ImageId: row.imageId,
    State: presentState(state),
    PrivateDnsName: isGone ? "" : privateDnsName(regionOf(sim.tables), privateIpv4Address),
    PublicDnsName: association(sim, publicAddress)?.PublicDnsName ?? "",
    StateTransitionReason: isOn ? "" : transitionReason(sim, row),
    AmiLaunchIndex: 0,
    InstanceType: row.instanceType,
    LaunchTime: epochSeconds(sim.tables, row.launchedAtMs),
    Placement: { AvailabilityZone: row.availabilityZone, GroupName: "", Tenancy: "default" },
    SubnetId: isGone ? undefined : row.subnetId,
    VpcId: isGone ? undefined : row.vpcId,
    PrivateIpAddress: isGone ? undefined : privateIpv4Address,
    PublicIpAddress: publicAddress,
  };
}

const REASON = "Client.UserInitiatedShutdown";

function transitionReason(sim: Cloud, { terminatedAtMs }: Ec2InstanceRow): string {
  if (terminatedAtMs === undefined) return "User initiated";
  return `User initiated (${slashedDate(epochMs(sim.tables, terminatedAtMs)).replaceAll("/", "-")} GMT)`;
}

/** Instance profiles have the name of their role, as those that the console makes. */
function profileOf(roleArn: string): { Arn: string; Id: string } {
  const name = roleArn.slice(roleArn.lastIndexOf("/") + 1);
  return { Arn: roleArn.replace(":role/", ":instance-profile/"), Id: `AIPA${name.toUpperCase().slice(0, 17)}` };
}

function presentPrimary(
  sim: Cloud,
  row: Ec2InstanceRow,
  publicAddress: string | undefined,
): Shape<"ec2", "InstanceNetworkInterface"> {
  const { privateIpv4Address, networkInterfaceId, subnetId } = row;
  const dns = privateDnsName(regionOf(sim.tables), privateIpv4Address);
  const Association = association(sim, publicAddress);
  const eni = sim.tables.networkInterfaces.get(addressKey(subnetId, privateIpv4Address));
  return {
    Association,
    Attachment: {
      AttachTime: epochSeconds(sim.tables, row.launchedAtMs),
      AttachmentId: networkInterfaceId.replace("eni-", "eni-attach-"),
      DeleteOnTermination: true,
      DeviceIndex: 0,
      Status: "attached",
      NetworkCardIndex: 0,
    },
    Description: "",
    Groups: groupIdentifiers(sim, row.securityGroups),
    MacAddress: eni?.macAddress,
    NetworkInterfaceId: networkInterfaceId,
    OwnerId: ACCOUNT_ID,
    PrivateDnsName: dns,
    PrivateIpAddress: privateIpv4Address,
    PrivateIpAddresses: [{ Association, Primary: true, PrivateDnsName: dns, PrivateIpAddress: privateIpv4Address }],
    SourceDestCheck: true,
    Status: "in-use",
    SubnetId: subnetId,
    VpcId: row.vpcId,
    InterfaceType: "interface",
  };
}
