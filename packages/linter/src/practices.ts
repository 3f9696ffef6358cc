/**
 * What AWS takes and people regret: findings beside the rules of the service, always warnings. Left out: matters of
 * taste, and what depends on things outside of the definition.
 */
import { at, containerRule, type Rule, type RuleText, rule } from "@quayside/simulator/task-definition";
import { meantImage } from "./official-images.ts";

const CHECKED = "(checked 2026-11-21)";
const BEST_PRACTICES = `Developer Guide, Amazon ECS task definition best practices ${CHECKED}`;
const SECURITY = `Developer Guide, Amazon ECS task and container security best practices ${CHECKED}`;

/** Names that hold something secret, unless they only say where it is kept. */
const SECRET_NAME = /(PASS(WORD|WD|PHRASE)?|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(_|$)/i;
const PLACE_OF_SECRET = /_(ARN|NAME|PATH|FILE|URL|URI|HOST|ID|PREFIX|TTL|EXPIRY|ENABLED|LENGTH|HEADER|TYPE)$/i;
/** An access key, a private key, or a URL with a password inside. */
const SECRET_VALUE = /^(AKIA|ASIA)[A-Z0-9]{16}$|-----BEGIN [A-Z ]*PRIVATE KEY-----|:\/\/[^/\s:@]+:[^/\s:@]+@/;

function practice(text: Pick<RuleText, "id" | "source" | "hint">): RuleText {
  return { ...text, severity: "warning", evidence: "ours" };
}

/** Every good practice that is looked for, in the order of the report. */
export const PRACTICES: readonly Rule[] = [
  containerRule(
    practice({
      id: "image-latest",
      source: BEST_PRACTICES,
      hint: "Name a version, or pin a digest: name@sha256:...",
    }),
    function* ({ image }) {
      if (image === undefined || image === "" || image.includes("@")) return;
      const tag = /:([^/:]+)$/.exec(image)?.[1];
      if (tag !== undefined && tag !== "latest") return;
      const what =
        tag === undefined ? `'${image}' has no tag, which means latest` : `'${image}' is whatever was pushed last`;
      yield at(`The image ${what}: two tasks of one revision may run different code.`, "image");
    },
  ),
  containerRule(
    practice({
      id: "image-misspelt",
      source: "Docker Hub, official images (checked 2026-11-29)",
      hint: "Write the name as the registry has it.",
    }),
    function* ({ image = "" }) {
      const meant = meantImage(image);
      if (meant !== undefined) yield at(`There is no image '${image}'. Did you mean '${meant}'?`, "image");
    },
  ),
  rule(
    practice({
      id: "no-logs",
      source: `Developer Guide, Send Amazon ECS logs to CloudWatch ${CHECKED}`,
      hint: "Add a logConfiguration, for example with the awslogs driver.",
    }),
    function* ({ containerDefinitions, requiresCompatibilities }) {
      const onFargate = requiresCompatibilities?.includes("FARGATE") === true;
      const lost = onFargate ? "its output is lost" : "its output stays on the instance, and goes with it";
      for (const [index, { name, logConfiguration }] of containerDefinitions.entries()) {
        if (logConfiguration !== undefined) continue;
        yield at(`Container '${name ?? index}' has no log configuration: ${lost}.`, "containerDefinitions", index);
      }
    },
  ),
  containerRule(
    practice({
      id: "privileged",
      source: SECURITY,
      hint: "Remove privileged and add the one capability that is needed.",
    }),
    function* ({ privileged }, { requiresCompatibilities }) {
      // On Fargate the service refuses it itself.
      if (privileged !== true || requiresCompatibilities?.includes("FARGATE")) return;
      yield at("A privileged container has the rights of root on the instance.", "privileged");
    },
  ),
  containerRule(
    practice({
      id: "plain-secret",
      source: `Developer Guide, Pass sensitive data to an Amazon ECS container ${CHECKED}`,
      hint: "Keep it in Secrets Manager or Parameter Store and name it under secrets.",
    }),
    function* ({ environment = [] }) {
      for (const [index, { name = "", value = "" }] of environment.entries()) {
        if (value === "" || value.startsWith("arn:")) continue;
        const named = SECRET_NAME.test(name) && !PLACE_OF_SECRET.test(name);
        if (!named && !SECRET_VALUE.test(value)) continue;
        const message = `'${name}' looks like a secret in plain text: whoever may describe the definition can read it.`;
        yield at(message, "environment", index, "value");
      }
    },
  ),
  containerRule(
    practice({
      id: "no-health-check",
      source: `Developer Guide, Determine Amazon ECS task health using container health checks ${CHECKED}`,
      hint: "Add a healthCheck, unless a load balancer's target group checks this port.",
    }),
    function* ({ name, essential = true, healthCheck, portMappings = [] }) {
      if (!essential || healthCheck !== undefined || portMappings.length === 0) return;
      const message = `Container '${name ?? ""}' answers on a port but has no health check: ECS only knows that its process runs.`;
      yield at(message, "portMappings");
    },
  ),
];
