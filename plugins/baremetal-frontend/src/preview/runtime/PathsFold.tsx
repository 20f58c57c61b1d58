import { TextField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { PathsData } from '../formData';
import type { Proof } from '../prove';
import styles from '../Fields.module.css';

const USUAL = {
  live: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
} as const;
const NAMES = ['live', 'ready', 'metrics'] as const;

/** Where the kubelet and Prometheus ask; the usual paths when nothing is answered. */
export function PathsFold(props: {
  value: PathsData | undefined;
  proof: Proof;
  onChange: (value: PathsData) => void;
}) {
  const t = useT();
  const { value = {}, proof, onChange } = props;
  return (
    <div>
      <Fold
        title={t('create.paths.title')}
        now={NAMES.map(name => value[name] ?? USUAL[name]).join(', ')}
        open={NAMES.some(name => value[name] !== undefined)}
      >
        <div className={styles.fields}>
          {NAMES.map(name => (
            <TextField
              key={name}
              label={t(`create.paths.${name}`)}
              placeholder={USUAL[name]}
              value={value[name] ?? ''}
              onChange={path =>
                onChange({ ...value, [name]: path || undefined })
              }
            />
          ))}
        </div>
        <span className={styles.hint}>{t('create.paths.hint')}</span>
      </Fold>
      <FieldFindings proof={proof} path="paths" />
    </div>
  );
}
