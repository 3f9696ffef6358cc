/** AWS JSON 1.1 without sockets: what is answered, what is refused and how. */
import { Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { type HttpResponse, handleAwsJson } from "./aws-json.ts";

const PREFIX = "AmazonEC2ContainerServiceV20141113";

function post(body: string, target = `${PREFIX}.ListClusters`, session = Session.start()): HttpResponse {
  return handleAwsJson(session, { method: "POST", headers: { "x-amz-target": target }, body });
}

function refusal(response: HttpResponse): unknown {
  expect(response.headers["x-amzn-errortype"]).toBe((JSON.parse(response.body) as { __type: string }).__type);
  return { status: response.status, ...(JSON.parse(response.body) as object) };
}

describe("an answer", () => {
  test("is 200 with AWS's content type and a request id", () => {
    const response = post("{}");
    expect(response.status).toBe(200);
    expect(response.headers["content-type"]).toBe("application/x-amz-json-1.1");
    expect(response.headers["x-amzn-requestid"]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(JSON.parse(response.body)).toEqual({ clusterArns: ["arn:aws:ecs:us-east-1:123456789012:cluster/default"] });
  });

  test("takes an empty body for an empty input", () => {
    expect(post("").status).toBe(200);
  });

  test("has the same request ids for the same requests, and a new one for each", () => {
    const ids = () => {
      const session = Session.start();
      return [1, 2, 3].map(() => post("{}", undefined, session).headers["x-amzn-requestid"]);
    };
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(3);
  });

  test("ignores members that the API does not know, as the service does", () => {
    const body = '{"clusterName":"blue","nonsense":1,"__proto__":{"polluted":true}}';
    expect(post(body, `${PREFIX}.CreateCluster`).status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("a refusal", () => {
  test("of the operation carries its code and message", () => {
    expect(refusal(post('{"cluster":"nope"}', `${PREFIX}.DeleteCluster`))).toEqual({
      status: 400,
      __type: "ClusterNotFoundException",
      message: "Cluster not found.",
    });
  });

  test("of an operation that is not simulated says why", () => {
    const response = refusal(post('{"name":"a"}', `${PREFIX}.CreateCapacityProvider`)) as {
      __type: string;
      message: string;
    };
    expect(response.__type).toBe("NotModelledException");
    expect(response.message).toMatch(/^Quayside does not simulate CreateCapacityProvider: ./);
  });

  test.each([
    "Wrong.ListClusters",
    `${PREFIX}.Nope`,
    `${PREFIX}.constructor`,
    `${PREFIX}.`,
    "ListClusters",
    `${PREFIX}.ListClusters.x`,
  ])("of the target %s is an unknown operation", (target) => {
    expect(refusal(post("{}", target))).toMatchObject({ status: 400, __type: "UnknownOperationException" });
  });

  test("of a request without a target", () => {
    const response = handleAwsJson(Session.start(), { method: "POST", headers: {}, body: "{}" });
    expect(refusal(response)).toMatchObject({ status: 400, __type: "MissingAuthenticationTokenException" });
  });

  test("of another method", () => {
    const headers = { "x-amz-target": `${PREFIX}.ListClusters` };
    const response = handleAwsJson(Session.start(), { method: "PUT", headers, body: "{}" });
    expect(refusal(response)).toMatchObject({ status: 405, __type: "UnsupportedOperationException" });
  });

  test.each(["{", "nonsense", "{'a':1}", '{"a":1}x', "\u0000"])("of the body %j is a serialization error", (body) => {
    expect(refusal(post(body))).toMatchObject({ status: 400, __type: "SerializationException" });
  });

  test.each([
    ["[]", "Start of list found where not expected"],
    ["1", "Unexpected field type"],
    ["null", "Unexpected field type"],
    ['{"maxResults":"3"}', "STRING_VALUE cannot be converted to Integer"],
    ['{"maxResults":true}', "TRUE_VALUE cannot be converted to Integer"],
    ['{"nextToken":3}', "NUMBER_VALUE cannot be converted to String"],
    ['{"nextToken":{}}', "Start of structure or map found where not expected."],
    ['{"nextToken":[]}', "Start of list found where not expected"],
  ])("of a value of the wrong type: %s", (body, message) => {
    expect(refusal(post(body))).toEqual({ status: 400, __type: "SerializationException", message });
  });

  test("of a body that nests deeper than any input", () => {
    const depth = 200_000;
    const body = `{"family":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(post(body, `${PREFIX}.RegisterTaskDefinition`).status).toBe(400);
  });
});
