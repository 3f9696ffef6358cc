/** Secrets, environment files, private registries, and the roles that they need. */
import { at, containerRule, type Rule, type RuleText, rule } from "../rule.ts";
import { documented, pasted, QUOTED, RECORDED, reported } from "../sources.ts";

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const PARAMETER_ACCOUNT = /^arn:aws[a-z-]*:ssm:[^:]*:(\d{12}):parameter/;
const MAX_ENVIRONMENT_FILES = 10;

export const secretRules: readonly Rule[] = [
  rule(
    {
      id: "role-invalid",
      evidence: "exact",
      source: pasted("several public issues of 2018 to 2024"),
      hint: "Give the whole ARN of the role, or its name.",
      valueByValue: true,
    },
    function* ({ taskRoleArn, executionRoleArn }) {
      // A role may be given by its name; whether it is there is seen when the task starts.
      for (const [member, role] of Object.entries({ taskRoleArn, executionRoleArn })) {
        if (role !== undefined && !ROLE_ARN.test(role) && !ROLE_NAME.test(role)) yield at("Role is not valid", member);
      }
    },
  ),
  containerRule(
    {
      id: "secret-account",
      evidence: "exact",
      source: RECORDED,
      hint: "Use a parameter of this account, or a Secrets Manager secret that is shared.",
    },
    function* ({ secrets = [] }, _definition, { accountId }) {
      if (accountId === undefined) return;
      for (const [index, { valueFrom = "" }] of secrets.entries()) {
        const owner = PARAMETER_ACCOUNT.exec(valueFrom)?.[1];
        if (owner === undefined || owner === accountId) continue;
        const message = `The Systems Manager parameter ARN has a different account ID than the current account. The current account ID is ${accountId} and the ARN account ID is ${owner}. Cross-account access for ARNs is not currently supported.`;
        yield at(message, "secrets", index, "valueFrom");
      }
    },
  ),
  containerRule(
    {
      id: "env-name",
      evidence: "exact",
      source: reported("thnery/terraform-aws-template#2"),
      hint: "Give the variable a name, or remove it.",
      valueByValue: true,
    },
    function* ({ environment = [] }) {
      for (const [index, { name }] of environment.entries()) {
        if (name?.trim()) continue;
        yield at("Environment variable name cannot be null or blank.", "environment", index, "name");
      }
    },
  ),
  needsExecutionRole(
    {
      id: "secret-role",
      evidence: "exact",
      source: pasted("fabfuel/ecs-deploy#87"),
      hint: "Add executionRoleArn to the task definition.",
    },
    "secrets",
    "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
  ),
  containerRule(
    {
      id: "secret-env",
      evidence: "exact",
      source: pasted("dagster-io/dagster#11622"),
      hint: "Rename the secret or the variable.",
    },
    function* ({ environment = [], secrets = [] }) {
      const variables = new Set(environment.map((variable) => variable.name));
      for (const [index, { name }] of secrets.entries()) {
        if (name === undefined || !variables.has(name)) continue;
        const message = `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name}'.`;
        yield at(message, "secrets", index, "name");
      }
    },
  ),
  containerRule(
    {
      id: "secret-dup",
      evidence: "exact",
      source: pasted("CircleCI-Public/aws-ecs-orb#190"),
      hint: "Remove one of the two.",
    },
    function* ({ secrets = [] }) {
      const names = new Set<string>();
      for (const [index, { name }] of secrets.entries()) {
        if (name === undefined) continue;
        if (names.has(name)) {
          const message = `Duplicate secret names found: ${name}. Each secret name must be unique.`;
          yield at(message, "secrets", index, "name");
        }
        names.add(name);
      }
    },
  ),
  needsExecutionRole(
    {
      id: "repo-role",
      evidence: "exact",
      source: pasted("sil-org/ecs-deploy#188"),
      hint: "Add executionRoleArn to the task definition.",
    },
    "repositoryCredentials",
    "Private repository authentication requires that the task definition specify a value for executionRoleArn.",
  ),
  containerRule(
    {
      id: "repo-credentials",
      evidence: "ours",
      certain: true,
      source: documented("API Reference, RepositoryCredentials: the parameter is required"),
      hint: "Give the ARN of the secret, or its name; remove repositoryCredentials for a public image.",
    },
    function* ({ repositoryCredentials }) {
      if (repositoryCredentials === undefined || repositoryCredentials.credentialsParameter?.trim()) return;
      const message = "repositoryCredentials.credentialsParameter should not be null or empty.";
      yield at(message, "repositoryCredentials", "credentialsParameter");
    },
  ),
  containerRule(
    { id: "envfiles-max", evidence: "near", source: QUOTED, hint: "Use ten environment files at most." },
    function* ({ environmentFiles = [] }) {
      if (environmentFiles.length <= MAX_ENVIRONMENT_FILES) return;
      const message = "The maximum number of environment files was exceeded. Specify ten or less and try again.";
      yield at(message, "environmentFiles");
    },
  ),
  containerRule(
    {
      id: "arn-syntax",
      evidence: "exact",
      source: `${pasted("aws/aws-cli#7147")}; ${QUOTED}`,
      hint: "Write arn:aws:s3:::bucket/key instead of s3://bucket/key.",
    },
    function* ({ environmentFiles = [], firelensConfiguration }) {
      for (const [index, { value }] of environmentFiles.entries()) {
        if (value !== undefined && !isArn(value)) yield at("Invalid arn syntax.", "environmentFiles", index, "value");
      }
      const { options } = firelensConfiguration ?? {};
      if (options?.get("config-file-type") !== "s3" || isArn(options.get("config-file-value") ?? "")) return;
      yield at("Invalid arn syntax.", "firelensConfiguration", "options", "config-file-value");
    },
  ),
];

function needsExecutionRole(text: RuleText, member: "secrets" | "repositoryCredentials", message: string): Rule {
  return containerRule(text, function* (container, { executionRoleArn }) {
    const value = container[member];
    if (executionRoleArn !== undefined || value === undefined || (Array.isArray(value) && value.length === 0)) return;
    yield at(message, member);
  });
}

function isArn(value: string): boolean {
  return /^arn:aws[a-z-]*:[a-z0-9-]+:[^:]*:[^:]*:./.test(value);
}
