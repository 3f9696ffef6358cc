/** Everything that the fault panel says, in English. */
import type { PullFault } from "@quayside/simulator";
import type { Consequence } from "../targets.ts";

/** What a language has to say. */
export interface FaultTexts {
  readonly intro: string;
  readonly running: string;
  readonly registries: string;
  readonly now: string;
  readonly kill: string;
  readonly killText: string;
  readonly killButton: string;
  readonly container: string;
  readonly nothingRuns: string;
  readonly consequences: Readonly<Record<Consequence, string>>;
  readonly stop: string;
  readonly stopText: string;
  readonly stopButton: string;
  readonly task: string;
  readonly noTask: string;
  readonly fill: string;
  readonly fillText: string;
  readonly fillButton: string;
  readonly zone: string;
  readonly noZone: string;
  readonly isFull: string;
  readonly alarms: string;
  readonly raise: string;
  readonly raiseText: string;
  readonly raiseButton: string;
  readonly alarm: string;
  readonly noAlarm: string;
  readonly isRaised: string;
  readonly machines: string;
  readonly silence: string;
  readonly silenceText: string;
  readonly silenceButton: string;
  readonly instance: string;
  readonly noAgent: string;
  readonly isSilent: string;
  readonly slow: string;
  readonly slowText: string;
  readonly slowButton: string;
  readonly from: string;
  readonly times: string;
  readonly timesLonger: (times: number) => string;
  readonly fail: string;
  readonly failText: string;
  readonly failButton: string;
  readonly why: string;
  readonly whys: Readonly<Record<PullFault, string>>;
  readonly howMany: string;
  readonly nextPull: string;
  readonly everyPull: string;
  readonly everyRegistry: string;
  readonly registryNames: string;
  readonly imageNames: string;
  readonly isSlow: (times: number) => string;
  readonly fails: (why: string, left: number | undefined) => string;
  readonly end: string;
  readonly endOf: (place: string) => string;
}

export const en: FaultTexts = {
  intro:
    "Break something on purpose, then ask “Why?”. Each of these happens from outside of ECS, and is written in the journal.",
  running: "What runs",
  registries: "Where images come from",
  now: "Wrong at this moment",
  kill: "Kill a container",
  killText: "Its process gets SIGKILL, as when it is killed on its machine: no time to tidy up, exit code 137.",
  killButton: "Kill container",
  container: "Container",
  nothingRuns: "No container runs at this moment.",
  consequences: {
    "task-stops": "It is essential: the whole task will stop.",
    "task-goes-on": "It is not essential: the task goes on without it.",
    restarts: "Its restart policy starts it again, if it has run long enough.",
    "ends-the-wait": "It is being stopped already: this ends the wait for SIGKILL.",
  },
  stop: "Stop a task",
  stopText: "StopTask, as from the console: SIGTERM, time to tidy up (stopTimeout, 30 s by default), then SIGKILL.",
  stopButton: "Stop task",
  task: "Task",
  noTask: "No task is meant to run at this moment.",
  fill: "No capacity in a zone",
  fillText: "Fargate has no room for new tasks there. What runs goes on; RunTask spreads over the zones that are left.",
  fillButton: "Take the capacity",
  zone: "Zone",
  noZone: "No zone has capacity.",
  isFull: "Fargate has no room for new tasks",
  alarms: "Alarms of deployments",
  raise: "Put an alarm into ALARM",
  raiseText:
    "A rolling deployment that watches it fails, and is rolled back if its configuration says so. One that begins now ignores it.",
  raiseButton: "Set to ALARM",
  alarm: "Alarm",
  noAlarm: "Every alarm that a service watches is in ALARM.",
  isRaised: "the alarm is in ALARM",
  machines: "Machines of yours",
  silence: "Stop an ECS agent",
  silenceText:
    "As with systemctl stop ecs on the machine: its containers run on, but ECS hears nothing of them and places no task there.",
  silenceButton: "Stop agent",
  instance: "Container instance",
  noAgent: "No agent is connected at this moment.",
  isSilent: "its agent is stopped",
  slow: "Slow down a registry",
  slowText: "Pulls that begin from now on take longer. Those under way keep their speed.",
  slowButton: "Slow down",
  from: "From",
  times: "How slow",
  timesLonger: (times) => `${times} times as long`,
  fail: "Let pulls fail",
  failText:
    "Tasks that start need their image: without it they stop with TaskFailedToStart. Running tasks do not notice.",
  failButton: "Let pulls fail",
  why: "Because",
  whys: {
    "server-error": "the registry answers 503",
    unreachable: "nobody answers (takes minutes)",
    "rate-limit": "Docker Hub's pull limit is reached",
  },
  howMany: "How many",
  nextPull: "The next pull",
  everyPull: "Every pull, until you end it",
  everyRegistry: "every registry",
  registryNames: "Registries",
  imageNames: "Images of your task definitions",
  isSlow: (times) => `pulls take ${times} times as long`,
  fails: (why, left) =>
    `${left === undefined ? "every pull fails" : left === 1 ? "the next pull fails" : `the next ${left} pulls fail`}: ${why}`,
  end: "End it",
  endOf: (place) => `End it: ${place}`,
};
