/** Log drivers and their options, secrets, and the execution role that both may need. */
import { eachContainer, type Rule, rule } from "../rule.ts";

const AWSLOGS_REQUIRED = ["awslogs-region", "awslogs-group"] as const;
const AWSLOGS_OPTIONS = new Set([
  ...AWSLOGS_REQUIRED,
  "awslogs-stream-prefix",
  "awslogs-create-group",
  "awslogs-datetime-format",
  "awslogs-multiline-pattern",
  "mode",
  "max-buffer-size",
]);

export const loggingRules: readonly Rule[] = [
  rule({ id: "log-req", evidence: "exact", hint: "Add the missing options." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      const { logConfiguration } = container;
      if (logConfiguration?.logDriver !== "awslogs") continue;
      const missing = AWSLOGS_REQUIRED.filter((option) => logConfiguration.options?.[option] === undefined);
      if (missing.length === 0) continue;
      yield {
        message: `Log driver awslogs requires options: ${missing.join(", ")}`,
        path: [...path, "logConfiguration"],
      };
    }
  }),
  rule({ id: "log-extra", evidence: "exact", hint: "Remove the option." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      const { logConfiguration } = container;
      if (logConfiguration?.logDriver !== "awslogs") continue;
      const unknown = Object.keys(logConfiguration.options ?? {}).filter((option) => !AWSLOGS_OPTIONS.has(option));
      if (unknown.length === 0) continue;
      const message = `Log driver awslogs disallows options: ${unknown.join(", ")}`;
      yield { message, path: [...path, "logConfiguration", "options", unknown[0] as string] };
    }
  }),
  rule({ id: "log-create", evidence: "exact", hint: "Leave the option out." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      const value = container.logConfiguration?.options?.["awslogs-create-group"];
      if (value === undefined || value === "true") continue;
      const message =
        "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.";
      yield { message, path: [...path, "logConfiguration", "options", "awslogs-create-group"] };
    }
  }),
  rule(
    { id: "secret-role", evidence: "exact", hint: "Add executionRoleArn to the task definition." },
    function* (definition) {
      if (definition.executionRoleArn !== undefined) return;
      for (const { container, path } of eachContainer(definition)) {
        if ((container.secrets?.length ?? 0) === 0) continue;
        const message =
          "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.";
        yield { message, path: [...path, "secrets"] };
      }
    },
  ),
  rule({ id: "secret-env", evidence: "exact", hint: "Rename the secret or the variable." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      const variables = new Set(container.environment?.map((variable) => variable.name));
      for (const [index, { name }] of (container.secrets ?? []).entries()) {
        if (!variables.has(name)) continue;
        const message = `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name}'.`;
        yield { message, path: [...path, "secrets", index, "name"] };
      }
    }
  }),
];
