/** Family, the list of containers, their names and images, and which of them are essential. */
import { eachContainer, type Rule, rule, type Violation } from "../rule.ts";

const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const IMAGE = /^[A-Za-z0-9_\-:./#@]{1,}$/;
/** @see service quotas: containers per task definition, not adjustable */
const MAX_CONTAINERS = 10;
const CONTAINERS = ["containerDefinitions"];

export const containerRules: readonly Rule[] = [
  rule({ id: "family-empty", evidence: "ours", hint: "Give the family a name." }, function* ({ family }) {
    if (family === undefined || family === "") {
      yield { message: "Family should not be null or empty.", path: ["family"] };
    }
  }),
  rule(
    { id: "family-chars", evidence: "exact", hint: "Use letters, digits, hyphens and underscores, 255 at most." },
    function* ({ family }) {
      if (family && !NAME.test(family)) yield { message: "Family contains invalid characters.", path: ["family"] };
    },
  ),
  rule({ id: "no-containers", evidence: "exact", hint: "Add at least one container." }, function* (definition) {
    if (definition.containerDefinitions.length === 0) {
      yield { message: "Container list cannot be empty.", path: CONTAINERS };
    }
  }),
  rule({ id: "too-many", evidence: "exact", hint: "Split the containers over several tasks." }, function* (definition) {
    if (definition.containerDefinitions.length > MAX_CONTAINERS) {
      yield { message: "Too many containers.", path: CONTAINERS };
    }
  }),
  rule({ id: "name-null", evidence: "exact", hint: "Give the container a name." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      if (!container.name) yield { message: "Container.name should not be null or empty.", path };
    }
  }),
  rule(
    { id: "name-chars", evidence: "ours", hint: "Use letters, digits, hyphens and underscores, 255 at most." },
    function* (definition) {
      for (const { container, path } of eachContainer(definition)) {
        if (container.name && !NAME.test(container.name)) {
          yield { message: "Container.name contains invalid characters.", path: [...path, "name"] };
        }
      }
    },
  ),
  rule({ id: "image-null", evidence: "exact", hint: "Set image, for example nginx:latest." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      if (!container.image) yield { message: "Container.image should not be null or empty.", path };
    }
  }),
  rule(
    { id: "image-chars", evidence: "exact", hint: "Remove blanks and unresolved placeholders from the image." },
    function* (definition) {
      for (const { container, path } of eachContainer(definition)) {
        if (container.image && !IMAGE.test(container.image)) {
          yield { message: "Container.image contains invalid characters.", path: [...path, "image"] };
        }
      }
    },
  ),
  rule({ id: "name-dup", evidence: "exact", hint: "Give each container a name of its own." }, function* (definition) {
    const names = new Set<string>();
    for (const { container, path } of eachContainer(definition)) {
      if (container.name && names.has(container.name)) {
        yield { message: "Container names must be unique within a task definition.", path: [...path, "name"] };
      }
      names.add(container.name ?? "");
    }
  }),
  rule(
    {
      id: "no-essential",
      evidence: "exact",
      hint: "Leave essential out, or set it to true, on at least one container.",
    },
    function* (definition): Iterable<Violation> {
      const containers = definition.containerDefinitions;
      if (containers.length > 0 && containers.every((container) => container.essential === false)) {
        yield { message: "Task definition doesn't have any essential container.", path: CONTAINERS };
      }
    },
  ),
];
