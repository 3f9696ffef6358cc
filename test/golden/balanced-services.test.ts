/** Golden stories of services behind a load balancer: what they say, decide and do to their tasks and targets, second by second. */
import { describe, expect, test } from "vitest";
import { BALANCED_STORIES } from "./balanced-stories.ts";

describe("a service behind a load balancer", () => {
  for (const [name, tell] of Object.entries(BALANCED_STORIES)) {
    test(name, async () => {
      await expect(tell().text).toMatchFileSnapshot(`services/${name}.txt`);
    });
  }
});

/** Seconds from one line of a story's last chapter to the next, and those of published logs of October 2026. */
const RECORDED: Readonly<Record<string, readonly (readonly [line: RegExp, seconds: number])[]>> = {
  "rollout-with-targets": [
    [/ registered 1 targets/, 0],
    [/has stopped 1 running/, 50.2],
    [/ deregistered 1 targets/, 10.1],
    [/got SIGTERM/, 39.6],
    [/deployment completed/, 12.2],
  ],
  "target-hangs": [
    [/its container hangs/, 0],
    [/port 80 is unhealthy/, 89.4],
    [/replaced 1 tasks/, 12],
    [/ registered 1 targets/, 28.2],
    [/port 80 is healthy/, 2.3],
    [/is unhealthy in/, 16],
    [/ deregistered 1 targets/, 10.2],
    [/steady state/, 9.7],
  ],
};

test.each(Object.entries(RECORDED))("%s is within three seconds of what was recorded", (name, steps) => {
  const lines = (BALANCED_STORIES[name]?.().text.split("\n## ").at(-1) ?? "").split("\n");
  const moments = steps.map(([line]) => Number.parseFloat(lines.find((each) => line.test(each)) ?? "NaN"));
  const gaps = moments.map((atS, index) => atS - (moments[index - 1] ?? atS));
  for (const [index, [, seconds]] of steps.entries()) {
    expect(Math.abs((gaps[index] ?? 0) - seconds), String(steps[index]?.[0])).toBeLessThanOrEqual(3);
  }
});
