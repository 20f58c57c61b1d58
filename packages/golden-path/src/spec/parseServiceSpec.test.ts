import { answers, environments } from '../rules/goodAnswers';
import { parseServiceSpec } from './parseServiceSpec';

const findingsOf = (value: unknown) => {
  const parsed = parseServiceSpec(value);
  return parsed.ok ? [] : parsed.findings;
};

describe('parseServiceSpec', () => {
  it('fills in what was not answered', () => {
    expect(parseServiceSpec(answers())).toMatchObject({
      ok: true,
      spec: {
        port: 8080,
        data: { shape: 'nothing' },
        disruption: { maxUnavailable: 1 },
        delivery: { maxSurge: '25%', maxUnavailable: 0, minReadySeconds: 10 },
      },
    });
  });

  it.each([
    [
      'a name with capitals',
      { name: 'Orders' },
      {
        id: 'CA02',
        path: 'name',
        message: expect.stringMatching(/"Orders" must start with a small/),
        fix: 'Use a name like "orders".',
      },
    ],
    [
      'a name of 41 characters',
      { name: 'x'.repeat(41) },
      { id: 'CA02', message: expect.stringMatching(/has 41 characters/) },
    ],
    [
      'a size of another world',
      { environments: environments({ size: '10GB' }).slice(0, 1) },
      {
        id: 'ST07',
        path: 'environments.dev.size',
        message:
          '"10GB" is not an amount that Kubernetes reads, so the cluster would refuse the object.',
        fix: 'Write 10Gi.',
      },
    ],
    [
      'CPU in words',
      { environments: environments({ cpu: 'half' }).slice(0, 1) },
      { id: 'SPEC', path: 'environments.dev.cpu', fix: 'Write 250m.' },
    ],
    [
      'a step of two kinds',
      { delivery: { steps: [{ setWeight: 20, pause: {} }] } },
      { id: 'PD06', path: 'delivery.steps.0' },
    ],
    [
      'an answer that does not exist',
      { replicas: 3 },
      { id: 'SPEC', message: expect.stringContaining('"replicas"') },
    ],
    [
      'a digest that is none',
      { image: { repository: 'a/b', digest: 'abc' } },
      {
        id: 'SPEC',
        path: 'image.digest',
        message: 'image.digest is "abc": is not a digest.',
      },
    ],
    [
      'a port that is none',
      { port: 70000 },
      { path: 'port', message: 'port is 70000: must be at most 65535.' },
    ],
    [
      'a number in words',
      { port: 'http' },
      { path: 'port', message: 'port is "http": must be a number.' },
    ],
    [
      'a choice that is not offered',
      { packaging: 'zip' },
      {
        path: 'packaging',
        message: 'packaging is "zip": must be one of kustomize, helm.',
      },
    ],
    [
      'a place to call that is not named',
      { egress: [{ port: 443 }] },
      {
        path: 'egress.0',
        message:
          'egress.0 must name either a namespace or a range of addresses.',
      },
    ],
  ])('explains %s', (_, wrong, expected) => {
    expect(findingsOf({ ...answers(), ...wrong })).toEqual([
      expect.objectContaining({ severity: 'error', ...expected }),
    ]);
  });

  it('names what is missing, once each', () => {
    expect(findingsOf({}).map(({ message }) => message)).toEqual([
      'name is missing.',
      'owner is missing.',
      'hardwareClass is missing.',
      'environments is missing.',
      'repo is missing.',
    ]);
    expect(findingsOf(undefined)).toEqual([
      expect.objectContaining({ message: 'The answer is missing.' }),
    ]);
  });

  it('names the number of an environment that has no name', () => {
    expect(
      findingsOf({ ...answers(), environments: [{ replicas: 'two' }] }).map(
        ({ path }) => path,
      ),
    ).toContain('environments.0.replicas');
  });
});
