/** What a command on a machine leaves behind. */

/** Exit code and output, as any command's. */
export interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that went well. */
export function shown(stdout: string): Printed {
  return { exitCode: 0, stdout, stderr: "" };
}

/** A command that did not. */
export function failed(exitCode: number, stderr: string): Printed {
  return { exitCode, stdout: "", stderr };
}
