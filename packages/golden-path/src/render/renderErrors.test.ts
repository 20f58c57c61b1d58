import { renderOverlay } from './renderOverlay';

const base = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: cart}
spec: {replicas: 1}
`;

/** What is said of an overlay with these lines in its kustomization. */
function refusalOf(lines: string, more: Record<string, string> = {}): string {
  const files = new Map(
    Object.entries({
      'base/kustomization.yaml': 'resources: [rollout.yaml]\n',
      'base/rollout.yaml': base,
      'overlays/dev/kustomization.yaml': `resources: [../../base]\n${lines}\n`,
      ...more,
    }),
  );
  try {
    renderOverlay(files, 'overlays/dev');
    return 'rendered';
  } catch (error) {
    return String(error);
  }
}

const at = 'RenderError: overlays/dev/kustomization.yaml:';

describe('RenderError', () => {
  it.each([
    [
      'images: [{name: a, newTag: 1.10}]',
      `${at} images[0].newTag must be text, but is a number: put it in double quotes`,
    ],
    ['imagez: []', `${at} unknown field "imagez"`],
    ['images: [{name: a, tag: b}]', `${at} unknown field "images[0].tag"`],
    ['images: [{newTag: b}]', `${at} images[0].name is missing`],
    ['namePrefix: x-', `${at} namePrefix is not supported here`],
    ['bases: [../x]', `${at} bases is not supported here`],
    [
      'replicas: [{name: cart, count: 2}]',
      `${at} replicas: "cart" is none of Deployment, ReplicationController, ReplicaSet, StatefulSet; patch /spec/replicas of other kinds`,
    ],
    [
      'patches: [{target: {kind: Rollout}, patch: "[{op: remove, path: /spec/x}]"}]',
      `${at} the patch of Rollout cart would remove /spec/x, which does not exist`,
    ],
    [
      'patches: [{target: {kind: Rollout}, path: p.yaml}]',
      `${at} the patch overlays/dev/p.yaml is not there`,
    ],
    [
      'components: [https://example.org/x]',
      `${at} "https://example.org/x" is remote; only paths are rendered`,
    ],
    [
      'a: [',
      `${at} is not YAML: Flow sequence in block collection must be sufficiently indented`,
    ],
    ['metadata: *nobody', `${at} is not YAML: Unresolved alias`],
  ])('says of %p what is wrong', (lines, message) => {
    expect(refusalOf(lines).slice(0, message.length)).toBe(message);
  });

  it('does not follow aliases that grow beyond all bounds', () => {
    const levels = [...'abcdefgh'].map((letter, i, all) =>
      i === 0
        ? `${letter}: &${letter} [x,x,x,x,x,x,x,x,x]`
        : `${letter}: &${letter} [${Array(9)
            .fill(`*${all[i - 1]}`)
            .join()}]`,
    );
    const bomb = `apiVersion: v1\nkind: A\nmetadata: {name: a}\n${levels.join(
      '\n',
    )}\n`;
    expect(refusalOf('', { 'base/rollout.yaml': bomb })).toMatch(
      /^RenderError: base\/rollout.yaml: is not YAML: Excessive alias count/,
    );
  });

  it.each(['(a+)+', '.*.*.*.*', '(a|b)*', '[a-z]{1,9}{1,9}(x){2}'])(
    'does not try the pattern %p',
    pattern => {
      expect(
        refusalOf(
          `patches: [{target: {name: "${pattern}"}, patch: "[{op: remove, path: /spec}]"}]`,
        ),
      ).toBe(`${at} the pattern "${pattern}" is not supported`);
    },
  );

  it('leaves the files as they are, so that they can be rendered again', () => {
    const lines = 'namespace: x\nimages: [{name: a, newTag: "1"}]';
    expect([refusalOf(lines), refusalOf(lines)]).toEqual([
      'rendered',
      'rendered',
    ]);
  });
});
