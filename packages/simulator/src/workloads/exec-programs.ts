/**
 * Programs that only somebody who types needs: they look around in the container.
 * Source: busybox 1.37 and Debian 12 (checked 2026-11-29). Simplified: few options, and no process can be signalled.
 */
import type { ShellCommand, ShellFiles, ShellProcess } from "./shell-host.ts";

/** The folder in which the shell stands, as its variable says. */
export function folderOf(run: ShellProcess): string {
  return run.value("PWD") ?? "/";
}

/** A path from the root, whatever it began at; `.` and `..` taken out. */
export function absolutePath(folder: string, path: string): string {
  const whole = path.startsWith("/") ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

export const changeFolder: ShellCommand = (run, [to = "/root"]) => {
  const folder = absolutePath(folderOf(run), to);
  if (folder !== "/" && run.host.files.list(folder) === undefined) {
    run.complain(`sh: cd: can't cd to ${to}: No such file or directory`);
    return 2;
  }
  run.set("PWD", folder);
  return 0;
};

export const printFolder: ShellCommand = (run) => {
  run.out(folderOf(run));
  return 0;
};

export const listFolder: ShellCommand = (run, words) => {
  const paths = words.filter((word) => !word.startsWith("-"));
  let status = 0;
  for (const path of paths.length === 0 ? ["."] : paths) {
    const at = absolutePath(folderOf(run), path);
    const names = run.host.files.list(at);
    if (names !== undefined) {
      if (names.length > 0) run.out(names.join("  "));
    } else if (run.host.files.read(at) !== undefined) run.out(path);
    else {
      run.complain(`ls: ${path}: No such file or directory`);
      status = 1;
    }
  }
  return status;
};

export const whoIs: ShellCommand = (run) => {
  run.out("uid=0(root) gid=0(root) groups=0(root)");
  return 0;
};

export const whichSystem: ShellCommand = (run, words) => {
  run.out(words.some((word) => word.includes("a")) ? `Linux ${run.host.hostname} 6.1.0 x86_64 Linux` : "Linux");
  return 0;
};

/** A process of the container. */
export interface ShownProcess {
  readonly pid: number;
  readonly user: string;
  readonly command: string;
}

/** `ps`, as busybox prints it. */
export function psOf(processes: readonly ShownProcess[]): ShellCommand {
  return (run) => {
    run.out("PID   USER     TIME  COMMAND");
    for (const { pid, user, command } of processes) {
      run.out(`${String(pid).padStart(5)} ${user.padEnd(8)} 0:00 ${command}`);
    }
    return 0;
  };
}

/** The same files, for paths that need not begin at the root. @param folder where the shell stands at that moment */
export function seenFrom(folder: () => string, files: ShellFiles): ShellFiles {
  const whole = (path: string) => absolutePath(folder(), path);
  return {
    read: (path) => files.read(whole(path)),
    write: (path, text) => files.write(whole(path), text),
    remove: (path) => files.remove(whole(path)),
    list: (path) => files.list(whole(path)),
  };
}
