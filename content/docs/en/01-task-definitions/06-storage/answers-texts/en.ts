/** Hints, and feedback on mistakes, of lab 01/06, in English. */
export const en = {
  hints: [
    "For each place where a file can lie, ask when it ends: with the container, with the task, or not at all?",
    "A volume has two halves. The task names it, in volumes; each container that wants it says where, in mountPoints. What kind of volume it is stands only in the first half.",
    "Give both containers of album a mount point at /data, and the task a volume of that name with nothing else in it. Then give that volume of both definitions efsVolumeConfiguration with fileSystemId fs-0a11d4e6b2c357f98; run album again before later.",
  ],
  mistakes: {
    "volume-without-mount":
      "Only the writer has a mount point. The volume belongs to the task, but each container decides for itself whether and where it sees it; the reader still looks into its own layer.",
    "mount-without-volume":
      "A mount point refers to a volume by its name, and the task does not have one of that name. Volumes stand beside containerDefinitions, not inside.",
    "path-of-the-host":
      "sourcePath names a folder of the instance, and on Fargate the instance is not yours. Leave host out, and the task gets an empty volume of its own.",
    "efs-in-one-task":
      "The later task looks into the file system, but nobody has written there: album still has a volume of its own, which went away with it.",
    "no-mount-target":
      "The name of the file system cannot be resolved in that zone. Either the ID is wrong, or the file system has no mount target there: tasks reach EFS through a mount target in their own Availability Zone.",
    "iam-without-encryption":
      "With IAM authorization the task proves who it is, and EFS accepts that only through an encrypted connection. Set transitEncryption to ENABLED.",
    "iam-without-rights":
      "`iam` mounts with the rights of the **task role**, not of the execution role. Here nobody may mount: give the definition `filesTaskRole` as `taskRoleArn`, or leave `authorizationConfig` out.",
    "same-zone":
      "It works, in the zone where the note was written. Take a subnet of us-east-1b for the later task: the file system has a mount target there, too.",
  },
} as const;
