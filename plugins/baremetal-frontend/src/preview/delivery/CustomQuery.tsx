import { Checkbox, NumberField, Select, TextAreaField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { Fold } from '../Fold';
import type { AnalysisData } from '../formData';
import styles from '../Fields.module.css';

type Query = NonNullable<AnalysisData['custom']>;

const SIDES = ['above', 'below'] as const;

const EXAMPLE: Query = {
  query: 'sum(rate(orders_rejected_total{namespace="{{args.namespace}}"}[2m]))',
  limit: 1,
  goodIs: 'below',
};

/** A question of one's own to Prometheus, beside success rate and latency. */
export function CustomQuery(props: {
  value: Query | undefined;
  onChange: (value: Query | undefined) => void;
}) {
  const t = useT();
  const { value, onChange } = props;
  return (
    <Fold
      title={t('create.custom.title')}
      now={t(value ? 'create.custom.one' : 'create.custom.none')}
      open={value !== undefined}
    >
      <Checkbox
        isSelected={value !== undefined}
        onChange={on => onChange(on ? EXAMPLE : undefined)}
      >
        {t('create.custom.use')}
      </Checkbox>
      {value ? (
        <>
          <TextAreaField
            label={t('create.custom.query')}
            description={t('create.custom.queryHint', {
              hash: '{{args.canary-hash}}',
              namespace: '{{args.namespace}}',
              interpolation: { escapeValue: false },
            })}
            value={value.query}
            onChange={query => onChange({ ...value, query })}
          />
          <div className={styles.fields}>
            <Select
              label={t('create.custom.goodIs')}
              options={SIDES.map(id => ({
                id,
                label: t(`create.custom.side.${id}`),
              }))}
              value={value.goodIs}
              onChange={key =>
                onChange({
                  ...value,
                  goodIs: SIDES.find(side => side === key) ?? 'below',
                })
              }
            />
            <NumberField
              label={t('create.custom.limit')}
              value={value.limit}
              onChange={limit => onChange({ ...value, limit })}
            />
          </div>
        </>
      ) : null}
    </Fold>
  );
}
