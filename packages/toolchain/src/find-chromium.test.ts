/** Finding a browser on machines that have one, that can get one, and that cannot. */
import { expect, test } from "vitest";
import { findChromium, type Machine } from "./find-chromium.ts";

/** A machine with these programs. `installs` says what a command line brings. */
function machine(given: {
  programs?: string[];
  broken?: string[];
  env?: Record<string, string>;
  isRoot?: boolean;
  installs?: (commandLine: string) => string | undefined;
}): Machine & { ran: string[] } {
  const programs = new Set(given.programs ?? []);
  const ran: string[] = [];
  return {
    ran,
    env: { PATH: "/usr/bin:/bin", ...given.env },
    isExecutable: (path) => programs.has(path),
    playwrightPath: () => "/cache/chrome",
    isRoot: given.isRoot ?? false,
    say: () => undefined,
    run: async ({ program, args }) => {
      const commandLine = [program, ...args].join(" ");
      if (args[0] === "--version") return finished(given.broken?.includes(program) ? 1 : 0);
      ran.push(commandLine);
      const brought = given.installs?.(commandLine);
      if (brought) programs.add(brought);
      return finished(brought ? 0 : 1);
    },
  };
}

const finished = (code: number) => ({ code, output: "", timedOut: false });

test("a browser on the search path is taken", async () => {
  expect(await findChromium(machine({ programs: ["/usr/bin/chromium"] }))).toBe("/usr/bin/chromium");
});

test("a program that exists and cannot start is passed over", async () => {
  const broken = machine({
    programs: ["/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    broken: ["/usr/bin/chromium-browser"],
  });
  expect(await findChromium(broken)).toBe("/usr/bin/google-chrome");
});

test("CHROME_PATH wins", async () => {
  const both = machine({ programs: ["/usr/bin/chromium", "/my/chrome"], env: { CHROME_PATH: "/my/chrome" } });
  expect(await findChromium(both)).toBe("/my/chrome");
});

test("a CHROME_PATH that cannot be run is refused instead of ignored", async () => {
  const wrong = machine({ programs: ["/usr/bin/chromium"], env: { CHROME_PATH: "/gone" } });
  await expect(findChromium(wrong)).rejects.toThrow("CHROME_PATH is /gone");
});

test("without a browser Playwright's download is tried first", async () => {
  const online = machine({ installs: (line) => (line.includes("playwright-core") ? "/cache/chrome" : undefined) });
  expect(await findChromium(online)).toBe("/cache/chrome");
  expect(online.ran).toEqual(["node_modules/playwright-core/cli.js install chromium"]);
});

test("the package manager comes next, as root", async () => {
  const debian = machine({
    isRoot: true,
    programs: ["/usr/bin/apt-get"],
    installs: (line) => (line.startsWith("/usr/bin/apt-get install") ? "/usr/bin/chromium" : undefined),
  });
  expect(await findChromium(debian)).toBe("/usr/bin/chromium");
  expect(debian.ran.at(-1)).toBe("/usr/bin/apt-get install -y -q --no-install-recommends chromium");
});

test("a machine that gets none is told what to install", async () => {
  await expect(findChromium(machine({ programs: ["/usr/bin/apt-get"] }))).rejects.toThrow(
    /install the package `chromium`/,
  );
});
