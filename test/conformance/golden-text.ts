/** The form of a golden file: each command with its exit code, its output and its complaints, to be read and diffed. */

/** What one step of a script gave. */
export interface Recorded {
  readonly command: string;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function block(mark: string, text: string): string {
  if (text === "") return "";
  // The mark on every line shows where lines end, an empty last line included.
  const whole = text.endsWith("\n");
  const lines = (whole ? text.slice(0, -1) : text).split("\n").map((line) => `${mark} ${line}\n`);
  return lines.join("") + (whole ? "" : `${mark}\\\n`);
}

/** One step as text. */
export function goldenEntry({ command, exitCode, stdout, stderr }: Recorded): string {
  // aws prints a carriage return in its usage text; a file with it would not survive editors and git.
  return `$ ${command}\n[${exitCode}]\n${block("|", stdout)}${block("!", stderr.replaceAll("\r", "\\r"))}\n`;
}
