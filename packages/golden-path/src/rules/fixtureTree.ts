import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { renderService } from '../renderService';
import { type ServiceSpec, serviceSpecSchema } from '../spec/serviceSpec';
import type { RuleFixture } from './fixture';
import { answers as good, PLATFORM } from './goodAnswers';

/** The repository of a fixture, and what it was made from. */
export interface FixtureTree {
  readonly spec: ServiceSpec;
  readonly platform: PlatformFacts;
  readonly files: ReadonlyMap<string, string>;
}

/** Whatever the schema refuses already is put into the spec after it, as a caller without the schema could. */
export function treeOf({
  answers: special = {},
  platform,
  edit,
}: Pick<RuleFixture, 'answers' | 'platform' | 'edit'>): FixtureTree {
  const { name = 'orders', ...rest } = special;
  const facts = { ...PLATFORM, ...platform };
  const spec = { ...serviceSpecSchema.parse(good(rest)), name };
  const files = new Map(renderService(spec, facts));
  edit?.(files);
  return { spec, platform: facts, files };
}
