/**
 * How the kinds of things on the map look where a text names them: a glyph on a 12 by 12 grid, drawn after the thing's own mark,
 * and a colour. The prose uses it; the map draws the things themselves.
 */

/** A kind of thing on the map that a text can point at. */
export type ObjectKind =
  | "cluster"
  | "container"
  | "definition"
  | "eni"
  | "essential"
  | "instance"
  | "service"
  | "subnet"
  | "task";

export interface ObjectLook {
  /** CSS custom property that holds the colour. */
  readonly token: string;
  /** Filled path on a 12 by 12 grid. */
  readonly glyph: string;
}

/** The look of each kind; a thing whose colour tells its state has the colour of a running one. */
export const OBJECT_LOOKS: Readonly<Record<ObjectKind, ObjectLook>> = {
  cluster: {
    token: "--qs-state-running",
    glyph:
      "M.5 1h5v4h-5zM1.7 2.2v1.6h2.6V2.2zM6.5 1h5v4h-5zM7.7 2.2v1.6h2.6V2.2zM.5 7h5v4h-5zM1.7 8.2v1.6h2.6V8.2zM6.5 7h5v4h-5zM7.7 8.2v1.6h2.6V8.2z",
  },
  container: {
    token: "--qs-state-running",
    glyph: "M.5 3.2h11v5.6H.5zM1.7 4.4v3.2h8.6V4.4zM2.8 4.9v2.2L4.8 6z",
  },
  definition: {
    token: "--qs-accent",
    glyph: "M.5 2.6h11v6.8H.5zM1.7 3.8v4.4h8.6V3.8zM7 4.8h2.6v2.4H7z",
  },
  eni: { token: "--qs-state-running", glyph: "M5.2 1h5.3v1.3H6.5v7.4h4V11H5.2zM1.6 3h3v6h-3z" },
  essential: {
    token: "--qs-state-running",
    glyph: "M.5 3.2h11v5.6H.5z",
  },
  instance: {
    token: "--qs-cpu",
    glyph: "M.5 1h11v10H.5zM1.7 2.2v7.6h8.6V2.2zM2.7 3.2h5v1.5h-5zM2.7 5.6h3v3.2h-3zM6.4 5.6h3v3.2h-3z",
  },
  service: {
    token: "--qs-service-1",
    glyph:
      "M.5 1.5h3v9h-3zM3.5 1.5h8v9h-8zM4.5 2.5v7h6v-7zM5.3 3.6h1.8v1.8H5.3zM7.9 3.6h1.8v1.8H7.9zM5.3 6.6h4.4v1.2H5.3z",
  },
  subnet: {
    token: "--qs-accent",
    glyph: "M1 1h10v7.6H9.8V2.2H2.2v6.4H1zM1 9.8h2.4V11H1zM4.8 9.8h2.4V11H4.8zM8.6 9.8H11V11H8.6z",
  },
  task: {
    token: "--qs-state-running",
    glyph: "M2.2 1h7.6L11 2.2v7.6L9.8 11H2.2L1 9.8V2.2zM2.2 2.3v7.4h7.6V2.3zM3.3 7h5.4v1.7H3.3z",
  },
};
