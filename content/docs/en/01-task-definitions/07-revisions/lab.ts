/**
 * Lab 01/07: a revision never changes, a tag does. Two builds of one image run side by side under the same revision, the
 * first is pinned by its digest, and the old revision is retired.
 */
import {
  buildsRunning,
  defineLab,
  hasContainer,
  imagePushed,
  jsonFile,
  registered,
  revisionReached,
  taskReached,
  text,
} from "@quayside/grader";

export const file = "shop.json";
export const family = "shop";
export const image = "quayside/shop:latest";
export const repository = "docker.io/quayside/shop";
/** What the simulated registry holds as the first build, and what a push brings. */
export const FIRST_BUILD = "sha256:5d36da5458c3dad8436fb3adb74109fa7fded35bee870ddde84d8d0f9558dc4b";

export const withImage = (name: string) => ({
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "shop", image: name, essential: true, portMappings: [{ containerPort: 80 }] }],
});

export const byFirst = [hasContainer({ imageDigest: FIRST_BUILD })];
export const ran = taskReached({ family, status: "RUNNING" });
export const isPushed = imagePushed({ repository, tag: "latest" });

export default defineLab({
  id: "01/07",
  seed: 17,
  title: text("A tag that moves", "Một tag biết đi"),
  scenario: {
    id: "shop-registered",
    title: "A cluster, and a web shop that is registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: withImage(image) },
    ],
  },
  files: [jsonFile(file, withImage(image))],
  goal: text(
    "Run a task of shop:1. Push a new build as quayside/shop:latest and run a second task of shop:1, so that both builds run side by side. Register a revision that names the first build by its digest, and run it. Then retire shop:1: deregister it while its tasks run, and delete it.",
    "Chạy một task của shop:1. Đẩy một bản build mới lên quayside/shop:latest rồi chạy task thứ hai của shop:1, để hai bản build chạy cạnh nhau. Đăng ký một revision gọi đúng bản build đầu bằng digest, rồi chạy nó. Sau đó cho shop:1 nghỉ: deregister nó trong lúc task của nó còn chạy, rồi xóa nó.",
  ),
  checks: [
    {
      id: "running",
      title: text("A task of shop reached RUNNING", "Một task của shop đã đạt RUNNING"),
      test: ran,
    },
    {
      id: "pushed",
      title: text("A new build was pushed under the tag latest", "Đã đẩy bản build mới dưới tag latest"),
      test: isPushed,
    },
    {
      id: "side-by-side",
      title: text("Two builds ran at once under one revision", "Hai bản build cùng chạy dưới một revision"),
      test: buildsRunning(2),
    },
    {
      id: "pinned",
      title: text("The first build runs by its digest", "Bản build đầu chạy theo digest"),
      test: (view) => {
        const isThere = registered({ family, where: byFirst })(view);
        return isThere.passed ? taskReached({ family, definition: byFirst, status: "RUNNING" })(view) : isThere;
      },
    },
    {
      id: "inactive",
      title: text("shop:1 was deregistered while a task of it ran", "shop:1 bị deregister khi task của nó còn chạy"),
      test: revisionReached({ family, revision: 1, status: "INACTIVE", withTaskRunning: true }),
    },
    {
      id: "deleted",
      title: text("shop:1 is to be deleted", "shop:1 sẽ bị xóa"),
      test: revisionReached({ family, revision: 1, status: "DELETE_IN_PROGRESS" }),
    },
  ],
});
