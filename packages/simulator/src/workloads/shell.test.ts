/** The simulated shell: how long commands live, how they end, what they print. */

import { describe, expect, test } from "vitest";
import { DEFAULT_PLACE } from "../model/place.ts";
import { printedBy, readShellCommand, usesFiles } from "./shell.ts";

const sh = (script: string) => ["sh", "-c", script];
const around = {
  environment: { NAME: "Quay", LIST: "a b" },
  hostname: "ip-10-0-0-4.ec2.internal",
  startsAtMs: DEFAULT_PLACE.startsAtMs,
  startedAtMs: 60_000,
};
const printed = (script: string, untilMs = 3_600_000) =>
  printedBy(sh(script), around, untilMs).map(({ afterMs, text }) => `${afterMs} ${text}`);

describe("how long a command lives and how it ends", () => {
  test.each([
    ["sleep 5; exit 3", 5_000, 3],
    ["sleep 1m && true", 60_000, 0],
    ["false || exit 4", 0, 4],
    ["true && false", 0, 1],
    ["no-such-program", 0, 127],
    ["for i in 1 2 3; do sleep 2; done", 6_000, 0],
    ["if false; then exit 1; else exit 9; fi", 0, 9],
    ["exit 256", 0, 0],
    ["sleep 100000", 100_000_000, 0],
    ["sleep soon", 0, 1],
  ])("%s", (script, runsForMs, exitCode) => {
    expect(readShellCommand(sh(script))).toEqual({ runsForMs, exitCode });
  });

  test.each([
    "while true; do echo tick; sleep 5; done",
    "while :; do :; done",
    "until false; do sleep 1; done",
    "sleep infinity",
    "tail -f /dev/null",
  ])("%s runs until it is stopped", (script) => expect(readShellCommand(sh(script))?.runsForMs).toBeUndefined());

  test("a command without a shell is one program", () => {
    expect(readShellCommand(["sleep", "30"])).toEqual({ runsForMs: 30_000, exitCode: 0 });
    expect(readShellCommand(["echo", "a;", "exit", "3"])).toEqual({ runsForMs: 0, exitCode: 0 });
    expect(readShellCommand([])).toBeUndefined();
  });

  test.each([
    ["set -e; false; echo no", 1],
    ["set -eu\nsleep 1; no-such-program; exit 5", 127],
    ["set -o errexit; false || true; false && true; exit 5", 5],
    ["set -e; if false; then exit 1; fi; until true; do false; done; exit 5", 5],
    ["set -e; true && false; exit 5", 1],
    ["set -e; for i in 1 2; do false; done; exit 5", 1],
    ["set -e; set +e; false; exit 5", 5],
    ["false; exit $?", 1],
  ])("%s ends with %i", (script, exitCode) => {
    expect(readShellCommand(sh(script))?.exitCode).toBe(exitCode);
  });

  test.each([["-ec"], ["-e", "-c"], ["-exc"]])("sh %s ends at the first failure", (...flags) => {
    expect(readShellCommand(["sh", ...flags, "false; exit 5"])?.exitCode).toBe(1);
  });

  test.each([
    "a | b",
    "sleep 9 & exit 3",
    "f() { true; }",
    "case a in a) true;; esac",
    "exit $((1 + 1))",
    `echo \${A:?no A}`,
  ])("%s is what Quayside does not simulate: nobody made a mistake", (script) => {
    expect(readShellCommand(sh(script))?.exitCode).toBe(2);
    expect(printed(script)[0]).toMatch(/^0 Quayside does not simulate /);
  });

  test.each(["if true; then", "echo 'open", "done", "echo $(date"])("%s is a syntax error: 2", (script) => {
    expect(readShellCommand(sh(script))?.exitCode).toBe(2);
    expect(printed(script)[0]).toMatch(/^0 sh: syntax error: /);
  });
});

describe("what a command prints", () => {
  test("lines with the time since the start", () => {
    expect(printed('echo start; sleep 5; echo "two  blanks"; printf "a\\nb\\n"')).toEqual([
      "0 start",
      "5000 two  blanks",
      "5000 a",
      "5000 b",
    ]);
  });

  test("variables, defaults, quotes, outputs of commands", () => {
    expect(
      printed(`echo $NAME \${NONE:-none} '$NAME' "\${NAME}s" $LIST; X=1; echo "$X at $(date)" $(hostname)`),
    ).toEqual(["0 Quay none $NAME Quays a b", "0 1 at Mon Jan  5 09:01:00 UTC 2026 ip-10-0-0-4.ec2.internal"]);
  });

  test("a loop without end prints as far as one looks", () => {
    expect(printed("while true; do echo tick; sleep 5; done", 11_000)).toEqual(["0 tick", "5000 tick", "10000 tick"]);
  });

  test("a program that does not exist", () => {
    expect(printed("npm start")).toEqual(["0 sh: npm: not found"]);
  });

  test("a shell inside a shell", () => {
    expect(printed(`/bin/sh -c "echo in; sleep 1" && echo out`)).toEqual(["0 in", "1000 out"]);
  });
});

test("which commands look at files", () => {
  expect(usesFiles(sh("echo a; sleep 1"))).toBe(false);
  expect(usesFiles(sh("echo a > /data/x"))).toBe(true);
  expect(usesFiles(sh("echo $(cat /data/x)"))).toBe(true);
  expect(usesFiles(sh("[ -f /x ] && echo y"))).toBe(true);
  expect(usesFiles(["cat", "/data/x"])).toBe(true);
  expect(usesFiles(sh('[ -n "$NAME" ] && echo y'))).toBe(false);
});
