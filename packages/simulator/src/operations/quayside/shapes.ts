/**
 * What our own operations take and answer. No model describes their inputs, so nobody has checked one before its operation
 * reads it: a member may hold anything.
 */
import type { AlarmState } from "../../model/alarms.ts";
import type { Hop } from "../../model/hop.ts";
import type { HookAnswer } from "../../model/strategies.ts";
import type { Profile } from "../../model/traffic.ts";

/** How many requests are sent over time. */
type RateMember =
  | "profile"
  | "perSecond"
  | "toPerSecond"
  | "afterSeconds"
  | "forSeconds"
  | "swing"
  | "peakHour"
  | "rates"
  | "everySeconds";

/** The members of each input. */
interface Members {
  readonly ChangeServing:
    | "task"
    | "container"
    | "cluster"
    | "serviceMs"
    | "places"
    | "queue"
    | "cpuMs"
    | "errorPercent";
  readonly ChangeTraffic: RateMember | "name" | "port" | "host" | "path" | "method";
  readonly DeclareHook: "function" | "answers" | "seconds" | "callBackDelay";
  readonly DeclareImage: "image" | "behavesLike" | "port" | "programs" | "architectures" | "sizeMB";
  readonly DisconnectAgent: "containerInstance" | "cluster" | "filter";
  readonly FailPulls: "image" | "registry" | "count" | "why";
  readonly HangContainer: "task" | "container" | "cluster";
  readonly KillContainer: "task" | "container" | "cluster";
  readonly ProvideContainerInstances:
    | "cluster"
    | "instanceType"
    | "subnets"
    | "count"
    | "attributes"
    | "agentConfiguration"
    | "agentVersion";
  readonly PushImage: "image";
  readonly PutObject: "bucket" | "key" | "text";
  readonly ReconnectAgent: "containerInstance" | "cluster" | "filter";
  readonly SetAlarm: "name" | "state";
  readonly SetFargateCapacity: "availabilityZone" | "available";
  readonly SlowRegistry: "registry" | "timesSlower";
  readonly StopContainer: "task" | "container" | "cluster" | "timeout";
  readonly StartTraffic: RateMember | "name" | "loadBalancer" | "port" | "from" | "host" | "path" | "method";
  readonly StopTraffic: "name";
  readonly TypeInSession: "sessionId" | "line";
  readonly TestConnection: "from" | "to" | "port" | "protocol";
}

interface Outputs {
  readonly ChangeServing: NamedContainer;
  readonly ChangeTraffic: Sent;
  readonly DeclareHook: { readonly function: string; readonly answers: readonly HookAnswer[] };
  readonly DeclareImage: { readonly image: string; readonly imageDigest: string; readonly behavesLike: string };
  readonly DisconnectAgent: AgentState;
  readonly FailPulls: { readonly scope: string; readonly why?: string; readonly count: number | undefined };
  readonly HangContainer: NamedContainer;
  readonly KillContainer: NamedContainer;
  readonly ProvideContainerInstances: { readonly containerInstanceArns: readonly string[] };
  readonly PushImage: {
    readonly repository: string;
    readonly tag: string;
    readonly imageDigest: string;
    readonly sizeMB: number;
  };
  readonly PutObject: { readonly objectArn: string };
  readonly ReconnectAgent: AgentState | { readonly ec2InstanceId: string };
  readonly SetAlarm: { readonly name: string; readonly state: AlarmState };
  readonly SetFargateCapacity: { readonly availabilityZones: readonly string[]; readonly available: boolean };
  readonly SlowRegistry: { readonly scope: string; readonly timesSlower: number };
  readonly StopContainer: NamedContainer;
  readonly StartTraffic: Sent;
  readonly StopTraffic: { readonly name: string };
  readonly TestConnection: {
    readonly from: string;
    readonly to: string;
    readonly port: number;
    readonly protocol: string;
    readonly reaches: boolean;
    readonly sentence: string;
    readonly hops: readonly Hop[];
  };
  readonly TypeInSession: {
    readonly sessionId: string;
    /** Line by line. */
    readonly printed: readonly string[];
    readonly exitCode: number;
    readonly isOpen: boolean;
    /** What stands before the next line; absent when the session is over. */
    readonly prompt: string | undefined;
  };
}

type Sent = { readonly name: string; readonly loadBalancerArn: string; readonly profile: Profile };
type AgentState = { readonly containerInstanceArn: string; readonly agentConnected: boolean };
type NamedContainer = { readonly taskArn: string; readonly containerArn: string; readonly container: string };

/** Input and output of each of our operations. */
export type QuaysideOperations = {
  readonly [Name in keyof Members]: {
    readonly input: { readonly [Member in Members[Name]]?: unknown };
    readonly output: Outputs[Name];
  };
};
