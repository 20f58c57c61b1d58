import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mockCredentials } from '@backstage/backend-test-utils';

/** Runs an action as the scaffolder would, and returns what it put out and logged. */
export async function runAction(
  action: TemplateAction<any, any, any>,
  options: {
    input: object;
    workspacePath?: string;
    isDryRun?: boolean;
    checkpoint?: (step: { key: string; fn: () => unknown }) => unknown;
  },
): Promise<Record<string, unknown>> {
  const output: Record<string, unknown> = {};
  const context = {
    ...createMockActionContext({
      input: options.input,
      workspacePath: options.workspacePath ?? '/nowhere',
    }),
    output: (key: string, value: unknown) => {
      output[key] = value;
    },
    isDryRun: options.isDryRun ?? false,
    checkpoint: options.checkpoint ?? (({ fn }: { fn: () => unknown }) => fn()),
    getInitiatorCredentials: async () => mockCredentials.user(),
  };
  await action.handler(context as never);
  return output;
}
