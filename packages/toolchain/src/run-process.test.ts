/** Running programs: their output, their code, and the bound in time. */
import { expect, test } from "vitest";
import { runProcess } from "./run-process.ts";

const node = (script: string, limitMs = 10_000) =>
  runProcess({ program: process.execPath, executable: true, args: ["-e", script], limitMs });

test("output and error come back together, without colours, with the code", async () => {
  const { code, output } = await node(
    "console.log('\\x1b[31mred\\x1b[0m'); console.error('two'); process.exitCode = 3",
  );
  expect(code).toBe(3);
  expect(output).toContain("red\n");
  expect(output).toContain("two\n");
  expect(output).not.toContain("\u001b");
});

test("a program that outlasts its bound is killed with what it started, and fails", async () => {
  const grandchild =
    "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {stdio: 'inherit'})";
  const { code, output, timedOut } = await node(`${grandchild}; setInterval(() => {}, 1000)`, 300);
  expect(timedOut).toBe(true);
  expect(code).toBe(1);
  expect(output).toContain("still running after 0.3 s");
});

test("a program that reads its input gets none", async () => {
  const { code, output } = await node("process.stdin.on('end', () => console.log('end')).resume()");
  expect(code).toBe(0);
  expect(output).toContain("end");
});

test("a program that does not exist fails with a sentence", async () => {
  const { code, output } = await runProcess({ program: "/no/such/program", executable: true, args: [], limitMs: 1000 });
  expect(code).toBe(1);
  expect(output).toContain("/no/such/program cannot be started");
});
