/**
 * How each lifecycle state looks, everywhere: a colour token, a glyph on a 12 by 12 grid and an outline or pattern, so
 * that no state is told by colour alone.
 */

export type LookName =
  | "provisioning"
  | "pending"
  | "activating"
  | "running"
  | "deactivating"
  | "stopping"
  | "deprovisioning"
  | "stopped"
  | "failed";

export interface StateLook {
  readonly name: LookName;
  /** CSS custom property that holds the colour. */
  readonly token: `--qs-state-${LookName}`;
  /** Filled path on a 12 by 12 grid. */
  readonly glyph: string;
  /** Dashes of the outline, in pixels; empty for a solid line. */
  readonly dash: readonly number[];
  /** What fills the box: nothing, a tint, or diagonal stripes. */
  readonly fill: "hollow" | "tint" | "stripes";
}

const RING = "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8Z";

const LOOKS: Readonly<Record<LookName, Omit<StateLook, "name" | "token">>> = {
  provisioning: {
    glyph: "M5 .9h2v2.6H5zM5 8.5h2v2.6H5zM.9 5h2.6v2H.9zM8.5 5h2.6v2H8.5z",
    dash: [2, 3],
    fill: "hollow",
  },
  pending: { glyph: "M2.5 1h7v1.5L7 6l2.5 3.5V11h-7V9.5L5 6 2.5 2.5Z", dash: [6, 3], fill: "hollow" },
  activating: { glyph: `${RING}M6 3.2v5.6a2.8 2.8 0 0 0 0-5.6Z`, dash: [], fill: "hollow" },
  running: { glyph: "M2.5 1.2v9.6L11 6Z", dash: [], fill: "tint" },
  deactivating: { glyph: "M2.2 1.5h2.6v9H2.2zM7.2 1.5h2.6v9H7.2z", dash: [], fill: "stripes" },
  stopping: { glyph: "M1.8 1.8h8.4v8.4H1.8z", dash: [8, 2], fill: "stripes" },
  deprovisioning: { glyph: `${RING}M3.5 5.3h5v1.4h-5z`, dash: [2, 2], fill: "hollow" },
  stopped: { glyph: "M10.9 2.7 4.8 9.7 1.1 6.2l1.3-1.4 2.3 2.2 4.8-5.5Z", dash: [], fill: "hollow" },
  failed: {
    glyph: "M2.6 1.2 6 4.6l3.4-3.4 1.4 1.4L7.4 6l3.4 3.4-1.4 1.4L6 7.4l-3.4 3.4-1.4-1.4L4.6 6 1.2 2.6Z",
    dash: [],
    fill: "tint",
  },
};

/** The look of a name. */
export function lookOf(name: LookName): StateLook {
  return { name, token: `--qs-state-${name}`, ...LOOKS[name] };
}

const BY_STATUS = new Map<string, StateLook>(
  (Object.keys(LOOKS) as LookName[]).map((name) => [name.toUpperCase(), lookOf(name)]),
);
const FAILED = lookOf("failed");
const STOPPED = lookOf("stopped");

/** The look of a task's `lastStatus`; one that has failed keeps the look of failure once it is STOPPED. */
export function taskLook(lastStatus: string, failed = false): StateLook {
  if (failed && (lastStatus === "STOPPED" || lastStatus === "DELETED")) return FAILED;
  return BY_STATUS.get(lastStatus) ?? STOPPED;
}

const BY_PHASE: Readonly<Record<string, LookName>> = {
  NONE: "provisioning",
  WAITING: "provisioning",
  PULLING: "pending",
  PULLED: "pending",
  CREATED: "activating",
  RUNNING: "running",
  RESTARTING: "activating",
  STOPPING: "stopping",
};

/** The look of a container: its agent's phase, and how it ended. */
export function containerLook(phase: string, exitCode: number | undefined, reason: string | undefined): StateLook {
  if (phase !== "STOPPED") return lookOf(BY_PHASE[phase] ?? "stopped");
  const failed = exitCode === undefined ? reason !== undefined : exitCode !== 0;
  return failed ? FAILED : STOPPED;
}
