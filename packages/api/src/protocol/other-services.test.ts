/** What is not simulated is said not to be simulated, for every service: never that AWS lacks it. */
import { Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { handleAws } from "./front-door.ts";
import { otherServiceOf } from "./other-services.ts";

const FORM = "application/x-www-form-urlencoded; charset=utf-8";
const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260105/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

function ask(headers: Record<string, string>, { body = "", method = "POST" } = {}): { status: number; body: string } {
  return handleAws(Session.start(), { method, headers, body });
}

describe("a request that is signed for another service", () => {
  test.each([
    ["ssm", { "x-amz-target": "AmazonSSM.GetParameter" }, "{}", "GetParameter of ssm"],
    ["sts", { "content-type": FORM }, "Action=GetCallerIdentity&Version=2011-06-15", "GetCallerIdentity of sts"],
    ["autoscaling", { "content-type": FORM }, "Action=DescribeTags", "DescribeTags of autoscaling"],
    ["lambda", { "content-type": "application/json" }, "{}", "lambda"],
    ["s3", {}, "", "s3"],
  ])("%s is told that it is not simulated", (service, headers, body, asked) => {
    const answer = ask({ authorization: scope(service), ...headers }, { body });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(`Quayside does not simulate ${asked}. It simulates parts of Amazon ECS, Amazon EC2,`);
    expect(answer.body.startsWith("<?xml")).toBe(["sts", "autoscaling", "s3"].includes(service));
  });

  test("is told so whatever method it uses", () => {
    expect(ask({ authorization: scope("s3") }, { method: "GET" }).body).toContain("Quayside does not simulate s3.");
  });
});

test("is refused in the form that its clients read", () => {
  const bodyOf = (service: string, headers = {}) => ask({ authorization: scope(service), ...headers }).body;
  expect(bodyOf("s3")).toMatch(/^<\?xml[^>]*>\n<Error><Code>NotModelledException<\/Code><Message>Quayside does not /);
  expect(bodyOf("route53")).toContain("<ErrorResponse><Error><Type>Sender</Type><Code>NotModelledException</Code>");
  expect(bodyOf("iam", { "content-type": FORM })).toContain("<ErrorResponse><Error>");
  expect(JSON.parse(bodyOf("lambda"))).toMatchObject({ __type: "NotModelledException" });
});

test("an operation that the service has is said to be there", () => {
  const { body } = ask({ "x-amz-target": "Logs_20140328.StartQuery" }, { body: "{}" });
  expect(JSON.parse(body)).toEqual({
    __type: "NotModelledException",
    message: "Quayside does not simulate StartQuery; Amazon CloudWatch Logs has it.",
  });
});

test.each([["ecs"], ["ec2"], ["elasticloadbalancing"], ["logs"]])(
  "a request signed for %s is one of ours",
  (service) => {
    expect(otherServiceOf({ headers: { authorization: scope(service) } })).toBeUndefined();
    expect(otherServiceOf({ headers: {} })).toBeUndefined();
  },
);

test.each([
  [{ "x-amz-target": "AmazonEC2ContainerServiceV20141113.FlyToTheMoon" }, ""],
  [{ "x-amz-target": "Logs_20140328.StartQuery" }, "{}"],
  [{ "x-amz-target": "AmazonSSM.GetParameter" }, "{}"],
  [{ "content-type": FORM }, "Action=FlyToTheMoon"],
  [{ "content-type": FORM }, "Action=DescribeImages"],
])("%j is not simulated either", (headers, body) => {
  expect(ask(headers, { body }).body).toContain("Quayside does not simulate ");
});
