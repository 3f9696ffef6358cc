/** The shell elsewhere that the terminal is in until `exit`: of a machine after `ssh`, of a container after `execute-command`. */

/** Which machine or which session, and how it asks for the next line: `ec2-user@ip-10-0-10-4 $`. */
export interface RemoteShell {
  readonly at: string;
  readonly prompt: string;
}

/** Whether a shell is a session in a container, and not on a machine. */
export function isInContainer(shell: RemoteShell | undefined): shell is RemoteShell {
  return shell?.at.startsWith("ecs-") === true;
}

/** Where the next lines go after a command; undefined is the learner's own computer. */
export function shellAfter(
  before: RemoteShell | undefined,
  { machine }: { readonly machine?: RemoteShell | null },
): RemoteShell | undefined {
  return machine === undefined ? before : (machine ?? undefined);
}

/** What stands before a line that waits to be typed, or goes on. */
export function promptText(shell: RemoteShell | undefined, goesOn: boolean): string {
  if (goesOn) return ">";
  return shell?.prompt ?? "$";
}
