import { Checkbox } from '@backstage/ui';
import { Panel } from '../ui/Panel';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import type { Proof } from './prove';

/** Warnings one by one, to be accepted by who knows why. Errors cannot be. */
export function WarningsSection(props: {
  proof: Pick<Proof, 'findings' | 'errors'>;
  acknowledged: readonly string[];
  onChange: (acknowledged: readonly string[]) => void;
}) {
  const t = useT();
  const { proof, acknowledged, onChange } = props;
  const warnings = proof.findings.filter(
    ({ severity }) => severity === 'warning',
  );
  return (
    <Panel title={t('create.repository.warnings')}>
      {proof.errors > 0 ? (
        <Fact tone="bad">
          {t('create.repository.errorsFirst', { total: proof.errors })}
        </Fact>
      ) : null}
      {warnings.length === 0 ? (
        <Fact tone="ok">{t('create.repository.noWarnings')}</Fact>
      ) : (
        [
          ...new Map(warnings.map(finding => [finding.id, finding])).values(),
        ].map(({ id, message }) => (
          <Checkbox
            key={id}
            isSelected={acknowledged.includes(id)}
            onChange={on =>
              onChange(
                on
                  ? [...acknowledged, id]
                  : acknowledged.filter(other => other !== id),
              )
            }
          >
            {t('create.repository.accept', { id, message })}
          </Checkbox>
        ))
      )}
    </Panel>
  );
}
