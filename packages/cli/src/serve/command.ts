/** `quayside serve`: flags in, a server until the process is told to stop. */
import { epochMs, readDate } from "@quayside/simulator";
import { findScenarioOrFile } from "../course.ts";
import { readFlags, wholeNumber } from "../flags.ts";
import { watchParent } from "../parent-watch.mjs";
import type { Streams } from "../streams.ts";
import { UsageProblem } from "../usage-problem.ts";
import { declaredImages } from "./declared-images.ts";
import { type ServerOptions, startServer } from "./server.ts";
import type { ClockMode } from "./world.ts";

const MIN_SPEED = 0.001;
const MAX_SPEED = 100_000;
const FIRST_START_MS = Date.UTC(2000, 0);
const END_OF_STARTS_MS = Date.UTC(2100, 0);
const ENDS = ["SIGINT", "SIGTERM"] as const;

function clockOf(speed: string | undefined, clock: string | undefined): ClockMode {
  if (clock !== undefined && clock !== "manual") throw new UsageProblem(`--clock takes manual, not "${clock}"`);
  if (clock !== undefined && speed !== undefined)
    throw new UsageProblem("--speed and --clock manual exclude each other");
  if (clock === "manual") return { kind: "manual" };
  const value = speed === undefined ? 1 : Number(speed);
  if (speed?.trim() === "" || !(value >= MIN_SPEED && value <= MAX_SPEED)) {
    throw new UsageProblem(`--speed takes a number from ${MIN_SPEED} to ${MAX_SPEED}, not "${speed}"`);
  }
  return { kind: "follow", speed: value };
}

/** The first moment of the worlds; `now` is read here and nowhere else, so that a run is played again as it was. */
function startOf(text: string | undefined): Pick<ServerOptions, "startsAt"> {
  if (text === undefined) return {};
  const epochMs = text === "now" ? Date.now() : (readDate(text) ?? Number.NaN) * 1000;
  if (epochMs >= FIRST_START_MS && epochMs < END_OF_STARTS_MS) {
    return { startsAt: `${new Date(epochMs).toISOString().slice(0, "2026-11-29T12:00:00".length)}Z` };
  }
  throw new UsageProblem(
    `--start takes now, or a date of this century such as 2026-11-29 or 2026-11-29T12:00:00Z, not "${text}"`,
  );
}

async function optionsFrom(words: readonly string[]): Promise<ServerOptions> {
  const flags = readFlags(words, {
    port: { type: "string" },
    host: { type: "string" },
    "allow-host": { type: "string" },
    scenario: { type: "string" },
    image: { type: "string" },
    seed: { type: "string" },
    speed: { type: "string" },
    clock: { type: "string" },
    start: { type: "string" },
  });
  const [extra] = flags.words;
  if (extra !== undefined) throw new UsageProblem(`"${extra}" is not a flag. See quayside help serve`);
  const value = (name: string) => flags.values[name] as string | undefined;
  const clock = clockOf(value("speed"), value("clock"));
  const scenario = await findScenarioOrFile(value("scenario") ?? "default");
  const images = value("image");
  return {
    port: wholeNumber("port", value("port") ?? "4566", 0, 65_535),
    host: value("host") ?? "127.0.0.1",
    seed: wholeNumber("seed", value("seed") ?? "1", 0, 0xffffffff),
    clock,
    ...startOf(value("start")),
    allowHosts: value("allow-host")?.split(",") ?? [],
    ...(scenario === undefined ? {} : { scenario }),
    ...(images === undefined ? {} : { images: await declaredImages(images) }),
  };
}

/** Runs `quayside serve` until SIGINT, SIGTERM, or the end of npm's shell. @returns 0 after a clean end */
export async function serve(words: readonly string[], streams: Streams): Promise<number> {
  const options = await optionsFrom(words);
  // Listened for before anything is said: whoever reads the first line may end the server before the next one runs.
  const ended = Promise.withResolvers<void>();
  const end = () => ended.resolve();
  for (const signal of ENDS) process.once(signal, end);
  const unwatch = watchParent(end);
  try {
    const server = await startServer(options);
    const { mode, session } = server.world;
    const began = new Date(epochMs(session.tables, 0)).toISOString().replace(".000", "");
    const time = mode.kind === "manual" ? "stands still (POST /_quayside/advance moves it)" : `runs at ${mode.speed}x`;
    streams.out(`Amazon ECS on ${server.url}, simulated time ${time}, from ${began} on\n`);
    streams.out(`  aws --endpoint-url ${server.url} ecs list-clusters\n`);
    await ended.promise;
    await server.close();
    streams.out("stopped\n");
    return 0;
  } finally {
    for (const signal of ENDS) process.off(signal, end);
    unwatch();
  }
}
