import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { RuleFixture } from './fixture';
import { treeOf } from './fixtureTree';
import { answers as good } from './goodAnswers';
import { RULES } from './index';
import { judge } from './judge';
import { subjectOf } from './subject';
import { changeAnswers } from '../spec/changeAnswers';
import type { ServiceAnswers } from '../spec/serviceSpec';

const FIXTURES = globSync('*/*.fixture.ts', { cwd: __dirname })
  .sort()
  .map(path => ({
    id: basename(path, '.fixture.ts'),
    fixtures: jest.requireActual<{ fixtures: RuleFixture[] }>(
      join(__dirname, path),
    ).fixtures,
  }));

function judged(fixture: RuleFixture) {
  return judge(subjectOf({ ...treeOf(fixture), live: fixture.live }));
}

/** Says by which answers it is mended; what somebody did to the files no answer undoes. */
const REPAIRED = new Set(
  FIXTURES.flatMap(({ id, fixtures }) =>
    fixtures.filter(
      fixture =>
        fixture.edit === undefined &&
        judged(fixture).findings.some(
          finding => finding.id === id && finding.repair !== undefined,
        ),
    ),
  ),
);

const isRepaired = (fixture: RuleFixture) => REPAIRED.has(fixture);

/** Words with which a message claims that somebody else refuses the same. */
const CLAIM = /InvalidSpec|Kubernetes refuses/;

const casesOf = (isOf: (fixture: RuleFixture) => boolean) =>
  FIXTURES.map(({ id, fixtures }) => ({
    id,
    fixtures: fixtures.filter(isOf),
  })).filter(({ fixtures }) => fixtures.length > 0);

const refusedByOthers = (findings: readonly Finding[], id: string) =>
  findings.filter(finding => finding.severity === 'error' && finding.id !== id);

describe('rules', () => {
  it('have an id of their own each', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('have a fixture each, and no fixture is without its rule', () => {
    expect(FIXTURES.map(({ id }) => id).sort()).toEqual(
      RULES.map(({ id }) => id).sort(),
    );
  });

  it('have nothing to say against good answers', () => {
    expect(judged({ title: '', expect: 'info', says: /./ }).findings).toEqual(
      [],
    );
  });

  describe.each(casesOf(({ expect: kind }) => kind !== 'resolved'))(
    '$id says',
    ({ id, fixtures }) => {
      it.each(fixtures)('$title', fixture => {
        const { findings } = judged(fixture);
        const found = findings.find(
          finding => finding.id === id && finding.severity === fixture.expect,
        );
        expect(found?.message).toMatch(fixture.says);
        expect(found?.fix).not.toBe('');
        expect(found?.path).toBe(fixture.path ?? found?.path);
        expect({
          claims: CLAIM.test(found?.message ?? ''),
          proof: fixture.refused !== undefined,
        }).not.toEqual({ claims: true, proof: false });
        expect(refusedByOthers(findings, id)).toEqual([]);
      });
    },
  );

  describe.each(casesOf(isRepaired))('$id repairs', ({ id, fixtures }) => {
    it.each(fixtures.filter(isRepaired))('$title', fixture => {
      const of = (one: RuleFixture) =>
        judged(one).findings.filter(finding => finding.id === id);
      const { name = 'orders', ...answers } = fixture.answers ?? {};
      const repaired = of(fixture).filter(({ repair }) => repair);
      expect(repaired).not.toEqual([]);
      for (const { path, message, repair = [] } of repaired) {
        const changed = changeAnswers<Partial<ServiceAnswers>>(
          { ...good(answers), name },
          repair,
        );
        expect(of({ ...fixture, answers: changed })).not.toContainEqual(
          expect.objectContaining({ path, message }),
        );
      }
    });
  });

  describe.each(casesOf(({ expect: kind }) => kind === 'resolved'))(
    '$id resolves',
    ({ id, fixtures }) => {
      it.each(fixtures)('$title', fixture => {
        const { findings, autoResolved } = judged(fixture);
        expect(autoResolved.find(said => said.id === id)?.message).toMatch(
          fixture.says,
        );
        expect(findings.filter(finding => finding.id === id)).toEqual([]);
        expect(refusedByOthers(findings, id)).toEqual([]);
      });
    },
  );

  it('say what they could not look at', () => {
    const { notChecked } = judged({
      title: '',
      answers: { data: { shape: 'storeBeside' } },
      expect: 'info',
      says: /./,
    });
    expect(notChecked).toEqual([
      {
        id: 'AV11',
        reason: 'no cluster was asked how large its machines are',
      },
      {
        id: 'ST09',
        reason: 'no cluster was asked which storage classes it has',
      },
      {
        id: 'ST10',
        reason: 'no cluster was asked where its disks are',
      },
      {
        id: 'ST11',
        reason: 'no cluster was asked how much room its disks have',
      },
      { id: 'AS11', reason: 'no cluster was asked for its room' },
      { id: 'CP01', reason: 'no cluster was asked for its room' },
      { id: 'AV05', reason: 'no cluster was asked for its power domains' },
    ]);
  });
});
