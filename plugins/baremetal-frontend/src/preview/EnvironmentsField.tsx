import { Button, Checkbox, CheckboxGroup, Skeleton } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { describeFailure } from '../ui/describeFailure';
import { Page } from '../ui/Page';
import { useT } from '../ui/useT';
import { usePlatform } from './usePlatform';

/** Some of the platform's environments, in the order of promotion. */
export function EnvironmentsField(
  props: FieldExtensionComponentProps<readonly string[] | undefined>,
) {
  const t = useT();
  const platform = usePlatform();
  const { schema, formData, onChange, required } = props;
  switch (platform.state) {
    case 'loading':
      return <Skeleton height={96} />;
    case 'failed':
      return (
        <Page>
          <p role="alert">
            {t(`failure.${describeFailure(platform.error).kind}`, {
              what: t('create.platform'),
            })}
          </p>
          <Button variant="secondary" onPress={platform.retry}>
            {t('action.retry')}
          </Button>
        </Page>
      );
    case 'ready': {
      const names = platform.value.environments.map(({ name }) => name);
      return (
        <Page>
          <CheckboxGroup
            label={schema.title}
            description={schema.description}
            // Not the browser's own check: it says less than ours.
            secondaryLabel={
              required ? t('create.environments.required') : undefined
            }
            // The stepper begins a list of one empty answer by itself.
            value={names.filter(name => formData?.includes(name))}
            onChange={chosen =>
              onChange(names.filter(name => chosen.includes(name)))
            }
          >
            {platform.value.environments.map(({ name, clusters }) => (
              <Checkbox key={name} value={name}>
                {t('create.environments.choice', {
                  name,
                  clusters: clusters.join(', '),
                })}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </Page>
      );
    }
  }
}
