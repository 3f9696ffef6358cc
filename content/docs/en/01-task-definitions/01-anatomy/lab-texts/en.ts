/** Texts of lab 01/01, in English. */
export const en = {
  title: "A web server on Fargate",
  goal: "Complete webserver.json so that it requires Fargate, with 0.25 vCPU and 512 MiB: family webserver, an nginx container, port 80. Register it and run one task of it on Fargate in the cluster default, with a public IP address.",
  checks: {
    registered: "The family webserver is registered",
    "fargate-size": "It requires Fargate, with 256 CPU units and 512 MiB",
    "nginx-80": "It has an nginx container on port 80",
    running: "A task of it reached RUNNING",
    "public-ip": "The task has a public IP address",
    exercise: "On your own: site (httpd, 512 CPU, 1024 MiB) ran without a public address",
  },
} as const;
