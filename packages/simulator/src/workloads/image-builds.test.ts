/** What a push leaves in a repository, and which build a reference means then. */
import { describe, expect, test } from "vitest";
import type { ImageRow } from "../model/registry.ts";
import { buildWith, digestOf, findBuild, pushed } from "./image-builds.ts";
import { parseImageReference } from "./image-reference.ts";

const first: ImageRow = {
  repository: "docker.io/quayside/shop",
  tags: ["latest", "1.0"],
  imageDigest: digestOf("docker.io/quayside/shop 1"),
  sizeMB: 40,
  architectures: ["X86_64"],
  description: "first",
  behaviour: {},
  contents: "service",
  nextBuilds: [
    { sizeMB: 50, architectures: ["X86_64"], description: "second", behaviour: { runsForMs: 5 }, contents: "job" },
  ],
};
const find = (image: ImageRow, reference: string) => findBuild(image, parseImageReference(reference))?.description;

describe("a push under a tag that exists", () => {
  const second = pushed(first, "latest");

  test("moves the tag to the next build and leaves the other tags where they are", () => {
    expect([find(second, "quayside/shop"), find(second, "quayside/shop:1.0")]).toEqual(["second", "first"]);
    expect(second).toMatchObject({ tags: ["latest"], sizeMB: 50, behaviour: { runsForMs: 5 }, nextBuilds: [] });
    expect(second.earlierBuilds).toMatchObject([{ tags: ["1.0"], description: "first" }]);
  });

  test("leaves every build under its digest, also one that has no tag any more", () => {
    const third = pushed(pushed(second, "1.0"), "latest");
    expect(find(third, `quayside/shop@${first.imageDigest}`)).toBe("first");
    expect(find(third, `quayside/shop:nonsense@${second.imageDigest}`)).toBe("second");
    expect(find(third, `quayside/shop@${digestOf("never built")}`)).toBeUndefined();
    expect(buildWith(third, first.imageDigest)).toMatchObject({ tags: [], description: "first" });
    expect(third.earlierBuilds).toHaveLength(3);
  });

  test("brings the same program under another digest when no further build is prepared", () => {
    const third = pushed(second, "latest");
    expect(third).toMatchObject({ description: "second", sizeMB: 50 });
    expect(new Set([first, second, third].map((build) => build.imageDigest)).size).toBe(3);
  });
});

test("a push leaves the access to a repository as it is", () => {
  expect(pushed({ ...first, access: "ecr" }, "latest").access).toBe("ecr");
});

test("a push under a new tag moves no tag", () => {
  const second = pushed(first, "1.1");
  expect([find(second, "quayside/shop"), find(second, "quayside/shop:1.1")]).toEqual(["first", "second"]);
});

describe("a digest", () => {
  test("looks like one, and is the same for the same text", () => {
    expect(digestOf("a")).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digestOf("a")).toBe(digestOf("a"));
  });

  test("differs in many digits between neighbours", () => {
    const [one, two] = [digestOf("docker.io/quayside/shop 1"), digestOf("docker.io/quayside/shop 2")];
    const same = [...one.slice(7)].filter((digit, at) => digit === two[at + 7]).length;
    expect(same).toBeLessThan(16);
  });
});
