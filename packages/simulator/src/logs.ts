/** Log streams as text: what the processes of a container have printed. An entry of its own: pages need it late. */
export { readLog } from "./workloads/read-log.ts";
