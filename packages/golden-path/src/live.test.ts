import type { FitAnswer } from '@baremetal/backstage-plugin-baremetal-common';
import { hardwareIn, storageIn } from './live';
import { roomy } from './rules/goodAnswers';

const [, , prod] = roomy({ fitsNow: 9, fitsAfterDomainLoss: 4 }).environments;
const [, , smaller] = roomy({
  fitsNow: 20,
  fitsAfterNodeLoss: 2,
  domains: ['pdu-a'],
  largestClaimGi: 7,
}).environments;
const silent: FitAnswer['environments'][number] = {
  environment: 'prod',
  reading: {
    cluster: 'prod-2',
    ok: false,
    problem: { kind: 'unreachable', message: 'prod-2 did not answer.' },
  },
};
const of = (...environments: (typeof silent | undefined)[]): FitAnswer => ({
  environments: environments.flatMap(each => each ?? []),
});

// An environment may be several clusters, and a service runs on each of them.
describe('the room of an environment', () => {
  it('is the least of its clusters, number by number', () => {
    expect(hardwareIn(of(prod, smaller), 'prod', 'compute')).toMatchObject({
      least: {
        fitsNow: 9,
        fitsAfterNodeLoss: 2,
        fitsAfterDomainLoss: 4,
        domains: ['pdu-a'],
      },
      complete: true,
    });
    expect(storageIn(of(prod, smaller), 'prod', 'lvm-thin')).toEqual({
      least: {
        name: 'lvm-thin',
        domains: ['pdu-a'],
        largestClaimBytes: 7 * 2 ** 30,
      },
      complete: true,
    });
  });

  it('is known of those that answer, and not taken for the whole', () => {
    expect(hardwareIn(of(silent, prod), 'prod', 'compute')).toMatchObject({
      least: { fitsNow: 9 },
      complete: false,
    });
  });

  it.each([undefined, of(), of(silent)])('is unknown for %j', live => {
    expect(hardwareIn(live, 'prod', 'compute')).toEqual({
      least: undefined,
      complete: false,
    });
  });

  // A storage system that does not answer says nothing about its classes, least of all that there are none.
  it('is unknown where no storage system answers', () => {
    const answered = of(prod).environments.map(each => ({
      ...each,
      reading: each.reading.ok
        ? {
            ...each.reading,
            value: { ...each.reading.value, storageClasses: undefined },
          }
        : each.reading,
    }));
    expect(storageIn(of(...answered), 'prod', 'lvm-thin')).toEqual({
      least: undefined,
      complete: false,
    });
  });
});
