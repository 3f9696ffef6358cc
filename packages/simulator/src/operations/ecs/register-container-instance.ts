/**
 * RegisterContainerInstance: what an agent calls when it starts. The identity document says which EC2 instance it is; the
 * same machine registers once, and a second call finds it again. Source: API Reference, RegisterContainerInstance (checked 2026-11-21).
 * Simplified: the signature of the document is not looked at, but the machine must exist and run. Servers outside of AWS
 * (EXTERNAL) are refused with a sentence.
 */
import { connectAgent, instanceOn, registerInstance } from "../../controllers/machines/container-instances.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { Attributes, InstanceResources } from "../../model/container-instances.ts";
import type { Ec2InstanceRow } from "../../model/ec2.ts";
import { findInstanceType } from "../../model/instance-types.ts";
import { answer, command } from "../operation.ts";
import type { Input, Shape } from "../shapes.ts";
import { describeContainerInstance } from "./container-instances.ts";
import { findCluster } from "./find-cluster.ts";
import { refuse } from "./refusals.ts";
import { refuseTags } from "./refuse-tags.ts";

const WITH_TAGS: ReadonlySet<string> = new Set(["TAGS"]);

export const registerContainerInstance = command<"ecs", "RegisterContainerInstance">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  if (input.instanceIdentityDocument === undefined) {
    return refuse("container-instance.not-ec2");
  }
  const machine = machineIn(sim, input.instanceIdentityDocument);
  if (machine?.state !== "running") {
    return refuse("container-instance.document");
  }
  const tags = input.tags ?? [];
  const problem = refuseTags(tags);
  if (problem !== undefined) return problem;
  const known = instanceOn(sim, machine);
  if (known !== undefined && known.spec.clusterArn !== cluster.clusterArn) {
    return refuse("container-instance.other-cluster");
  }
  if (known !== undefined) {
    const row = known.agentConnected ? known : connectAgent(sim, known);
    return answer({ containerInstance: describeContainerInstance(sim, row, WITH_TAGS) });
  }
  const { agentVersion } = input.versionInfo ?? {};
  const row = registerInstance(sim, {
    machine,
    cluster,
    tags,
    attributes: attributesOf(input),
    ...(input.totalResources === undefined ? {} : { registered: resourcesOf(machine, input.totalResources) }),
    ...(agentVersion === undefined ? {} : { agentVersion }),
  });
  return answer({ containerInstance: describeContainerInstance(sim, row, WITH_TAGS) });
});

/** The machine that a document of the instance metadata service names. */
function machineIn(sim: Cloud, document: string): Ec2InstanceRow | undefined {
  try {
    const { instanceId } = JSON.parse(document) as { readonly instanceId?: unknown };
    return typeof instanceId === "string" ? sim.tables.ec2Instances.get(instanceId) : undefined;
  } catch {
    return undefined;
  }
}

function attributesOf({ attributes = [] }: Input<"ecs", "RegisterContainerInstance">): Attributes {
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value ?? null]));
}

/** What the agent says that the machine offers; interfaces it does not announce, they follow from the type. */
function resourcesOf(machine: Ec2InstanceRow, resources: readonly Shape<"ecs", "Resource">[]): InstanceResources {
  const named = (name: string) => resources.find((each) => each.name === name);
  const ports = (name: string) => (named(name)?.stringSetValue ?? []).map(Number).sort((a, b) => a - b);
  return {
    cpu: named("CPU")?.integerValue ?? 0,
    memory: named("MEMORY")?.integerValue ?? 0,
    tcpPorts: ports("PORTS"),
    udpPorts: ports("PORTS_UDP"),
    gpus: [...(named("GPU")?.stringSetValue ?? [])].sort(),
    interfaces: (findInstanceType(machine.instanceType)?.interfaces ?? 1) - 1,
  };
}
