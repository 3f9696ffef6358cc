/** Records of calls, of what the account keeps, and of what happens from outside of AWS's API. */
import type { AlarmState } from "../alarms.ts";
import type { Hop } from "../hop.ts";
import type { Refusal } from "../refusal.ts";
import type { PullFault } from "../registry-faults.ts";
import type { Tag } from "../tags.ts";
import type { About } from "./about.ts";

/** What the journal keeps of a call: enough to make it again, and what came of it. */
export interface CallFacts {
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly outcome: { readonly ok: true } | Refusal;
}

/** What a test of a connection found out. */
export interface ConnectionFacts {
  /** As it was typed. */
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: "tcp" | "udp";
  readonly reaches: boolean;
  readonly sentence: string;
  readonly hops: readonly Hop[];
  /** Key of the task or the machine at either end; undefined for other ends. */
  readonly fromKey: string | undefined;
  readonly toKey: string | undefined;
}

export interface CallRecords {
  WORLD_BEGAN: About<"vpcs">;
  /** The subject is the operation. */
  CALL: About<"name", CallFacts>;
  CLUSTER_CREATED: About<"clusters">;
  CLUSTER_UPDATED: About<"clusters">;
  CLUSTER_DELETED: About<"clusters">;
  TASK_DEFINITION_REGISTERED: About<"taskDefinitions">;
  TASK_DEFINITION_DEREGISTERED: About<"taskDefinitions">;
  TASK_DEFINITION_DELETE_REQUESTED: About<"taskDefinitions">;
  /** The subject is the ARN of what carries the tags. */
  RESOURCE_TAGGED: About<"name", { readonly tags: readonly Tag[] }>;
  RESOURCE_UNTAGGED: About<"name", { readonly tagKeys: readonly string[] }>;
  ACCOUNT_SETTING_PUT: About<"accountSettings", { readonly value: string }>;
  ACCOUNT_SETTING_DELETED: About<"accountSettings">;

  /** `by`: who made it when no call did. The subject is the name of the group. */
  LOG_GROUP_CREATED: About<"name", { readonly by: "awslogs" } | undefined>;
  LOG_GROUP_DELETED: About<"name">;
  LOG_RETENTION_SET: About<"name", { readonly retentionInDays: number }>;
  /** The subject is the name of the stream. */
  LOG_STREAM_CREATED: About<"name", { readonly logGroupName: string }>;

  OBJECT_PUT: About<"objects">;
  IMAGE_DECLARED: About<
    "images",
    { readonly image: string; readonly imageDigest: string; readonly behavesLike: string }
  >;
  IMAGE_PUSHED: About<"images", { readonly tag: string; readonly imageDigest: string; readonly sizeMB: number }>;
  /** The subject of these three is where the images come from: a repository, a registry, or `*`. */
  REGISTRY_SPEED_CHANGED: About<"name", { readonly timesSlower: number }>;
  PULLS_BROKEN: About<"name", { readonly why: PullFault; readonly count: number | undefined }>;
  PULLS_MENDED: About<"name">;
  /** The subject is the zones, with blanks between them. */
  FARGATE_CAPACITY_GONE: About<"name", { readonly availabilityZones: readonly string[] }>;
  FARGATE_CAPACITY_BACK: About<"name", { readonly availabilityZones: readonly string[] }>;
  ALARM_STATE_CHANGED: About<"alarms", { readonly stateValue: AlarmState }>;
  /** The subject is the key of the caller, else of the called, else the caller as it was typed. */
  CONNECTION_TESTED: About<"name", ConnectionFacts>;
}
