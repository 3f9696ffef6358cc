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
