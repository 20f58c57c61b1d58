import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { hostnameOf } from '@baremetal/golden-path';
import { Mono } from '../../ui/Mono';
import { useT } from '../../ui/useT';
import { defaultRuntime } from '../defaults';
import type { CreateFormData } from '../formData';
import { PLAIN_SERVICE } from '../templateOptions';
import styles from '../Fields.module.css';

/** Under which name each environment will be reached; page 2 gives other names. */
export function Hostnames(props: {
  form: CreateFormData;
  platform: PlatformFacts;
}) {
  const t = useT();
  const { form, platform } = props;
  const name = form.identity?.name;
  if (!name) return null;
  const { environments } =
    form.runtime ?? defaultRuntime(platform, form.template ?? PLAIN_SERVICE);
  return (
    <dl className={styles.hostnames}>
      {environments.map(environment => (
        <div key={environment.name}>
          <dt>{environment.name}</dt>
          <dd>
            <Mono>
              {hostnameOf({ name }, environment, platform) ??
                t('create.hostnames.none')}
            </Mono>
          </dd>
        </div>
      ))}
    </dl>
  );
}
