/**
 * AWS's services as destinations: their names as VPC endpoints, the host names that lead to them, and an address of each.
 * Source: Amazon ECR User Guide, "Amazon ECR interface VPC endpoints"; Developer Guide, "Amazon ECS interface VPC
 * endpoints" (checked 2026-11-21). Simplified: one public address for all
 * hosts of a service, the same in every Region.
 */
import { ACCOUNT_ID } from "../model/place.ts";

/** Host names by Region, and an address of each. Ours: addresses that services have used, so that messages look real. */
const FACTS = {
  "ecr.api": { host: (region) => `api.ecr.${region}.amazonaws.com`, address: "52.46.145.233" },
  "ecr.dkr": { host: (region) => `${ACCOUNT_ID}.dkr.ecr.${region}.amazonaws.com`, address: "44.213.78.91" },
  s3: { host: (region) => `prod-${region}-starport-layer-bucket.s3.${region}.amazonaws.com`, address: "52.216.54.98" },
  dynamodb: { host: (region) => `dynamodb.${region}.amazonaws.com`, address: "52.94.2.72" },
  logs: { host: (region) => `logs.${region}.amazonaws.com`, address: "3.236.94.188" },
  secretsmanager: { host: (region) => `secretsmanager.${region}.amazonaws.com`, address: "52.94.232.133" },
  ssm: { host: (region) => `ssm.${region}.amazonaws.com`, address: "52.46.141.158" },
  ssmmessages: { host: (region) => `ssmmessages.${region}.amazonaws.com`, address: "52.46.138.96" },
  ecs: { host: (region) => `ecs.${region}.amazonaws.com`, address: "52.46.133.34" },
  "ecs-agent": { host: (region) => `ecs-a-1.${region}.amazonaws.com`, address: "52.46.157.3" },
  "ecs-telemetry": { host: (region) => `ecs-t-1.${region}.amazonaws.com`, address: "52.46.136.157" },
} as const satisfies Record<string, { readonly host: (region: string) => string; readonly address: string }>;

/** A service by the last part of its endpoint's name. */
export type AwsServiceName = keyof typeof FACTS;

/** Every service that can be reached, in the order of the page of AWS that lists them for ECS. */
export const AWS_SERVICE_NAMES = Object.keys(FACTS) as readonly AwsServiceName[];

/** Host name and address of a service in a Region. */
export function factsOf(region: string, service: AwsServiceName): { readonly host: string; readonly address: string } {
  const { host, address } = FACTS[service];
  return { host: host(region), address };
}

/** The whole name of a service's endpoint: `com.amazonaws.us-east-1.ecr.api`. */
export function endpointServiceName(region: string, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}

/** The service that a name means in a Region: `s3`, `com.amazonaws.us-east-1.s3`, or its host name. */
export function serviceNamed(region: string, text: string): AwsServiceName | undefined {
  return AWS_SERVICE_NAMES.find(
    (service) =>
      text === service || text === endpointServiceName(region, service) || text === factsOf(region, service).host,
  );
}
