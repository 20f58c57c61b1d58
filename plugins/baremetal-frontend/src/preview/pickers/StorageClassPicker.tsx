import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { infer as Infer } from 'zod/v3';
import { Fact } from '../../ui/Status';
import { useT } from '../../ui/useT';
import { FieldCard } from '../FieldCard';
import { CopiesPicture } from '../runtime/CopiesPicture';
import { StorageClassSelect } from '../StorageClassSelect';
import { useFit } from '../useLiveProof';
import { OptionsProblem } from './OptionsProblem';
import { environmentsOf, questionTo, readOptions } from './options';
import { PlatformStates } from './PlatformStates';
import { offeredClasses, storageClassOptions } from './storageClassOptions';
import cards from '../FieldCard.module.css';
import styles from '../Fields.module.css';

type Options = Infer<typeof storageClassOptions>;
type Props = FieldExtensionComponentProps<string | undefined>;

/** A storage class, with where its copies can lie and how large a claim may be in each environment. */
export function StorageClassPicker(props: Props) {
  const read = readOptions(storageClassOptions, props.uiSchema);
  if (!read.ok) {
    return <OptionsProblem field="StorageClassPicker" problem={read.problem} />;
  }
  return (
    <PlatformStates>
      {platform => (
        <Choice {...props} platform={platform} options={read.options} />
      )}
    </PlatformStates>
  );
}

function Choice(props: Props & { platform: PlatformFacts; options: Options }) {
  const t = useT();
  const { platform, options, schema, required, formData } = props;
  const title = schema.title ?? t('create.data.class');
  const environments = environmentsOf(
    options,
    props.formContext?.formData,
    platform,
  );
  const fit = useFit(questionTo(environments));
  const classes = offeredClasses(platform, options);
  const chosen = classes.find(({ name }) => name === formData);
  return (
    <FieldCard
      title={title}
      description={schema.description}
      required={required}
    >
      <div className={styles.narrow}>
        <StorageClassSelect
          label={title}
          classes={classes}
          value={formData}
          onChange={props.onChange}
        />
      </div>
      {chosen ? (
        <div className={styles.fields}>
          {environments.map(environment => (
            <div key={environment} className={cards.place}>
              <b>{environment}</b>
              <CopiesPicture
                environment={environment}
                storageClass={chosen}
                live={fit.answer}
              />
            </div>
          ))}
        </div>
      ) : null}
      {fit.failure ? (
        <Fact tone="unknown" small>
          {t('create.pickers.notAsked', { why: fit.failure.message })}
        </Fact>
      ) : null}
    </FieldCard>
  );
}
