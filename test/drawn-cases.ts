/**
 * `npm test` draws the same cases every time, so that nothing fails by chance; `npm run soak` (QUAYSIDE_RUNS) draws new ones.
 * What it finds becomes a test of its own.
 */
import fc from "fast-check";

const SEED = 20_261_129;

if (process.env.QUAYSIDE_RUNS === undefined) fc.configureGlobal({ seed: SEED });
