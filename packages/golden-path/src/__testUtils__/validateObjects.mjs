// Reads [{ path, kind, object }] and writes what the model at each path says against its object, or null.
// A process of its own, because the models are ES modules, and Jest makes every import of a test into a require.
import { text } from 'node:stream/consumers';

const asked = JSON.parse(await text(process.stdin));
const answers = [];
for (const { path, kind, object } of asked) {
  const { [kind]: Model } = await import(path);
  try {
    new Model(object).validate();
    answers.push(null);
  } catch (error) {
    answers.push(String(error));
  }
}
process.stdout.write(JSON.stringify(answers));
