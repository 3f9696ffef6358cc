/** Conditions about storage and zones, over journals made by hand. */
import { expect, test } from "vitest";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { told } from "../testing/told.ts";
import { registered } from "./definitions.ts";
import { hasContainer, mountsFileSystem } from "./requirements.ts";

const container = (mountPoints: readonly object[]) => ({ name: "a", image: "b", cpu: 0, essential: true, mountPoints });
const volumes = [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-1" } }];

test("a definition mounts a file system when a container mounts a volume that is it", () => {
  const wanted = registered({ where: [mountsFileSystem("fs-1")] });
  const judge = (definition: object) => wanted(new HandMadeJournal().definition("web", 1, definition).view());
  const mounts = [container([{ sourceVolume: "data", containerPath: "/data" }])];
  expect(judge({ volumes, containerDefinitions: mounts }).passed).toBe(true);
  expect(judge({ volumes, containerDefinitions: [container([])] }).passed).toBe(false);
  expect(judge({ volumes: [{ name: "data" }], containerDefinitions: mounts }).passed).toBe(false);
  const other = [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-2" } }];
  expect(told(judge({ volumes: other, containerDefinitions: mounts }))).toMatchObject({
    passed: false,
    observed: { en: expect.stringContaining("fs-2") },
  });
});

test("a container has a mount point at a path", () => {
  const view = new HandMadeJournal()
    .definition("web", 1, { containerDefinitions: [container([{ sourceVolume: "data", containerPath: "/data" }])] })
    .view();
  expect(registered({ where: [hasContainer({ mountPath: "/data" })] })(view).passed).toBe(true);
  expect(told(registered({ where: [hasContainer({ mountPath: "/in" })] })(view))).toMatchObject({
    passed: false,
    observed: { en: expect.stringContaining("mount at /data") },
  });
});
