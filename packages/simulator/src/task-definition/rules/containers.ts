/** Family, the list of containers, their names and images, and which of them are essential. */
import { at, containerRule, type Rule, rule } from "../rule.ts";
import { label } from "../shape.ts";
import { CONTAINER_DEFINITION, documented, LOGGED, MOCKED, pasted, RECORDED, REGISTER, reported } from "../sources.ts";

const NAME_CHARACTERS = /^[A-Za-z0-9_-]+$/;
const IMAGE_CHARACTERS = /^[A-Za-z0-9_\-:./#@]+$/;
const LONGEST_NAME = 255;
/** Longest image reference; a digest behind `@` does not count. */
const LONGEST_IMAGE = 255;
const MAX_CONTAINERS = 10;
const NAME_HINT = "Use letters, digits, hyphens and underscores, 255 at most.";

export const containerRules: readonly Rule[] = [
  rule(
    {
      id: "family-empty",
      evidence: "exact",
      source: reported("aws-actions/amazon-ecs-deploy-task-definition#630", "aws/aws-sdk-go#132"),
      hint: "Give the family a name.",
    },
    function* ({ family }) {
      if (!family?.trim()) yield at("Family can not be blank.", "family");
    },
  ),
  rule({ id: "family-chars", evidence: "exact", source: RECORDED, hint: NAME_HINT }, function* ({ family }) {
    if (family?.trim() && !NAME_CHARACTERS.test(family)) yield at("Family contains invalid characters.", "family");
  }),
  rule(
    { id: "family-long", evidence: "ours", certain: true, source: REGISTER, hint: NAME_HINT },
    function* ({ family = "" }) {
      if (family.length > LONGEST_NAME) yield at(`Family should be at most ${LONGEST_NAME} characters long.`, "family");
    },
  ),
  rule(
    { id: "no-containers", evidence: "exact", source: RECORDED, hint: "Add at least one container." },
    function* ({ containerDefinitions }) {
      if (containerDefinitions.length === 0) yield at("Container list cannot be empty.", "containerDefinitions");
    },
  ),
  rule(
    {
      id: "too-many",
      evidence: "exact",
      source: pasted("aws/amazon-ecs-cli#184", "aws/amazon-ecs-cli#951"),
      hint: "Split the containers over several tasks; ten is a fixed limit.",
    },
    function* ({ containerDefinitions }) {
      if (containerDefinitions.length > MAX_CONTAINERS) yield at("Too many containers.", "containerDefinitions");
    },
  ),
  containerRule(
    { id: "name-null", evidence: "exact", source: MOCKED, hint: "Give the container a name.", judgesNames: true },
    function* ({ name }) {
      if (!name) yield at("Container.name should not be null or empty.", "name");
    },
  ),
  containerRule(
    {
      id: "name-chars",
      evidence: "ours",
      certain: true,
      source: CONTAINER_DEFINITION,
      hint: NAME_HINT,
      judgesNames: true,
    },
    function* ({ name }) {
      if (!name || (NAME_CHARACTERS.test(name) && name.length <= LONGEST_NAME)) return;
      yield at("Container.name contains invalid characters.", "name");
    },
  ),
  containerRule(
    { id: "image-null", evidence: "exact", source: MOCKED, hint: "Set image, for example nginx:latest." },
    function* ({ image }) {
      if (!image) yield at("Container.image should not be null or empty.", "image");
    },
  ),
  containerRule(
    {
      id: "image-chars",
      evidence: "exact",
      source: LOGGED,
      hint: "Remove blanks and unresolved placeholders from the image.",
    },
    function* ({ image }) {
      if (image && !IMAGE_CHARACTERS.test(image)) yield at("Container.image contains invalid characters.", "image");
    },
  ),
  containerRule(
    {
      id: "image-long",
      evidence: "exact",
      source: reported("hashicorp/terraform-provider-aws#22629"),
      hint: "Shorten the image's name or its tag; a digest does not count.",
    },
    function* ({ image = "" }) {
      if ((image.split("@")[0] ?? "").length <= LONGEST_IMAGE) return;
      yield at(`Container.image should be ${LONGEST_IMAGE} characters or less`, "image");
    },
  ),
  containerRule(
    {
      id: "image-repository",
      evidence: "exact",
      source: reported("aws/copilot-cli#3455"),
      hint: "Write the image's name before the tag: a variable in its place may have been empty.",
    },
    function* ({ image }) {
      if (image && /^[:@]|\/(?:[:@]|$)/.test(image)) {
        yield at("Container.image repository should not be null or empty.", "image");
      }
    },
  ),
  rule(
    {
      id: "name-dup",
      evidence: "exact",
      source: RECORDED,
      hint: "Give each container a name of its own.",
      valueByValue: true,
    },
    function* ({ containerDefinitions }) {
      const names = new Set<string>();
      for (const [index, { name }] of containerDefinitions.entries()) {
        if (!name || name === label.nameless) continue;
        if (names.has(name)) {
          const message = "Container names must be unique within a task definition.";
          yield at(message, "containerDefinitions", index, "name");
        }
        names.add(name);
      }
    },
  ),
];

/** Which containers the task lives by, and what a container may take. */
export const essentialRules: readonly Rule[] = [
  rule(
    {
      id: "no-essential",
      evidence: "exact",
      source: RECORDED,
      hint: "Leave essential out, or set it to true, on at least one container.",
    },
    function* ({ containerDefinitions }) {
      if (containerDefinitions.length === 0) return;
      if (containerDefinitions.some(({ essential }) => essential !== false)) return;
      yield at("Task definition doesn't have any essential container.", "containerDefinitions");
    },
  ),
  containerRule(
    {
      id: "ulimit",
      evidence: "ours",
      source: documented("API Reference, Ulimit"),
      hint: "Raise hardLimit or lower softLimit.",
    },
    function* ({ ulimits = [] }) {
      // -1 stands for unlimited.
      const size = (limit: number) => (limit === -1 ? Number.POSITIVE_INFINITY : limit);
      for (const [index, { name = "null", softLimit, hardLimit }] of ulimits.entries()) {
        if (softLimit === undefined || hardLimit === undefined || size(softLimit) <= size(hardLimit)) continue;
        const message = `The softLimit of ulimit '${name}' must be less than or equal to its hardLimit.`;
        yield at(message, "ulimits", index, "softLimit");
      }
    },
  ),
];
