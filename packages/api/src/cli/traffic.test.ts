/** Requests from the terminal: they begin, change and stop, and what became of them is said. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { completeCommandLine } from "./complete.ts";
import { runCommandLine } from "./run-line.ts";

function begin(): Session {
  const subnets = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];
  const session = Session.start();
  const run = (line: string) => expect(runCommandLine(line, { session })).toMatchObject({ exitCode: 0 });
  run(`aws elbv2 create-load-balancer --name shop --subnets ${subnets.join(" ")}`);
  run(
    "aws elbv2 create-target-group --name web --protocol HTTP --port 80 --vpc-id vpc-0a1b2c3d4e5f60718 --target-type ip",
  );
  const arn = (what: string, list: string, name: string, member: string) =>
    `$(aws elbv2 describe-${what} --names ${name} --query "${list}[0].${member}" --output text)`;
  const action = `Type=forward,TargetGroupArn=${arn("target-groups", "TargetGroups", "web", "TargetGroupArn")}`;
  const balancer = arn("load-balancers", "LoadBalancers", "shop", "LoadBalancerArn");
  run(
    `aws elbv2 create-listener --load-balancer-arn ${balancer} --protocol HTTP --port 80 --default-actions "${action}"`,
  );
  run(
    "aws ec2 authorize-security-group-ingress --group-id sg-0eee1111222233334 --protocol tcp --port 80 --cidr 0.0.0.0/0",
  );
  run("aws elbv2 wait load-balancer-available --names shop");
  return session;
}

test("clients begin, change and stop; without words the line says what became of their requests", () => {
  const session = begin();
  const run = (words: string) => runCommandLine(`quayside traffic${words}`, { session });
  expect(run("").stdout).toBe("No requests so far.\n");
  expect(run(" shop --rate 10").stdout).toMatch(/^clients: requests to shop from now on\./);
  session.advance({ byMs: 60_000 });
  expect(run(" shop --rate 100 --path /api").exitCode).toBe(0);
  expect(session.tables.clientFlows.get("clients")).toMatchObject({
    path: "/api",
    profile: { kind: "constant", perSecond: 100 },
  });
  session.advance({ byMs: 60_000 });
  const { stdout } = run("");
  const [, came, lost] = /requests +(\d+)\n[\s\S]*503, no target +(\d+)\n/.exec(stdout) ?? [];
  expect(Number(came)).toBeGreaterThan(5500);
  expect(lost).toBe(came);
  expect(stdout).toMatch(/^clients: clients\n/);
  expect(stdout).toMatch(/answers of the last minute: no answers\n$/);
  expect(run(" stop").stdout).toBe("clients sends no more requests.\n");
  expect(run("").stdout).toMatch(/^clients: none any more\n/);
});

test.each([
  [" shop --rate", 2, /^usage: quayside traffic/],
  [" shop --speed 3", 2, /^usage/],
  [" shop other --rate 1", 2, /^usage/],
  [" nowhere --rate 1", 2, /There is no load balancer nowhere/],
  [" shop --rate ten", 2, /StartTraffic takes/],
  [" stop --name others", 2, /Nobody named others sends requests/],
])("refuses%s", (words, exitCode, says) => {
  const result = runCommandLine(`quayside traffic${words}`, { session: begin() });
  expect(result.exitCode).toBe(exitCode);
  expect(result.stderr).toMatch(says);
});

test("help and completion", () => {
  const session = begin();
  expect(runCommandLine("quayside traffic --help", { session })).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^usage/),
  });
  const texts = (line: string) =>
    completeCommandLine(line, line.length, { session }).options.map((option: { text: string }) => option.text);
  expect(texts("quayside tr")).toEqual(["traffic"]);
  expect(texts("quayside traffic ")).toEqual(["shop", "stop"]);
  expect(texts("quayside traffic shop --pro")).toEqual(["--profile"]);
  expect(texts("quayside traffic shop --profile ")).toEqual(["ramp", "spike", "daily"]);
});
