import { eventually, Hopeless } from './eventually';
import type { Portal } from './portal';

const OWNER = 'team-payments';

/** What Dana answers on the pages of a template. */
export type Answers = Readonly<Record<string, object>>;

/** Has the scaffolder run a template with answers, as its form does it. @throws Error with the end of the task's log */
export async function createFromTemplate(
  portal: Portal,
  template: string,
  values: Answers,
): Promise<void> {
  await eventually(
    `the template ${template} is in the catalog`,
    async () => {
      await portal.get(
        'dana',
        `/catalog/entities/by-name/template/default/${template}`,
      );
      await portal.get(
        'dana',
        `/catalog/entities/by-name/group/default/${OWNER}`,
      );
      return true;
    },
    60,
  );
  const { id } = await portal.post<{ id: string }>(
    'dana',
    '/scaffolder/v2/tasks',
    { templateRef: `template:default/${template}`, values },
  );
  await eventually(
    `the task of ${template}`,
    async () => {
      const task = await portal.get<{ status: string }>(
        'dana',
        `/scaffolder/v2/tasks/${id}`,
      );
      if (task.status === 'failed' || task.status === 'cancelled') {
        const events = await portal.get<
          { type: string; body: { message: string } }[]
        >('dana', `/scaffolder/v2/tasks/${id}/events`);
        throw new Hopeless(
          events
            .map(({ body }) => body.message)
            .slice(-12)
            .join('\n'),
        );
      }
      return task.status === 'completed' || task.status;
    },
    120,
  );
}
