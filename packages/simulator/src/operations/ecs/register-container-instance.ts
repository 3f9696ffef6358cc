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
import type { Tag } from "../../model/tags.ts";
import { answer, command, invalid, type Outcome, refuse } from "../outcome.ts";
import { describeContainerInstance } from "./container-instances.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { refuseTags } from "./refuse-tags.ts";

interface ResourceInput {
  readonly name?: string;
  readonly integerValue?: number;
  readonly stringSetValue?: readonly string[];
}

interface RegisterInput {
  readonly cluster?: string;
  readonly instanceIdentityDocument?: string;
  readonly totalResources?: readonly ResourceInput[];
  readonly versionInfo?: { readonly agentVersion?: string };
  readonly attributes?: readonly { readonly name: string; readonly value?: string }[];
  readonly tags?: readonly Tag[];
}

const WITH_TAGS: ReadonlySet<string> = new Set(["TAGS"]);

export const registerContainerInstance = command((sim: Cloud, input: RegisterInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  if (input.instanceIdentityDocument === undefined) {
    return refuse(
      "UnsupportedFeatureException",
      "Quayside registers EC2 instances only: give the instanceIdentityDocument. AWS registers servers of your own, too.",
    );
  }
  const machine = machineIn(sim, input.instanceIdentityDocument);
  // Ours: AWS's wording for a document that does not hold is not confirmed.
  if (machine?.state !== "running") {
    return refuse("ClientException", "The instance identity document names no running EC2 instance.");
  }
  const tags = input.tags ?? [];
  const problem = refuseTags(tags);
  if (problem !== undefined) return problem;
  const known = instanceOn(sim, machine);
  if (known !== undefined && known.spec.clusterArn !== cluster.clusterArn) {
    return invalid("This EC2 instance is registered in another cluster.");
  }
  if (known !== undefined) {
    const row = known.agentConnected ? known : connectAgent(sim, known);
    return answer({ containerInstance: describeContainerInstance(row, WITH_TAGS) });
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
  return answer({ containerInstance: describeContainerInstance(row, WITH_TAGS) });
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

function attributesOf({ attributes = [] }: RegisterInput): Attributes {
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value ?? null]));
}

/** What the agent says that the machine offers; interfaces it does not announce, they follow from the type. */
function resourcesOf(machine: Ec2InstanceRow, resources: readonly ResourceInput[]): InstanceResources {
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
