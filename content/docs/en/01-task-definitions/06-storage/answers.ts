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
  textsOf,
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

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const firstZoneOnly = "fs-0b22e5f7c3d468a09";
const efs = (fileSystemId: string, more: object = {}) => [
  { name: "notes", efsVolumeConfiguration: { fileSystemId, ...more } },
];

/** The two tasks with the same volume in both, whatever it is. */
const albumWith = (volumes: readonly object[], more: object = {}) =>
  define(album, [writer(mount), reader({ ...afterWriter, ...mount })], volumes, more);

const registerAlbum = (definition: object) => [editJson(albumFile, definition), registerFile(albumFile)];
const registerLater = (definition: object) => [editJson(laterFile, definition), registerFile(laterFile)];
const runAlbum = [runTask({ family: album }), UNTIL_SETTLED];
const runLater = [runTask({ family: later, zone: "b" }), UNTIL_SETTLED];
const both = (volumes: readonly object[], more: object = {}) => [
  ...registerAlbum(albumWith(volumes, more)),
  ...runAlbum,
  ...registerLater({ ...laterWith(volumes), ...more }),
];
const byRole = { transitEncryption: "ENABLED", authorizationConfig: { iam: "ENABLED" } };
const mayMount = { taskRoleArn: "arn:aws:iam::123456789012:role/filesTaskRole" };
const mounts = (name: string) => hasContainer({ name, mountPath: "/data" });
const REGISTER = "RegisterTaskDefinition";

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    ...runAlbum,
    ...registerAlbum(albumWith(empty)),
    ...runAlbum,
    ...runLater,
    ...both(efs(shared)),
    ...runLater,
  ],
  exercise: [
    editJson(
      albumFile,
      define(
        "diary",
        [writer(mount), reader({ ...mount, ...afterWriter })],
        [{ name: "notes", efsVolumeConfiguration: { fileSystemId: "fs-0b22e5f7c3d468a09" } }],
      ),
    ),
    registerFile(albumFile),
    runTask({ family: "diary" }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      ...runAlbum,
      ...runLater,
      ...both(efs(shared, byRole), mayMount),
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
    },
    {
      id: "mount-without-volume",
      commands: registerAlbum(define(album, [writer(mount), reader({ ...afterWriter, ...mount })])),
      fails: "shared",
      seen: refused({ operation: REGISTER, id: "vol-unknown" }),
    },
    {
      id: "path-of-the-host",
      commands: registerAlbum(albumWith([{ name: "notes", host: { sourcePath: "/var/notes" } }])),
      fails: "shared",
      seen: refused({ operation: REGISTER, id: "fargate-sourcepath" }),
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
    },
    {
      id: "no-mount-target",
      commands: [...both(efs(firstZoneOnly)), ...runLater],
      fails: "kept",
      seen: taskStopped({ family: later, started: false, why: ["efs.not-found", "efs.no-mount-target"] }),
    },
    {
      id: "iam-without-encryption",
      commands: registerLater(laterWith(efs(shared, { authorizationConfig: { iam: "ENABLED" } }))),
      fails: "kept",
      seen: refused({ operation: REGISTER, id: "efs-iam" }),
    },
    {
      id: "iam-without-rights",
      commands: [...both(efs(shared, byRole)), ...runLater],
      fails: "kept",
      seen: taskStopped({ family: later, started: false, why: ["efs.denied"] }),
    },
    {
      id: "same-zone",
      commands: [...both(efs(shared)), runTask({ family: later }), UNTIL_SETTLED],
      fails: "kept",
      seen: all(kept("us-east-1a"), not(kept("us-east-1b"))),
    },
    noPublicIp({ fails: "apart", family: album }),
  ],
});
