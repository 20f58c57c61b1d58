// Runs before the tests of every package that has property tests: all of them start from the seed of the run.
const { configureGlobal } = require('fast-check');

if (process.env.PROPERTY_SEED) {
  configureGlobal({ seed: Number(process.env.PROPERTY_SEED) });
}
