/** What the tree of resources says, in English. AWS's own words stay as AWS spells them. */
import type { Heading } from "../tree-rows.ts";

/** What a language has to say. */
export type TreeTexts = Readonly<Record<Exclude<Heading, "family">, string>> & { readonly tree: string };

export const en: TreeTexts = {
  tree: "Resources",
  clusters: "Clusters",
  tasks: "Tasks",
  containerInstances: "Container instances",
  taskDefinitions: "Task definitions",
  network: "Network",
  subnets: "Subnets",
  securityGroups: "Security groups",
  account: "Account",
  roles: "IAM roles",
  secrets: "Secrets",
  parameters: "Parameters",
  logGroups: "Log groups",
  fileSystems: "File systems",
  images: "Images",
};
