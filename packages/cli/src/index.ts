/** @quayside/cli: the `quayside` command as functions, for tests and benches. */
export { main } from "./main.ts";
export { type RunningServer, type ServerOptions, startServer } from "./serve/server.ts";
export type { ClockMode } from "./serve/world.ts";
export type { Streams } from "./streams.ts";
