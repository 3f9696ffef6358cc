/**
 * The machine images of the Region: AWS's ECS-optimized ones, on which the agent is installed, and the public parameters
 * that name the newest of each.
 * Source: Developer Guide, "Retrieving Amazon ECS-optimized Linux AMI metadata" (checked 2026-11-21).
 * Simplified: one build of each; images without the agent do not exist here.
 */
import type { InstanceType } from "./instance-types.ts";

export interface MachineImage {
  readonly imageId: string;
  readonly name: string;
  readonly architecture: InstanceType["architecture"];
  /** Public parameter of Systems Manager whose value is the id. */
  readonly parameter: string;
  /** Lines that the image puts into the agent's configuration. */
  readonly agentConfiguration: Readonly<Record<string, string>>;
}

/** Ours: the usual ECS-optimized AMI of every world. */
export const ECS_OPTIMIZED_AMI = "ami-0ec5a1b2c3d4e5f60";

const PARAMETERS = "/aws/service/ecs/optimized-ami";

const IMAGES: readonly MachineImage[] = [
  image(ECS_OPTIMIZED_AMI, "al2023-ami-ecs-hvm-2023.0.20251209-kernel-6.1-x86_64", "x86_64", "amazon-linux-2023"),
  image(
    "ami-0ec5a1b2c3d4e5f61",
    "al2023-ami-ecs-hvm-2023.0.20251209-kernel-6.1-arm64",
    "arm64",
    "amazon-linux-2023/arm64",
  ),
  image("ami-0ec5a1b2c3d4e5f62", "amzn2-ami-ecs-hvm-2.0.20251209-x86_64-ebs", "x86_64", "amazon-linux-2"),
  {
    ...image("ami-0ec5a1b2c3d4e5f63", "amzn2-ami-ecs-gpu-hvm-2.0.20251209-x86_64-ebs", "x86_64", "amazon-linux-2/gpu"),
    agentConfiguration: { ECS_ENABLE_GPU_SUPPORT: "true" },
  },
];

/**
 * The image of an id, or the one behind `resolve:ssm:PARAMETER`; undefined when there is none.
 * @source Amazon EC2 User Guide, "Reference AMIs using Systems Manager parameters" (checked 2026-11-21)
 */
export function findImage(imageId: string): MachineImage | undefined {
  const parameter = /^resolve:ssm:(.+)$/.exec(imageId)?.[1];
  return IMAGES.find((row) => (parameter === undefined ? row.imageId === imageId : row.parameter === parameter));
}

function image(imageId: string, name: string, architecture: MachineImage["architecture"], path: string): MachineImage {
  const parameter = `${PARAMETERS}/${path}/recommended/image_id`;
  return { imageId, name, architecture, parameter, agentConfiguration: {} };
}
