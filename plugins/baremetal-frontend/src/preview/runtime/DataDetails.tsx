import { Select, TextField } from '@backstage/ui';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { useT } from '../../ui/useT';
import { Fold } from '../Fold';
import type { DataAnswers } from '../formData';
import { FurtherClaims } from './FurtherClaims';
import styles from '../Fields.module.css';

const ACCESS = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'] as const;

/** Where the files lie in the pod, what the database is called, who may write at once. Defaults do for most. */
export function DataDetails(props: {
  data: DataAnswers;
  platform: PlatformFacts;
  onChange: (data: DataAnswers) => void;
}) {
  const t = useT();
  const { data, platform, onChange } = props;
  switch (data.shape) {
    case 'nothing':
      return null;
    case 'storeBeside':
      return (
        <Fold
          title={t('create.data.database')}
          now={data.database ?? t('create.data.databaseDefault')}
          open={data.database !== undefined}
        >
          <TextField
            className={styles.short}
            label={t('create.data.database')}
            description={t('create.data.databaseHint')}
            value={data.database ?? ''}
            onChange={database =>
              onChange({ ...data, database: database || undefined })
            }
          />
        </Fold>
      );
    case 'ownFiles':
      return (
        <Fold
          title={t('create.data.more')}
          now={t('create.data.claims', {
            count: 1 + (data.furtherClaims?.length ?? 0),
          })}
          open={(data.furtherClaims?.length ?? 0) > 0}
        >
          <MountPath
            value={data.mountPath}
            standard="/var/lib/data"
            onChange={mountPath => onChange({ ...data, mountPath })}
          />
          <FurtherClaims
            claims={data.furtherClaims ?? []}
            platform={platform}
            onChange={furtherClaims => onChange({ ...data, furtherClaims })}
          />
        </Fold>
      );
    case 'scratch':
      return (
        <Fold
          title={t('create.data.more')}
          now={data.mountPath ?? '/var/cache/scratch'}
        >
          <MountPath
            value={data.mountPath}
            standard="/var/cache/scratch"
            onChange={mountPath => onChange({ ...data, mountPath })}
          />
        </Fold>
      );
    case 'sharedFiles':
      return (
        <div className={styles.fields}>
          <Select
            label={t('create.data.access')}
            options={ACCESS.map(mode => ({
              id: mode,
              label: t(`create.data.accessMode.${mode}`),
            }))}
            value={data.accessMode ?? 'ReadWriteMany'}
            onChange={key =>
              onChange({
                ...data,
                accessMode: ACCESS.find(mode => mode === key),
              })
            }
          />
          <MountPath
            value={data.mountPath}
            standard="/var/lib/data"
            onChange={mountPath => onChange({ ...data, mountPath })}
          />
        </div>
      );
  }
}

function MountPath(props: {
  value: string | undefined;
  standard: string;
  onChange: (path: string | undefined) => void;
}) {
  const t = useT();
  const { value, standard, onChange } = props;
  return (
    <TextField
      className={styles.short}
      label={t('create.data.mountPath')}
      placeholder={standard}
      value={value ?? ''}
      onChange={path => onChange(path || undefined)}
    />
  );
}
