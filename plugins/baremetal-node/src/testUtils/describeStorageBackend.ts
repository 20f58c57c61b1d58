// The suite is called by the tests of implementations.
/* eslint-disable jest/no-export */
import type { ClusterReader } from '../clusterReader';
import type { StorageBackend } from '../storage';

/** What the contract needs to know of an implementation under test. */
export interface StorageBackendSubject {
  readonly backend: StorageBackend;
  /** A cluster that the backend is set up for. */
  readonly reader: ClusterReader;
  /** CSI handle of a volume that exists there. */
  readonly handle: string;
  /** Name of a storage class that exists there. */
  readonly storageClass: string;
  stop(): Promise<void>;
}

const UNKNOWN = 'no-such-volume';

/**
 * The contract of `StorageBackend`, as tests: an implementation that passes can be installed.
 *
 * @remarks
 *
 * Runs in Jest. The subject is made anew for each test and must not have been started.
 *
 * @public
 */
export function describeStorageBackend(
  name: string,
  create: () => Promise<StorageBackendSubject>,
): void {
  describe(`${name} as a storage backend`, () => {
    let subject: StorageBackendSubject;
    let end: AbortController;
    let changes: string[];

    beforeEach(async () => {
      subject = await create();
      end = new AbortController();
      changes = [];
    });
    afterEach(async () => {
      end.abort();
      await subject.stop();
    });

    const start = async () => {
      const { backend, reader } = subject;
      const { signal } = end;
      await new Promise<void>(resolve => {
        const onChange = (cluster: string) => {
          changes.push(cluster);
          resolve();
        };
        backend.start({ readers: [reader], signal, onChange });
      });
    };
    const observe = (handles: string[]) =>
      subject.backend.observeVolumes(subject.reader, { handles });

    it('says who it is and whose volumes it answers for', () => {
      expect(subject.backend.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(subject.backend.provisioners.length).toBeGreaterThan(0);
    });

    it('knows nothing before it was started, and says so in words', () => {
      const answer = observe([subject.handle]);
      expect(answer).toEqual({
        known: false,
        problem: { kind: expect.any(String), message: expect.any(String) },
      });
    });

    it('observes the volumes that it is asked about, and leaves out what it does not know', async () => {
      await start();
      expect(changes).toEqual([subject.reader.cluster]);
      expect(observe([subject.handle, UNKNOWN])).toMatchObject({
        known: true,
        value: { items: [{ handle: subject.handle }] },
      });
      expect(observe([UNKNOWN])).toMatchObject({ value: { items: [] } });
    });

    it('answers with its age, in plain JSON', async () => {
      await start();
      const answer = observe([subject.handle]);
      const { observedAt } = (answer as { value: { observedAt: string } })
        .value;
      expect(new Date(observedAt).toISOString()).toBe(observedAt);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    });

    it('describes each member of a volume once', async () => {
      await start();
      const answer = observe([subject.handle]);
      const nodes = answer.known
        ? answer.value.items.flatMap(({ replicas }) =>
            replicas.map(({ node }) => node),
          )
        : [];
      expect(nodes.length).toBeGreaterThan(0);
      expect(new Set(nodes).size).toBe(nodes.length);
    });

    it('says where claims of a class could be placed', async () => {
      await start();
      const answer = subject.backend.observeClasses(subject.reader);
      expect(answer).toMatchObject({
        known: true,
        value: {
          items: expect.arrayContaining([
            expect.objectContaining({ name: subject.storageClass }),
          ]),
        },
      });
    });

    it('names its sources', async () => {
      await start();
      const sources = subject.backend.sources(subject.reader);
      expect(sources.length).toBeGreaterThan(0);
      for (const { observedAt, problem } of sources) {
        expect(observedAt ?? problem).toBeDefined();
      }
    });

    it('does not know a cluster that it is not set up for', async () => {
      await start();
      const { backend, reader } = subject;
      const other: ClusterReader = {
        cluster: 'another-cluster',
        read: kind => reader.read(kind),
        revision: (...kinds) => reader.revision(...kinds),
      };
      expect(
        backend.observeVolumes(other, { handles: [subject.handle] }),
      ).toMatchObject({ known: false });
      expect(backend.observeClasses(other)).toMatchObject({ known: false });
    });
  });
}
