/**
 * Lab 01/06: a note that a second container shall read, and then another task in another zone.
 */
import { defineLab, jsonFile, mountsFileSystem, taskStopped, text } from "@quayside/grader";

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

export default defineLab({
  id: "01/06",
  seed: 16,
  title: text("A note that is still there", "Một mẩu ghi chú vẫn còn đó"),
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
  goal: text(
    `In a task of album, writer writes /data/note.txt and reader reads it, but does not find it. Run album as it is, then make both containers share the file. A task of later shall read the same note afterwards, in the other Availability Zone, us-east-1b. Run it as it is, too, then keep the notes on the EFS file system ${shared}. Everything happens on Fargate in the cluster default.`,
    `Trong một task của album, writer ghi /data/note.txt và reader đọc nó, nhưng không tìm thấy. Chạy album như hiện tại, rồi làm cho hai container dùng chung tệp. Sau đó một task của later phải đọc được chính ghi chú ấy, ở Availability Zone kia, us-east-1b. Cũng chạy nó như hiện tại trước, rồi giữ các ghi chú trên EFS file system ${shared}. Mọi thứ diễn ra trên Fargate trong cluster default.`,
  ),
  checks: [
    {
      id: "apart",
      title: text("The reader does not find what the writer wrote", "Reader không tìm thấy thứ writer đã ghi"),
      test: readerEnds(1),
    },
    {
      id: "shared",
      title: text("Both containers of one task share the file", "Hai container của một task dùng chung tệp"),
      test: readerEnds(0),
    },
    {
      id: "gone",
      title: text("A later task does not find the file", "Task chạy sau không tìm thấy tệp"),
      test: taskStopped({ family: later, exitCode: 1 }),
    },
    {
      id: "kept",
      title: text("A later task in us-east-1b reads it from EFS", "Task chạy sau ở us-east-1b đọc được nó từ EFS"),
      test: kept("us-east-1b"),
    },
  ],
});
