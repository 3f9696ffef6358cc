/**
 * The images that exist in the simulated registries, and what a container of each does. Sizes are rounded compressed
 * sizes; the `quayside/*` images are ours, one for each way in which a task can end. So are those of the shop and of
 * registry.example.com, which not everybody may pull.
 */
import { ACCOUNT_ID } from "../model/place.ts";
import type { ImageRow } from "../model/registry.ts";
import type { Serving } from "../model/traffic.ts";
import { digestOf } from "./image-builds.ts";

const BOTH = ["X86_64", "ARM64"] as const;
/** A digest that looks like one; derived from a letter so that it is the same in every world. */
const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

/** A server of files: quick, and as good as never full. Ours, like every way of serving here. */
const FILES: Serving = { places: 512, queue: 512, serviceMs: 3, spread: 1, cpuMs: 0.4, errorShare: 0 };
/** A web application that asks a database. */
const WEB_APP: Serving = { places: 8, queue: 100, serviceMs: 40, spread: 0.8, cpuMs: 8, errorShare: 0.001 };

const NGINX: Omit<ImageRow, "repository" | "imageDigest"> = {
  tags: ["latest", "alpine", "stable", "1.27", "1.29", "mainline"],
  sizeMB: 72,
  architectures: BOTH,
  description: "nginx web server: runs until it is stopped, ends quietly on its stop signal, SIGQUIT",
  // Source: Dockerfile of the official image, STOPSIGNAL, since November 2020 (checked 2026-11-29).
  behaviour: { stopSignal: "SIGQUIT", stopsWithinMs: 1_200, serving: FILES },
  contents: "nginx",
};

const HTTPD: Omit<ImageRow, "repository" | "description"> = {
  imageDigest: digest("b"),
  tags: ["latest", "2.4"],
  sizeMB: 58,
  architectures: BOTH,
  // Source: Dockerfile of the official image, STOPSIGNAL (checked 2026-11-29).
  behaviour: { stopSignal: "SIGWINCH", stopsWithinMs: 1_500, serving: { ...FILES, places: 256, cpuMs: 0.8 } },
  contents: "httpd",
};

/** An image that is for whatever its command says. */
const SHELL = {
  architectures: BOTH,
  behaviour: {},
  description: 'A shell: runs the container\'s command, such as `sleep 30` or `sh -c "exit 3"`',
} as const;

/** Every image; those of the account's own registry by their path in it. */
const IMAGES: readonly ImageRow[] = [
  { repository: "docker.io/library/nginx", imageDigest: digest("a"), ...NGINX },
  { repository: "public.ecr.aws/nginx/nginx", imageDigest: digest("a"), ...NGINX },
  { repository: "public.ecr.aws/docker/library/nginx", imageDigest: digest("a"), ...NGINX },
  {
    repository: "docker.io/library/httpd",
    ...HTTPD,
    description: "Apache HTTP server: the image of AWS's own first example",
  },
  {
    repository: "public.ecr.aws/docker/library/httpd",
    ...HTTPD,
    description: "Apache HTTP server from the Amazon ECR Public Gallery",
  },
  {
    repository: "docker.io/library/busybox",
    imageDigest: digest("c"),
    tags: ["latest", "1.37"],
    sizeMB: 2,
    contents: "busybox",
    ...SHELL,
  },
  {
    repository: "docker.io/library/alpine",
    imageDigest: digest("d"),
    tags: ["latest", "3.22"],
    sizeMB: 4,
    contents: "alpine",
    ...SHELL,
  },
  {
    repository: "public.ecr.aws/docker/library/busybox",
    imageDigest: digest("c"),
    tags: ["latest", "1.37"],
    sizeMB: 2,
    contents: "busybox",
    ...SHELL,
  },
  {
    repository: "docker.io/quayside/shop",
    imageDigest: digestOf("docker.io/quayside/shop 1"),
    tags: ["latest", "1.0"],
    sizeMB: 46,
    architectures: BOTH,
    description: "A web shop in its first build: runs until it is stopped; somebody may push the next build",
    behaviour: { stopsWithinMs: 900, serving: WEB_APP },
    contents: "service",
    nextBuilds: [
      {
        sizeMB: 48,
        architectures: BOTH,
        description: "The web shop in its second build",
        behaviour: { stopsWithinMs: 900, serving: { ...WEB_APP, serviceMs: 32 } },
        contents: "service",
      },
    ],
  },
  {
    repository: "docker.io/quayside/hello",
    imageDigest: digest("1"),
    tags: ["latest", "1"],
    sizeMB: 12,
    architectures: BOTH,
    description: "A job: says hello for five seconds and exits with 0",
    behaviour: { runsForMs: 5_000, exitCode: 0, stopsWithinMs: 300, stopExitCode: 143 },
    contents: "job",
  },
  {
    repository: "docker.io/quayside/crash",
    imageDigest: digest("2"),
    tags: ["latest", "1"],
    sizeMB: 40,
    architectures: BOTH,
    description: "An application with a bug: exits with 1 eight seconds after its start",
    behaviour: { runsForMs: 8_000, exitCode: 1, stopsWithinMs: 300, stopExitCode: 143 },
    contents: "job",
  },
  {
    repository: "docker.io/quayside/report",
    imageDigest: digestOf("docker.io/quayside/report"),
    tags: ["latest", "1"],
    sizeMB: 35,
    architectures: BOTH,
    description: "A job: writes the report of the day in six seconds and exits with 0, if it knows where to",
    behaviour: { runsForMs: 6_000, needsVariables: ["REPORT_BUCKET"], stopsWithinMs: 300, stopExitCode: 143 },
    contents: "job",
  },
  {
    repository: "docker.io/quayside/slow-start",
    imageDigest: digest("3"),
    tags: ["latest", "1"],
    sizeMB: 900,
    architectures: ["X86_64"],
    description: "A large image (900 MB, X86_64 only) whose application answers 40 seconds after its start",
    behaviour: {
      stopsWithinMs: 4_000,
      healthyAfterMs: 40_000,
      serving: { ...WEB_APP, warmUp: { forMs: 60_000, times: 3 } },
    },
    contents: "api",
  },
  {
    repository: "docker.io/quayside/stubborn",
    imageDigest: digest("4"),
    tags: ["latest", "1"],
    sizeMB: 40,
    architectures: BOTH,
    description: "An application that ignores SIGTERM: only SIGKILL ends it",
    behaviour: {},
    contents: "service",
  },
  {
    repository: "docker.io/quayside/leaky",
    imageDigest: digest("5"),
    tags: ["latest", "1"],
    sizeMB: 60,
    architectures: BOTH,
    description: "An application that leaks: 112 MiB when it starts, 20 MiB more every second, without end",
    behaviour: { memory: { atStartMiB: 112, growsMiBPerSecond: 20 }, stopsWithinMs: 800 },
    contents: "service",
  },
  {
    repository: "docker.io/quayside/thumbnails",
    imageDigest: digestOf("docker.io/quayside/thumbnails 1"),
    tags: ["latest", "1"],
    sizeMB: 80,
    architectures: BOTH,
    description:
      "A job that makes small pictures of large ones: grows to 700 MiB in 24 s and exits with 0 after a minute",
    behaviour: {
      runsForMs: 60_000,
      exitCode: 0,
      memory: { atStartMiB: 100, growsMiBPerSecond: 25, peakMiB: 700 },
      stopsWithinMs: 500,
      stopExitCode: 143,
    },
    contents: "pictures",
  },
  {
    repository: "docker.io/quayside/segfault",
    imageDigest: digestOf("docker.io/quayside/segfault 1"),
    tags: ["latest", "1"],
    sizeMB: 40,
    architectures: BOTH,
    description: "An application with a bug in native code: it crashes four seconds after its start, exit code 139",
    behaviour: { runsForMs: 4_000, exitCode: 139, stopsWithinMs: 300, stopExitCode: 143 },
    contents: "job",
  },
  {
    repository: "docker.io/quayside/workers",
    imageDigest: digestOf("docker.io/quayside/workers 1"),
    tags: ["latest", "1"],
    sizeMB: 60,
    architectures: BOTH,
    description:
      "An application whose child process leaks: 100 MiB, 30 MiB more every second; when the child is killed it exits with 0",
    behaviour: {
      memory: { atStartMiB: 100, growsMiBPerSecond: 30, ofChild: true },
      stopsWithinMs: 300,
      stopExitCode: 143,
    },
    contents: "job",
  },
  {
    repository: "docker.io/quayside/x86-only",
    imageDigest: digestOf("docker.io/quayside/x86-only 1"),
    tags: ["latest", "1"],
    sizeMB: 30,
    architectures: ["X86_64"],
    description: "An application for X86_64, pushed without an index: it is pulled on ARM64, too, and cannot run there",
    behaviour: { stopsWithinMs: 300 },
    contents: "service",
    withoutIndex: true,
  },
  {
    repository: "docker.io/quayside/cache",
    imageDigest: digestOf("docker.io/quayside/cache 1"),
    tags: ["latest", "1"],
    sizeMB: 25,
    architectures: BOTH,
    description: "A cache that fills itself first: answers 12 seconds after its start, ends quietly on SIGTERM",
    behaviour: { stopsWithinMs: 900, healthyAfterMs: 12_000 },
    contents: "cache",
  },
  {
    repository: "shop/api",
    imageDigest: digest("6"),
    tags: ["1.0", "latest"],
    sizeMB: 110,
    architectures: BOTH,
    description: "The shop's API, in a private repository of Amazon ECR; gives up when DB_PASSWORD is not set",
    behaviour: { stopsWithinMs: 900, needsVariables: ["DB_PASSWORD"], serving: WEB_APP },
    contents: "api",
    access: "ecr",
  },
  {
    repository: "registry.example.com/acme/metrics",
    imageDigest: digest("7"),
    tags: ["2.3", "latest"],
    sizeMB: 35,
    architectures: BOTH,
    description: "A vendor's metrics collector, in a registry that asks for a user name and a password",
    behaviour: { stopsWithinMs: 400 },
    contents: "vendor",
    access: "login",
  },
];

/** The catalogue of a world in this Region: the account's own registry is one of the Region. */
export function imageCatalogue(region: string): ImageRow[] {
  const own = `${ACCOUNT_ID}.dkr.ecr.${region}.amazonaws.com`;
  return IMAGES.map((row) => (row.access === "ecr" ? { ...row, repository: `${own}/${row.repository}` } : { ...row }));
}
