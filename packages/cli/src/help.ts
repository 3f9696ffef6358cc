/** The help texts of the command. */

const OVERVIEW = `quayside: Amazon ECS as a program on this machine

Usage
  quayside serve [flags]                answer the AWS CLI and the AWS SDKs
  quayside grade --all                  prove every lab of the course
  quayside grade LAB [--commands FILE]  mark commands against a lab
  quayside lint FILE...                 check task definitions by the rules of Amazon ECS
  quayside rules [ID]                   list those rules
  quayside replay FILE                  print a saved run as a log
  quayside help [COMMAND]
  quayside --version

Exit codes
  0  done, passed
  1  not passed, or something failed
  2  the command line is not right
`;

const COMMANDS: Record<string, string> = {
  serve: `quayside serve: Amazon ECS on a port, for the unmodified AWS CLI, boto3 and the AWS SDKs

Usage
  quayside serve [--port 4566] [--host 127.0.0.1] [--allow-host NAME]
                 [--scenario NAME|FILE] [--image FILE] [--seed N] [--start now|DATE]
                 [--speed N | --clock manual]

  aws --endpoint-url http://127.0.0.1:4566 ecs list-clusters

Flags
  --port N            0 to 65535; 0 takes a free one. Default 4566
  --host ADDRESS      where to listen. Default 127.0.0.1: only this machine
  --allow-host NAME   a host name under which clients may reach the server beside localhost and addresses.
                      Others are refused, because a web page could otherwise point its own name here
  --scenario NAME     default, the id of a lab (01/01), a name in content/scenarios, or a JSON file
  --image FILE        images that Quayside does not know: {"image": "quay.io/acme/api:1.4", "behavesLike": "nginx",
                      "port": 8080, "programs": ["node"], "architectures": ["X86_64"], "sizeMB": 120} or a list of
                      such; all but "image" may be left out. Also DeclareImage in a scenario or as an event
  --seed N            0 to 4294967295. The same seed and calls give the same ids and times. Default 1
  --start now|DATE    when simulated time begins: now, or such as 2026-11-29T12:00:00Z. Default 2026-01-05T09:00:00Z,
                      so that the same calls give the same answers; a saved run keeps it
  --speed N           simulated seconds a real second, 0.001 to 100000. Default 1
  --clock manual      time stands still but for POST /_quayside/advance

Beside AWS's API (POST /)
  GET  /_quayside/health    {"status":"ok"}
  GET  /_quayside/state     the simulated cloud as JSON (?tasks=N: how many tasks to list, default 1000)
  GET  /_quayside/run       the run so far, as quayside replay reads it
  POST /_quayside/advance   {"ms":N}: let N simulated milliseconds pass, at most 30 days
                            {"until":"settled"}: until nothing is on its way to an end, at most a day; says what repeats
                            {"until":{"taskStopped":"web"},"atMost":"10 min"}: until something particular is there; also
                            taskRunning, containerHealthy, containerStopped, containerRestarted ("web/nginx"),
                            instanceRegistered ("default"), serviceSteady, serviceInactive ("web").
                            "ended" is "bound" when it did not come in time
  POST /_quayside/event     {"operation":"PushImage","input":{"image":"quayside/shop:latest"}}: somebody pushes a build;
                            also DeclareImage, KillContainer, HangContainer, StopContainer, SlowRegistry, FailPulls, TestConnection,
                            DisconnectAgent, ReconnectAgent, SetFargateCapacity, ChangeServing, StartTraffic, ChangeTraffic, StopTraffic,
                            SetAlarm: see internals/decisions/0013; DeclareHook
                            {"function":ARN,"answers":["IN_PROGRESS","FAILED"]} says what a lifecycle hook answers; PutObject {"bucket":B,"key":K,"text":T} puts
                            an environment file into Amazon S3; TypeInSession {"sessionId":S,"line":L} types into a container:
                            ExecuteCommand gives the session, and its stream is not served
  POST /_quayside/forget    drops what older records of the journal say, which is most of the memory of a long run; the
                            cloud, its clock and the run that GET /_quayside/run gives stay as they are
  POST /_quayside/reset     {"scenario":NAME,"seed":N}, both optional: begin again

Each Region has a world of its own: a request is answered in the one that its client is set to (AWS_REGION, --region).
The server's own paths take ?region=NAME. Without it they speak of the only Region that calls have come for, else of the
scenario's (us-east-1); advance moves the clocks of all, and forget and reset are for all.

Credentials are not looked at, and of a signature only the Region and the service: any will do.
`,
  grade: `quayside grade: the same checks as on the page

Usage
  quayside grade --all
  quayside grade LAB [--commands FILE] [--lang en|vi] [--json]

With --all every lab is proved: its start fails, its solution passes, so does every other route, each named mistake
fails the check it names. With LAB (01/01) the commands of FILE are run and marked; without --commands the lab's own
solution. FILE holds one command a line: aws ecs ..., docker push IMAGE, advance 30s, edit NAME <<END,
until settled, or until THING NAME at most TIME: task-running, task-stopped (a family), container-healthy,
container-stopped, container-restarted (family/container), instance-registered (a cluster). A bound that is hit says so.
`,
  lint: `quayside lint: task definitions checked by the rules of Amazon ECS, before AWS sees them

Usage
  quayside lint FILE... [--format text|json|sarif|github] [--quiet] [--strict] [--max-warnings N]
                        [--fix [--dry-run] [--guesses]]
                        [--config FILE | --no-config] [--rule ID=SEVERITY]... [--ignore PATTERN]...
  quayside lint --print-config FILE

FILE may be a folder (every .json, .jsonc, .yaml, .yml and .template below it) or a pattern in quotes ('tasks/**/*.json').
It is JSON or YAML, or - for standard input: the input of register-task-definition, an answer of
describe-task-definition, a list of container definitions, or a CloudFormation template (cdk synth), in which every
AWS::ECS::TaskDefinition is checked. Errors are what AWS would refuse, in AWS's words; warnings are what it takes and
people regret. Values that a later step fills in (\${VAR}, $VAR, %VAR%, {{ var }}, <IMAGE1_NAME>,
Ref and Fn::...) are not judged, and the rest is. What AWS's deploy action for GitHub drops (null, empty values, members
that only AWS sets) is noted and dropped.

Flags
  --format NAME   text (default), json, sarif for code scanning, github for annotations of a workflow
  --quiet         errors only
  --strict        a value that was left for a later step is an error: for files that are rendered
  --max-warnings N  exit with 1 when there are more
  --fix           show as a diff what can be mended, and write it; comments, layout, line ends and encoding stay, what a
                  later step fills in is not touched. JSON only: YAML and templates are left as they are
  --dry-run       with --fix: only the diff
  --guesses       with --fix: also what makes up or gives up something that only you know (a size, a role, a name)
  --config FILE   this configuration for every file; --no-config: none
  --rule ID=SEVERITY  error, warning, info or off; may be given several times, and wins over configurations
  --ignore PATTERN    files that are not checked; may be given several times
  --print-config FILE what counts for this file, as JSON

Configuration: quayside.config.json, looked for in the file's folder and upward; the nearest one counts. Comments are
allowed. All of it may be left out:
  {
    "rules": { "no-logs": "off", "image-latest": "error" },
    "overrides": [{ "files": ["dev/**"], "rules": { "plain-secret": "off" } }],
    "ignore": ["cdk.out/", "*.template.json"],
    "strict": false, "maxWarnings": 0,
    "site": "https://quayside.example"
  }
Patterns begin at the folder of the configuration; one without a slash fits at any depth, and ! takes back. "site" is where
the pages of the rules are; without it, where npm start serves them.

Comments in YAML and .jsonc disable a rule; one that is of no use is found (unused-disable):
  # quayside-disable-next-line RULE, RULE -- why
  # quayside-disable-line RULE -- why
  # quayside-disable-file RULE -- why

Exit codes
  0  AWS would take every definition
  1  an error, or more warnings than --max-warnings or maxWarnings; with --fix, what is left of them
  2  a file cannot be read or written, or holds no task definition; a configuration or the command line is not right
`,

  rules: `quayside rules: every rule of quayside lint

Usage
  quayside rules [ID...] [--json]

A line a rule: its id, who finds it (service is Amazon ECS, client the AWS CLI and the SDKs, practice and note are ours),
its severity, what to do. With ID: also how well AWS's words are known, the source with the date of the check, its page.
`,

  replay: `quayside replay: a saved run as a log

Usage
  quayside replay FILE

FILE is what GET /_quayside/run gave, or what the page exports. Prints a line for each record of the journal:
simulated time, step, kind, subject, and the outcome of calls.
`,
};

/** The overview, or the help of one subcommand; undefined when there is no such subcommand. */
export function helpText(command?: string): string | undefined {
  if (command === undefined || command === "help") return OVERVIEW;
  return Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
}
