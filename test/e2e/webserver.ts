/** The definition that browser tests begin with: the web server of the course, complete and right. */
export const WEBSERVER = {
  family: "webserver",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "nginx", image: "nginx:1.29", portMappings: [{ containerPort: 80 }] }],
};
