import { podRequests } from './podRequests';
import { amountOf } from './quantity';

const cpu = (amount: string, more: object = {}) => ({
  resources: { requests: { cpu: amount } },
  ...more,
});

describe('podRequests', () => {
  it.each([
    ['containers add up', { containers: [cpu('1'), cpu('500m')] }, 1.5],
    [
      'a big init container counts alone',
      { containers: [cpu('1')], initContainers: [cpu('3')] },
      3,
    ],
    [
      'sidecars before an init container run beside it',
      {
        containers: [cpu('1')],
        initContainers: [cpu('1', { restartPolicy: 'Always' }), cpu('3')],
      },
      4,
    ],
    [
      'limits stand in for requests',
      { containers: [{ resources: { limits: { cpu: '2' } } }] },
      2,
    ],
    [
      'overhead comes on top',
      { containers: [cpu('1')], overhead: { cpu: '250m' } },
      1.25,
    ],
    [
      'the whole pod may say it',
      { containers: [cpu('1')], resources: { requests: { cpu: '4' } } },
      4,
    ],
  ])('%s', (_, spec, expected) => {
    expect(podRequests(spec)).toMatchObject({ cpu: expected, pods: 1 });
  });
});

describe('amountOf', () => {
  it.each([
    ['250m', 0.25],
    ['1Gi', 2 ** 30],
    ['1e3', 1000],
    ['1.5k', 1500],
    [2, 2],
    [undefined, 0],
    ['10GB', NaN],
  ])('%s', (text, expected) => {
    expect(amountOf(text)).toBe(expected);
  });
});
