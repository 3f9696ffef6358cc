/** The protocols of forms without sockets, EC2's and the query protocol: forms in, XML out, and what is refused. */
import { Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { handleAws } from "./front-door.ts";
import { xmlText } from "./write-xml.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };

function post(body: string, session = Session.start(), headers: Record<string, string> = FORM) {
  return handleAws(session, { method: "POST", headers, body });
}

const codeOf = (body: string) => /<Code>(.*?)<\/Code>/.exec(post(body).body)?.[1];

describe("an answer", () => {
  test("is XML with the names of the wire, lists as items", () => {
    const { status, headers, body } = post(
      "Action=DescribeSubnets&Version=2016-11-15&SubnetId.1=subnet-0aaa1111222233334",
    );
    expect([status, headers["content-type"]]).toEqual([200, "text/xml;charset=UTF-8"]);
    expect(body).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<DescribeSubnetsResponse xmlns="http:\/\/ec2\.amazonaws\.com\/doc\/2016-11-15\/"><requestId>/,
    );
    expect(body).toMatch(/<subnetSet><item>.*<tagSet><item><key>Name<\/key><value>public-a<\/value><\/item><\/tagSet>/);
    expect(body.match(/<subnetId>/g)).toHaveLength(1);
  });

  test("knows filters, lists in lists, numbers and truth", () => {
    const filter =
      "Filter.1.Name=availability-zone&Filter.1.Value.1=us-east-1a&Filter.2.Name=cidr&Filter.2.Value.1=10.0.*";
    expect(post(`Action=DescribeSubnets&${filter}&MaxResults=5`).body.match(/<subnetId>/g)).toHaveLength(2);
    const session = Session.start();
    const rule =
      "GroupId=sg-0eee1111222233334&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=80&IpPermissions.1.ToPort=80";
    const peers = "IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0%2F8&IpPermissions.1.Groups.1.GroupName=default";
    expect(post(`Action=AuthorizeSecurityGroupIngress&${rule}&${peers}`, session).status).toBe(200);
    expect(session.tables.securityGroups.get("sg-0eee1111222233334")?.ingress).toMatchObject([
      { peer: "sg-0eee1111222233334" },
      { protocol: "tcp", fromPort: 80, peer: "10.0.0.0/8" },
      { protocol: "tcp", fromPort: 80, peer: "sg-0eee1111222233334" },
    ]);
  });

  test("takes lists in the order of their numbers, not of their places", () => {
    const ids = "SubnetId.10=subnet-0bbb1111222233334&SubnetId.2=subnet-0aaa1111222233334";
    const found = post(`Action=DescribeSubnets&${ids}`).body.match(/subnet-0\w+<\/subnetId>/g);
    expect(found).toEqual(["subnet-0aaa1111222233334</subnetId>", "subnet-0bbb1111222233334</subnetId>"]);
  });
});

describe("a refusal", () => {
  test("has EC2's shape", () => {
    const { status, body } = post("Action=DescribeSubnets&SubnetId.1=subnet-0123456789abcdef0");
    expect(status).toBe(400);
    expect(body).toMatch(
      /<Response><Errors><Error><Code>InvalidSubnetID\.NotFound<\/Code><Message>The subnet ID &apos;subnet-0123456789abcdef0&apos; does not exist<\/Message><\/Error><\/Errors><RequestID>/,
    );
  });

  test.each([
    ["", "MissingAction"],
    ["Action=Nope", "InvalidAction"],
    ["Action=constructor", "InvalidAction"],
    ["Action=DescribeImages", "UnsupportedOperation"],
    ["Action=DeleteRoute", "MissingParameter"],
    ["Action=DescribeSubnets&MaxResults=many", "InvalidParameterValue"],
    ["Action=DescribeSubnets&DryRun=perhaps", "InvalidParameterValue"],
    ["Action=%E0%A4%A", "MalformedQueryString"],
    [`Action=DescribeSubnets&${"a.".repeat(40)}b=1`, "MalformedQueryString"],
    [`Action=DescribeSubnets&${"x=1&".repeat(20_000)}`, "MalformedQueryString"],
  ])("of %.60s is %s", (body, code) => {
    expect(codeOf(body)).toBe(code);
  });

  test("of a dry run is 412", () => {
    expect(post("Action=DescribeVpcs&DryRun=true").status).toBe(412);
  });

  test("of names that mean something in JavaScript does no harm", () => {
    expect(post("Action=DescribeSubnets&__proto__.polluted=1&constructor.prototype.x=2").status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test("a form with a target is AWS JSON's, and refused as such", () => {
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-amz-target": ".DescribeSubnets" };
  const { body } = handleAws(Session.start(), { method: "POST", headers, body: "Action=DescribeSubnets" });
  expect(body).toMatch(/UnknownOperationException/);
});

test("text is escaped, and what XML cannot hold is replaced", () => {
  expect(xmlText(`<a href="x">&'\u0000\u0008\ud800`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&apos;???");
});

describe("the query protocol", () => {
  const balancer = "Action=CreateLoadBalancer&Version=2015-12-01&Name=shop";
  const subnets = "Subnets.member.1=subnet-0aaa1111222233334&Subnets.member.2=subnet-0bbb1111222233334";

  test("takes lists behind `member`, and answers with members, a result and what is about the call", () => {
    const { status, body } = post(`${balancer}&${subnets}&Tags.member.1.Key=stage&Tags.member.1.Value=test`);
    expect(status).toBe(200);
    expect(body).toMatch(
      /^<\?xml[^>]*>\n<CreateLoadBalancerResponse xmlns="http:\/\/elasticloadbalancing\.amazonaws\.com\/doc\/2015-12-01\/"><CreateLoadBalancerResult><LoadBalancers><member><LoadBalancerArn>/,
    );
    expect(body).toMatch(/<CreatedTime>2026-01-05T09:00:00\.000Z<\/CreatedTime>/);
    expect(body).toMatch(
      /<\/CreateLoadBalancerResult><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/CreateLoadBalancerResponse>$/,
    );
  });

  test("knows the service by the signature, too", () => {
    const authorization =
      "AWS4-HMAC-SHA256 Credential=A/20260105/us-east-1/elasticloadbalancing/aws4_request, SignedHeaders=host, Signature=0";
    const { body } = post("Action=DescribeLoadBalancers", Session.start(), { ...FORM, authorization });
    expect(body).toContain(
      "<DescribeLoadBalancersResult><LoadBalancers></LoadBalancers></DescribeLoadBalancersResult>",
    );
  });

  test("refuses in its own shape", () => {
    const { status, body } = post(balancer);
    expect(status).toBe(400);
    expect(body).toMatch(
      /<ErrorResponse xmlns="[^"]+"><Error><Type>Sender<\/Type><Code>ValidationError<\/Code><Message>At least two subnets in two different Availability Zones must be specified<\/Message><\/Error><RequestId>/,
    );
  });

  test.each([
    ["Action=CreateLoadBalancer", "ValidationError"],
    ["Action=CreateTrustStore", "NotModelledException"],
    ["Action=Nope", "InvalidAction"],
    ["", "MissingAction"],
    ["Action=DescribeTargetGroups&PageSize=many", "ValidationError"],
  ])("refuses %s with %s", (body, code) => {
    expect(codeOf(`${body}&Version=2015-12-01`)).toBe(code);
  });
});
