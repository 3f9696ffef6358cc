/** What the tour says in lab 00/01, in English. */
export const en = {
  title: "A walk through the lab",
  stops: [
    "This is a small cloud: one VPC over two Availability Zones, with a public and a private subnet in each. Nothing runs in it yet.",
    "The editor holds a task definition: which image, how much CPU and memory. **Register & run** sends it to ECS. The terminal beside it takes `aws ecs` commands.",
    "ECS has accepted the task. It waits here, `PROVISIONING`: first it needs a network interface of its own. Each state has a colour and a glyph, the same everywhere.",
    "The network interface is attached: the plug on the box. The task now has an address in its subnet and becomes `PENDING`.",
    "The image leaves the registry and comes in through the internet gateway. The bar in the container fills as it arrives.",
    "The container has started, and the task is `RUNNING`. All of this took some seconds of simulated time.",
    "Time is yours. Play, pause, go one step, choose a speed, or drag the marker back: the map then shows the cloud as it was.",
    "Select a task on the map, and the inspector tells what ECS knows about it, as JSON too. **Why?** leads from what you see to what caused it.",
    "You asked ECS to stop it. The container was told to end, the interface was removed, and the task lies here, `STOPPED`. You can still select it.",
    "These are the steps of the lesson. They turn green when the cloud shows that you did them. Your own lab waits untouched: now it is your turn.",
  ],
} as const;
