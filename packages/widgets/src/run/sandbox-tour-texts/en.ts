/** What the tour of the sandbox says, in English. */

export const en = {
  title: "What the sandbox can do",
  stops: [
    "A cloud of your own, and three definitions to begin with. **Register & run** starts what is in the editor; the terminal takes `aws ecs` commands.",
    "A web server was registered and asked for. It waits in the strip at the top until it has a network interface.",
    "It has found its place in a subnet and runs. The area of a box is its memory, its shape its share of CPU.",
    "This one is different: its program ignores SIGTERM. Watch what happens when ECS is asked to stop it.",
    "SIGTERM was sent. A well-behaved program ends now. This one has 30 seconds, its `stopTimeout`, and lets them pass.",
    "Time is up: SIGKILL, which nobody can ignore. Exit code 137 is 128 + 9, the number of that signal.",
    "Stopped tasks lie here and can be selected: the inspector says why they stopped, and shows it as JSON, too.",
    "Whatever happened is in the journal, each line with its cause.",
    "Drag the marker back to see any moment again, and give a command there to try it another way. Your own sandbox waits untouched: it is yours now.",
  ],
} as const;
