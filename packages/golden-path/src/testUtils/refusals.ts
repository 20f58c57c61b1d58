import { parse } from 'yaml';
import { fixtures as AV03 } from '../rules/availability/AV03.fixture';
import { fixtures as AV07 } from '../rules/availability/AV07.fixture';
import { fixtures as AV09 } from '../rules/availability/AV09.fixture';
import { fixtures as CA02 } from '../rules/catalog/CA02.fixture';
import { fixtures as PD01 } from '../rules/delivery/PD01.fixture';
import { fixtures as PD02 } from '../rules/delivery/PD02.fixture';
import { fixtures as PD03 } from '../rules/delivery/PD03.fixture';
import { fixtures as PD04 } from '../rules/delivery/PD04.fixture';
import { fixtures as PD05 } from '../rules/delivery/PD05.fixture';
import { fixtures as PD06 } from '../rules/delivery/PD06.fixture';
import { fixtures as PD09 } from '../rules/delivery/PD09.fixture';
import { fixtures as PD10 } from '../rules/delivery/PD10.fixture';
import { fixtures as PD12 } from '../rules/delivery/PD12.fixture';
import { fixtures as PD13 } from '../rules/delivery/PD13.fixture';
import { fixtures as PD17 } from '../rules/delivery/PD17.fixture';
import { fixtures as KU04 } from '../rules/kustomize/KU04.fixture';
import { fixtures as KU06 } from '../rules/kustomize/KU06.fixture';
import { fixtures as AS12 } from '../rules/scaling/AS12.fixture';
import { fixtures as SE02 } from '../rules/security/SE02.fixture';
import { fixtures as ST06 } from '../rules/storage/ST06.fixture';
import { fixtures as ST07 } from '../rules/storage/ST07.fixture';
import { fixtures as ST17 } from '../rules/storage/ST17.fixture';
import {
  ROLLOUTS,
  SITUATIONS,
} from '../rules/delivery/__fixtures__/invalidRollouts';
import { editYaml, type Refuser, type RuleFixture } from '../rules/fixture';
import { type FixtureTree, treeOf } from '../rules/fixtureTree';
import { renderService } from '../renderService';
import { LOCK_FILE } from '../constants';
import { serviceSpecSchema } from '../spec/serviceSpec';
import type { FileTree } from '../types';

/** A repository that one of our rules refuses, and something of a real platform as well. */
export interface Refusal {
  /** Of the rule. */
  readonly id: string;
  readonly title: string;
  readonly by: Refuser;
  /** In the words of whoever refuses it. */
  readonly says: RegExp;
  readonly files: FileTree;
  /** What must be there already, since only a change of it is refused. */
  readonly before?: FileTree;
}

/** Fixtures by their rule, where a real part refuses at least one of them. */
const FIXTURES: Readonly<Record<string, readonly RuleFixture[]>> = {
  AV03,
  AV07,
  AV09,
  CA02,
  PD01,
  PD02,
  PD03,
  PD04,
  PD05,
  PD06,
  PD09,
  PD10,
  PD12,
  PD13,
  PD17,
  KU04,
  KU06,
  AS12,
  SE02,
  ST06,
  ST07,
  ST17,
};

/** Everything that a rule refuses because a real part would; made when it is asked for. */
export function* refusals(): Iterable<Refusal> {
  for (const [id, fixtures] of Object.entries(FIXTURES)) {
    for (const fixture of fixtures) {
      const { title, refused } = fixture;
      if (refused === undefined) continue;
      const { by, says, isChange } = refused;
      const tree = treeOf(fixture);
      yield {
        ...{ id, title, by, says, files: tree.files },
        ...(isChange && { before: lockedTree(tree) }),
      };
    }
  }
  for (const { id, title, by = 'rollouts', says, ...rest } of SITUATIONS) {
    if (says === undefined) continue;
    const { files } = treeOf({
      answers: ROLLOUTS[rest.of ?? 'pods'],
      edit: tree =>
        editYaml(tree, `deploy/base/${rest.file ?? 'rollout'}.yaml`, object =>
          rest.edit(object.spec),
        ),
    });
    yield { id, title, by, says, files };
  }
}

/** What the real parts accept: the repositories that the refused ones differ from. */
export function* acceptedTrees(): Iterable<{
  readonly title: string;
  readonly files: FileTree;
}> {
  for (const [title, answers] of Object.entries(ROLLOUTS)) {
    yield { title, files: treeOf({ answers }).files };
  }
}

/** The repository that was made from the answers in the lock file. */
function lockedTree({ files, platform }: FixtureTree): FileTree {
  const { spec } = parse(files.get(LOCK_FILE) ?? '');
  return renderService(serviceSpecSchema.parse(spec), platform);
}
