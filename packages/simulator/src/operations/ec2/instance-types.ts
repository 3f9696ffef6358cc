/** DescribeInstanceTypes: the types that the simulated Region offers. Source: Amazon EC2 API Reference (checked 2026-11-21). */
import { findInstanceType, type InstanceType, instanceTypes } from "../../model/instance-types.ts";
import { query } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { type Listing, list } from "./listing.ts";
import { refuse } from "./refusals.ts";

const TYPES: Listing<InstanceType, "InstanceTypes", Shape<"ec2", "InstanceTypeInfo">> = {
  member: "InstanceTypes",
  present: presentType,
  filters: {
    "instance-type": ({ name }) => name,
    "processor-info.supported-architecture": ({ architecture }) => architecture,
    "vcpu-info.default-vcpus": ({ vCpus }) => String(vCpus),
    "memory-info.size-in-mib": ({ memoryMiB }) => String(memoryMiB),
    "network-info.maximum-network-interfaces": ({ interfaces }) => String(interfaces),
    "current-generation": (type) => String(isCurrent(type)),
    "burstable-performance-supported": (type) => String(isBurstable(type)),
  },
};

export const describeInstanceTypes = query<"ec2", "DescribeInstanceTypes">((_, input) => {
  const { InstanceTypes = [] } = input;
  const absent = InstanceTypes.filter((name) => findInstanceType(name) === undefined);
  if (absent.length > 0) {
    return refuse("instance-type.unknown", { names: absent });
  }
  const chosen = instanceTypes().filter(({ name }) => InstanceTypes.length === 0 || InstanceTypes.includes(name));
  return list(chosen, input, TYPES);
});

function isCurrent({ name }: InstanceType): boolean {
  return !name.startsWith("t2.");
}

function isBurstable({ name }: InstanceType): boolean {
  return /^t\d/.test(name);
}

function presentType(type: InstanceType): Shape<"ec2", "InstanceTypeInfo"> {
  return {
    InstanceType: type.name,
    CurrentGeneration: isCurrent(type),
    FreeTierEligible: type.name === "t2.micro" || type.name === "t3.micro",
    SupportedUsageClasses: ["on-demand", "spot"],
    BareMetal: false,
    Hypervisor: type.name.startsWith("t2.") ? "xen" : "nitro",
    ProcessorInfo: { SupportedArchitectures: [type.architecture] },
    VCpuInfo: { DefaultVCpus: type.vCpus },
    MemoryInfo: { SizeInMiB: type.memoryMiB },
    ...(type.gpus === 0 ? {} : { GpuInfo: { Gpus: [{ Count: type.gpus, Manufacturer: "NVIDIA" }] } }),
    NetworkInfo: {
      MaximumNetworkInterfaces: type.interfaces,
      Ipv4AddressesPerInterface: type.addressesPerInterface,
      EnaSupport: type.name.startsWith("t2.") ? "unsupported" : "required",
    },
    BurstablePerformanceSupported: isBurstable(type),
  };
}
