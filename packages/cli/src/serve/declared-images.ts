/** `--image FILE`: images of one's own, as calls that come before everything else in a served world. */
import { readFile } from "node:fs/promises";
import { readScenario } from "@quayside/api";
import { type Command, RunRefused, Session } from "@quayside/simulator";
import { RunProblem } from "../usage-problem.ts";

/**
 * The images that a file declares: one input of DeclareImage, or a list of them.
 * @throws RunProblem when it cannot be read, or with the place of what is wrong in it
 */
export async function declaredImages(path: string): Promise<readonly Command[]> {
  const given = await readJson(path);
  const inputs: readonly unknown[] = Array.isArray(given) ? given : [given];
  const commands = inputs.map((input) => ({ service: "quayside", operation: "DeclareImage", input }));
  try {
    const scenario = readScenario({ id: "images", title: "images", commands }, "images");
    // What only a world can say: whether what it is like exists, and whether it exists already.
    Session.start({ scenario });
    return scenario.commands;
  } catch (problem) {
    if (!(problem instanceof RunRefused)) throw problem;
    const sentence = problem.message
      .replace(/^(?:images|scenario)\.commands\[(\d+)\](?:\.input)?/, "images[$1]")
      .replace(/ of quayside DeclareImage|, quayside DeclareImage, is refused: \w+/, "");
    throw new RunProblem(`${path}: ${sentence}`);
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (problem) {
    const isText = problem instanceof SyntaxError;
    throw new RunProblem(isText ? `${path} is not JSON: ${problem.message}` : `${path} cannot be read`);
  }
}
