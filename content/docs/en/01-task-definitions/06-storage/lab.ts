/**
 * Lab 01/06: a note that a second container shall read, and then another task in another zone. A long file: two
 * definitions, each of them wrong in several ways.
 */
import {
  all,
  defineLab,
  editJson,
  hasContainer,
  jsonFile,
  mountsFileSystem,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  runTask,
  taskStopped,
  text,
  UNTIL_QUIET,
} from "@quayside/grader";

const [albumFile, laterFile] = ["album.json", "later.json"];
const [album, later] = ["album", "later"];
const shared = "fs-0a11d4e6b2c357f98";
const firstZoneOnly = "fs-0b22e5f7c3d468a09";
const awslogs = { "awslogs-group": "/ecs/album", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "album" };
const logConfiguration = { logDriver: "awslogs", options: awslogs };

const define = (family: string, containers: readonly object[], volumes?: readonly object[], more: object = {}) => ({
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
const mountAt = (containerPath: string) => ({ mountPoints: [{ sourceVolume: "notes", containerPath }] });
const mount = mountAt("/data");
const writer = (more: object = {}) => ({
  name: "writer",
  essential: false,
  command: ["sh", "-c", "echo a note from $(hostname) > /data/note.txt"],
  ...more,
});
const afterWriter = { dependsOn: [{ containerName: "writer", condition: "SUCCESS" }] };
const reader = (more: object = {}) => ({ name: "reader", command: ["cat", "/data/note.txt"], ...more });
const empty = [{ name: "notes" }];
const efs = (fileSystemId: string, more: object = {}) => [
  { name: "notes", efsVolumeConfiguration: { fileSystemId, ...more } },
];

/** The two tasks with the same volume in both, whatever it is. */
const albumWith = (volumes: readonly object[]) =>
  define(album, [writer(mount), reader({ ...afterWriter, ...mount })], volumes);
const laterWith = (volumes: readonly object[]) => define(later, [reader(mount)], volumes);
const start = define(album, [writer(), reader(afterWriter)]);
const startLater = laterWith(empty);

const registerAlbum = (definition: object) => [editJson(albumFile, definition), registerFile(albumFile)];
const registerLater = (definition: object) => [editJson(laterFile, definition), registerFile(laterFile)];
const runAlbum = [runTask({ family: album }), UNTIL_QUIET];
const runLater = [runTask({ family: later, zone: "b" }), UNTIL_QUIET];
const both = (volumes: readonly object[]) => [
  ...registerAlbum(albumWith(volumes)),
  ...runAlbum,
  ...registerLater(laterWith(volumes)),
];

const readerEnds = (exitCode: number, definition: Parameters<typeof taskStopped>[0] = {}) =>
  taskStopped({ family: album, container: "reader", exitCode, ...definition });
const onShared = [mountsFileSystem(shared)];
const kept = (availabilityZone: string) =>
  taskStopped({ family: later, exitCode: 0, availabilityZone, definition: onShared });
const mounts = (name: string) => hasContainer({ name, mountPath: "/data" });
const REGISTER = "RegisterTaskDefinition";

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
  hints: [
    text(
      "For each place where a file can lie, ask when it ends: with the container, with the task, or not at all?",
      "Với mỗi chỗ mà một tệp có thể nằm, hãy hỏi khi nào nó mất: cùng container, cùng task, hay không mất?",
    ),
    text(
      "A volume has two halves. The task names it, in volumes; each container that wants it says where, in mountPoints. What kind of volume it is stands only in the first half.",
      "Volume có hai nửa. Task đặt tên cho nó, trong volumes; mỗi container muốn dùng thì nói gắn vào đâu, trong mountPoints. Volume thuộc loại nào chỉ nằm ở nửa thứ nhất.",
    ),
    text(
      `Give both containers of album a mount point at /data, and the task a volume of that name with nothing else in it. Then give that volume of both definitions efsVolumeConfiguration with fileSystemId ${shared}; run album again before later.`,
      `Cho cả hai container của album một mount point ở /data, và cho task một volume cùng tên, không kèm gì khác. Sau đó thêm efsVolumeConfiguration với fileSystemId ${shared} vào volume đó của cả hai definition; chạy lại album trước later.`,
    ),
  ],
  solution: [
    ...runAlbum,
    ...registerAlbum(albumWith(empty)),
    ...runAlbum,
    ...runLater,
    ...both(efs(shared)),
    ...runLater,
  ],
  routes: [
    [
      ...runAlbum,
      ...runLater,
      ...both(efs(shared, { transitEncryption: "ENABLED", authorizationConfig: { iam: "ENABLED" } })),
      runTask({ family: later, zone: "b", network: "private" }),
      UNTIL_QUIET,
    ],
    [
      runTask({ family: album, network: "private" }),
      runTask({ family: later }),
      UNTIL_QUIET,
      ...registerAlbum(
        define(
          album,
          [writer(mount), reader({ ...afterWriter, volumesFrom: [{ sourceContainer: "writer", readOnly: true }] })],
          efs(shared),
          { ephemeralStorage: { sizeInGiB: 21 } },
        ),
      ),
      ...runAlbum,
      ...registerLater(
        define(later, [{ ...reader(mountAt("/notes")), command: ["cat", "/notes/note.txt"] }], efs(shared)),
      ),
      ...runLater,
    ],
  ],
  mistakes: [
    {
      id: "volume-without-mount",
      commands: [...registerAlbum(define(album, [writer(mount), reader(afterWriter)], empty)), ...runAlbum],
      fails: "shared",
      seen: all(
        readerEnds(1, { definition: [mounts("writer")] }),
        not(registered({ family: album, where: [mounts("reader")] })),
      ),
      feedback: text(
        "Only the writer has a mount point. The volume belongs to the task, but each container decides for itself whether and where it sees it; the reader still looks into its own layer.",
        "Chỉ writer có mount point. Volume thuộc về task, nhưng mỗi container tự quyết định có thấy nó hay không và ở đâu; reader vẫn tìm trong lớp riêng của nó.",
      ),
    },
    {
      id: "mount-without-volume",
      commands: registerAlbum(define(album, [writer(mount), reader({ ...afterWriter, ...mount })])),
      fails: "shared",
      seen: refused({ operation: REGISTER, message: "Unknown volume" }),
      feedback: text(
        "A mount point refers to a volume by its name, and the task does not have one of that name. Volumes stand beside containerDefinitions, not inside.",
        "Mount point nhắc tới volume bằng tên, mà task không có volume nào tên như vậy. Volumes nằm bên cạnh containerDefinitions, không nằm bên trong.",
      ),
    },
    {
      id: "path-of-the-host",
      commands: registerAlbum(albumWith([{ name: "notes", host: { sourcePath: "/var/notes" } }])),
      fails: "shared",
      seen: refused({ operation: REGISTER, message: "sourcePath" }),
      feedback: text(
        "sourcePath names a folder of the instance, and on Fargate the instance is not yours. Leave host out, and the task gets an empty volume of its own.",
        "sourcePath chỉ một thư mục của instance, mà trên Fargate instance không phải của bạn. Bỏ host đi, task sẽ có một volume rỗng của riêng nó.",
      ),
    },
    {
      id: "efs-in-one-task",
      commands: [
        ...registerAlbum(albumWith(empty)),
        ...runAlbum,
        ...registerLater(laterWith(efs(shared))),
        ...runLater,
      ],
      fails: "kept",
      seen: all(
        taskStopped({ family: later, exitCode: 1, definition: onShared }),
        not(registered({ family: album, where: onShared })),
      ),
      feedback: text(
        "The later task looks into the file system, but nobody has written there: album still has a volume of its own, which went away with it.",
        "Task chạy sau tìm trong file system, nhưng chưa ai ghi gì vào đó: album vẫn dùng volume riêng, và volume ấy đã mất cùng nó.",
      ),
    },
    {
      id: "no-mount-target",
      commands: [...both(efs(firstZoneOnly)), ...runLater],
      fails: "kept",
      seen: taskStopped({ family: later, started: false, reason: /Failed to resolve "fs-/ }),
      feedback: text(
        "The name of the file system cannot be resolved in that zone. Either the ID is wrong, or the file system has no mount target there: tasks reach EFS through a mount target in their own Availability Zone.",
        "Không phân giải được tên của file system ở zone đó. Hoặc ID sai, hoặc file system không có mount target ở đấy: task tới EFS qua mount target trong chính Availability Zone của nó.",
      ),
    },
    {
      id: "iam-without-encryption",
      commands: registerLater(laterWith(efs(shared, { authorizationConfig: { iam: "ENABLED" } }))),
      fails: "kept",
      seen: refused({ operation: REGISTER, message: "requires TransitEncryption" }),
      feedback: text(
        "With IAM authorization the task proves who it is, and EFS accepts that only through an encrypted connection. Set transitEncryption to ENABLED.",
        "Với IAM authorization, task chứng minh nó là ai, và EFS chỉ chấp nhận điều đó qua kết nối mã hóa. Hãy đặt transitEncryption thành ENABLED.",
      ),
    },
    {
      id: "same-zone",
      commands: [...both(efs(shared)), runTask({ family: later }), UNTIL_QUIET],
      fails: "kept",
      seen: all(kept("us-east-1a"), not(kept("us-east-1b"))),
      feedback: text(
        "It works, in the zone where the note was written. Take a subnet of us-east-1b for the later task: the file system has a mount target there, too.",
        "Chạy được, nhưng ở đúng zone đã ghi ghi chú. Hãy dùng một subnet của us-east-1b cho task chạy sau: file system cũng có mount target ở đó.",
      ),
    },
    noPublicIp({ fails: "apart", family: album }),
  ],
});
