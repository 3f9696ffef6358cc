/** User data: what a boot script leaves in the agent's configuration. */
import { describe, expect, test } from "vitest";
import { toBase64 as encode } from "./testing/base64.ts";
import { readUserData } from "./user-data.ts";

const read = (script: string) => readUserData(encode(`#!/bin/bash\n${script}`));
const configured = (agentConfiguration: Record<string, string>) => ({ ok: true, agentConfiguration });

describe("a script", () => {
  test.each([
    ["echo ECS_CLUSTER=web >> /etc/ecs/ecs.config", { ECS_CLUSTER: "web" }],
    ['echo "ECS_CLUSTER=web" >> /etc/ecs/ecs.config', { ECS_CLUSTER: "web" }],
    ["sudo echo 'ECS_CLUSTER=web' | sudo tee -a /etc/ecs/ecs.config", { ECS_CLUSTER: "web" }],
    [
      'echo -e "ECS_CLUSTER=web\\nECS_RESERVED_MEMORY=256" > /etc/ecs/ecs.config',
      { ECS_CLUSTER: "web", ECS_RESERVED_MEMORY: "256" },
    ],
    ["yum update -y\necho ECS_CLUSTER=web>>/etc/ecs/ecs.config; systemctl restart ecs", { ECS_CLUSTER: "web" }],
    ["echo ECS_CLUSTER=web >> /etc/other.config", {}],
    ["ECS_CLUSTER=web", {}],
  ])("that says %j", (script, expected) => {
    expect(read(script)).toEqual(configured(expected));
  });

  test("with a here document writes every line of it", () => {
    const script = `cat <<'EOF' >> /etc/ecs/ecs.config
ECS_CLUSTER=web
ECS_INSTANCE_ATTRIBUTES={"stack":"prod"}
# a comment
EOF
echo ECS_ENABLE_TASK_ENI=true >> /etc/ecs/ecs.config`;
    expect(read(script)).toEqual(
      configured({ ECS_CLUSTER: "web", ECS_INSTANCE_ATTRIBUTES: '{"stack":"prod"}', ECS_ENABLE_TASK_ENI: "true" }),
    );
  });

  test("that writes instead of appending begins the file again", () => {
    const script = "echo ECS_CLUSTER=one >> /etc/ecs/ecs.config\necho ECS_RESERVED_MEMORY=64 > /etc/ecs/ecs.config";
    expect(read(script)).toEqual(configured({ ECS_RESERVED_MEMORY: "64" }));
  });
});

describe("user data", () => {
  test("without a first line that names a shell is not run", () => {
    expect(readUserData(encode("echo ECS_CLUSTER=web >> /etc/ecs/ecs.config"))).toEqual(configured({}));
    expect(readUserData(undefined)).toEqual(configured({}));
  });

  test("that is no base64, or too long, is refused", () => {
    expect(readUserData("#!/bin/bash")).toEqual({ ok: false, why: "user-data.not-base64" });
    expect(readUserData(encode("#!".padEnd(16_385)))).toEqual({
      ok: false,
      why: "user-data.too-long",
    });
    expect(readUserData(encode("#!".padEnd(16_384))).ok).toBe(true);
  });
});
