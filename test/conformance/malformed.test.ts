/** What no client should send: each request ends in an answer or a closed connection, and the server lives on. */
import { afterEach, describe, expect, test } from "vitest";
import { awsRequest, sendRaw, serve } from "./served.ts";

const server = await serve();
const url = server.url;
const MIB = 1_048_576;

interface Refusal {
  readonly __type: string;
  readonly message: string;
}

async function post(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; refusal: Refusal }> {
  const target = { "x-amz-target": "AmazonEC2ContainerServiceV20141113.CreateCluster" };
  const response = await fetch(url, { method: "POST", headers: { ...target, ...headers }, body });
  return { status: response.status, refusal: (await response.json()) as Refusal };
}

afterEach(async () => {
  const health = await fetch(`${url}/_quayside/health`);
  expect(await health.json()).toEqual({ status: "ok" });
  expect(server.problems).toEqual([]);
});

describe("bodies", () => {
  test.each([
    "{",
    "[]",
    '"text"',
    "null",
    "{'a':1}",
    '{"clusterName":1}',
    '{"tags":{}}',
    '{"clusterName":'.repeat(50_000),
  ])("%.30s is a serialization error", async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, refusal: { __type: "SerializationException" } });
  });

  test("nested a hundred thousand levels deep are refused or ignored, not followed", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect((await post(`{"clusterName":${deep}}`)).status).toBe(400);
    expect((await post(`{"nonsense":${deep}}`)).status).toBe(200);
  });

  test("with members that AWS does not know, or that would change a prototype, lose them", async () => {
    const body = '{"clusterName":"odd","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"nope":1}';
    expect((await post(body)).status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("that are not UTF-8 are answered", async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    const headers = { "x-amz-target": "AmazonEC2ContainerServiceV20141113.ListClusters" };
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(200);
  });

  test("of exactly 1 MiB are read, one byte more is too large and ends the connection", async () => {
    const fitting = `{"clusterName":"${"a".repeat(MIB - 18)}"}`;
    expect(fitting.length).toBe(MIB);
    expect(await post(fitting)).toMatchObject({ status: 400, refusal: { __type: "InvalidParameterException" } });
    const { text, closed } = await sendRaw(server.port, [awsRequest("CreateCluster", `${fitting} `)]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toMatch(/connection: close/i);
    expect(text).toContain('"__type":"RequestEntityTooLargeException"');
    expect(closed).toBe(true);
  });

  test("without a length are cut at 1 MiB, too", async () => {
    const head = awsRequest("CreateCluster", "").replace("content-length: 0", "transfer-encoding: chunked");
    const chunk = `${(65_536).toString(16)}\r\n${"x".repeat(65_536)}\r\n`;
    const { text, closed } = await sendRaw(server.port, [head, chunk.repeat(17), "0\r\n\r\n"]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(closed).toBe(true);
  });
});

describe("requests", () => {
  test.each([
    ["AmazonEC2ContainerServiceV20141113.Nope", 400, "UnknownOperationException"],
    ["DynamoDB_20120810.ListTables", 400, "UnknownOperationException"],
    ["AmazonEC2ContainerServiceV20141113.__proto__", 400, "UnknownOperationException"],
    ["", 400, "MissingAuthenticationTokenException"],
  ])("for the target %j", async (target, status, __type) => {
    expect(await post("{}", { "x-amz-target": target })).toMatchObject({ status, refusal: { __type } });
  });

  test("to other paths and with other methods", async () => {
    expect((await fetch(`${url}/nope`)).status).toBe(404);
    expect((await fetch(url, { method: "DELETE" })).status).toBe(405);
    expect(await (await fetch(url)).text()).toContain("aws --endpoint-url");
  });

  test("that are not HTTP", async () => {
    const { text, closed } = await sendRaw(server.port, ["\u0016\u0003\u0001 nonsense\r\n\r\n"]);
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(closed).toBe(true);
  });

  test("in one packet are answered one after the other on the same connection", async () => {
    const last = awsRequest("ListClusters", "{}", { connection: "close" });
    const { text, closed } = await sendRaw(server.port, [awsRequest("ListClusters", "{}").repeat(2) + last]);
    expect(closed).toBe(true);
    expect(text.match(/HTTP\/1\.1 200 /g)).toHaveLength(3);
  });

  test("that stop half-way do not hold up the others", async () => {
    const half = awsRequest("ListClusters", "{}").slice(0, -1);
    const waiting = sendRaw(server.port, [half], 300);
    expect((await post("{}")).status).toBe(200);
    expect(await waiting).toEqual({ text: "", closed: false });
  });
});

describe("callers", () => {
  const answerTo = async (headers: Readonly<Record<string, string>>) => {
    const { text } = await sendRaw(server.port, [
      awsRequest("ListClusters", "{}", { connection: "close", ...headers }),
    ]);
    return Number(text.split(" ")[1]);
  };

  test.each(["localhost", "localhost:4566", "127.0.0.1", "[::1]:80", "ecs.localhost", "192.168.1.7:4566"])(
    "that say %s are welcome",
    async (host) => {
      expect(await answerTo({ host })).toBe(200);
    },
  );

  test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4566", "a b", ""])(
    "that say %j are refused: another site may have pointed its name here",
    async (host) => {
      expect([400, 403]).toContain(await answerTo({ host }));
    },
  );

  test("that are web pages of other sites are refused", async () => {
    expect(await answerTo({ host: "localhost:4566", origin: "https://evil.example" })).toBe(403);
    expect(await answerTo({ host: "localhost:4566", origin: "null" })).toBe(403);
    expect(await answerTo({ host: "localhost:4566", origin: "http://localhost:4566" })).toBe(200);
  });

  test.each(["cross-site", "same-site", "nonsense"])(
    "that read for a page of another site (%s) are refused",
    async (site) => {
      for (const path of ["/_quayside/state", "/_quayside/run", "/_quayside/health", "/"]) {
        const { text } = await sendRaw(server.port, [
          `GET ${path} HTTP/1.1\r\nhost: localhost:4566\r\nsec-fetch-site: ${site}\r\nconnection: close\r\n\r\n`,
        ]);
        expect(text).toMatch(/^HTTP\/1\.1 403 /);
        expect(text).toContain('{"message":"Web pages of other sites may not call this server."}');
      }
    },
  );

  test.each(["same-origin", "none"])("that somebody reads in the browser (%s) are welcome", async (site) => {
    const { text } = await sendRaw(server.port, [
      `GET /_quayside/state HTTP/1.1\r\nhost: localhost:4566\r\nsec-fetch-site: ${site}\r\nconnection: close\r\n\r\n`,
    ]);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("get answers that no page may frame, take in, or take for another type", async () => {
    for (const path of ["/_quayside/state", "/_quayside/nope", "/", "/elsewhere"]) {
      const { headers } = await fetch(`${server.url}${path}`);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    }
  });

  test("may use a name that the user vouches for", async () => {
    const named = await serve({ allowHosts: ["Quayside"] });
    const { text } = await sendRaw(named.port, [
      awsRequest("ListClusters", "{}", { host: "quayside:4566", connection: "close" }),
    ]);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });
});
