import { LOCK_FILE } from '../../constants';
import { once } from '../../render/once';
import { type ServiceSpec, serviceSpecSchema } from '../../spec/serviceSpec';
import { at } from '../kube';
import type { Subject } from '../rule';

const parseSpec = once(value => serviceSpecSchema.safeParse(value));

/** Answers that made what runs now: those given, or those of which the tree itself says that it was made. */
export function specBefore(
  subject: Pick<Subject, 'previous' | 'documents'>,
): ServiceSpec | undefined {
  if (subject.previous) return subject.previous;
  const [lock] = subject.documents(LOCK_FILE);
  const parsed = parseSpec(at(lock, 'spec'));
  return parsed.success ? parsed.data : undefined;
}
