/** What is inside an image, as far as it decides what a container does: programs, users, the program that is its purpose. */

/** What an image is built on: which programs it has beside its own, and whether there is a shell. */
export type ImageBase = "debian" | "busybox" | "alpine" | "nothing";

/** One program of an image that its base has not. */
export interface OwnProgram {
  /** Absolute; found by name when its folder is in `$PATH`. */
  readonly path: string;
  /**
   * `main`: what the image is for. `launcher`: prepares something, then becomes the command that follows. `tool`: asks or
   * helps, as `curl`.
   */
  readonly does: "main" | "launcher" | "tool";
  /** Words that must be among its arguments, or it goes on in the background and its container ends. */
  readonly staysWith?: string;
}

/** A path that the main program creates before it serves, and what it prints when it may not. */
export interface FirstWrite {
  readonly path: string;
  /** The line without the reason: `{}` is the errno in the program's own form. */
  readonly complaint: string;
}

/** What the main program listens on and answers. */
export interface Server {
  /** Absent: the ports that the container maps. */
  readonly ports?: readonly number[];
  /** Paths that are answered with 200 over HTTP, the others with 404. Absent: every path. Empty: it does not speak HTTP. */
  readonly pages?: readonly string[];
  /** What it prints when somebody else has its port; `{port}` is the number. */
  readonly portTaken: string;
  /** How long it tries. Milliseconds. */
  readonly triesForMs: number;
}

export interface ImageContents {
  readonly base: ImageBase;
  readonly entryPoint: readonly string[];
  readonly command: readonly string[];
  readonly workingDirectory: string;
  readonly programs: readonly OwnProgram[];
  /** Names in its passwd file beside those of the base; in its group file are the same. */
  readonly users: readonly string[];
  readonly writes: readonly FirstWrite[];
  readonly server?: Server;
}

/** What a declared image has beside the contents of the one that it is like. */
export interface AddedContents {
  /** The port on which its server listens. */
  readonly port?: number;
  /** Further main programs, by name or absolute path. */
  readonly programs?: readonly string[];
}

/** The kinds of images that the catalogue has. */
export type ContentsId =
  | "nginx"
  | "httpd"
  | "busybox"
  | "alpine"
  | "job"
  | "service"
  | "api"
  | "pictures"
  | "cache"
  | "vendor";
