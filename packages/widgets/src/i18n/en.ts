/** Every short text of the widgets in English. AWS's own words (statuses, field names) stay as AWS spells them. */
import type { Repeating } from "@quayside/simulator";
import { type Reasons, reasonOf } from "./failures.ts";
import type { MachineText, TaskText, Wait } from "./shapes.ts";

const REASONS: Reasons = {
  unreached: "it did not come. Check the connection, then reload the page.",
  broken: "something in it went wrong. Reload the page; the browser's console says more.",
};

export const en = {
  partFailed: (message: string) => `This part could not be shown: ${reasonOf(message, REASONS)}`,
  loading: "Preparing the lab…",
  labFailed: (message: string) => `The lab could not be loaded: ${reasonOf(message, REASONS)}`,
  tryAgain: "Try again",
  // map
  map: "Map of the simulated cloud",
  mapTable: "Tasks as a table",
  mapWaiting: "Waiting",
  mapStopped: "Stopped",
  mapRegistry: "Image registry",
  mapGateway: "Internet gateway",
  mapNat: "NAT",
  mapNoRoute: "no internet route",
  mapEmpty: "No task yet. Register a task definition and run it.",
  mapNoTasks: "Map: no task yet",
  mapRinged: (count: number) => (count === 0 ? "Nothing of that is on the map now." : `Ringed on the map: ${count}.`),
  mapKeys: "Arrow keys move between tasks and instances, Enter inspects, W asks why.",
  mapTask: (task: TaskText) =>
    `Task ${task.id} of ${task.label}, ${task.status}, in ${task.subnet}${task.address === "" ? "" : `, address ${task.address}`}${task.containers === "" ? "" : `; containers: ${task.containers}`}`,
  mapFailed: (status: string) => `failed, ${status}`,
  mapChanges: (change: { named: string; more: number; running: number; total: number }) =>
    `${change.named}${change.more > 0 ? ` and ${change.more} more` : ""}. ${change.running} of ${change.total} tasks running.`,
  mapMachine: (machine: MachineText) =>
    `Instance ${machine.id}, ${machine.type}, ${machine.status}, in ${machine.zone}; ${machine.running} tasks running, ${machine.pending} pending${machine.cpu === "" ? "" : `; free: CPU ${machine.cpu}, memory ${machine.memory} MiB`}`,
  mapFree: (free: number, all: number) => `${free} of ${all} free`,
  mapInstances: "Container instances",
  mapType: "Type",
  mapZone: "Zone",
  showTable: "Table",
  showMap: "Map",
  task: "Task",
  taskDefinition: "Task definition",
  cluster: "Cluster",
  subnet: "Subnet",
  address: "Address",
  containers: "Containers",
  container: "Container",
  // time
  play: "Play",
  pause: "Pause",
  step: "Step",
  stepHint: "Go to the next thing that happens",
  untilQuiet: "Until quiet",
  untilQuietHint: "Go on until nothing is on its way to an end; what repeats for ever is not waited for",
  fork: "Fork here",
  forkHint: "Copy the run at this moment and compare the two (F)",
  leaveFork: "End the comparison",
  speed: "Speed",
  transport: "Time",
  scrub: "Moment shown",
  clockTitle: (wall: string) => `Simulated clock: ${wall}`,
  backToPresent: "Back to now",
  past: "Looking at the past",
  quiet: "Quiet: nothing is due",
  /** What repeats for ever, when nothing else is due. */
  repeats: ({ sentence }: Repeating) => sentence,
  nextDue: (wait: Wait) => `Next in ${wait.text}`,
  span: "Shown",
  spanAll: "All",
  // lab
  runIt: "Register & run",
  runItHint: "Registers the editor's JSON as a task definition and runs one Fargate task of it",
  share: "Share",
  showMe: "Show me",
  showMeHint: "A short tour of this lab. Your own work waits untouched.",
  reset: "Start over",
  faults: "Faults",
  keys: "Keyboard shortcuts",
  editor: "Editor",
  terminal: "Terminal",
  journal: "Journal",
  resources: "Resources",
  refused: (operation: string) => `${operation} was refused`,
  resize: "Height of the panels below the map",
  openLab: "Lab",
  differences: "Differences",
  // checks
  checks: "Checks",
  // inspector
  inspector: "Inspector",
  nothingSelected: "Select something on the map to see its facts.",
  close: "Close",
  why: "Why?",
  stop: "Stop task",
  copy: "Copy",
  copied: "Copied",
};

/** What a language has to say. */
export type Texts = typeof en;
