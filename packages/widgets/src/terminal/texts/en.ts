/** Everything that the terminal itself says, in English. What `aws` prints is AWS's, in English. */

/** What a language has to say. */
export interface TerminalTexts {
  readonly terminal: string;
  readonly log: string;
  readonly input: string;
  readonly placeholder: string;
  readonly welcome: string;
  readonly running: string;
  readonly exit: (code: number) => string;
  readonly errorOutput: string;
  readonly copy: string;
  readonly copied: string;
  readonly showAll: (lines: number) => string;
  readonly showLess: string;
  readonly took: (seconds: string) => string;
  readonly simulatedTime: string;
  readonly completions: string;
  readonly optionCount: (count: number) => string;
  readonly noCompletions: string;
  readonly tabCompletes: string;
  readonly tabLeaves: string;
  readonly goesOn: string;
  readonly complete: string;
  readonly shortcuts: string;
  readonly notFound: (command: string) => string;
  readonly noShell: (syntax: string) => string;
  readonly noFile: string;
  readonly catWhat: string;
  readonly notReady: string;
  readonly partFailed: string;
  readonly broke: (message: string) => string;
  readonly tooLong: string;
  readonly didYouMean: string;
  readonly whatThisMeans: string;
  readonly help: string;
}

export const en: TerminalTexts = {
  terminal: "Terminal",
  log: "Commands and their output",
  input: "Command",
  placeholder: "aws ecs …",
  welcome: "The AWS CLI, connected to the simulated cloud of this lab. Type help, or press Tab to complete.",
  running: "running …",
  exit: (code) => `exit ${code}`,
  errorOutput: "Error",
  copy: "Copy",
  copied: "Copied",
  showAll: (lines) => `Show ${lines} more lines`,
  showLess: "Show less",
  took: (seconds) => `took ${seconds} s of simulated time`,
  simulatedTime: "simulated time",
  completions: "Completions",
  optionCount: (count) => (count === 1 ? "1 completion" : `${count} completions`),
  noCompletions: "No completions",
  tabCompletes: "Tab completes · Esc twice: Tab leaves · ↑ earlier commands",
  tabLeaves: "Tab leaves the terminal",
  goesOn: "The command goes on: close the quote or finish the line. Ctrl+C drops it.",
  complete: "Complete",
  shortcuts: "Common commands",
  notFound: (command) =>
    `${command}: command not found\nThere is: aws ecs …, aws ec2 …, aws logs …, cat, clear, date, docker push, echo, help, history, ls, quayside connect, quayside image, quayside traffic, ssh`,
  noShell: (syntax) =>
    `This terminal runs one command at a time: “${syntax}” needs a real shell. For filters try --query.`,
  noFile: "No such file in the editor",
  catWhat: "cat: name a file; ls lists them",
  notReady: "The lab is not ready yet.",
  partFailed: "The command line could not be loaded. Check the connection and run the command again.",
  broke: (message) => `The terminal failed on this command, which is our mistake: ${message}`,
  tooLong: "This command is longer than 100,000 characters and was not run.",
  didYouMean: "Did you mean",
  whatThisMeans: "What this means:",
  help: `aws ecs OPERATION …                        any ECS operation, as with the AWS CLI
aws ecs help                               what there is; aws ecs run-task help for one of them
aws logs OPERATION …                       log groups, log streams and what is in them
aws ec2 OPERATION …                        instances, security groups, routes, NAT gateways, endpoints
  --cli-input-json file://webserver.json   input from a file of the editor
  --query EXPRESSION                       a part of the answer (JMESPath)
  --output json|table|text|yaml
aws ecs wait tasks-running                 lets simulated time pass until it is so; services-stable for a service
docker push IMAGE                          somebody pushes a new build under a tag (images quayside/…)
quayside connect A B:80                    does a packet get from A to B, and what stops it?
quayside traffic BALANCER --rate 50        clients send requests; quayside traffic: what became of them
quayside image IMAGE                       an image that is not known here exists: quay.io/acme/api:1 --like nginx --port 8080
ssh ec2-user@i-…                           onto a container instance: docker ps, docker logs, docker stop …

NAME=$(aws … --output text)                keeps what a command prints; "$NAME" in later lines stands for it
ls                                         files of the editor
cat FILE                                   what is in one
date                                       the simulated time
history                                    earlier commands (↑ and ↓ bring them back)
clear                                      an empty screen (Ctrl+L)

Tab completes. A line that ends with \\ goes on.
`,
};
