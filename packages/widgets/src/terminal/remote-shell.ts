/** The shell of a machine in the cloud that the terminal is on after `ssh`, until `exit`. */

/** Which machine, and how it asks for the next line: `ec2-user@ip-10-0-10-4`. */
export interface RemoteShell {
  readonly instanceId: string;
  readonly prompt: string;
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
  return shell === undefined ? "$" : `${shell.prompt} $`;
}
