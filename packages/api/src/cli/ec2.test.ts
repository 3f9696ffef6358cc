/** `aws ec2` in the terminal: the options that only the AWS CLI has, and a network changed line by line. */
import { Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { completeCommandLine } from "./complete.ts";
import { runCommandLine } from "./run-line.ts";

const GROUP = "sg-0eee1111222233334";
const AMI = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";

/** A terminal of its own: gives what a line prints, or fails with what it complains about. */
function terminal(session = Session.start()) {
  const run = (line: string) => runCommandLine(line, { session });
  const print = (line: string) => {
    const { exitCode, stdout, stderr } = run(line);
    if (exitCode !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  return { session, run, print };
}

describe("rules in four words", () => {
  test("--protocol, --port and --cidr make one permission", () => {
    const { print } = terminal();
    print(
      `aws ec2 authorize-security-group-ingress --group-id ${GROUP} --protocol tcp --port 8080-8090 --cidr 10.0.3.7/16`,
    );
    const shown = print(
      `aws ec2 describe-security-groups --group-ids ${GROUP} --query "SecurityGroups[0].IpPermissions[1].[IpProtocol,FromPort,ToPort,IpRanges[0].CidrIp]" --output text`,
    );
    expect(shown).toBe("tcp\t8080\t8090\t10.0.0.0/16");
  });

  test("--source-group takes an id or a name, all means every protocol", () => {
    const { print } = terminal();
    const id = print("aws ec2 create-security-group --group-name web --description web --query GroupId --output text");
    print(`aws ec2 authorize-security-group-ingress --group-id ${id} --protocol all --source-group default`);
    print(`aws ec2 authorize-security-group-ingress --group-id ${GROUP} --protocol tcp --port 80 --source-group ${id}`);
    const peer = (group: string, at: number) =>
      print(
        `aws ec2 describe-security-groups --group-ids ${group} --query "SecurityGroups[0].IpPermissions[${at}].UserIdGroupPairs[0].GroupId" --output text`,
      );
    expect(peer(id, 0)).toBe(GROUP);
    expect(peer(GROUP, 1)).toBe(id);
  });

  test.each([
    [
      "--protocol tcp --port 80 --ip-permissions IpProtocol=tcp",
      "The --protocol option is not compatible with the --ip-permissions option ",
    ],
    ["--protocol ipx --port 80", "protocol parameter should be one of: tcp|udp|icmp|all or any valid protocol number."],
    ["--protocol tcp --port http", "port parameter should be of the form <from[-to]> (e.g. 22 or 22-25)"],
  ])("%s is refused in the AWS CLI's words", (options, message) => {
    const { run } = terminal();
    const { exitCode, stderr } = run(`aws ec2 authorize-security-group-ingress --group-id ${GROUP} ${options}`);
    expect([exitCode, stderr]).toEqual([255, `\n${message}\n`]);
  });
});

describe("run-instances", () => {
  const launch = `aws ec2 run-instances --image-id ${AMI} --iam-instance-profile Name=ecsInstanceRole`;
  const USER_DATA = "--user-data '#!/bin/bash\necho ECS_CLUSTER=default >> /etc/ecs/ecs.config'";

  test("launches one instance, or as many as --count says, which join the cluster of their user data", () => {
    const { session, print } = terminal();
    expect(print(`${launch} ${USER_DATA} --query "length(Instances)"`)).toBe("1");
    expect(print(`${launch} ${USER_DATA} --count 2:3 --query "length(Instances)"`)).toBe("3");
    session.stepUntilQuiet();
    expect(print("aws ecs list-container-instances --query 'length(containerInstanceArns)'")).toBe("4");
    const states = "aws ec2 describe-instances --query 'Reservations[].Instances[].State.Name' --output text";
    expect(print(states)).toBe("running\trunning\trunning\trunning");
  });

  test("--no-associate-public-ip-address moves subnet and groups to the interface", () => {
    const { print } = terminal();
    const shown = print(
      `${launch} --subnet-id subnet-0aaa1111222233334 --security-group-ids ${GROUP} --no-associate-public-ip-address --query "Instances[0].[SubnetId,PublicIpAddress,SecurityGroups[0].GroupId]" --output text`,
    );
    expect(shown).toBe(`subnet-0aaa1111222233334\tNone\t${GROUP}`);
  });

  test("a count that is none is refused, and so is everything that EC2 does not know", () => {
    const { run } = terminal();
    expect(run(`${launch} --count some`).stderr).toBe(
      "\ncount parameter should be of form min[:max] (e.g. 1 or 1:10)\n",
    );
    expect(run(`${launch} --subnet-id subnet-0fff1111222233334`)).toMatchObject({
      exitCode: 254,
      stderr:
        "\nAn error occurred (InvalidSubnetID.NotFound) when calling the RunInstances operation: The subnet ID 'subnet-0fff1111222233334' does not exist\n",
    });
    expect(run(`${launch} --min-count 1`).exitCode).toBe(252);
  });
});

test("moments are shown as the other services show them", () => {
  const { print } = terminal();
  const query = "NatGateways[0].CreateTime";
  expect(print(`aws ec2 describe-nat-gateways --query ${query} --output text`)).toBe("2026-01-05T09:00:00+00:00");
});

test("ids are completed from what exists", () => {
  const { session } = terminal();
  const at = (line: string) => completeCommandLine(line, line.length, { session }).options.map(({ text }) => text);
  expect(at("aws ec2 describe-sub")).toEqual(["describe-subnets"]);
  expect(at("aws ec2 create-nat-gateway --subnet-id subnet-0a")).toEqual(["subnet-0aaa1111222233334"]);
  expect(at("aws ec2 authorize-security-group-ingress --group-id ")).toEqual([GROUP]);
  expect(at("aws ec2 run-instances --iam-instance-profile ")).toContain("Name=ecsInstanceRole");
  expect(at("aws ec2 run-instances --coun")).toEqual(["--count"]);
  expect(at("aws ec2 run-instances --min")).toEqual([]);
});
