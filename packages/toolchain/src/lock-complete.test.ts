/** Completing a lock: what is added, what is left alone, and how a platform is read from a name. */
import { describe, expect, test } from "vitest";
import { completeLock, type Lock, missingEntries, platformOf } from "./lock-complete.ts";

const lock: Lock = {
  lockfileVersion: 3,
  packages: {
    "": {},
    "node_modules/tool": {
      version: "2.0.0",
      dev: true,
      optionalDependencies: {
        "@tool/linux-x64-musl": "2.0.0",
        "@tool/linux-x64": "2.0.0",
        fsevents: "~2.3.2",
        nested: "1.0.0",
      },
    },
    "node_modules/tool/node_modules/nested": { version: "1.0.0" },
    "node_modules/@tool/linux-x64": { version: "2.0.0" },
  },
};

describe("a lock without foreign platforms", () => {
  test("names exact optional packages that neither the folder of the package nor one above it holds", () => {
    expect(missingEntries(lock)).toEqual([
      { from: "node_modules/tool", name: "@tool/linux-x64-musl", version: "2.0.0" },
    ]);
  });

  test("gets the missing entry with its platform, as optional, and as a development package when its asker is one", () => {
    expect(completeLock(lock).packages["node_modules/@tool/linux-x64-musl"]).toEqual({
      version: "2.0.0",
      cpu: ["x64"],
      os: ["linux"],
      libc: ["musl"],
      dev: true,
      optional: true,
    });
  });

  test("is sorted as npm sorts it, and complete", () => {
    const complete = completeLock(lock);
    expect(missingEntries(complete)).toEqual([]);
    expect(Object.keys(complete.packages)).toEqual([
      "",
      "node_modules/@tool/linux-x64",
      "node_modules/@tool/linux-x64-musl",
      "node_modules/tool",
      "node_modules/tool/node_modules/nested",
    ]);
  });

  test("is not changed in place", () => {
    completeLock(lock);
    expect(lock.packages).not.toHaveProperty("node_modules/@tool/linux-x64-musl");
  });
});

test.each([
  ["@biomejs/cli-win32-arm64", { os: ["win32"], cpu: ["arm64"] }],
  ["@pagefind/windows-x64", { os: ["win32"], cpu: ["x64"] }],
  ["@oxc-parser/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["@oxc-parser/binding-wasm32-wasi", { cpu: ["wasm32"] }],
  ["@img/sharp-linuxmusl-x64", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@tool/binding-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
  ["chokidar", {}],
])("the name %s says %j", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
