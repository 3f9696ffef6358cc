// Four equal tasks under four strategies, placed by the simulator itself while the page is built: what the picture and
// its words both show.

import { Session } from "@quayside/simulator";
import type { FigureTexts } from "./texts/en.ts";

interface Strategy {
  readonly name: string;
  /** Second line of the label. */
  readonly second?: string;
  readonly strategies: readonly { readonly type: string; readonly field?: string }[];
}

const BY_ZONE = { type: "spread", field: "attribute:ecs.availability-zone" };
const PACKED = { type: "binpack", field: "memory" };

const strategiesIn = (words: FigureTexts["placedTasks"]): readonly Strategy[] => [
  { name: "random", strategies: [{ type: "random" }] },
  { name: "spread", second: "instanceId", strategies: [{ type: "spread", field: "instanceId" }] },
  { name: "binpack", second: "memory", strategies: [PACKED] },
  { name: words.byZone, second: words.thenPacked, strategies: [BY_ZONE, PACKED] },
];

/** The tasks of one strategy: for each instance the numbers of its tasks, in the order in which they were placed. */
export interface PlacedRow {
  readonly name: string;
  readonly second: string;
  /** Four instances: two in us-east-1a, then two in us-east-1b. */
  readonly instances: readonly (readonly number[])[];
}

const CLUSTER = { clusterName: "figure" };
const DEFINITION = {
  family: "web",
  requiresCompatibilities: ["EC2"],
  containerDefinitions: [{ name: "web", image: "nginx:1.29", memory: 900 }],
};

/** One row a strategy; the same in every build. */
export function placedRows(words: FigureTexts["placedTasks"]): PlacedRow[] {
  return strategiesIn(words).map(({ name, second = "", strategies }) => ({
    name,
    second,
    instances: place(strategies),
  }));
}

function place(placementStrategy: Strategy["strategies"]): number[][] {
  const session = Session.start({ seed: 8, scenario: { id: "figure", title: "", commands: [] } });
  session.call("ecs", "CreateCluster", CLUSTER);
  const provided = { cluster: "figure", instanceType: "t3.medium" };
  for (const zone of ["a", "b"]) {
    session.call("quayside", "ProvideContainerInstances", { ...provided, subnets: [`private-${zone}`], count: 2 });
  }
  session.call("ecs", "RegisterTaskDefinition", DEFINITION);
  session.call("ecs", "RunTask", { cluster: "figure", taskDefinition: "web", count: 4, placementStrategy });
  const arns = [...session.tables.containerInstances.values()].map(({ containerInstanceArn }) => containerInstanceArn);
  const tasks = [...session.tables.tasks.values()].map(({ spec }) => spec.placed?.containerInstanceArn);
  return arns.map((arn) => tasks.flatMap((on, index) => (on === arn ? [index + 1] : [])));
}
