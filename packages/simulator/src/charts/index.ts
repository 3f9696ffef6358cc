/** The statecharts: the language of lifecycles. Nothing outside this folder imports XState for the simulator. */
export { type AttachmentEvent, attachmentChart, attachmentMachine } from "./attachment-chart.ts";
export {
  type LoadBalancerEvent,
  loadBalancerChart,
  loadBalancerMachine,
  type TargetEvent,
  targetChart,
  targetMachine,
} from "./balancing-charts.ts";
export { type Chart, compileChart, type Move } from "./compile.ts";
export { type ContainerEvent, containerChart, containerMachine, shownStatus } from "./container-chart.ts";
export { type ExecAgentEvent, execAgentChart, execAgentMachine } from "./exec-agent-chart.ts";
export {
  deploymentChart,
  deploymentMachine,
  type RoleEvent,
  type RolloutEvent,
  rolloutChart,
  rolloutMachine,
  type ServiceDeploymentEvent,
  type ServiceEvent,
  serviceChart,
  serviceDeploymentChart,
  serviceDeploymentMachine,
  serviceMachine,
  type TaskSetEvent,
  taskSetChart,
  taskSetMachine,
} from "./service-charts.ts";
export {
  type HookEvent,
  lambdaHookChart,
  lambdaHookMachine,
  pauseHookChart,
  pauseHookMachine,
  type StageEvent,
  stageChart,
  stageMachine,
} from "./stage-charts.ts";
export { type TaskEvent, taskChart, taskMachine } from "./task-chart.ts";
