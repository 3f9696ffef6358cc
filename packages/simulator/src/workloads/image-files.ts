/**
 * The files of an image as somebody sees them who looks around in a container: a few that are worth reading, and the names of
 * the programs that can be run. Source: files of the official images (checked 2026-11-29).
 * Simplified: only sessions of ECS Exec see them, nobody can remove them, and most files of a real image are missing.
 */
import type { ImageBase, ImageContents } from "../model/image-contents.ts";
import { BASES } from "./image-contents.ts";

/** Folders that every image with a base has, with something in them or not. */
const FOLDERS =
  "/bin /dev /etc /home /lib /managed-agents /managed-agents/execute-command /media /mnt /opt /proc /root /run /sbin /srv /sys /tmp /usr /usr/bin /usr/sbin /usr/local /usr/share /var /var/log /var/cache".split(
    " ",
  );

const RELEASES: Readonly<Record<ImageBase, string | undefined>> = {
  debian: 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n',
  alpine: 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.0\nPRETTY_NAME="Alpine Linux v3.22"\n',
  busybox: undefined,
  nothing: undefined,
};

const NGINX_PAGE = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
</body>
</html>
`;
const HTTPD_PAGE = "<html><body><h1>It works!</h1></body></html>\n";

/** The agent of ECS Exec, which is mounted and not installed. */
const AGENT_FILES = ["amazon-ssm-agent", "ssm-agent-worker", "ssm-session-worker"].map(
  (name) => `/managed-agents/execute-command/${name}`,
);

/** Where the server of an image has the pages that it gives, and what its first page says. Absent: it makes them itself. */
export function pagesOf({ programs }: ImageContents): { readonly folder: string; readonly first: string } | undefined {
  if (programs.some(({ path }) => path === "/usr/sbin/nginx"))
    return { folder: "/usr/share/nginx/html", first: NGINX_PAGE };
  if (programs.some(({ path }) => path.includes("httpd")))
    return { folder: "/usr/local/apache2/htdocs", first: HTTPD_PAGE };
  return undefined;
}

/** Text of a file of the image; undefined when there is none, or nobody can read it. */
export function imageFile(contents: ImageContents, path: string): string | undefined {
  const pages = pagesOf(contents);
  if (pages !== undefined && path === `${pages.folder}/index.html`) return pages.first;
  if (path === "/etc/os-release") return RELEASES[contents.base];
  if (path !== "/etc/passwd") return undefined;
  return [...BASES[contents.base].users, ...contents.users]
    .map((name, id) => `${name}:x:${id}:${id}:${name}:/${name === "root" ? "root" : ""}:/bin/sh\n`)
    .join("");
}

/** Names directly below a folder of the image, sorted; undefined when there is no such folder. */
export function imageNames(contents: ImageContents, folder: string): readonly string[] | undefined {
  const at = folder.replace(/\/+$/, "");
  const names = new Set<string>();
  let isThere = at === "";
  for (const path of pathsOf(contents)) {
    if (path === at) isThere = true;
    else if (path.startsWith(`${at}/`)) names.add(path.slice(at.length + 1).split("/", 1)[0] as string);
  }
  return isThere || names.size > 0 ? [...names].sort() : undefined;
}

function pathsOf(contents: ImageContents): readonly string[] {
  const { base, programs, workingDirectory } = contents;
  const { folders, programs: usual } = BASES[base];
  const [first] = folders;
  const pages = pagesOf(contents);
  return [
    ...(base === "nothing" ? ["/dev", "/etc", "/proc", "/sys"] : FOLDERS),
    ...AGENT_FILES,
    "/etc/passwd",
    "/etc/hosts",
    "/etc/resolv.conf",
    ...(RELEASES[base] === undefined ? [] : ["/etc/os-release"]),
    ...(first === undefined ? [] : [...usual].map((name) => `${first}/${name}`)),
    ...programs.map(({ path }) => path),
    ...(workingDirectory === "/" ? [] : [workingDirectory]),
    ...(pages === undefined ? [] : [`${pages.folder}/index.html`]),
  ];
}
