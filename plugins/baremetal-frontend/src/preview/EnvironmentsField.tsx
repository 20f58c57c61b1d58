import { Checkbox, CheckboxGroup } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useT } from '../ui/useT';
import { FieldCard } from './FieldCard';
import { PlatformStates } from './pickers/PlatformStates';

/** Some of the platform's environments, in the order of promotion. */
export function EnvironmentsField(
  props: FieldExtensionComponentProps<readonly string[] | undefined>,
) {
  const t = useT();
  const { schema, formData, onChange, required } = props;
  const title = schema.title ?? t('create.environments.title');
  return (
    <PlatformStates>
      {({ environments }) => {
        const names = environments.map(({ name }) => name);
        return (
          <FieldCard
            title={title}
            description={schema.description}
            required={required}
          >
            <CheckboxGroup
              aria-label={title}
              // The stepper begins a list of one empty answer by itself.
              value={names.filter(name => formData?.includes(name))}
              onChange={chosen =>
                onChange(names.filter(name => chosen.includes(name)))
              }
            >
              {environments.map(({ name, clusters }) => (
                <Checkbox key={name} value={name}>
                  {t('create.environments.choice', {
                    name,
                    clusters: clusters.join(', '),
                  })}
                </Checkbox>
              ))}
            </CheckboxGroup>
          </FieldCard>
        );
      }}
    </PlatformStates>
  );
}
