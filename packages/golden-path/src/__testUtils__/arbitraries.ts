import fc from 'fast-check';
import type { ServiceAnswers } from '../spec/serviceSpec';
import { answers } from '../rules/goodAnswers';

const name = fc
  .stringMatching(/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/)
  // These are the only names that another rule would have a reason to refuse: the tests' own fixtures use them.
  .filter(text => text.length <= 40);

/** Text that has broken somebody's YAML before. */
const hostile = fc.oneof(
  fc.constantFrom(
    'Billing: "invoices" & co #1',
    'on',
    '1.10',
    '- a\n- b',
    '${{ parameters.name }}',
    "it's {a: b}",
    '# nothing',
    '!tag *alias &anchor',
    '\ttabs\r\nand lines',
    '2026-11-24',
    '~',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);

const quantity = (units: string[]) =>
  fc
    .tuple(fc.integer({ min: 1, max: 64 }), fc.constantFrom(...units))
    .map(([amount, unit]) => `${amount}${unit}`);

const step = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map(setWeight => ({ setWeight })),
  fc.constant({ pause: {} }),
  fc.constantFrom('30', '90s', '5m', '1h').map(duration => ({
    pause: { duration },
  })),
  fc.constant({ analysis: true as const }),
);

const data = fc.oneof(
  fc.constant({ shape: 'nothing' as const }),
  fc.record(
    { shape: fc.constant('storeBeside' as const), database: name },
    { requiredKeys: ['shape'] },
  ),
  fc.record(
    {
      shape: fc.constant('ownFiles' as const),
      mountPath: fc.constantFrom('/srv', '/var/lib/x'),
    },
    { requiredKeys: ['shape'] },
  ),
  fc.constant({
    shape: 'sharedFiles' as const,
    accessMode: 'ReadWriteMany' as const,
  }),
);

const environmentsOf = (shape: string) =>
  fc.tuple(
    ...['dev', 'stage', 'prod'].map(environment =>
      fc.record({
        name: fc.constant(environment),
        replicas: fc.integer({ min: environment === 'prod' ? 2 : 0, max: 9 }),
        cpu: quantity(['', '00m']),
        memory: quantity(['00Mi', 'Gi']),
        ...(shape !== 'nothing' && {
          // The one class of the tests' platform that any shape may use.
          storageClass: fc.constant('nfs'),
          size: quantity(['Gi', 'G']),
        }),
      }),
    ),
  );

/** Any answers that the golden path promises to accept. */
export const validAnswers: fc.Arbitrary<ServiceAnswers> = data.chain(kept =>
  fc
    .record({
      name,
      description: hostile,
      port: fc.integer({ min: 1024, max: 65_535 }),
      system: fc.constantFrom(undefined, 'system:default/shop'),
      environments: environmentsOf(kept.shape),
      delivery: fc.record({
        steps: fc.array(step, { minLength: 1, maxLength: 6 }),
        analysis: fc.constantFrom(undefined, {}, { successRate: 1, count: 1 }),
        minReadySeconds: fc.integer({ min: 0, max: 60 }),
        progressDeadlineSeconds: fc.integer({ min: 61, max: 900 }),
      }),
      shutdown: fc.record({
        preStopSeconds: fc.integer({ min: 0, max: 20 }),
        drainSeconds: fc.integer({ min: 0, max: 120 }),
        graceSeconds: fc.integer({ min: 1, max: 120 }),
      }),
    })
    .map(special => answers({ ...special, data: kept })),
);
