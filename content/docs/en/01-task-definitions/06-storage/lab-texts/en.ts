/** Texts of lab 01/06, in English. */
export const en = {
  title: "A note that is still there",
  goal: "In a task of album, writer writes /data/note.txt and reader reads it, but does not find it. Run album as it is, then make both containers share the file. A task of later shall read the same note afterwards, in the other Availability Zone, us-east-1b. Run it as it is, too, then keep the notes on the EFS file system fs-0a11d4e6b2c357f98. Everything happens on Fargate in the cluster default.",
  checks: {
    apart: "The reader does not find what the writer wrote",
    shared: "Both containers of one task share the file",
    gone: "A later task does not find the file",
    kept: "A later task in us-east-1b reads it from EFS",
    exercise: "On your own: reader of diary found its note on fs-0b22e5f7c3d468a09",
  },
} as const;
