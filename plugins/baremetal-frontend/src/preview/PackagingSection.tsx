import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { FieldFindings } from './FieldFindings';
import type { RepositoryData } from './formData';
import type { Proof } from './prove';
import { TileGroup } from './TileGroup';

type Packaging = NonNullable<RepositoryData['packaging']>;
const PACKAGINGS: readonly Packaging[] = ['kustomize', 'helm'];

/** How what differs between environments is written down. */
export function PackagingSection(props: {
  value: Packaging;
  proof: Proof;
  onChange: (value: Packaging) => void;
}) {
  const t = useT();
  const { value, proof, onChange } = props;
  return (
    <Panel title={t('create.packaging.title')}>
      <TileGroup
        label={t('create.packaging.title')}
        value={value}
        choices={PACKAGINGS.map(name => ({
          value: name,
          title: t(`create.packaging.${name}.title`),
          words: t(`create.packaging.${name}.words`),
        }))}
        onChange={onChange}
      />
      <FieldFindings proof={proof} path="packaging" />
    </Panel>
  );
}
