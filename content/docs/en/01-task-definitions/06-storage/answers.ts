/** Answers of lab 01/06: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  hasContainer,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  runTask,
  taskStopped,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import {
  afterWriter,
  album,
  albumFile,
  define,
  empty,
  kept,
  later,
  laterFile,
  laterWith,
  mount,
  mountAt,
  onShared,
  reader,
  readerEnds,
  shared,
  writer,
} from "./lab.ts";

const firstZoneOnly = "fs-0b22e5f7c3d468a09";
const efs = (fileSystemId: string, more: object = {}) => [
  { name: "notes", efsVolumeConfiguration: { fileSystemId, ...more } },
];

/** The two tasks with the same volume in both, whatever it is. */
const albumWith = (volumes: readonly object[]) =>
  define(album, [writer(mount), reader({ ...afterWriter, ...mount })], volumes);

const registerAlbum = (definition: object) => [editJson(albumFile, definition), registerFile(albumFile)];
const registerLater = (definition: object) => [editJson(laterFile, definition), registerFile(laterFile)];
const runAlbum = [runTask({ family: album }), UNTIL_SETTLED];
const runLater = [runTask({ family: later, zone: "b" }), UNTIL_SETTLED];
const both = (volumes: readonly object[]) => [
  ...registerAlbum(albumWith(volumes)),
  ...runAlbum,
  ...registerLater(laterWith(volumes)),
];
const mounts = (name: string) => hasContainer({ name, mountPath: "/data" });
const REGISTER = "RegisterTaskDefinition";

export default defineAnswers({
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
      UNTIL_SETTLED,
    ],
    [
      runTask({ family: album, network: "private" }),
      runTask({ family: later }),
      UNTIL_SETTLED,
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
      seen: refused({ operation: REGISTER, id: "vol-unknown" }),
      feedback: text(
        "A mount point refers to a volume by its name, and the task does not have one of that name. Volumes stand beside containerDefinitions, not inside.",
        "Mount point nhắc tới volume bằng tên, mà task không có volume nào tên như vậy. Volumes nằm bên cạnh containerDefinitions, không nằm bên trong.",
      ),
    },
    {
      id: "path-of-the-host",
      commands: registerAlbum(albumWith([{ name: "notes", host: { sourcePath: "/var/notes" } }])),
      fails: "shared",
      seen: refused({ operation: REGISTER, id: "fargate-sourcepath" }),
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
      seen: taskStopped({ family: later, started: false, why: ["efs.not-found", "efs.no-mount-target"] }),
      feedback: text(
        "The name of the file system cannot be resolved in that zone. Either the ID is wrong, or the file system has no mount target there: tasks reach EFS through a mount target in their own Availability Zone.",
        "Không phân giải được tên của file system ở zone đó. Hoặc ID sai, hoặc file system không có mount target ở đấy: task tới EFS qua mount target trong chính Availability Zone của nó.",
      ),
    },
    {
      id: "iam-without-encryption",
      commands: registerLater(laterWith(efs(shared, { authorizationConfig: { iam: "ENABLED" } }))),
      fails: "kept",
      seen: refused({ operation: REGISTER, id: "efs-iam" }),
      feedback: text(
        "With IAM authorization the task proves who it is, and EFS accepts that only through an encrypted connection. Set transitEncryption to ENABLED.",
        "Với IAM authorization, task chứng minh nó là ai, và EFS chỉ chấp nhận điều đó qua kết nối mã hóa. Hãy đặt transitEncryption thành ENABLED.",
      ),
    },
    {
      id: "same-zone",
      commands: [...both(efs(shared)), runTask({ family: later }), UNTIL_SETTLED],
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
