import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { planService, serviceSpecSchema } from '@baremetal/golden-path';
import type { PlatformControls } from '../controls';
import { imageDigest } from '../kube/controllers/images';
import { SERVICE_OWNER } from '../platformFacts';
import type { Scenario, ScenarioService } from './scenario';
import { World } from './World';

const HOUR_MS = 3_600_000;

/** Brings the platform to where the scenario ends, the clock running ahead chapter by chapter. */
export async function playScenario(
  scenario: Scenario,
  {
    controls,
    facts,
    end,
  }: { controls: PlatformControls; facts: PlatformFacts; end: number },
): Promise<void> {
  const world = new World(controls);
  const names = await Promise.all(
    scenario.services.map(service => createService(world, service, facts)),
  );
  await world.register(names);
  await world.pass(10);
  const chapters = [...scenario.chapters].sort(
    (a, b) => b.hoursAgo - a.hoursAgo,
  );
  for (const { hoursAgo, play } of chapters) {
    const at = end - hoursAgo * HOUR_MS;
    await controls.advance(Math.max(0, at - controls.clock.now()));
    await play(world);
  }
  await controls.advance(Math.max(0, end - controls.clock.now()));
}

async function createService(
  world: World,
  { answers, version, restricted = false }: ScenarioService,
  facts: PlatformFacts,
): Promise<string> {
  const { name } = answers;
  const repository = `${facts.registry}/${name}`;
  const spec = serviceSpecSchema.parse({
    ...answers,
    image: {
      repository,
      tag: version,
      digest: imageDigest(`${repository}:${version}`),
    },
    repo: { host: facts.gitHost, owner: SERVICE_OWNER, name },
  });
  const { files, findings } = planService(spec, facts);
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) {
    throw new Error(
      `${name}: ${wrong
        .map(({ id, message }) => `${id} ${message}`)
        .join('; ')}`,
    );
  }
  await world.createRepository(name, {
    files: restricted ? restrict(files) : files,
    description: spec.description,
  });
  return name;
}

function restrict(
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const text = files.get('catalog-info.yaml') ?? '';
  const marked = text.replace(
    /^( *)annotations:\n/m,
    (line, indent) => `${line}${indent}  baremetal.dev/restricted: "true"\n`,
  );
  return new Map([...files, ['catalog-info.yaml', marked]]);
}
