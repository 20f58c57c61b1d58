import { demoScenario } from './scenarios/demo';
import { startPlatformSim } from './startPlatformSim';
import { writeAccess } from './writeAccess';

/** Starts the embedded platform with the demo in it: `main.ts <folder>`. Ends on SIGTERM. */
async function main(): Promise<void> {
  const [dir] = process.argv.slice(2);
  if (dir === undefined) {
    throw new Error('Say in which folder to write how to reach the platform.');
  }
  const platform = await startPlatformSim({ seed: 'demo' });
  writeAccess(platform, {
    dir,
    services: demoScenario.services.map(({ answers }) => answers.name),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      platform.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  process.stdout.write(`READY ${platform.git.url}\n`);
}

main().catch(error => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
});
