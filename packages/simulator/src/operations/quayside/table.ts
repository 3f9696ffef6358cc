/**
 * What happens to the cloud from outside of AWS's APIs, as operations of a service of our own: others push
 * images, kill processes, and registries misbehave. They are called, written down, saved and replayed like operations of ECS.
 */
import type { OperationTable } from "../operation.ts";
import { disconnectAgentOf, reconnectAgentOf } from "./agent-connection.ts";
import { changeServing } from "./change-serving.ts";
import { declareHook } from "./declare-hook.ts";
import { declareImage } from "./declare-image.ts";
import { setFargateCapacity } from "./fargate-capacity.ts";
import { hangContainer } from "./hang-container.ts";
import { killContainer } from "./kill-container.ts";
import { provideContainerInstances } from "./provide-instances.ts";
import { pushImage } from "./push-image.ts";
import { putObject } from "./put-object.ts";
import { failPulls, slowRegistry } from "./registry-faults.ts";
import { setAlarm } from "./set-alarm.ts";
import { stopContainer } from "./stop-container.ts";
import { testConnection } from "./test-connection.ts";
import { changeTraffic, startTraffic, stopTraffic } from "./traffic.ts";
import { typeInSession } from "./type-in-session.ts";

/** By name. */
export const quaysideOperations = {
  ChangeServing: changeServing,
  ChangeTraffic: changeTraffic,
  DeclareHook: declareHook,
  DeclareImage: declareImage,
  DisconnectAgent: disconnectAgentOf,
  FailPulls: failPulls,
  HangContainer: hangContainer,
  KillContainer: killContainer,
  ProvideContainerInstances: provideContainerInstances,
  PushImage: pushImage,
  PutObject: putObject,
  ReconnectAgent: reconnectAgentOf,
  SetAlarm: setAlarm,
  SetFargateCapacity: setFargateCapacity,
  SlowRegistry: slowRegistry,
  StopContainer: stopContainer,
  StartTraffic: startTraffic,
  StopTraffic: stopTraffic,
  TestConnection: testConnection,
  TypeInSession: typeInSession,
} as const satisfies OperationTable<"quayside">;
