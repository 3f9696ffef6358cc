/**
 * Lab 01/03: a shop of three containers that start in the right order and stop in the reverse one, a migration that fails,
 * and a worker that is started again inside its task.
 */
import {
  containersInOrder,
  defineLab,
  hasContainer,
  inTurn,
  jsonFile,
  registered,
  taskStopped,
  taskToldToStop,
  text,
} from "@quayside/grader";

export const file = "shop.json";
export const family = "shop";
export const workerFile = "worker.json";
export const worker = "worker";
const shape = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "512", memory: "1024" };
export const migrate = { name: "migrate", image: "busybox:1.37", command: ["sh", "-c", "sleep 20; exit 0"] };
export const cache = { name: "cache", image: "quayside/cache:1" };
export const web = {
  name: "web",
  image: "nginx:1.29",
  portMappings: [{ containerPort: 80, protocol: "tcp" }],
  dependsOn: [
    { containerName: "migrate", condition: "SUCCESS" },
    { containerName: "cache", condition: "HEALTHY" },
  ],
};
export const shop = (...containerDefinitions: object[]) => ({ family, ...shape, containerDefinitions });

const crashing = { name: "worker", image: "busybox:1.37", command: ["sh", "-c", "sleep 90; exit 1"] };
export const workerWith = (restartPolicy: object | undefined) => ({
  family: worker,
  ...shape,
  containerDefinitions: [{ ...crashing, ...(restartPolicy === undefined ? {} : { restartPolicy }) }],
});

const waitsForMigrate = hasContainer({ name: "web", dependsOn: { containerName: "migrate", condition: "SUCCESS" } });
const waitsForCache = hasContainer({ name: "web", dependsOn: { containerName: "cache", condition: "HEALTHY" } });
export const workerRestarted = containersInOrder({
  family: worker,
  moments: [{ container: "worker", is: "restarted" }],
});

export default defineLab({
  id: "01/03",
  seed: 13,
  title: text("Three containers in order", "Ba container theo thứ tự"),
  scenario: {
    id: "shop-and-worker",
    title: "A cluster without tasks",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [jsonFile(file, shop(migrate, cache, web)), jsonFile(workerFile, workerWith(undefined))],
  goal: text(
    "Register shop so that web starts only when migrate has ended with 0 and cache is HEALTHY, and run it. Run it a second time with a migration that exits with 3. Stop the good task. Then make the worker, which crashes after 90 seconds, start again inside its task.",
    "Đăng ký shop sao cho web chỉ khởi động khi migrate đã kết thúc với mã 0 và cache đã HEALTHY, rồi chạy nó. Chạy lần hai với migration thoát bằng mã 3. Dừng task tốt. Sau đó làm cho worker, vốn crash sau 90 giây, được khởi động lại ngay trong task của nó.",
  ),
  checks: [
    {
      id: "waits",
      title: text("web waits for migrate and for cache", "web chờ migrate và chờ cache"),
      test: registered({ family, where: [waitsForMigrate, waitsForCache] }),
    },
    {
      id: "in-order",
      title: text("web started last, after both", "web khởi động sau cùng, sau cả hai"),
      test: inTurn(
        containersInOrder({
          family,
          moments: [
            { container: "migrate", is: "stopped", exitCode: 0 },
            { container: "web", is: "started" },
          ],
        }),
        containersInOrder({
          family,
          moments: [
            { container: "cache", is: "healthy" },
            { container: "web", is: "started" },
          ],
        }),
      ),
    },
    {
      id: "migration-failed",
      title: text("A migration failed, and its task never ran", "Một migration thất bại và task của nó không chạy"),
      test: taskStopped({ family, stopCode: "TaskFailedToStart", exitCode: 3, started: false }),
    },
    {
      id: "reverse-order",
      title: text("When you stopped it, web went before cache", "Khi bạn dừng task, web dừng trước cache"),
      test: inTurn(
        taskToldToStop({ family, stopCode: "UserInitiated", started: true }),
        containersInOrder({
          family,
          moments: [
            { container: "web", is: "started" },
            { container: "web", is: "stopped" },
            { container: "cache", is: "stopped" },
          ],
        }),
      ),
    },
    {
      id: "restarted",
      title: text("The worker was started again in the same task", "Worker được khởi động lại trong cùng task"),
      test: workerRestarted,
    },
  ],
});
