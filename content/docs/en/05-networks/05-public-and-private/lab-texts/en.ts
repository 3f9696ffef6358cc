/** Texts of lab 05/05, in English. */
export const en = {
  title: "Ways out",
  goal: "Run shop-api on Fargate in a public subnet with a public address. Run web on EC2 in the same subnet and show that it has no internet. Run shop-api in the private subnet and read why it fails. Show that probe reaches ecr.api through an endpoint, and add endpoints until shop-api runs there without any way to the internet. Then see web from Docker Hub fail in that subnet, and bring it to RUNNING on Fargate through a NAT gateway.",
  checks: {
    public: "shop-api ran with a public address",
    "cut-off": "On EC2, web runs in a public subnet without internet",
    stuck: "shop-api found no way out of the private subnet",
    door: "probe reaches ecr.api through an endpoint",
    endpoints: "shop-api ran without any way to the internet",
    hub: "Docker Hub was out of reach",
    nat: "web ran through a NAT gateway",
    exercise: "On your own: probe reaches ssm through an endpoint",
  },
} as const;
