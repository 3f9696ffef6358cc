/** `quayside connect` and `quayside image` in the terminal. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { beforeAll, expect, test } from "vitest";
import { completeCommandLine } from "./complete.ts";
import { runCommandLine } from "./run-line.ts";

const session = Session.start();
const run = (line: string) => runCommandLine(line, { session });

beforeAll(() => {
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "web", image: "nginx", portMappings: [{ containerPort: 8080 }] }],
  });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
  session.call("ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration },
  });
  session.stepUntilQuiet();
});

test("a way that is open is shown hop by hop", () => {
  const { exitCode, stdout } = run("quayside connect web ecr.api");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^web -> ecr\.api:443 \(tcp\)\n {2}ok {2}egress {12}sg-0eee1111222233334 lets it out/);
  expect(stdout).toMatch(/\nweb reaches ecr\.api\.\n$/);
});

test("a way that is closed ends with what closes it, exit code 1, and a record", () => {
  const { exitCode, stdout } = run("quayside connect internet web:80");
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/\n {2}NO {2}ingress {11}No ingress rule of sg-0eee1111222233334 lets tcp 80 from /);
  expect(stdout).toMatch(/\ninternet does not reach web\.\n$/);
  expect(session.journal.records.at(-1)).toMatchObject({ kind: "CONNECTION_TESTED", facts: { reaches: false } });
});

test("an image listens on its own port, whatever the definition maps", () => {
  expect(run("quayside connect web localhost:80").exitCode).toBe(0);
  expect(run("quayside connect web localhost:8080").stdout).toMatch(/nothing listens on tcp port 8080 in web/);
  expect(run("quayside connect web localhost:80 --udp").exitCode).toBe(1);
});

test.each([
  ["quayside connect nope web:80", "quayside: There is no task, container, instance or service nope.\n"],
  ["quayside connect internet web", "quayside: Say which port, 1 to 65535: web:80.\n"],
  ["quayside connect internet web:99999", "quayside: Say which port, 1 to 65535: web:80.\n"],
])("%s says what is missing", (line, stderr) => {
  expect(run(line)).toEqual({ exitCode: 2, stdout: "", stderr });
});

test.each(["quayside nope", "quayside connect web", "quayside connect a b c", "quayside connect a b --tls"])(
  "%s is answered with the usage",
  (line) => {
    expect(run(line)).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^usage: quayside connect/) });
  },
);

test("names are completed: callers, goals with their colon", () => {
  const at = (line: string) => completeCommandLine(line, line.length, { session }).options.map(({ text }) => text);
  expect(at("quay")).toEqual(["quayside"]);
  expect(at("quayside ")).toEqual(["connect", "image", "request", "traffic"]);
  expect(at("quayside image ")).toEqual([]);
  expect(at("quayside image quay.io/acme/api --p")).toEqual(["--port", "--program"]);
  expect(at("quayside image quay.io/acme/api --like ngi")).toEqual(["nginx"]);
  expect(at("quayside connect ")).toEqual(["web", "internet"]);
  expect(at("quayside connect internet w")).toEqual(["web:"]);
  expect(at("quayside connect web ecr")).toEqual(["ecr.api", "ecr.dkr"]);
});

test("an image is declared with what it is like, and with what it has of its own", () => {
  const line = "quayside image quay.io/acme/api:1.4 --like nginx --port 8080 --program node --program /app/start.sh";
  expect(run(`${line} --arch ARM64 --size 120`)).toEqual({
    exitCode: 0,
    stdout: "quay.io/acme/api:1.4 exists from now on and behaves like docker.io/library/nginx.\n",
    stderr: "",
  });
  expect(session.tables.images.get("quay.io/acme/api")).toMatchObject({
    tags: ["1.4"],
    architectures: ["ARM64"],
    sizeMB: 120,
    adds: { port: 8080, programs: ["node", "/app/start.sh"] },
  });
  expect(session.save().commands.at(-1)).toMatchObject({ service: "quayside", operation: "DeclareImage" });
});

test.each([
  [
    "quayside image quay.io/acme/api --port many",
    "quayside: Parameter validation failed:\nInvalid type for parameter port",
  ],
  ["quayside image quay.io/acme/api --port 0", "quayside: port takes a whole number, 1 to 65535.\n"],
  ["quayside image quay.io/acme/api --like nope", "quayside: behavesLike takes an image that exists here"],
  ["quayside image nginx:1.29", "quayside: docker.io/library/nginx:1.29 exists already"],
  ["quayside image", "usage: quayside image"],
  ["quayside image a b", "usage: quayside image"],
  ["quayside image a --port", "usage: quayside image"],
  ["quayside image a --size 1 --size 2", "usage: quayside image"],
  ["quayside image a --ports 1", "usage: quayside image"],
])("%s says what is wrong", (line, stderr) => {
  const { exitCode, ...printed } = run(line);
  expect([exitCode, printed.stdout]).toEqual([2, ""]);
  expect(printed.stderr.startsWith(stderr)).toBe(true);
});

test("quayside image --help shows how", () => {
  expect(run("quayside image --help")).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^usage: quayside image/),
  });
});
