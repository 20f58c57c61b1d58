import type { AuditorService } from '@backstage/backend-plugin-api';

/** Does something that changes the world, and records how it went. */
export async function audited<T>(
  auditor: AuditorService,
  event: Parameters<AuditorService['createEvent']>[0],
  work: () => Promise<T>,
  meta: (result: T) => { readonly [key: string]: string },
): Promise<T> {
  const audit = await auditor.createEvent({
    severityLevel: 'medium',
    ...event,
  });
  try {
    const result = await work();
    await audit.success({ meta: meta(result) });
    return result;
  } catch (error) {
    await audit.fail({ error: error as Error });
    throw error;
  }
}
