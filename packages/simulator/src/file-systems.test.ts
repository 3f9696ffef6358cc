/** Amazon EFS as people meet it: port 2049 between task and mount target, access points, mounting by the task role. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SECURITY_GROUP_ID, DEFAULT_SUBNETS, DEFAULT_VPC_ID } from "./default-network.ts";
import { ACCOUNT_ID } from "./model/place.ts";
import { Session } from "./session.ts";
import { must } from "./testing/cause-scenery.ts";
import { whyOf } from "./why/why.ts";

const SHARED = "fs-0a11d4e6b2c357f98";
const ROLES_ONLY = "fs-0c33f6a8d4e579b10";
const ACCESS_POINT = "fsap-0123456789abcdef0";
const IN_FRAME = "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: ";
const TIMED_OUT = `${IN_FRAME}mount.nfs4: Connection timed out : unsuccessful EFS utils command execution; code: 32`;
const denied = (fileSystemId: string) =>
  `${IN_FRAME}b'mount.nfs4: access denied by server while mounting ${fileSystemId}.efs.us-east-1.amazonaws.com:/' : unsuccessful EFS utils command execution; code: 32`;

interface Setting {
  readonly efs: object;
  readonly groups?: readonly string[];
  readonly taskRole?: string;
  readonly script?: string;
  /** On a container instance, in this network mode. */
  readonly onInstance?: "bridge" | "awsvpc";
}

/** Runs a task that mounts a file system at /data, and gives its row after ten minutes, with its container's exit code. */
function run(session: Session, { efs, groups, taskRole, script = "sleep 3600", onInstance }: Setting) {
  const networkMode = onInstance ?? "awsvpc";
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "files",
    requiresCompatibilities: [onInstance === undefined ? "FARGATE" : "EC2"],
    networkMode,
    cpu: "256",
    memory: "512",
    ...(taskRole && { taskRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/${taskRole}` }),
    volumes: [{ name: "data", efsVolumeConfiguration: efs }],
    containerDefinitions: [
      {
        name: "app",
        image: "busybox:1.37",
        command: ["sh", "-c", script],
        mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
      },
    ],
  });
  const awsvpcConfiguration = {
    subnets: [DEFAULT_SUBNETS[onInstance === undefined ? "public-a" : "private-a"]],
    ...(onInstance === undefined && { assignPublicIp: "ENABLED" }),
    ...(groups && { securityGroups: groups }),
  };
  must(session, "ecs", "RunTask", {
    taskDefinition: "files",
    launchType: onInstance === undefined ? "FARGATE" : "EC2",
    ...(networkMode === "awsvpc" && { networkConfiguration: { awsvpcConfiguration } }),
  });
  session.advance({ byMs: 600_000 });
  const task = [...session.tables.tasks.values()].at(-1);
  const exitCode = [...session.tables.containers.values()].at(-1)?.exitCode;
  return { task, exitCode };
}

function newGroup(session: Session): string {
  const made = must(session, "ec2", "CreateSecurityGroup", {
    GroupName: "tasks",
    Description: "tasks",
    VpcId: DEFAULT_VPC_ID,
  });
  return (made as { GroupId: string }).GroupId;
}

const nfsFrom = (groupId: string) => ({
  IpPermissions: [{ IpProtocol: "tcp", FromPort: 2049, ToPort: 2049, UserIdGroupPairs: [{ GroupId: groupId }] }],
});
const instance = (session: Session) =>
  must(session, "quayside", "ProvideContainerInstances", { subnets: ["private-a"], instanceType: "t3.large" });

describe("port 2049", () => {
  test("is open between members of the default group, in which mount targets stand", () => {
    expect(run(Session.start(), { efs: { fileSystemId: SHARED } }).task?.lastStatus).toBe("RUNNING");
  });

  test("must be let in by the group of the mount target: else the mount times out after minutes, and why? says where", () => {
    const session = Session.start();
    const groupId = newGroup(session);
    const { task } = run(session, { efs: { fileSystemId: SHARED }, groups: [groupId] });
    expect(task).toMatchObject({ stopCode: "TaskFailedToStart", stoppedReason: TIMED_OUT, pullStartedAtMs: undefined });
    const failed = session.journal.records.findLast(({ kind }) => kind === "RESOURCE_FAILED");
    const asked = session.journal.records.findLast(({ kind }) => kind === "RESOURCE_REQUESTED");
    const waited = (failed?.atMs ?? 0) - (asked?.atMs ?? 0);
    expect(waited).toBeGreaterThanOrEqual(120_000);
    expect(waited).toBeLessThanOrEqual(180_000);
    const rows = whyOf(session.journal, { seq: failed?.seq ?? -1 })?.table?.rows ?? [];
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["thing", "passed"],
      ["target", "passed"],
      ["port", "failed"],
      ["entry", "untried"],
      ["directory", "untried"],
    ]);
    expect(rows[2]?.cells[0]?.words).toMatchObject({
      phrase: "hop-not-let-in",
      facts: { id: DEFAULT_SECURITY_GROUP_ID },
    });

    must(session, "ec2", "AuthorizeSecurityGroupIngress", { GroupId: DEFAULT_SECURITY_GROUP_ID, ...nfsFrom(groupId) });
    const again = run(session, { efs: { fileSystemId: SHARED }, groups: [groupId] });
    expect(again.task?.lastStatus).toBe("RUNNING");
  });

  test("must be let out by the group of the task", () => {
    const session = Session.start();
    const groupId = newGroup(session);
    must(session, "ec2", "AuthorizeSecurityGroupIngress", { GroupId: DEFAULT_SECURITY_GROUP_ID, ...nfsFrom(groupId) });
    const everything = { IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    must(session, "ec2", "RevokeSecurityGroupEgress", { GroupId: groupId, IpPermissions: [everything] });
    const setting = { efs: { fileSystemId: SHARED }, groups: [groupId] };
    expect(run(session, setting).task?.stoppedReason).toBe(TIMED_OUT);
    const https = { ...everything, IpProtocol: "tcp", FromPort: 443, ToPort: 443 };
    must(session, "ec2", "AuthorizeSecurityGroupEgress", { GroupId: groupId, IpPermissions: [https] });
    must(session, "ec2", "AuthorizeSecurityGroupEgress", { GroupId: groupId, ...nfsFrom(DEFAULT_SECURITY_GROUP_ID) });
    expect(run(session, setting).task?.lastStatus).toBe("RUNNING");
  });

  test.each([
    ["bridge", true],
    ["awsvpc", false],
  ] as const)("on an instance, mode %s mounts through the group of the machine: %s", (onInstance, byMachine) => {
    const session = Session.start();
    instance(session);
    const groups = onInstance === "awsvpc" ? [newGroup(session)] : undefined;
    const { task } = run(session, { efs: { fileSystemId: SHARED }, onInstance, ...(groups && { groups }) });
    if (byMachine) expect(task?.lastStatus).toBe("RUNNING");
    else {
      expect(task).toMatchObject({ lastStatus: "STOPPED", stopCode: "TaskFailedToStart" });
      expect(task?.stoppedReason).toMatch(
        /^Error response from daemon: create ecs-files-1-data-[0-9a-f]{20}: VolumeDriver\.Create: mounting volume failed: mount\.nfs4: Connection timed out$/,
      );
    }
  });
});

describe("mounting by the task role", () => {
  const byRole = (fileSystemId: string) => ({
    fileSystemId,
    transitEncryption: "ENABLED",
    authorizationConfig: { iam: "ENABLED" },
  });

  test.each([
    ["without a task role", undefined, false],
    ["with one that may not", "shopTaskRole", false],
    ["with one that may", "filesTaskRole", true],
  ] as const)("%s", (_, taskRole, mounts) => {
    for (const fileSystemId of [SHARED, ROLES_ONLY]) {
      const { task } = run(Session.start(), { efs: byRole(fileSystemId), ...(taskRole && { taskRole }) });
      expect(task?.stoppedReason).toBe(mounts ? undefined : denied(fileSystemId));
      expect(task?.lastStatus).toBe(mounts ? "RUNNING" : "STOPPED");
    }
  });

  test("a role that may only mount cannot write; without iam everybody can, where the file system takes everybody", () => {
    const script = "echo hello > /data/note";
    const only = { efs: byRole(SHARED), taskRole: "filesReaderTaskRole", script };
    expect(run(Session.start(), only).exitCode).toBe(1);
    expect(run(Session.start(), { ...only, taskRole: "filesTaskRole" }).exitCode).toBe(0);
    expect(run(Session.start(), { efs: { fileSystemId: SHARED }, script }).exitCode).toBe(0);
  });

  test("a policy can demand encryption and a role", () => {
    const plain = run(Session.start(), { efs: { fileSystemId: ROLES_ONLY }, taskRole: "filesTaskRole" });
    expect(plain.task?.stoppedReason).toBe(denied(ROLES_ONLY));
    const encrypted = { fileSystemId: ROLES_ONLY, transitEncryption: "ENABLED" };
    expect(run(Session.start(), { efs: encrypted }).task?.stoppedReason).toBe(denied(ROLES_ONLY));
  });

  test.each([{ iam: "ENABLED" }, { accessPointId: ACCESS_POINT }])("%j demands encryption in transit", (config) => {
    const registered = Session.start().call("ecs", "RegisterTaskDefinition", {
      family: "files",
      volumes: [{ name: "data", efsVolumeConfiguration: { fileSystemId: SHARED, authorizationConfig: config } }],
      containerDefinitions: [{ name: "app", image: "nginx", memory: 64 }],
    });
    expect(registered).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/requires TransitEncryption to be enabled\.$/) },
    });
  });
});

describe("an access point", () => {
  const through = (accessPointId: string) => ({
    fileSystemId: SHARED,
    transitEncryption: "ENABLED",
    authorizationConfig: { accessPointId },
  });

  test("is a directory of the file system as a root, and is there without anybody making it", () => {
    const session = Session.start();
    const write = { efs: through(ACCESS_POINT), script: "echo hello > /data/note" };
    expect(run(session, write).exitCode).toBe(0);
    expect(run(session, { efs: { fileSystemId: SHARED }, script: "cat /data/shop/note" }).exitCode).toBe(0);
    const below = { efs: { fileSystemId: SHARED, rootDirectory: "/shop" }, script: "cat /data/note" };
    expect(run(session, below).exitCode).toBe(0);
  });

  test("that the file system does not have lets nobody in", () => {
    const { task } = run(Session.start(), { efs: through("fsap-0fffffffffffffff0") });
    expect(task?.stoppedReason).toBe(denied(SHARED));
  });
});
