/** Log drivers with their options, and FireLens. Whether a log group exists is no matter of registration. */
import { at, containerRule, type Rule, rule } from "../rule.ts";
import { documented, LOGGED, pasted, RECORDED } from "../sources.ts";

const AWSLOGS = documented("Developer Guide, the awslogs log driver");

/** Options that a driver cannot do without, here or among `secretOptions`. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ["awslogs", ["awslogs-region", "awslogs-group"]],
  ["splunk", ["splunk-token", "splunk-url"]],
]);

const AWSLOGS_OPTIONS = new Set([
  "awslogs-region",
  "awslogs-group",
  "awslogs-stream-prefix",
  "awslogs-create-group",
  "awslogs-datetime-format",
  "awslogs-multiline-pattern",
  "mode",
  "max-buffer-size",
]);

export const loggingRules: readonly Rule[] = [
  containerRule(
    { id: "log-req", evidence: "exact", source: pasted("klothoplatform/klotho#892"), hint: "Add the missing options." },
    function* ({ logConfiguration }) {
      const { logDriver = "", options, secretOptions = [] } = logConfiguration ?? {};
      const given = new Set([...(options?.keys() ?? []), ...secretOptions.map(({ name }) => name)]);
      const missing = (REQUIRED.get(logDriver) ?? []).filter((option) => !given.has(option));
      if (missing.length === 0) return;
      yield at(`Log driver ${logDriver} requires options: ${missing.join(", ")}`, "logConfiguration", "options");
    },
  ),
  containerRule(
    {
      id: "log-extra",
      evidence: "exact",
      source: pasted("aws-samples/amazon-ecs-firelens-examples#83"),
      hint: "Remove the option: the driver does not know it.",
    },
    function* ({ logConfiguration }) {
      if (logConfiguration?.logDriver !== "awslogs") return;
      const unknown = [...(logConfiguration.options?.keys() ?? [])].filter((option) => !AWSLOGS_OPTIONS.has(option));
      const [first] = unknown;
      if (first === undefined) return;
      const message = `Log driver awslogs disallows options: ${unknown.join(", ")}`;
      yield at(message, "logConfiguration", "options", first);
    },
  ),
  containerRule(
    {
      id: "log-create",
      evidence: "exact",
      source: pasted("terraform-linters/tflint-ruleset-aws#348"),
      hint: 'Leave the option out, or set it to "true".',
    },
    function* ({ logConfiguration }) {
      const { logDriver, options } = logConfiguration ?? {};
      if (logDriver !== "awslogs" || /^true$/i.test(options?.get("awslogs-create-group") ?? "true")) return;
      const message =
        "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.";
      yield at(message, "logConfiguration", "options", "awslogs-create-group");
    },
  ),
  containerRule(
    { id: "log-multi", evidence: "ours", source: AWSLOGS, hint: "Keep one of the two options." },
    function* ({ logConfiguration }) {
      const { logDriver, options } = logConfiguration ?? {};
      if (logDriver !== "awslogs" || options?.has("awslogs-datetime-format") !== true) return;
      if (!options.has("awslogs-multiline-pattern")) return;
      const message = "Log driver awslogs cannot have both options: awslogs-datetime-format, awslogs-multiline-pattern";
      yield at(message, "logConfiguration", "options", "awslogs-multiline-pattern");
    },
  ),
  rule(
    {
      id: "fl-norouter",
      evidence: "exact",
      source: RECORDED,
      hint: "Add a log router: a container with firelensConfiguration.",
    },
    function* ({ containerDefinitions }) {
      if (containerDefinitions.some(({ firelensConfiguration }) => firelensConfiguration !== undefined)) return;
      const index = containerDefinitions.findIndex((each) => each.logConfiguration?.logDriver === "awsfirelens");
      if (index === -1) return;
      const message =
        "When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.";
      yield at(message, "containerDefinitions", index, "logConfiguration", "logDriver");
    },
  ),
  rule(
    {
      id: "fl-noconsumer",
      evidence: "exact",
      source: LOGGED,
      hint: "Set the log driver of a container to awsfirelens, or remove the router.",
    },
    function* ({ containerDefinitions }) {
      if (containerDefinitions.some((each) => each.logConfiguration?.logDriver === "awsfirelens")) return;
      const index = containerDefinitions.findIndex((each) => each.firelensConfiguration !== undefined);
      if (index === -1) return;
      const message =
        "When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver";
      yield at(message, "containerDefinitions", index, "firelensConfiguration");
    },
  ),
];
