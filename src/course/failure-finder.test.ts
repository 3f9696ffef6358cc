/** A message that somebody pastes finds its own row, whatever ids stand in it; a misspelled word finds something near. */
import { describe, expect, test } from "vitest";
import { FailureFinder, mostAlike, withoutOwn } from "./failure-finder.ts";
import { failureEntries } from "./failures.ts";

const finder = new FailureFinder(failureEntries("en"));

describe("a message that was pasted", () => {
  test.each([
    [
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref registry-1.docker.io/library/nginx:latest: failed to do request: Head "https://registry-1.docker.io/v2/library/nginx/manifests/latest": dial tcp 44.205.64.79:443: i/o timeout',
      "pull.no-route",
    ],
    [
      "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop:7: 210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop:7: not found",
      "pull.not-found",
    ],
    [
      "An error occurred (ClusterNotFoundException) when calling the RunTask operation: Cluster not found.",
      "cluster.not-found",
    ],
    [
      "An error occurred (ClientException) when calling the RegisterTaskDefinition operation: No Fargate configuration exists for given values: 256 CPU, 5 memory. See the Amazon ECS documentation for the valid values.",
      "fargate-pair",
    ],
    [
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:210987654321:secret:db-AbCdEf from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: 6b6f2d0e-5a0a-4c07-9c5d-1f1c9c5be2a7, api error AccessDeniedException: User: arn:aws:sts::210987654321:assumed-role/x/y is not authorized",
      "secret.denied",
    ],
    ["Essential container in task exited", "stop.essential-exited"],
    [
      "(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 0123456789abcdef0123456789abcdef) has insufficient memory available.",
      "event.memory",
    ],
    ["OutOfMemoryError: Container killed due to memory usage", "exit.out-of-memory"],
  ])("%s", (message, id) => {
    expect(finder.read(message)?.id).toBe(id);
  });

  test.each(["aws ecs list-tasks", "gti status", "hello", ""])("is not %j", (text) => {
    expect(finder.read(text)).toBeUndefined();
  });
});

test("what belongs to one run is taken out before anything is searched for", () => {
  const message =
    "task arn:aws:ecs:us-east-1:123456789012:task/default/0123456789abcdef0123456789abcdef on i-0a1b2c3d4e5f60718 at 10.0.1.17:80 in subnet-0aaa1111222233334";
  expect(withoutOwn(message)).toBe("task on at in");
});

test("a misspelled word finds the message that is nearest", () => {
  expect(finder.nearest("asume the role")?.id).toMatch(/role/);
  expect(finder.nearest("placment constrants fargate")?.id).toBe("placement.fargate-constraint");
  expect(finder.nearest("qqqq zzzz")).toBeUndefined();
  expect(mostAlike("placment", ["placed", "placement"])).toBe("placement");
});
