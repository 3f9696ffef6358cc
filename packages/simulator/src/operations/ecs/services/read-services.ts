/** DescribeServices, ListServices, ListServicesByNamespace. */
import { deploymentsOf, revisionOf } from "../../../controllers/services/service-rows.ts";
import { failureReason } from "../../../model/causes/placements.ts";
import type { ServiceRow } from "../../../model/services.ts";
import { answer, query } from "../../operation.ts";
import { cutPage } from "../../pages.ts";
import type { Shape } from "../../shapes.ts";
import { findCluster } from "../find-cluster.ts";
import { findNamespace } from "../namespaces.ts";
import { refuse } from "../refusals.ts";
import { findService, serviceArn } from "./find-service.ts";
import { describeService } from "./present-service.ts";

/** Services that one call can name. @source API Reference, DescribeServices (checked 2026-11-29) */
const MAX_DESCRIBED = 10;
/** Results of a page when the call does not say. @source API Reference, ListServices (checked 2026-11-29) */
const USUAL_PAGE = 10;

export const describeServices = query<"ecs", "DescribeServices">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  if (input.services.length === 0) return refuse("services.none");
  if (input.services.length > MAX_DESCRIBED) return refuse("services.too-many", { most: MAX_DESCRIBED });
  const tags = input.include?.includes("TAGS") === true;
  const services: Shape<"ecs", "Service">[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  const arns = new Map(input.services.map((reference) => [serviceArn(sim, cluster, reference), reference]));
  for (const [arn, reference] of arns) {
    const row = findService(sim, cluster, reference);
    if (row === undefined) failures.push({ arn, reason: failureReason("failure.missing") });
    else services.push(describeService(sim, row, { tags, of: "read" }));
  }
  return answer({ services, failures });
});

export const listServices = query<"ecs", "ListServices">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { launchType, schedulingStrategy, resourceManagementType, maxResults = USUAL_PAGE } = input;
  const keep = (arn: string): boolean => {
    const row = sim.tables.services.get(arn) as ServiceRow;
    return (
      row.status === "ACTIVE" &&
      (launchType === undefined || (row.launchType ?? "EC2") === launchType) &&
      (schedulingStrategy === undefined || row.schedulingStrategy === schedulingStrategy) &&
      (resourceManagementType === undefined || resourceManagementType === "CUSTOMER")
    );
  };
  const keys = sim.tables.services.bucket("cluster", cluster.clusterArn);
  const cut = cutPage("ListServices", keys, { ...input, maxResults }, keep);
  return cut.ok ? answer({ serviceArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

export const listServicesByNamespace = query<"ecs", "ListServicesByNamespace">((sim, input) => {
  const { namespace, maxResults = USUAL_PAGE } = input;
  const found = findNamespace(sim, namespace);
  const keep = (arn: string): boolean => {
    const { status, deploymentController } = sim.tables.services.get(arn) as ServiceRow;
    return (
      status === "ACTIVE" &&
      deploymentController === "ECS" &&
      revisionOf(sim, deploymentsOf(sim, arn)[0]).namespaceArn === (found?.namespaceArn ?? "")
    );
  };
  const keys = { [Symbol.iterator]: () => sim.tables.services.keys() };
  const cut = cutPage("ListServicesByNamespace", keys, { ...input, maxResults }, keep);
  if (!cut.ok) return cut;
  if (found === undefined) return refuse("service.namespace");
  return answer({ serviceArns: cut.page.items, nextToken: cut.page.nextToken });
});
