/** What the lanes of many tasks say, in English. */

/** The tasks of a group at one moment. */
export interface GroupCounts {
  readonly running: number;
  /** On their way up or down. */
  readonly moving: number;
  /** What the service wants; undefined for tasks that stand alone. */
  readonly desired: number | undefined;
}

export const en = {
  service: "service",
  standalone: (family: string) => `standalone tasks of ${family}`,
  tasks: (count: number) => (count === 1 ? "1 task" : `${count} tasks`),
  counts: ({ running, moving, desired }: GroupCounts) =>
    `${running} running${desired === undefined ? "" : ` of ${desired}`}${moving === 0 ? "" : `, ${moving} on the way`}`,
};

/** What a language has to say. */
export type LaneTexts = typeof en;
