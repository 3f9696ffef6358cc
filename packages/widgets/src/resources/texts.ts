/** What the tree of resources says, in every language of the course. AWS's own words stay as AWS spells them. */
import type { Heading } from "./tree-rows.ts";

type TreeTexts = Readonly<Record<Exclude<Heading, "family">, string>> & { readonly tree: string };

const en: TreeTexts = {
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

const vi: TreeTexts = {
  tree: "Tài nguyên",
  clusters: "Cluster",
  tasks: "Task",
  containerInstances: "Container instance",
  taskDefinitions: "Task definition",
  network: "Mạng",
  subnets: "Subnet",
  securityGroups: "Security group",
  account: "Tài khoản",
  roles: "IAM role",
  secrets: "Secret",
  parameters: "Parameter",
  logGroups: "Log group",
  fileSystems: "File system",
  images: "Image",
};

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function treeTexts(lang: string): TreeTexts {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}
