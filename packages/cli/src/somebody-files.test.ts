/** Names and files that somebody else wrote: no command obeys what is in them, or waits for what never ends. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "./main.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quayside-somebody-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await main(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("what comes from somebody's files", () => {
  const EVIL = "a\u001b]0;x\u0007\u202e\u009b31m";
  const OBEYED = ["\u001b", "\u0007", "\u202e", "\u009b"];

  test("is shown on the terminal and never obeyed, by every command", async () => {
    const path = file("evil.txt", `aws ecs create-cluster --cluster-name ${EVIL}\n`);
    const runs = [
      await run(EVIL),
      await run("help", EVIL),
      await run("lint", EVIL),
      await run("lint", "--format", EVIL, path),
      await run("rules", EVIL),
      await run("grade", EVIL),
      await run("grade", "01/01", "--commands", path),
      await run("grade", "01/01", "--commands", join(folder, EVIL)),
      await run("replay", join(folder, EVIL)),
      await run("serve", "--scenario", EVIL),
      await run("serve", "--host", EVIL, "--port", "0"),
    ];
    for (const { code, out, err } of runs) {
      expect(code).toBeGreaterThan(0);
      for (const char of OBEYED) expect(`${out}${err}`).not.toContain(char);
    }
    expect(runs.filter(({ out, err }) => `${out}${err}`.includes("\\u001b]0;x\\u0007")).length).toBeGreaterThan(8);
  });

  test("is not waited for when it is a pipe or a device", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("sh", ["-c", 'mkfifo "$0"', pipe]);
    for (const path of [pipe, "/dev/zero"]) {
      expect(await run("grade", "01/01", "--commands", path)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/It is not a file but a pipe/) as string,
      });
      expect(await run("replay", path)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/It is not a file but a pipe/) as string,
      });
      expect((await run("serve", "--scenario", path)).code).toBe(1);
      expect((await run("lint", "--config", path, "x.json")).code).toBe(2);
    }
  });
});
