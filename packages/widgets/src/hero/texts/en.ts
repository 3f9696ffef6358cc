/** What the home page's story says, in English. AWS's own sentences are not here: they come from the engine. */
import type { StoryNote } from "../story.ts";
import { shortInstance, TASK_MEMORY_MIB, WANTED } from "../story.ts";

type Told<Kind extends StoryNote["kind"]> = Extract<StoryNote, { kind: Kind }>;

/** A caption: what happened, and what to think of it. */
export interface Caption {
  readonly head: string;
  readonly rest: string;
}

const tasksOf = (count: number) => (count === 1 ? "1 task" : `${count} tasks`);

export const en = {
  play: "Play",
  pause: "Pause",
  again: "Again",
  clock: (text: string) => `Simulated time ${text}`,
  running: (running: number) => `${running} of ${WANTED} running`,
  end: (instance: string) => `End ${instance}`,
  coach: "Click to end it",
  launch: "Launch an instance",
  memory: (percent: number) => `Memory, ${percent} % reserved`,
  starting: "starting",
  ending: "shutting-down",
  gone: "terminated",
  missing: "Missing",
  stopped: "Stopped",
  nothing: "none",
  whole: ({ first }: Told<"whole">, canEnd: boolean): Caption =>
    first
      ? {
          head: `Nine tasks of web on three instances.`,
          rest: "Click an instance to end it, and see what becomes of its tasks.",
        }
      : {
          head: "Nine of nine again.",
          rest: canEnd ? "End another one: will there be room for all?" : "That was the whole story. Again?",
        },
  endingCaption: ({ instance, tasks, own }: Told<"ending">): Caption => ({
    head: own ? `You ended ${shortInstance(instance)}.` : `${shortInstance(instance)} is lost.`,
    rest: `EC2 shuts it down. For ECS its ${tasksOf(tasks)} still count as RUNNING: nobody has told it yet.`,
  }),
  goneCaption: ({ instance, tasks, reason }: Told<"gone">): Caption =>
    tasks === 0
      ? { head: `${shortInstance(instance)} is gone.`, rest: "No task ran on it." }
      : {
          head: `${shortInstance(instance)} is gone, and ${tasksOf(tasks)} with it:`,
          rest: `“${reason}” Nothing starts them again by itself: that is what services are for. Here a script calls RunTask.`,
        },
  placed: ({ count }: Told<"placed">): Caption => ({
    head: `RunTask starts ${tasksOf(count)}, with new ids:`,
    rest: "a stopped task never comes back. The strategy spread picks the instance with the fewest.",
  }),
  refused: ({ count, placed, reason, freeMiB }: Told<"refused">): Caption => ({
    head: `${placed === 0 ? "" : `${placed} found room. `}No room for ${count}: ${reason}.`,
    rest: `Each needs ${TASK_MEMORY_MIB} MiB, the roomiest instance has ${freeMiB}. RunTask keeps no queue: somebody has to ask again. Launch an instance.`,
  }),
  nowhere: ({ message }: Told<"nowhere">): Caption => ({
    head: "No instance is left to run on.",
    rest: `RunTask answers: “${message}” Launch an instance, or begin again.`,
  }),
  launched: ({ instance }: Told<"launched">): Caption => ({
    head: `${shortInstance(instance)} boots.`,
    rest: "It counts once its ECS agent has registered with the cluster: one or two minutes of the cluster, some ten seconds here.",
  }),
  joined: ({ instance }: Told<"joined">): Caption => ({
    head: `${shortInstance(instance)} has joined the cluster.`,
    rest: "The tasks without room do not come by themselves; the script asks again.",
  }),
};

/** What a language has to say. */
export type HeroTexts = typeof en;
