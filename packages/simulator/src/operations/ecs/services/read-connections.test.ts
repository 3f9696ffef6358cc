/** How others find the tasks of a service, and what is attached to them: checked, kept with the revision, shown. API Reference (checked 2026-11-29). */
import { describe, expect, test } from "vitest";
import { type Json, PAIR, serviceScenery } from "../../../testing/service-scenery.ts";

const REGISTRY = {
  registryArn: "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-0a1b2c3d4e5f6071",
  containerName: "app",
  containerPort: 80,
};
const CONNECT = { enabled: true, namespace: "shop", services: [{ portName: "http", clientAliases: [{ port: 80 }] }] };
const VOLUMES = [{ name: "data", managedEBSVolume: { roleArn: "arn:aws:iam::123456789012:role/ebs", sizeInGiB: 20 } }];
const LATTICE = [{ roleArn: "arn:aws:iam::123456789012:role/lattice", targetGroupArn: "tg", portName: "http" }];

function connecting() {
  const scenery = serviceScenery();
  const { call } = scenery;
  const app = {
    name: "app",
    image: "nginx",
    memory: 64,
    portMappings: [{ containerPort: 80, name: "http" }],
  };
  call("RegisterTaskDefinition", { family: "named", containerDefinitions: [app] });
  call("RegisterTaskDefinition", {
    family: "stored",
    containerDefinitions: [{ ...app, mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] }],
    volumes: [{ name: "data", configuredAtLaunch: true }],
  });
  const revision = (): Json => {
    const [{ arn } = {}] = scenery.described("pair").currentServiceRevisions as Json[];
    return (call("DescribeServiceRevisions", { serviceRevisionArns: [arn] }).serviceRevisions as Json[])[0] as Json;
  };
  return { ...scenery, revision };
}

const NAMED = { ...PAIR, taskDefinition: "named" };

describe("namespaces", () => {
  test("come to be with a cluster that names one, and services without a namespace of their own use it", () => {
    const { call, create, said } = connecting();
    expect(said("CreateService", { ...NAMED, serviceConnectConfiguration: CONNECT })).toBe(
      "NamespaceNotFoundException: The specified namespace wasn't found.",
    );
    const { cluster } = call("UpdateCluster", { cluster: "machines", serviceConnectDefaults: { namespace: "shop" } });
    const { namespace } = (cluster as Json).serviceConnectDefaults as { namespace: string };
    expect(namespace).toMatch(/^arn:aws:servicediscovery:us-east-1:123456789012:namespace\/ns-[0-9a-f]{16}$/);
    call("CreateCluster", { clusterName: "other", serviceConnectDefaults: { namespace } });
    const { serviceArn } = create({ ...NAMED, serviceConnectConfiguration: { enabled: true } });
    create({ ...NAMED, serviceName: "plain" });
    expect(call("ListServicesByNamespace", { namespace: "shop" })).toEqual({ serviceArns: [serviceArn] });
    expect(call("ListServicesByNamespace", { namespace })).toEqual({ serviceArns: [serviceArn] });
  });

  test("leave a cluster with the empty name, and no longer count for new services", () => {
    const { call, said } = connecting();
    call("UpdateCluster", { cluster: "machines", serviceConnectDefaults: { namespace: "shop" } });
    const { cluster } = call("UpdateCluster", { cluster: "machines", serviceConnectDefaults: { namespace: "" } });
    expect((cluster as Json).serviceConnectDefaults).toBeUndefined();
    expect(said("CreateService", { ...NAMED, serviceConnectConfiguration: { enabled: true } })).toMatch(
      /^InvalidParameterException: Service Connect needs a namespace/,
    );
  });
});

describe("a service", () => {
  test("shows Service Connect with its deployment and its revision", () => {
    const { call, create, deploymentsOf, revision } = connecting();
    call("UpdateCluster", { cluster: "machines", serviceConnectDefaults: { namespace: "shop" } });
    create({ ...NAMED, serviceConnectConfiguration: CONNECT });
    expect(deploymentsOf("pair")[0]).toMatchObject({
      serviceConnectConfiguration: CONNECT,
      serviceConnectResources: [
        {
          discoveryName: "http",
          discoveryArn: expect.stringMatching(/^arn:aws:servicediscovery:us-east-1:\d+:service\/srv-[0-9a-f]{16}$/),
        },
      ],
    });
    expect(revision().serviceConnectConfiguration).toEqual(CONNECT);
  });

  test("shows its registry, its volume and its Lattice target groups", () => {
    const { create, deploymentsOf, described, revision } = connecting();
    const attached = { volumeConfigurations: VOLUMES, vpcLatticeConfigurations: LATTICE };
    create({ ...PAIR, taskDefinition: "stored", serviceRegistries: [REGISTRY], ...attached });
    expect(described("pair").serviceRegistries).toEqual([REGISTRY]);
    expect(deploymentsOf("pair")[0]).toMatchObject(attached);
    expect(revision()).toMatchObject({ serviceRegistries: [REGISTRY], ...attached });
  });

  test("begins a deployment when one of them changes, and none when it is said again", () => {
    const { create, deploymentsOf, pass, update } = connecting();
    create({ ...NAMED, serviceRegistries: [REGISTRY], vpcLatticeConfigurations: LATTICE });
    pass(120);
    update({ serviceRegistries: [REGISTRY] });
    expect(deploymentsOf("pair")).toHaveLength(1);
    update({ serviceRegistries: [] });
    expect(deploymentsOf("pair")).toHaveLength(2);
    pass(120);
    expect(deploymentsOf("pair")[0]).toMatchObject({ vpcLatticeConfigurations: LATTICE });
    update({ vpcLatticeConfigurations: [] });
    expect(deploymentsOf("pair")).toHaveLength(2);
    expect(deploymentsOf("pair")[0]?.vpcLatticeConfigurations).toBeUndefined();
  });

  test("keeps them with a new definition only as long as that has what they name", () => {
    const { create, said } = connecting();
    create({ ...NAMED, vpcLatticeConfigurations: LATTICE });
    expect(said("UpdateService", { cluster: "machines", service: "pair", taskDefinition: "pair" })).toBe(
      "InvalidParameterException: The portName http does not exist in the task definition.",
    );
  });
});
