/** `docker push` in the terminal. */
import { Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { runCommandLine } from "./run-line.ts";

const run = (line: string, session = Session.start()) => runCommandLine(line, { session });

test("a push prints the tag and its new digest, which the registry then holds", () => {
  const session = Session.start();
  const { exitCode, stdout, stderr } = run("docker push quayside/shop:1.1", session);
  expect([exitCode, stderr]).toEqual([0, ""]);
  const [, digest] = /^1\.1: digest: (sha256:[0-9a-f]{64}) size: \d+$/m.exec(stdout) ?? [];
  expect(stdout).toMatch(/^The push refers to repository \[docker\.io\/quayside\/shop\]\n[0-9a-f]{12}: Pushed\n/);
  const shop = [...session.tables.images.values()].find((image) => image.repository === "docker.io/quayside/shop");
  expect(shop).toMatchObject({ tags: ["1.1"], imageDigest: digest });
});

test("a push without a tag says which one it takes", () => {
  expect(run("docker push quayside/shop").stdout).toMatch(/^Using default tag: latest\n/);
});

test("a push into somebody else's repository is denied", () => {
  expect(run("docker push nginx:latest")).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: "denied: requested access to the resource is denied\n",
  });
});

test.each(["docker", "docker ps", "docker push", "docker push --all-tags quayside/shop", "docker push a b"])(
  "%s is answered with what there is",
  (line) => {
    expect(run(line)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("docker push IMAGE") });
  },
);
