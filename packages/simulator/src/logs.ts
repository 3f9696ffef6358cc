/** Log streams as text: what the processes of a container have printed. Importing this entry lets GetLogEvents answer. */
import { installLogReader } from "./workloads/log-reader.ts";
import { readLog } from "./workloads/read-log.ts";

installLogReader(readLog);

export type { LogLine } from "./model/logs.ts";
export { readLog };
