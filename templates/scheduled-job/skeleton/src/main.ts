import { runJob } from './job.ts';
import { run } from './run.ts';

const ending = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => ending.abort(new Error(signal)));
}

// The exit code decides whether Kubernetes starts it again; the alert watches it.
process.exitCode = await run({
  work: runJob,
  signal: ending.signal,
  log(level, message, fields) {
    process.stdout.write(
      `${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`,
    );
  },
});
