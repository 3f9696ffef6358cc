/** Refusals of the operations about EC2 instances. */
import { row } from "../../model/refusal.ts";

/** By their ids. */
export const MACHINE_REFUSALS = {
  "instance-type.unknown": row(
    "InvalidInstanceType",
    "unsourced",
    ({ names }: { names: readonly string[] }) =>
      `The following supplied instance types do not exist: [${names.join(", ")}]`,
  ),
  "instance.wrong-state": row(
    "IncorrectInstanceState",
    "unsourced",
    ({ id, participle }: { id: string; participle: string }) =>
      `The instance '${id}' is not in a state from which it can be ${participle}.`,
  ),
  "run-instances.no-addresses": row(
    "InsufficientFreeAddressesInSubnet",
    "unsourced",
    () => "The specified subnet does not have enough free addresses to satisfy the request.",
  ),
  "run-instances.count": row(
    "InvalidParameterValue",
    "unsourced",
    ({ count }: { count: number }) => `Invalid value '${count}' for instanceCount. Must be at least 1.`,
  ),
  "run-instances.counts-crossed": row(
    "InvalidParameterCombination",
    "unsourced",
    ({ least, most }: { least: number; most: number }) =>
      `The maximum count ${most} is below the minimum count ${least}.`,
  ),
  "run-instances.too-many": row(
    "InstanceLimitExceeded",
    "quayside",
    ({ most }: { most: number }) => `Quayside launches at most ${most} instances with one call.`,
  ),
  "run-instances.instance-type": row(
    "InvalidParameterValue",
    "unsourced",
    ({ name }: { name: string }) => `Invalid value '${name}' for InstanceType.`,
  ),
  "run-instances.architecture": row(
    "InvalidParameterValue",
    "unsourced",
    ({ type, image }: { type: string; image: string }) =>
      `The architecture '${type}' of the specified instance type does not match the architecture '${image}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.`,
  ),
  "image.no-parameter": row(
    "InvalidParameterValue",
    "unsourced",
    ({ parameter }: { parameter: string }) => `The parameter ${parameter} does not exist or holds no AMI.`,
  ),
  "image.not-found": row(
    "InvalidAMIID.NotFound",
    "unsourced",
    ({ imageId }: { imageId: string }) => `The image id '[${imageId}]' does not exist`,
  ),
  "image.malformed": row(
    "InvalidAMIID.Malformed",
    "unsourced",
    ({ imageId }: { imageId: string }) =>
      `The image ID '${imageId}' is not valid. The expected format is ami-xxxxxxxx or ami-xxxxxxxxxxxxxxxxx.`,
  ),
  "key-pair.not-found": row(
    "InvalidKeyPair.NotFound",
    "unsourced",
    ({ name }: { name: string }) => `The key pair '${name}' does not exist`,
  ),
  "user-data.not-base64": row("InvalidParameterValue", "unsourced", () => "Invalid BASE64 encoding of user data."),
  "user-data.too-long": row("InvalidParameterValue", "unsourced", () => "User data is limited to 16384 bytes"),
  "instance-profile.invalid": row(
    "InvalidParameterValue",
    "unsourced",
    ({ parameter, value, words }: { parameter: string; value: string | undefined; words: string }) =>
      `Value (${value}) for parameter iamInstanceProfile.${parameter} is invalid. Invalid ${words}`,
  ),
  "run-instances.more-interfaces": row(
    "UnsupportedOperation",
    "quayside",
    () => "Quayside launches instances with one network interface.",
  ),
  "run-instances.interface-and-subnet": row(
    "InvalidParameterCombination",
    "unsourced",
    () =>
      "Network interfaces and an instance-level subnet ID or security groups may not be specified on the same request",
  ),
  "run-instances.other-network": row(
    "InvalidParameter",
    "unsourced",
    ({ groupId }: { groupId: string }) => `Security group ${groupId} and subnet belong to different networks.`,
  ),
} as const;
