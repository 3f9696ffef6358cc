/** Machines from the inside: what Docker, the agent and `ss` say on a container instance. An entry of its own: pages need it late. */
export { findEnd } from "./network/find-end.ts";
export {
  type DockerContainer,
  type DockerImage,
  dockerContainers,
  dockerImages,
  dockerLog,
  instanceOn,
  isAgentUp,
  listeningSockets,
  type Socket,
} from "./workloads/docker-view.ts";
