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
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

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

export default defineLab(texts, {
  id: "01/03",
  seed: 13,
  scenario: {
    id: "shop-and-worker",
    title: "A cluster without tasks",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [jsonFile(file, shop(migrate, cache, web)), jsonFile(workerFile, workerWith(undefined))],
  checks: [
    {
      id: "waits",
      test: registered({ family, where: [waitsForMigrate, waitsForCache] }),
    },
    {
      id: "in-order",
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
      test: taskStopped({ family, stopCode: "TaskFailedToStart", exitCode: 3, started: false }),
    },
    {
      id: "reverse-order",
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
      test: workerRestarted,
    },
    {
      id: "exercise",
      test: containersInOrder({
        family: "kiosk",
        moments: [
          { container: "migrate", is: "stopped", exitCode: 0 },
          { container: "cache", is: "started" },
          { container: "cache", is: "healthy" },
          { container: "web", is: "started" },
        ],
      }),
    },
  ],
});
