/**
 * AWS's services as destinations: their names as VPC endpoints, the host names that lead to them, and an address of each.
 * Source: Amazon ECR User Guide, "Amazon ECR interface VPC endpoints"; Developer Guide, "Amazon ECS interface VPC
 * endpoints" (checked 2026-11-21). Simplified: one Region, and one public address for all hosts of a service.
 */
import { ACCOUNT_ID, REGION } from "../model/place.ts";

interface AwsServiceFacts {
  readonly host: string;
  /** Ours: an address that the service has used, so that messages look real. */
  readonly address: string;
}

const FACTS = {
  "ecr.api": { host: `api.ecr.${REGION}.amazonaws.com`, address: "52.46.145.233" },
  "ecr.dkr": { host: `${ACCOUNT_ID}.dkr.ecr.${REGION}.amazonaws.com`, address: "44.213.78.91" },
  s3: { host: `prod-${REGION}-starport-layer-bucket.s3.${REGION}.amazonaws.com`, address: "52.216.54.98" },
  dynamodb: { host: `dynamodb.${REGION}.amazonaws.com`, address: "52.94.2.72" },
  logs: { host: `logs.${REGION}.amazonaws.com`, address: "3.236.94.188" },
  secretsmanager: { host: `secretsmanager.${REGION}.amazonaws.com`, address: "52.94.232.133" },
  ssm: { host: `ssm.${REGION}.amazonaws.com`, address: "52.46.141.158" },
  ssmmessages: { host: `ssmmessages.${REGION}.amazonaws.com`, address: "52.46.138.96" },
  ecs: { host: `ecs.${REGION}.amazonaws.com`, address: "52.46.133.34" },
  "ecs-agent": { host: `ecs-a-1.${REGION}.amazonaws.com`, address: "52.46.157.3" },
  "ecs-telemetry": { host: `ecs-t-1.${REGION}.amazonaws.com`, address: "52.46.136.157" },
} as const satisfies Record<string, AwsServiceFacts>;

/** A service by the last part of its endpoint's name. */
export type AwsServiceName = keyof typeof FACTS;

/** Every service that can be reached, in the order of the page of AWS that lists them for ECS. */
export const AWS_SERVICE_NAMES = Object.keys(FACTS) as readonly AwsServiceName[];

/** Host name and address of a service. */
export function factsOf(service: AwsServiceName): AwsServiceFacts {
  return FACTS[service];
}

/** The whole name of a service's endpoint: `com.amazonaws.us-east-1.ecr.api`. */
export function endpointServiceName(service: AwsServiceName): string {
  return `com.amazonaws.${REGION}.${service}`;
}

/** The service that a name means: `s3`, `com.amazonaws.us-east-1.s3`, or its host name. */
export function serviceNamed(text: string): AwsServiceName | undefined {
  return AWS_SERVICE_NAMES.find(
    (service) => text === service || text === endpointServiceName(service) || text === FACTS[service].host,
  );
}
