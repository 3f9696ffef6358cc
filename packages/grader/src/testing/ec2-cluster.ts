/** A cluster with container instances that tests of checks run tasks on, in a session of its own. */
import { Session } from "@quayside/simulator";
import type { CheckView } from "../condition.ts";
import { History } from "../history.ts";

/** `default` with so many instances, alternately in two zones; `web` takes 900 of the 3,788 MiB of each. */
export class Ec2Cluster {
  readonly session: Session;

  constructor(count = 4) {
    this.session = Session.start({ seed: 7, scenario: { id: "ec2", title: "", commands: [] } });
    this.call("CreateCluster", { clusterName: "default" });
    this.session.call("quayside", "ProvideContainerInstances", { cluster: "default", count });
    const containerDefinitions = [{ name: "web", image: "nginx:1.29", memory: 900 }];
    this.call("RegisterTaskDefinition", { family: "web", requiresCompatibilities: ["EC2"], containerDefinitions });
  }

  /** Runs so many tasks of `web`, with these members of RunTask besides. */
  run(count: number, more: object = {}): this {
    this.call("RunTask", { taskDefinition: "web", count, ...more });
    return this;
  }

  /** Calls an operation of ECS. */
  call(operation: string, input: object): Record<string, unknown> {
    const outcome = this.session.call("ecs", operation, input);
    return outcome.ok ? outcome.output : { error: outcome.error };
  }

  /** ARNs in the order of registration. */
  get instances(): string[] {
    return [...this.session.tables.containerInstances.keys()];
  }

  /** As checks see it. */
  view(): CheckView {
    const { tables, journal } = this.session;
    return { tables, journal: journal.records, history: History.of(journal.records), files: {} };
  }
}
