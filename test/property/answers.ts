/**
 * What the API answers about a world, against the world: descriptions against rows and the journal, lists against a
 * naive reading of the descriptions, pages against the whole.
 */
import type { Session } from "@quayside/simulator";
import { brokenOtherLists, brokenTaskLists } from "./answers-of-lists.ts";
import { type Answer, ask, brokenTasks, clustersOf, describedTasks, differences } from "./answers-of-tasks.ts";

/** Every rule that an answer breaks, as a sentence. */
export function brokenAnswers(session: Session): string[] {
  return [...brokenTasks(session), ...brokenTaskLists(session), ...brokenOtherLists(session), ...brokenCounts(session)];
}

/** Counts and amounts of clusters and instances, against the tasks. */
function brokenCounts(session: Session): string[] {
  const broken: string[] = [];
  for (const cluster of clustersOf(session)) {
    const tasks = describedTasks(session, cluster).filter(({ desiredStatus }) => desiredStatus === "RUNNING");
    const running = tasks.filter(({ lastStatus }) => lastStatus === "RUNNING");
    const instances = [...session.tables.containerInstances.values()].filter(({ spec }) => spec.clusterArn === cluster);
    const present = instances.filter(({ status }) => status !== "INACTIVE");
    const [described] = ask(session, "DescribeClusters", { clusters: [cluster], include: ["STATISTICS"] })
      .clusters as Answer[];
    const expected = {
      clusterArn: cluster,
      status: "ACTIVE",
      runningTasksCount: running.length,
      pendingTasksCount: tasks.length - running.length,
      registeredContainerInstancesCount: present.length,
    };
    broken.push(...differences(cluster, described, expected));
    for (const launchType of ["EC2", "FARGATE"]) {
      const word = launchType === "EC2" ? "EC2" : "Fargate";
      const count = (list: readonly Answer[]) => list.filter((task) => task.launchType === launchType).length;
      const statistics = new Map(
        ((described?.statistics ?? []) as { name: string; value: string }[]).map(({ name, value }) => [name, value]),
      );
      const runs = count(running);
      const figures = { [`running${word}TasksCount`]: runs, [`pending${word}TasksCount`]: count(tasks) - runs };
      for (const [name, value] of Object.entries(figures)) {
        if (statistics.get(name) !== String(value))
          broken.push(`${cluster}: ${name} is ${statistics.get(name)}, not ${value}`);
      }
    }
    for (const instance of instances) {
      const { containerInstanceArn: arn, remaining, spec } = instance;
      const answer = ask(session, "DescribeContainerInstances", { cluster, containerInstances: [arn] });
      const mine = tasks.filter((task) => task.containerInstanceArn === arn);
      const runs = mine.filter(({ lastStatus }) => lastStatus === "RUNNING").length;
      broken.push(
        ...differences(arn, (answer.containerInstances as Answer[])[0], {
          containerInstanceArn: arn,
          ec2InstanceId: spec.ec2InstanceId,
          status: instance.status,
          agentConnected: instance.agentConnected,
          runningTasksCount: runs,
          pendingTasksCount: mine.length - runs,
        }),
      );
      const amounts = new Map(
        (((answer.containerInstances as Answer[])[0]?.remainingResources ?? []) as Answer[]).map((each) => [
          each.name,
          each.stringSetValue ?? each.integerValue,
        ]),
      );
      const should = {
        CPU: remaining.cpu,
        MEMORY: remaining.memory,
        PORTS: remaining.tcpPorts.map(String),
        PORTS_UDP: remaining.udpPorts.map(String),
      };
      for (const [name, value] of Object.entries(should)) {
        if (JSON.stringify(amounts.get(name)) !== JSON.stringify(value))
          broken.push(`${arn}: remaining ${name} is ${amounts.get(name)}`);
      }
    }
  }
  return broken;
}
