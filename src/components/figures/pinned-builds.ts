// Which build a task runs, by who started it and when: played by the simulator while the page is built, and read from the
// digests of its containers.

import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";

/** The builds of one way to start tasks: 1 is the one before the push, 2 the pushed one; undefined: there is no such task. */
export interface BuildRow {
  readonly who: "alone" | "service" | "loose";
  readonly before: number | undefined;
  readonly another: number | undefined;
  readonly replacement: number | undefined;
  readonly forced: number | undefined;
}

const WHERE = {
  taskDefinition: "shop",
  launchType: "FARGATE",
  networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } },
};

/** One row a way; the same in every build of the site. */
export function buildRows(): BuildRow[] {
  return [alone(), ofService("service"), ofService("loose")];
}

class Shop {
  readonly #session = Session.start({ seed: 4, scenario: { id: "figure", title: "", commands: [] } });
  readonly #first: string | undefined;

  constructor(container: object = {}) {
    this.call("CreateCluster", { clusterName: "default" });
    this.call("RegisterTaskDefinition", {
      family: "shop",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "shop", image: "quayside/shop:latest", ...container }],
    });
    this.#first = this.#session.tables.images.get("docker.io/quayside/shop")?.imageDigest;
  }

  /** Calls, and lets everything come to its end. */
  call(operation: string, input: object, service: "ecs" | "quayside" = "ecs"): void {
    this.#session.call(service, operation, input);
    this.#session.advance({ untilSettled: true });
  }

  push(): void {
    this.call("PushImage", { image: "quayside/shop:latest" }, "quayside");
  }

  /** The build of the newest task. */
  get newest(): number {
    const [digest] = [...this.#session.tables.containers.values()].slice(-1).map(({ imageDigest }) => imageDigest);
    return digest === this.#first ? 1 : 2;
  }

  stopFirst(): void {
    const [task] = this.#session.tables.tasks.keys();
    this.call("StopTask", { task });
  }
}

function alone(): BuildRow {
  const shop = new Shop();
  shop.call("RunTask", WHERE);
  const before = shop.newest;
  shop.push();
  shop.call("RunTask", WHERE);
  return { who: "alone", before, another: shop.newest, replacement: undefined, forced: undefined };
}

function ofService(who: "service" | "loose"): BuildRow {
  const shop = new Shop(who === "loose" ? { versionConsistency: "disabled" } : {});
  shop.call("CreateService", { serviceName: "shop", desiredCount: 1, ...WHERE });
  const before = shop.newest;
  shop.push();
  shop.call("UpdateService", { service: "shop", desiredCount: 2 });
  const another = shop.newest;
  shop.stopFirst();
  const replacement = shop.newest;
  shop.call("UpdateService", { service: "shop", forceNewDeployment: true });
  return { who, before, another, replacement, forced: shop.newest };
}
