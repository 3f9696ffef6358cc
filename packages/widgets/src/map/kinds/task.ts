/** Tasks on the map; their box is drawn in task-drawing.ts, on a canvas in task-sprite.ts, their words are in words.ts. */
import type { MovingKind, Told } from "./kind.ts";
import { drawTask } from "./task-drawing.ts";
import type { ContainerMark, TaskMark } from "./task-mark.ts";

/** Tasks. */
export const TASK: MovingKind<TaskMark> = {
  of: (scene) => scene.tasks,
  selects: ({ key }) => ({ table: "tasks", key }),
  inCloud: ({ where }) => where === "subnet",
  tables: ["tasks"],
  sentence,
  draw: (mark) => drawTask(mark, mark),
  classes: ({ key }, { selected, marked }) =>
    `task${key === selected ? " selected" : ""}${marked.has(key) ? " marked" : ""}`,
  looksTheSame,
};

function sentence(mark: TaskMark, told: Told): string {
  const containers = mark.containers.map(
    ({ name, phase, exitCode }) => `${name} ${phase}${exitCode === undefined ? "" : ` ${exitCode}`}`,
  );
  return told.texts.mapTask({
    id: mark.shortId,
    label: mark.label,
    status: mark.lastStatus,
    subnet: subnetName(mark, told),
    address: mark.address ?? "",
    containers: containers.join(", "),
  });
}

/** Name of the subnet that a task is in. */
export function subnetName({ subnetId }: TaskMark, { tables }: Told): string {
  return tables.subnets.get(subnetId)?.name ?? subnetId;
}

/** Whether two marks of a task differ only in where they stand. */
function looksTheSame(left: TaskMark, right: TaskMark): boolean {
  return (
    left.w === right.w &&
    left.h === right.h &&
    left.look.name === right.look.name &&
    left.detail === right.detail &&
    left.stripe === right.stripe &&
    left.badge === right.badge &&
    left.lastStatus === right.lastStatus &&
    left.address === right.address &&
    left.publicAddress === right.publicAddress &&
    left.attachmentStatus === right.attachmentStatus &&
    left.containers.length === right.containers.length &&
    left.containers.every((container, index) => sameContainer(container, right.containers[index]))
  );
}

function sameContainer(left: ContainerMark, right: ContainerMark | undefined): boolean {
  return (
    left.look.name === right?.look.name &&
    left.progress === right.progress &&
    left.exitCode === right.exitCode &&
    left.healthStatus === right.healthStatus
  );
}
