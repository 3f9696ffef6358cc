/**
 * RunInstances: machines for a cluster. What matters to ECS is checked as EC2 does it; disks, keys and the rest of the
 * request are taken and do nothing.
 * Source: Amazon EC2 API Reference, RunInstances (checked 2026-11-21).
 */
import { launchInstance, type MachinePlan } from "../../controllers/machines/machines.ts";
import { findImage, type MachineImage } from "../../model/amis.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { Ec2InstanceRow } from "../../model/ec2.ts";
import { roleArnOf } from "../../model/iam.ts";
import { findInstanceType } from "../../model/instance-types.ts";
import { ACCOUNT_ID } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { answer, command } from "../operation.ts";
import type { Input } from "../shapes.ts";
import { tagsFor } from "./listing.ts";
import { givesPublicAddresses } from "./networks.ts";
import { findGroup } from "./permissions.ts";
import { presentInstance } from "./present-instance.ts";
import { idNotFound, refuse } from "./refusals.ts";
import { readUserData } from "./user-data.ts";

/** Ours: AWS takes m1.small, which nobody wants. */
const DEFAULT_TYPE = "t3.micro";

/** Instances of one call. Ours: AWS has a quota of vCPUs instead. */
const MAX_COUNT = 100;

type RunInput = Input<"ec2", "RunInstances">;

export const runInstances = command<"ec2", "RunInstances">((sim, input) => {
  const plan = planOf(sim, input);
  if (!plan.ok) return plan;
  const { MinCount, MaxCount } = input;
  const subnetId = plan.value.subnet.subnetId;
  const launched: Ec2InstanceRow[] = [];
  const free = plan.value.subnet.availableIpAddressCount;
  if (free < MinCount) return noAddresses();
  for (let index = 0; index < Math.min(MaxCount, free); index += 1) {
    const subnet = sim.tables.subnets.get(subnetId) as SubnetRow;
    const row = launchInstance(sim, { ...plan.value, subnet });
    if (row !== undefined) launched.push(row);
  }
  const [first] = launched;
  if (first === undefined) return noAddresses();
  return answer({
    ReservationId: first.instanceId.replace("i-", "r-"),
    OwnerId: ACCOUNT_ID,
    Groups: [],
    Instances: launched.map((row, index) => ({ ...presentInstance(sim, row), AmiLaunchIndex: index })),
  });
});

function noAddresses(): Refusal {
  return refuse("run-instances.no-addresses");
}

type Read<T> = { readonly ok: true; readonly value: T } | Refusal;

function planOf(sim: Cloud, input: RunInput): Read<MachinePlan> {
  const counts = refuseCounts(input);
  if (counts !== undefined) return counts;
  const image = imageOf(input);
  if (!image.ok) return image;
  const network = networkOf(sim, input);
  if (!network.ok) return network;
  if (input.KeyName !== undefined) {
    return refuse("key-pair.not-found", { name: input.KeyName });
  }
  const role = roleOf(sim, input);
  if (!role.ok) return role;
  const userData = readUserData(input.UserData);
  if (!userData.ok) return refuse(userData.why);
  const { value } = image;
  return {
    ok: true,
    value: {
      ...network.value,
      ...(role.value === undefined ? {} : { roleArn: role.value }),
      imageId: value.image.imageId,
      instanceType: value.instanceType,
      agentConfiguration: { ...value.image.agentConfiguration, ...userData.agentConfiguration },
      tags: tagsFor(input.TagSpecifications, "instance"),
    },
  };
}

function refuseCounts({ MinCount, MaxCount }: RunInput): Refusal | undefined {
  if (!(MinCount >= 1) || !(MaxCount >= 1)) {
    return refuse("run-instances.count", { count: MinCount >= 1 ? MaxCount : MinCount });
  }
  if (MinCount > MaxCount) {
    return refuse("run-instances.counts-crossed", { least: MinCount, most: MaxCount });
  }
  if (MaxCount <= MAX_COUNT) return undefined;
  return refuse("run-instances.too-many", { most: MAX_COUNT });
}

function imageOf({
  ImageId,
  InstanceType = DEFAULT_TYPE,
}: RunInput): Read<{ image: MachineImage; instanceType: string }> {
  if (ImageId === undefined || ImageId === "") return refuse("parameter.missing", { parameter: "ImageId" });
  const image = findImage(ImageId);
  if (image === undefined) return imageNotFound(ImageId);
  const type = findInstanceType(InstanceType);
  if (type === undefined) return refuse("run-instances.instance-type", { name: InstanceType });
  if (type.architecture === image.architecture) return { ok: true, value: { image, instanceType: type.name } };
  return refuse("run-instances.architecture", { type: type.architecture, image: image.architecture });
}

function imageNotFound(imageId: string): Refusal {
  if (imageId.startsWith("resolve:ssm:")) {
    return refuse("image.no-parameter", { parameter: imageId.slice("resolve:ssm:".length) });
  }
  if (/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(imageId)) {
    return refuse("image.not-found", { imageId });
  }
  return refuse("image.malformed", { imageId });
}

type Network = Pick<MachinePlan, "subnet" | "securityGroups" | "hasPublicAddress">;

/** The subnet and groups of the request, or of its first network interface: one of the two, not both. */
function networkOf(sim: Cloud, input: RunInput): Read<Network> {
  const [own, ...more] = input.NetworkInterfaces ?? [];
  if (more.length > 0) return refuse("run-instances.more-interfaces");
  if (own !== undefined && (input.SubnetId ?? input.SecurityGroupIds?.[0] ?? input.SecurityGroups?.[0]) !== undefined) {
    return refuse("run-instances.interface-and-subnet");
  }
  const subnetId = own?.SubnetId ?? input.SubnetId;
  const subnet = subnetId === undefined ? defaultSubnet(sim) : sim.tables.subnets.get(subnetId);
  if (subnet === undefined) return idNotFound("subnet", subnetId ?? "");
  const groups = groupsOf(sim, subnet, { ids: own?.Groups ?? input.SecurityGroupIds, names: input.SecurityGroups });
  if (!groups.ok) return groups;
  const hasPublicAddress = own?.AssociatePublicIpAddress ?? givesPublicAddresses(subnet);
  return { ok: true, value: { subnet, securityGroups: groups.value, hasPublicAddress } };
}

/** Without a subnet AWS takes a default one of some zone; here it is the first that is public. */
function defaultSubnet(sim: Cloud): SubnetRow | undefined {
  const rows = [...sim.tables.subnets.values()];
  return rows.find(givesPublicAddresses) ?? rows[0];
}

function groupsOf(
  sim: Cloud,
  { vpcId }: SubnetRow,
  {
    ids = [],
    names = [],
  }: { readonly ids?: readonly string[] | undefined; readonly names?: readonly string[] | undefined },
): Read<readonly string[]> {
  const wanted = [...ids.map((GroupId) => ({ GroupId })), ...names.map((GroupName) => ({ GroupName }))];
  const found: string[] = [];
  for (const each of wanted.length === 0 ? [{ GroupName: "default" }] : wanted) {
    const group = findGroup(sim, each, vpcId);
    if (group === undefined) return refuse("security-group.not-found", { group: Object.values(each)[0] ?? "" });
    if (group.vpcId !== vpcId) {
      return refuse("run-instances.other-network", { groupId: group.groupId });
    }
    found.push(group.groupId);
  }
  return { ok: true, value: [...new Set(found)] };
}

/** An instance profile has the name of its role. Its role must be one that EC2 may assume. */
function roleOf(sim: Cloud, { IamInstanceProfile }: RunInput): Read<string | undefined> {
  if (IamInstanceProfile === undefined) return { ok: true, value: undefined };
  const { Arn, Name = Arn?.slice(Arn.lastIndexOf("/") + 1) } = IamInstanceProfile;
  const role = Name === undefined ? undefined : sim.tables.roles.get(roleArnOf(Name));
  if (role?.trustedServices.includes("ec2.amazonaws.com") === true) return { ok: true, value: role.roleArn };
  const [parameter, value, words] =
    Arn === undefined ? ["name", Name, "IAM Instance Profile name"] : ["arn", Arn, "IAM Instance Profile ARN"];
  return refuse("instance-profile.invalid", { parameter, value, words });
}
