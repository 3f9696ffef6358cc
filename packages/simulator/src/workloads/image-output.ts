/**
 * What the catalogue's images print, as a few lines each with the time since the start. Servers print no request lines,
 * because nobody sends requests here.
 */
import { dateText, slashedDate } from "../model/calendar.ts";

/** A line and when it comes: after the start, or after SIGTERM. `{date}` becomes the moment in the program's own form, `{NAME}` a variable. */
interface Planned {
  readonly afterMs: number;
  readonly text: string;
}

/** What one program prints. */
export interface ImageOutput {
  readonly atStart: readonly Planned[];
  readonly atSigterm: readonly Planned[];
  readonly date: (atMs: number) => string;
}

const ENTRYPOINT = "/docker-entrypoint.sh:";
const NOTICE = "{date} [notice] 1#1:";

/** Source: start and stop of the official image nginx:1.29, shortened (checked 2026-11-21). */
const NGINX: ImageOutput = {
  atStart: [
    at(0, `${ENTRYPOINT} /docker-entrypoint.d/ is not empty, will attempt to perform configuration`),
    at(10, `${ENTRYPOINT} Looking for shell scripts in /docker-entrypoint.d/`),
    at(90, `${ENTRYPOINT} Configuration complete; ready for start up`),
    at(110, `${NOTICE} using the "epoll" event method`),
    at(110, `${NOTICE} nginx/1.29.3`),
    at(120, `${NOTICE} start worker processes`),
    at(125, `${NOTICE} start worker process 29`),
  ],
  atSigterm: [
    at(0, `${NOTICE} signal 3 (SIGQUIT) received, shutting down`),
    at(10, "{date} [notice] 29#29: gracefully shutting down"),
    at(20, "{date} [notice] 29#29: exiting"),
    at(60, `${NOTICE} exit`),
  ],
  date: slashedDate,
};

const HTTPD: ImageOutput = {
  atStart: [
    at(
      60,
      "[{date}] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/2.4.65 (Unix) configured -- resuming normal operations",
    ),
    at(60, "[{date}] [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D FOREGROUND'"),
  ],
  atSigterm: [at(0, "[{date}] [mpm_event:notice] [pid 1:tid 1] AH00492: caught SIGWINCH, shutting down gracefully")],
  date: dateText,
};

const HELLO = plain([
  at(0, "Hello from your task."),
  ...[1, 2, 3, 4].map((step) => at(step * 1000, `Working: step ${step} of 4`)),
  at(4_900, "Done. Goodbye."),
]);
const CRASH = plain([
  at(0, "Starting the order service"),
  at(1_500, "Connected to the database"),
  at(5_000, "Processing order 4711"),
  at(7_900, "TypeError: Cannot read properties of undefined (reading 'price')"),
  at(7_900, "    at total (/app/orders.js:17:32)"),
  at(7_950, "Node.js v24.11.0"),
]);
const SLOW_START = plain([
  at(0, "Loading the model"),
  at(15_000, "Loading the model: 40 %"),
  at(30_000, "Loading the model: 80 %"),
  at(40_000, "Ready on port 8080"),
]);
const STUBBORN = plain([at(0, "Busy. Please do not interrupt.")], [at(0, "Signal 15? Not now.")]);
const LEAKY = plain([0, 4, 8, 12, 16, 19].map((second) => at(second * 1000, `Cache: ${64 + 24 * second} MiB in use`)));

const REPORT = plain([
  at(0, "Nightly report: reading the orders of the day"),
  at(2_000, "42 orders, 1873.50 EUR"),
  at(4_000, "Writing to s3://{REPORT_BUCKET}/orders.csv"),
  at(5_900, "Done"),
]);
const API = plain(
  [at(0, "shop api 1.0 starts"), at(400, "Listening on port 8080")],
  [at(0, "SIGTERM: no new requests"), at(850, "Bye")],
);
const CACHE = plain([at(0, "Filling the cache"), at(12_000, "Ready")], [at(0, "SIGTERM: writing nothing, going away")]);
const THUMBNAILS = plain([at(0, "Waiting for pictures")], [at(0, "SIGTERM")]);

const OUTPUTS: readonly (readonly [repositoryEnd: string, output: ImageOutput])[] = [
  ["/nginx", NGINX],
  ["/httpd", HTTPD],
  ["/quayside/hello", HELLO],
  ["/quayside/crash", CRASH],
  ["/quayside/slow-start", SLOW_START],
  ["/quayside/stubborn", STUBBORN],
  ["/quayside/leaky", LEAKY],
  ["/quayside/report", REPORT],
  ["/quayside/cache", CACHE],
  ["/quayside/thumbnails", THUMBNAILS],
  ["/shop/api", API],
];

/** What an image's program prints, or undefined when it is silent. */
export function outputOfImage(repository: string): ImageOutput | undefined {
  return OUTPUTS.find(([end]) => repository.endsWith(end))?.[1];
}

function at(afterMs: number, text: string): Planned {
  return { afterMs, text };
}

function plain(atStart: readonly Planned[], atSigterm: readonly Planned[] = []): ImageOutput {
  return { atStart, atSigterm, date: dateText };
}
