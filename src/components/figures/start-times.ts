// How long the same image takes to run in three places, the first time and again: played by the simulator while the page is
// built, and read from the timestamps of the tasks.

import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";

/** One start, in seconds after RunTask. */
export interface StartRow {
  /** Where it runs. */
  readonly place: string;
  readonly turn: "first" | "again";
  readonly pullStarted: number;
  readonly pullStopped: number;
  readonly running: number;
}

const PLACES = [
  { place: "Fargate", launchType: "FARGATE", networkMode: "awsvpc" },
  { place: "EC2, awsvpc", launchType: "EC2", networkMode: "awsvpc" },
  { place: "EC2, bridge", launchType: "EC2", networkMode: "bridge" },
] as const;

/** Two rows a place; the same in every build. */
export function startRows(): StartRow[] {
  return PLACES.flatMap(({ place, launchType, networkMode }) => {
    const session = Session.start({ seed: 3, scenario: { id: "figure", title: "", commands: [] } });
    session.call("ecs", "CreateCluster", { clusterName: "default" });
    session.call("quayside", "ProvideContainerInstances", { instanceType: "m5.large", subnets: ["private-a"] });
    session.call("ecs", "RegisterTaskDefinition", {
      family: "web",
      networkMode,
      requiresCompatibilities: [launchType],
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "web", image: "nginx:1.29" }],
    });
    const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["private-a"]] };
    const network = networkMode === "awsvpc" ? { networkConfiguration: { awsvpcConfiguration } } : {};
    return (["first", "again"] as const).map((turn) => {
      session.call("ecs", "RunTask", { taskDefinition: "web", launchType, ...network });
      session.advance({ untilSettled: true });
      return { place, turn, ...secondsOf(session) };
    });
  });
}

/** The timestamps of the newest task. */
function secondsOf(session: Session): Pick<StartRow, "pullStarted" | "pullStopped" | "running"> {
  const task = [...session.tables.tasks.values()].at(-1);
  const after = (atMs: number | undefined) => Math.round(((atMs ?? 0) - (task?.spec.createdAtMs ?? 0)) / 100) / 10;
  const { pullStartedAtMs, pullStoppedAtMs, startedAtMs } = task ?? {};
  return { pullStarted: after(pullStartedAtMs), pullStopped: after(pullStoppedAtMs), running: after(startedAtMs) };
}
