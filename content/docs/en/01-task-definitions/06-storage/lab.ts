/**
 * Lab 01/06: a note that a second container shall read, and then another task in another zone.
 */
import { defineLab, jsonFile, mountsFileSystem, taskStopped, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const [albumFile, laterFile] = ["album.json", "later.json"];
export const [album, later] = ["album", "later"];
export const shared = "fs-0a11d4e6b2c357f98";
const awslogs = { "awslogs-group": "/ecs/album", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "album" };
const logConfiguration = { logDriver: "awslogs", options: awslogs };

export const define = (
  family: string,
  containers: readonly object[],
  volumes?: readonly object[],
  more: object = {},
) => ({
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  containerDefinitions: containers.map((container) => ({ image: "busybox:1.37", ...container, logConfiguration })),
  ...(volumes && { volumes }),
  ...more,
});
export const mountAt = (containerPath: string) => ({ mountPoints: [{ sourceVolume: "notes", containerPath }] });
export const mount = mountAt("/data");
export const writer = (more: object = {}) => ({
  name: "writer",
  essential: false,
  command: ["sh", "-c", "echo a note from $(hostname) > /data/note.txt"],
  ...more,
});
export const afterWriter = { dependsOn: [{ containerName: "writer", condition: "SUCCESS" }] };
export const reader = (more: object = {}) => ({ name: "reader", command: ["cat", "/data/note.txt"], ...more });
export const empty = [{ name: "notes" }];
export const laterWith = (volumes: readonly object[]) => define(later, [reader(mount)], volumes);
const start = define(album, [writer(), reader(afterWriter)]);
const startLater = laterWith(empty);

export const readerEnds = (exitCode: number, definition: Parameters<typeof taskStopped>[0] = {}) =>
  taskStopped({ family: album, container: "reader", exitCode, ...definition });
export const onShared = [mountsFileSystem(shared)];
export const kept = (availabilityZone: string) =>
  taskStopped({ family: later, exitCode: 0, availabilityZone, definition: onShared });

export default defineLab(texts, {
  id: "01/06",
  seed: 16,
  scenario: {
    id: "two-readers",
    title: "Two registered definitions and their log group",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "logs", operation: "CreateLogGroup", input: { logGroupName: "/ecs/album" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: start },
      { service: "ecs", operation: "RegisterTaskDefinition", input: startLater },
    ],
  },
  files: [jsonFile(albumFile, start), jsonFile(laterFile, startLater)],
  checks: [
    {
      id: "apart",
      test: readerEnds(1),
    },
    {
      id: "shared",
      test: readerEnds(0),
    },
    {
      id: "gone",
      test: taskStopped({ family: later, exitCode: 1 }),
    },
    {
      id: "kept",
      test: kept("us-east-1b"),
    },
    {
      id: "exercise",
      test: taskStopped({
        family: "diary",
        container: "reader",
        exitCode: 0,
        definition: [mountsFileSystem("fs-0b22e5f7c3d468a09")],
      }),
    },
  ],
});
