/** Random stations under steady loads, on which the closed form is held against the oracle. */
import { RandomStreams } from "../../kernel/random.ts";
import { fleet, type Scenario } from "./scenario.ts";

/** Utilisation from and up to which a band goes. */
export const BANDS = {
  "30-70 %": [0.3, 0.7],
  "70-90 %": [0.7, 0.9],
  "90-105 %": [0.9, 1.05],
  "105-130 %": [1.05, 1.3],
} as const;

export type Band = keyof typeof BANDS;

const PLACES = [1, 2, 4, 8, 16, 32] as const;
const QUEUES = [5, 20, 100, 300] as const;
/** Requests that a run has at least, and how long it lasts at least. */
const LEAST_REQUESTS = 60_000;
const LEAST_MS = 20_000;

/** Scenarios of one band: 1 to 32 places, queues of 5 to 300, spreads of 0.2 to 1.5, 1 to 12 targets. */
export function stationsIn(band: Band, count: number): Scenario[] {
  const random = new RandomStreams(9);
  const [low, high] = BANDS[band];
  return Array.from({ length: count }, (_, index) => {
    const unit = () => random.unit(band);
    const places = PLACES[Math.floor(unit() * PLACES.length)] as number;
    const serviceMs = 10 * 10 ** (1.5 * unit());
    const queue = QUEUES[Math.floor(unit() * QUEUES.length)] as number;
    const targets = 1 + Math.floor(12 * unit());
    const utilisation = low + (high - low) * unit();
    const serving = { places, queue, serviceMs, spread: 0.2 + 1.3 * unit(), cpuMs: 1, errorShare: 0 };
    const perSecond = (1000 * utilisation * targets * places) / serviceMs;
    const untilMs = Math.max(LEAST_MS, (LEAST_REQUESTS / perSecond) * 1000);
    return { title: `${band}, number ${index}`, perSecond, untilMs, changes: fleet(targets, serving) };
  });
}
