// The checks of two new targets, one by one: of a server that answers at once, and of one that needs its time. Arithmetic, as
// the load balancer's.

/** One check, in seconds after the registration. */
export interface Check {
  readonly second: number;
  readonly passes: boolean;
  /** What the target is from this check on. */
  readonly state: "initial" | "healthy" | "unhealthy";
}

/** A target, and its checks up to the end of the picture. */
export interface CheckRow {
  /** When its server begins to answer. */
  readonly answersFrom: number;
  readonly checks: readonly Check[];
  readonly unhealthyAt: number | undefined;
  readonly healthyAt: number | undefined;
}

const [FIRST, INTERVAL, UNHEALTHY_AFTER, HEALTHY_AFTER, END] = [3, 10, 2, 5, 120];

/** The rows of the picture. */
export function checkRows(): CheckRow[] {
  return [0, 40].map((answersFrom) => {
    const checks: Check[] = [];
    let state: Check["state"] = "initial";
    let [well, ill] = [0, 0];
    for (let second = FIRST; second < END; second += INTERVAL) {
      const passes = second >= answersFrom;
      well = passes ? well + 1 : 0;
      ill = passes ? 0 : ill + 1;
      if (well >= (state === "initial" ? 1 : HEALTHY_AFTER)) state = "healthy";
      else if (ill >= UNHEALTHY_AFTER) state = "unhealthy";
      checks.push({ second, passes, state });
    }
    const first = (wanted: Check["state"]) => checks.find((check) => check.state === wanted)?.second;
    return { answersFrom, checks, unhealthyAt: first("unhealthy"), healthyAt: first("healthy") };
  });
}
