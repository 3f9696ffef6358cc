// Stops a script early, with one sentence, when Node is too old for it. Plain JavaScript, because the Node that must
// be refused cannot read TypeScript. It leaves out every other requirement (npm, Chromium): their users check them.

/** Oldest Node that runs the project: Astro needs 22.12, running TypeScript without a flag needs 22.18. */
const OLDEST = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Quayside needs Node ${OLDEST.join(".")} or newer and this is ${process.versions.node}: run \`npm ci\` ` +
      "(without --omit=optional) and start the script with `npm run ...`, which finds the Node 24 of the project; where " +
      "npm has no Node for your machine, install Node 24 from https://nodejs.org.\n",
  );
  process.exit(1);
}
