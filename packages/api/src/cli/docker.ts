/**
 * Docker on the learner's own computer. `docker push IMAGE`: the one way in which the terminal changes what a tag means. It stands for everything that happens
 * before a task is run: somebody changed the program, built the image and pushes it. Output in the form of Docker's.
 */
import type { Output, Session } from "@quayside/simulator";
import { send } from "../door/send.ts";

/** What a command leaves behind. */
interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Size of a manifest in bytes, at the end of the last line. Ours: an image of the catalogue has no real manifest. */
const MANIFEST_BYTES = 1_570;
const USAGE = 'Here, on your own computer, there is "docker push IMAGE": it puts a new build under a tag.';
const ELSEWHERE =
  'The containers of ECS run elsewhere: "ssh ec2-user@INSTANCE docker ps" asks Docker on a container instance. On Fargate the machines are AWS\'s, and nobody but AWS can.';

/**
 * Runs the words behind `docker`.
 * @returns exit code 1 with Docker's words when the registry refuses or the reference cannot be pushed
 */
export function runDocker(words: readonly string[], session: Session): Printed {
  const [command, image, ...more] = words;
  if (command !== "push" || image === undefined || image.startsWith("-") || more.length > 0) {
    return { exitCode: 1, stdout: "", stderr: `quayside: ${USAGE}\n${ELSEWHERE}\n` };
  }
  const outcome = send(session, { service: "quayside", operation: "PushImage", input: { image } });
  if (!outcome.ok) return { exitCode: 1, stdout: "", stderr: `${outcome.error.message}\n` };
  return { exitCode: 0, stdout: pushOutput(outcome.output, image), stderr: "" };
}

function pushOutput({ repository, tag, imageDigest }: Output<"quayside", "PushImage">, image: string): string {
  const digits = imageDigest.slice("sha256:".length);
  const lines = [
    `The push refers to repository [${repository}]`,
    `${digits.slice(0, 12)}: Pushed`,
    `${digits.slice(12, 24)}: Pushed`,
    `${tag}: digest: ${imageDigest} size: ${MANIFEST_BYTES}`,
  ];
  const named = /:[^/]+$/.test(image);
  return `${[...(named ? [] : [`Using default tag: ${tag}`]), ...lines].join("\n")}\n`;
}
