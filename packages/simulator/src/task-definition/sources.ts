/** Where rules come from, in the words that a reader sees. One place for the date on which they were checked. */

const CHECKED = "(checked 2026-11-20)";

/** A page of AWS's documentation. */
export function documented(page: string): string {
  return `${page} ${CHECKED}`;
}

/** A reply of the service that somebody pasted: a repository and the number of the issue. */
export function pasted(...issues: readonly string[]): string {
  return `Reply of the service pasted in ${issues.join(" and ")} ${CHECKED}`;
}

/** The same, read later. */
export function reported(...issues: readonly string[]): string {
  return `Reply of the service pasted in ${issues.join(" and ")} (checked 2026-11-29)`;
}

/** A reply of the service, kept with the request that caused it. */
export const RECORDED = `Reply of the service recorded by badmintoncryer/cdk-preflight ${CHECKED}`;

/** Replies of the service that a public emulator keeps with their requests. */
export const KEPT = "Replies of the service recorded in September 2026 (checked 2026-11-29)";

/** A reply of the service in the words of that project's rules, perhaps shortened. */
export const QUOTED = `Reply of the service quoted by badmintoncryer/cdk-preflight ${CHECKED}`;

/** A reply of the service in deploy logs and runbooks that are public. */
export const LOGGED = `Reply of the service in public deploy logs and runbooks ${CHECKED}`;

/** A reply of the service as moto, an open-source mock, repeats it. */
export const MOCKED = `Reply of the service as moto, an open-source mock, repeats it ${CHECKED}`;

export const CONTAINER_DEFINITION = documented("API Reference, ContainerDefinition");
export const TASK_DEFINITION_PARAMETERS = documented("Developer Guide, task definition parameters");
export const REGISTER = documented("API Reference, RegisterTaskDefinition");
export const FARGATE_DIFFERENCES = documented("Developer Guide, task definition differences for Fargate");
