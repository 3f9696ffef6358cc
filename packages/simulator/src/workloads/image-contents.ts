/**
 * What is inside the images of the catalogue. Source: Dockerfiles of the official images nginx, httpd, busybox and alpine
 * (checked 2026-11-29); the others are ours.
 * Simplified: all tags of nginx are its Debian build; a program of the base is found in any of the base's folders.
 */
import type {
  AddedContents,
  ContentsId,
  ImageBase,
  ImageContents,
  OwnProgram,
  Server,
} from "../model/image-contents.ts";

/** Programs with which every base but `nothing` comes, and that the simulated shell runs. */
const USUAL =
  "sh true false sleep echo printf date hostname whoami pwd env printenv cat tail ls touch rm cp test [ mkdir chmod chown sync";
/** Programs that are there and that nobody runs here. */
const UNSIMULATED =
  "head grep sed awk cut sort uniq wc tr tee find xargs id uname mv ln df du kill basename dirname expr seq nproc stat readlink tar gzip mktemp md5sum sha256sum timeout nohup dd od";
const BUSYBOX = `${USUAL} ${UNSIMULATED} ash busybox vi wget nc ps pgrep top ping nslookup netstat`;

const words = (text: string) => text.split(" ");

interface Base {
  readonly programs: ReadonlySet<string>;
  readonly folders: readonly string[];
  readonly users: readonly string[];
}

const FOLDERS = ["/bin", "/usr/bin"];

/** Source: passwd files of debian:12, busybox:1.37 and alpine:3.22 (checked 2026-11-29). */
export const BASES: Readonly<Record<ImageBase, Base>> = {
  debian: {
    programs: new Set(words(`${USUAL} ${UNSIMULATED} bash dash perl`)),
    folders: FOLDERS,
    users: words("root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc _apt nobody"),
  },
  busybox: {
    programs: new Set(words(`${BUSYBOX} httpd`)),
    folders: ["/bin"],
    users: words("root daemon bin sys sync mail www-data operator nobody"),
  },
  alpine: {
    programs: new Set(words(`${BUSYBOX} apk`)),
    folders: [...FOLDERS, "/sbin"],
    users: words("root bin daemon lp sync shutdown halt mail news uucp cron ftp sshd games ntp guest nobody"),
  },
  nothing: { programs: new Set(), folders: [], users: ["root", "nobody"] },
};

const CURL: OwnProgram = { path: "/usr/bin/curl", does: "tool" };
const APP: OwnProgram = { path: "/app/main", does: "main" };
const NODE_SERVER: Server = {
  portTaken: "Error: listen EADDRINUSE: address already in use 0.0.0.0:{port}",
  triesForMs: 100,
};

/** An application of ours: a program without arguments on Alpine Linux, with curl. */
const OURS: ImageContents = {
  base: "alpine",
  entryPoint: [],
  command: [APP.path],
  workingDirectory: "/app",
  programs: [APP, CURL],
  users: ["app"],
  writes: [],
};

const SHELL: ImageContents = {
  base: "busybox",
  entryPoint: [],
  command: ["sh"],
  workingDirectory: "/",
  programs: [],
  users: [],
  writes: [],
};

const NGINX: ImageContents = {
  base: "debian",
  entryPoint: ["/docker-entrypoint.sh"],
  command: ["nginx", "-g", "daemon off;"],
  workingDirectory: "/",
  programs: [
    { path: "/docker-entrypoint.sh", does: "launcher" },
    { path: "/usr/sbin/nginx", does: "main", staysWith: "daemon off;" },
    CURL,
  ],
  users: ["nginx"],
  writes: [
    { path: "/var/cache/nginx", complaint: 'nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed ({})' },
    { path: "/run", complaint: 'nginx: [emerg] open() "/run/nginx.pid" failed ({})' },
  ],
  server: {
    ports: [80],
    pages: ["/", "/index.html", "/50x.html"],
    portTaken: "nginx: [emerg] bind() to 0.0.0.0:{port} failed (98: Address already in use)",
    // Five attempts, half a second apart.
    triesForMs: 2_500,
  },
};

const HTTPD: ImageContents = {
  base: "debian",
  entryPoint: [],
  command: ["httpd-foreground"],
  workingDirectory: "/usr/local/apache2",
  programs: [
    { path: "/usr/local/bin/httpd-foreground", does: "main" },
    { path: "/usr/local/apache2/bin/httpd", does: "main", staysWith: "FOREGROUND" },
  ],
  users: [],
  writes: [
    {
      path: "/usr/local/apache2/logs",
      complaint: "[core:error] ({}): AH00099: could not create /usr/local/apache2/logs/httpd.pid",
    },
  ],
  server: {
    ports: [80],
    pages: ["/", "/index.html"],
    portTaken: "(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:{port}",
    triesForMs: 100,
  },
};

const VENDOR: OwnProgram = { path: "/metrics", does: "main" };

/** By the kind of image. */
const IMAGE_CONTENTS: Readonly<Record<ContentsId, ImageContents>> = {
  nginx: NGINX,
  httpd: HTTPD,
  busybox: SHELL,
  alpine: { ...SHELL, base: "alpine", command: ["/bin/sh"] },
  job: OURS,
  service: { ...OURS, server: NODE_SERVER },
  api: { ...OURS, server: { ...NODE_SERVER, ports: [8080] } },
  pictures: {
    ...OURS,
    writes: [{ path: "/tmp", complaint: "Error: {}, open '/tmp/picture-1.png'" }],
  },
  cache: {
    ...OURS,
    programs: [...OURS.programs, { path: "/usr/bin/cache-cli", does: "tool" }],
    server: { ...NODE_SERVER, ports: [6379], pages: [] },
  },
  vendor: {
    ...OURS,
    base: "nothing",
    entryPoint: [VENDOR.path],
    command: [],
    workingDirectory: "/",
    programs: [VENDOR],
    users: [],
    server: NODE_SERVER,
  },
};

/** Something with contents: a build of an image, or the system around a process. */
interface WithContents {
  readonly contents: ContentsId;
  readonly adds?: AddedContents;
}

const ADDED = new WeakMap<AddedContents, ImageContents>();

/** What is inside an image. */
export function contentsOf({ contents, adds }: WithContents): ImageContents {
  if (adds === undefined) return IMAGE_CONTENTS[contents];
  const known = ADDED.get(adds);
  if (known !== undefined) return known;
  const made = addedTo(IMAGE_CONTENTS[contents], adds);
  ADDED.set(adds, made);
  return made;
}

function addedTo(contents: ImageContents, { port, programs = [] }: AddedContents): ImageContents {
  const { server = NODE_SERVER } = contents;
  const added = programs.map((program): OwnProgram => {
    return { path: program.startsWith("/") ? program : `/usr/local/bin/${program}`, does: "main" };
  });
  return {
    ...contents,
    programs: [...added, ...contents.programs],
    ...(port !== undefined && { server: { ...server, ports: [port] } }),
  };
}
