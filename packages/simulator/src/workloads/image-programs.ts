/** Finds a program in an image as the kernel does: by its path, or by name in the folders of `$PATH`. */
import type { ImageContents, OwnProgram } from "../model/image-contents.ts";
import { BASES } from "./image-contents.ts";

/** Where programs are looked for when the definition does not set `PATH`. Source: Docker's default (checked 2026-11-29). */
const USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** The official httpd image adds its own folder. */
const FURTHER_FOLDERS = ["/usr/local/apache2/bin"];
/** What is there and cannot be run: files, and folders that every image has. */
const NOT_PROGRAMS =
  /^\/(?:etc\/(?:passwd|group|hosts|hostname|resolv\.conf)|bin|usr|usr\/bin|etc|tmp|var|dev|proc|sys|home|app)?\/?$/;

/** A program that was found: one of the image's own, or one of its base. */
export interface Found {
  readonly name: string;
  readonly own?: OwnProgram;
}

export type Lookup = Found | "not-in-path" | "no-file" | "not-executable";

/** Looks for the first word of a command. */
export function findProgram(
  contents: ImageContents,
  word: string,
  environment: Readonly<Record<string, string>>,
  directory: string,
): Lookup {
  if (word.includes("/")) return atPath(contents, absolute(word, directory));
  const { PATH } = environment;
  const folders = (PATH ?? USUAL_PATH).split(":");
  const searched = PATH === undefined ? [...folders, ...FURTHER_FOLDERS] : folders;
  for (const folder of searched) {
    const found = atPath(contents, `${folder}/${word}`);
    if (typeof found === "object") return found;
  }
  return "not-in-path";
}

function atPath({ base, programs }: ImageContents, path: string): Lookup {
  const own = programs.find((program) => program.path === path);
  const slash = path.lastIndexOf("/");
  const name = path.slice(slash + 1);
  if (own !== undefined) return { name, own };
  const { programs: usual, folders } = BASES[base];
  if (folders.includes(path.slice(0, slash)) && usual.has(name)) return { name };
  return NOT_PROGRAMS.test(path) ? "not-executable" : "no-file";
}

function absolute(path: string, directory: string): string {
  if (path.startsWith("/")) return path;
  return `${directory.replace(/\/$/, "")}/${path.replace(/^(\.\/)+/, "")}`;
}
