/** DescribeInstanceTypes: the types that the simulated Region offers. Source: Amazon EC2 API Reference (checked 2026-11-21). */
import type { Cloud } from "../../model/cloud.ts";
import { findInstanceType, type InstanceType, instanceTypes } from "../../model/instance-types.ts";
import { type Outcome, query, refuse } from "../outcome.ts";
import { type Listing, type ListingInput, list } from "./listing.ts";

interface TypesInput extends ListingInput {
  readonly InstanceTypes?: readonly string[];
}

const TYPES: Listing<InstanceType> = {
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

export const describeInstanceTypes = query((_: Cloud, input: TypesInput): Outcome => {
  const { InstanceTypes = [] } = input;
  const absent = InstanceTypes.filter((name) => findInstanceType(name) === undefined);
  if (absent.length > 0) {
    const message = `The following supplied instance types do not exist: [${absent.join(", ")}]`;
    return refuse("InvalidInstanceType", message);
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

function presentType(type: InstanceType): Record<string, unknown> {
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
