import type { AnswerChange } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';

/** Another way in, without what was answered about the one before. */
export function exposeBy(
  kind: ServiceSpec['exposure']['kind'],
): readonly AnswerChange[] {
  return [{ path: 'exposure' }, { path: 'exposure.kind', value: kind }];
}
