/** What the tree of resources says, in Vietnamese. AWS's own words stay as AWS spells them. */
import type { TreeTexts } from "./en.ts";

export const vi: TreeTexts = {
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
