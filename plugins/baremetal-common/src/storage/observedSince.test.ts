import { observedSince } from './observedSince';
import { copy, link, volume } from './__fixtures__/volumes';

const FIRST = '2026-11-22T14:00:00Z';
const LATER = '2026-11-22T14:10:00Z';

const at = (percent: number, state: 'connected' | 'connecting') =>
  volume([
    copy('a', { disk: 'syncing', percent, links: [link('b', { state })] }),
  ]);

describe('observedSince', () => {
  it('starts now, and keeps the time of what stays as it is', () => {
    const first = observedSince(undefined, at(45, 'connecting'), FIRST);
    expect(first.replicas[0]).toMatchObject({
      unchangedSince: FIRST,
      links: [{ since: FIRST }],
    });
    const second = observedSince(first, at(45, 'connecting'), LATER);
    expect(second.replicas[0]).toMatchObject({
      unchangedSince: FIRST,
      links: [{ since: FIRST }],
    });
  });

  it('starts again when something moves', () => {
    const first = observedSince(undefined, at(45, 'connecting'), FIRST);
    const second = observedSince(first, at(46, 'connected'), LATER);
    expect(second.replicas[0]).toMatchObject({
      unchangedSince: LATER,
      links: [{ since: LATER }],
    });
  });
});
