/** EC2 instances on the map; the berth is drawn in instance-drawing.ts, their words are in words.ts. */
import { drawInstance } from "./instance-drawing.ts";
import type { InstanceMark } from "./instance-mark.ts";
import type { Look, ThingKind, Told } from "./kind.ts";

/** Instances: of ECS once they are registered, of EC2 alone before. */
export const INSTANCE: ThingKind<InstanceMark> = {
  of: (scene) => scene.instances,
  selects: ({ key, instanceId }) => ({ table: key === instanceId ? "ec2Instances" : "containerInstances", key }),
  inCloud: () => true,
  tables: ["containerInstances", "ec2Instances"],
  sentence,
  draw: drawInstance,
  looksTheSame: (left, right) =>
    left.gauges === right.gauges &&
    left.status === right.status &&
    left.title === right.title &&
    left.w === right.w &&
    left.h === right.h &&
    left.detail === right.detail &&
    left.times === right.times,
  classes,
};

function sentence(mark: InstanceMark, { texts }: Told): string {
  const [cpu, memory] = mark.gauges;
  return texts.mapMachine({
    id: mark.instanceId,
    type: mark.instanceType,
    status: mark.status,
    zone: mark.availabilityZone,
    running: mark.running,
    pending: mark.pending,
    cpu: cpu === undefined ? "" : `${cpu.all - cpu.used}/${cpu.all}`,
    memory: memory === undefined ? "" : `${memory.all - memory.used}/${memory.all}`,
  });
}

/** How it stands, whether it is selected, and what a decision makes of it. */
function classes({ key, tone }: InstanceMark, { selected, marked, verdicts }: Look): string {
  const verdict = verdicts?.get(key);
  const names = [
    "machine",
    tone,
    key === selected ? "selected" : "",
    marked.has(key) ? "marked" : "",
    verdict === undefined ? "" : `verdict-${verdict}`,
  ];
  return names.filter((name) => name !== "").join(" ");
}
