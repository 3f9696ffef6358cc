/** `quayside request` in the terminal: which rule of a load balancer a request meets. */
import { DEFAULT_SUBNETS, DEFAULT_VPC_ID, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { completeCommandLine } from "./complete.ts";
import { runCommandLine } from "./run-line.ts";

const session = Session.start();
const variables = new Map<string, string>();
const run = (line: string) => runCommandLine(line, { session, variables });
const made = (variable: string, line: string, query: string) =>
  run(`${variable}=$(aws elbv2 ${line} --query "${query}" --output text)`);

const SUBNETS = `${DEFAULT_SUBNETS["public-a"]} ${DEFAULT_SUBNETS["public-b"]}`;
made("ALB", `create-load-balancer --name door --subnets ${SUBNETS}`, "LoadBalancers[0].LoadBalancerArn");
for (const name of ["web", "next"]) {
  const line = `create-target-group --name ${name} --protocol HTTP --port 80 --target-type ip --vpc-id ${DEFAULT_VPC_ID}`;
  made(name.toUpperCase(), line, "TargetGroups[0].TargetGroupArn");
}
made(
  "LISTENER",
  'create-listener --load-balancer-arn "$ALB" --protocol HTTP --port 80 --default-actions "Type=forward,TargetGroupArn=$WEB"',
  "Listeners[0].ListenerArn",
);
const rule = (priority: number, condition: string, action: string) =>
  run(
    `aws elbv2 create-rule --listener-arn "$LISTENER" --priority ${priority} --conditions "${condition}" --actions '${action}'`,
  );
rule(10, "Field=path-pattern,Values=/old*", "Type=redirect,RedirectConfig={Path=/,StatusCode=HTTP_301}");
rule(20, "Field=host-header,Values=api.example.com", "Type=fixed-response,FixedResponseConfig={StatusCode=404}");

test("the rules are asked by priority, until one matches", () => {
  const before = session.journal.records.length;
  const { exitCode, stdout } = run("quayside request door/v1 --host api.example.com");
  expect(exitCode).toBe(0);
  expect(stdout).toBe(
    [
      "GET http://api.example.com/v1",
      "  no  10       path-pattern /old*",
      "  ok  20       host-header api.example.com",
      "  --  default  everything else",
      "  --  not asked: a rule before it has matched",
      "The rule of priority 20 decides: it answers 404 itself.",
      "",
    ].join("\n"),
  );
  expect(session.journal.records.length).toBe(before);
  expect(run("quayside request door/old/page").stdout).toContain("priority 10 decides: 301 to #{protocol}://");
  expect(run("quayside request http://door:80/").stdout).toContain(
    "The default rule decides: forward to web (nobody is in it: 503)",
  );
});

test("what is wrong is said", () => {
  expect(run("quayside request door:8080/")).toMatchObject({
    exitCode: 2,
    stderr: "quayside: door does not listen on port 8080.\n",
  });
  expect(run("quayside request gate").stderr).toBe("quayside: There is no load balancer gate.\n");
  expect(run("quayside request door --colour red").stderr).toMatch(/^usage: quayside request /);
  expect(run("quayside request --help").stdout).toMatch(/^usage: quayside request /);
});

test("names and options are suggested", () => {
  const at = (line: string) => completeCommandLine(line, line.length, { session }).options.map(({ text }) => text);
  expect(at("quayside request ")).toEqual(["door/"]);
  expect(at("quayside request door/ ")).toContain("--host");
});
