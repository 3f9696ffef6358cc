/** Lab 03/05: one collector on each machine, kept by hand: what a daemon service would do, seen by doing it oneself. */
import {
  type CheckView,
  type Condition,
  defineLab,
  failed,
  instanceReached,
  passed,
  placementFailed,
  taskStopped,
  tasksLie,
  text,
  textFile,
} from "@quayside/grader";

const definition = (family: string, image: string) => ({
  family,
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [{ name: family, image, essential: true, cpu: 128, memory: 256 }],
});
export const FILE = "user-data.sh";
export const USER_DATA = "#!/bin/bash\necho ECS_CLUSTER=fleet >> /etc/ecs/ecs.config\n";

/** On an instance that drained, web went before its collector, and then the collector went. */
const leftLast: Condition = (view: CheckView) => {
  const waiting = text(
    "No draining instance has been emptied with its collector as the last task.",
    "Chưa có instance nào đang drain được dọn trống mà collector đi sau cùng.",
  );
  for (const { versions } of view.history.stories("containerInstances")) {
    const draining = versions.filter(({ row }) => row.status === "DRAINING");
    const had = (family: string, at: number) => (draining[at]?.row.tasksByGroup[`family:${family}`] ?? 0) > 0;
    const alone = draining.findIndex(
      (_, at) => at > 0 && had("web", at - 1) && !had("web", at) && had("collector", at),
    );
    const empty =
      alone === -1 ? -1 : draining.findIndex((_, at) => at > alone && !had("collector", at) && !had("web", at));
    const [first, last] = [draining[alone], draining[empty]];
    if (first === undefined || last === undefined) continue;
    const name = last.row.spec.ec2InstanceId;
    return passed(text(`On ${name} the collector was the last to go.`, `Trên ${name}, collector đi sau cùng.`), [
      first.seq,
      last.seq,
    ]);
  }
  return failed(waiting);
};

export default defineLab({
  id: "03/05",
  seed: 53,
  title: text("One on each, by hand", "Mỗi máy một bản, làm bằng tay"),
  scenario: {
    id: "three-machines-and-a-web-server",
    title: "Three machines with a web server each, and a collector that runs nowhere yet",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "fleet" } },
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { cluster: "fleet", instanceType: "t3.medium", count: 3 },
      },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("web", "nginx:1.29") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("collector", "nginx:1.29") },
      {
        service: "ecs",
        operation: "RunTask",
        input: {
          cluster: "fleet",
          taskDefinition: "web",
          launchType: "EC2",
          count: 3,
          placementConstraints: [{ type: "distinctInstance" }],
        },
      },
    ],
  },
  files: [textFile(FILE, USER_DATA)],
  goal: text(
    "Run collector exactly once on each of the three instances of fleet, asking for one more than there are instances. Launch a fourth machine that joins fleet, see that it gets no collector, and give it one. Stop one collector, and put it back. Then drain an instance with a web task and empty it, with its collector as the last to go.",
    "Chạy collector đúng một bản trên mỗi instance trong ba instance của fleet, và xin nhiều hơn số instance một bản. Khởi chạy máy thứ tư vào fleet, thấy nó không có collector, và cho nó một bản. Dừng một collector rồi đặt lại. Sau đó drain một instance có task web và dọn trống nó, với collector đi sau cùng.",
  ),
  checks: [
    {
      id: "one-each",
      title: text("One collector on each of three instances", "Mỗi instance trong ba instance có một collector"),
      test: tasksLie({ family: "collector", cluster: "fleet", perInstance: [1, 1, 1] }),
    },
    {
      id: "no-second",
      title: text("No instance takes a second one", "Không instance nào nhận bản thứ hai"),
      test: placementFailed({ cluster: "fleet", reason: "DistinctInstance placement constraint unsatisfied." }),
    },
    {
      id: "joined",
      title: text("A fourth machine joined", "Máy thứ tư đã vào"),
      test: instanceReached({ cluster: "fleet", status: "ACTIVE", registeredByYou: true }),
    },
    {
      id: "covered",
      title: text("The new machine has a collector, too", "Máy mới cũng có collector"),
      test: tasksLie({ family: "collector", cluster: "fleet", perInstance: [1, 1, 1, 1] }),
    },
    {
      id: "lost",
      title: text("A collector was stopped", "Một collector đã bị dừng"),
      test: taskStopped({ family: "collector", cluster: "fleet", stopCode: "UserInitiated", started: true }),
    },
    {
      id: "last",
      title: text("On a draining instance the collector went last", "Trên instance đang drain, collector đi sau cùng"),
      test: leftLast,
    },
  ],
});
