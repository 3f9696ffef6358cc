/**
 * DeclareImage: an image that the catalogue does not know exists, and behaves like one that it knows. It is for images of
 * Quay, of GitHub, of one's own registry, and for further tags of known ones.
 * Simplified: everybody may pull a declared image; from a private registry of Amazon ECR, roles that IAM allows.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ImageBuild } from "../../model/registry.ts";
import { findBuild } from "../../workloads/image-builds.ts";
import { declared, type Model } from "../../workloads/image-declarations.ts";
import { parseImageReference } from "../../workloads/image-reference.ts";
import { answer, command } from "../operation.ts";
import { isTag } from "./push-image.ts";
import { fieldsOf, isWholeNumber } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** Ours: bounds that no real use meets. */
const MOST_DECLARED = 200;
const MOST_PROGRAMS = 20;
const MOST_CHARACTERS = 255;
const MOST_MEGABYTES = 20_000;
/** What a container does unless it is said: a server on the ports that the container maps, until it is stopped. */
const USUAL = "quayside/shop";
const BOTH: ImageBuild["architectures"] = ["X86_64", "ARM64"];

const REPOSITORY = /^[a-z0-9]+([._:/-]+[a-z0-9]+)*$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** A program by its name, or where it lies. */
const PROGRAM = /^(\/?[A-Za-z0-9._+-]+)(\/[A-Za-z0-9._+-]+)*$/;

/** What is declared, once it is looked at. */
interface Declaration {
  readonly image: string;
  readonly behavesLike?: string;
  readonly port?: number;
  readonly programs?: readonly string[];
  readonly architectures?: ImageBuild["architectures"];
  readonly sizeMB?: number;
}

type Member = keyof Declaration;

/** What each member takes, for the refusal that names it. */
const WANTED: Readonly<Record<Member, string>> = {
  image: "an image as task definitions write it: quay.io/acme/api:1.4",
  behavesLike: "an image that exists here: nginx, busybox, quayside/shop",
  port: "a whole number, 1 to 65535",
  programs: `up to ${MOST_PROGRAMS} names or absolute paths: ["node", "/app/start.sh"]`,
  architectures: `one or both of ${BOTH.join(", ")}`,
  sizeMB: `a whole number, 1 to ${MOST_MEGABYTES}`,
};

const MEMBERS = Object.keys(WANTED) as Member[];

const IS_RIGHT: Readonly<Record<Member, (value: unknown, sim: Cloud) => boolean>> = {
  image: isImage,
  behavesLike: (value, sim) => value === undefined || modelNamed(sim, value) !== undefined,
  port: (value) => value === undefined || isWholeNumber(value, 1, 65_535),
  programs: (value) => value === undefined || isListOf(value, MOST_PROGRAMS, isProgram),
  architectures: (value) =>
    value === undefined || (isListOf(value, BOTH.length, (each) => BOTH.includes(each as "ARM64")) && value.length > 0),
  sizeMB: (value) => value === undefined || isWholeNumber(value, 1, MOST_MEGABYTES),
};

export const declareImage = command<"quayside", "DeclareImage">((sim, input) => {
  const fields = fieldsOf(input);
  const wrong = MEMBERS.find((member) => !IS_RIGHT[member](fields[member], sim));
  if (wrong !== undefined) return refuse("declare.member", { member: wrong, wanted: WANTED[wrong] });
  const { image, behavesLike = USUAL, ...own } = fields as unknown as Declaration;
  const reference = parseImageReference(image);
  const model = modelNamed(sim, behavesLike) as Model;
  const before = sim.tables.images.get(reference.repository);
  const there = before && findBuild(before, reference);
  if (there !== undefined && (there.likes === undefined || reference.digest !== undefined)) {
    return refuse("declare.exists", { image: reference.full });
  }
  if (countDeclared(sim) >= MOST_DECLARED) return refuse("declare.too-many", { most: MOST_DECLARED });
  const { port, programs, architectures = BOTH, sizeMB = model.build.sizeMB } = own;
  const adds = { ...(port !== undefined && { port }), ...(programs !== undefined && { programs }) };
  const { row, build } = declared(before, reference, model, { architectures, sizeMB, adds });
  sim.put("images", row);
  const { imageDigest, likes = model.repository } = build;
  sim.record("IMAGE_DECLARED", row.repository, { image: reference.full, imageDigest, behavesLike: likes });
  return answer({ image: reference.full, imageDigest, behavesLike: likes });
});

function isImage(value: unknown): value is string {
  if (typeof value !== "string" || value.length > MOST_CHARACTERS) return false;
  const { repository, tag, digest } = parseImageReference(value);
  return REPOSITORY.test(repository) && (digest === undefined ? isTag(tag) : DIGEST.test(digest));
}

function modelNamed(sim: Cloud, name: unknown): Model | undefined {
  if (!isImage(name)) return undefined;
  const reference = parseImageReference(name);
  const { repository } = reference;
  const row = sim.tables.images.get(repository);
  const build = row && findBuild(row, reference);
  return build && { repository, build };
}

function isProgram(value: unknown): boolean {
  return typeof value === "string" && value.length <= MOST_CHARACTERS && PROGRAM.test(value);
}

function isListOf(value: unknown, most: number, isOne: (each: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= most && value.every(isOne);
}

function countDeclared({ tables }: Cloud): number {
  let count = 0;
  for (const row of tables.images.values()) {
    for (const { likes } of [row, ...(row.earlierBuilds ?? [])]) if (likes !== undefined) count += 1;
  }
  return count;
}
