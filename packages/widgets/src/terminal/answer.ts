/** Gives a line to whoever answers it: the terminal itself or the API's command line. Never throws: what breaks is printed. */
import { type BuiltInWorld, type CommandResult, runBuiltIn } from "./built-ins.ts";
import { type CommandPart, type CommandWorld, loadCommandPart } from "./command-part.ts";

/** Longest line that is run, in UTF-16 units. */
const LONGEST_LINE = 100_000;

export interface AnswerRequest {
  readonly line: string;
  readonly own: BuiltInWorld;
  /** Undefined while the lab is not ready. */
  readonly world: CommandWorld | undefined;
  /** Another command line than the API's. */
  readonly part: CommandPart | undefined;
}

/** Runs the line. A failure of ours comes back with exit code 255 and a sentence. */
export async function answer({ line, own, world, part }: AnswerRequest): Promise<CommandResult> {
  const { texts } = own;
  if (line.length > LONGEST_LINE) return failed(texts.tooLong);
  const printed = runBuiltIn(line, own);
  if (printed !== undefined) return printed;
  if (world === undefined) return failed(texts.notReady);
  let commands = part;
  try {
    commands ??= await loadCommandPart();
  } catch (error) {
    console.warn("quayside-terminal: the command line could not be loaded:", error);
    return failed(texts.partFailed);
  }
  // A wait may simulate minutes in one go: the line is on the screen before that starts.
  if (/\swait\s/.test(line)) await nextFrame();
  try {
    return await commands.run(line, world);
  } catch (error) {
    console.error(error);
    return failed(texts.broke(error instanceof Error ? error.message : String(error)));
  }
}

/** Says to the page that a command has run, and what came of it. */
export function commandEvent(line: string, { exitCode, stdout, stderr }: CommandResult): CustomEvent {
  const detail = { line, exitCode, stdout, stderr };
  return new CustomEvent("quayside-command", { detail, bubbles: true, composed: true });
}

function failed(message: string): CommandResult {
  return { exitCode: 255, stdout: "", stderr: `${message}\n` };
}

/** A page in the background draws no frames, so a timer stands in for one. */
function nextFrame(): Promise<void> {
  return new Promise((painted) => {
    if (document.hidden) setTimeout(painted);
    else requestAnimationFrame(() => setTimeout(painted));
  });
}
