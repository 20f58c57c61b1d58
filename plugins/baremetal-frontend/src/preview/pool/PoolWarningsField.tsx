import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Page } from '../../ui/Page';
import { WarningsSection } from '../WarningsSection';
import { usePoolProof } from './PoolProofContext';

/** Warnings of the whole pool, to be accepted one by one. Callers of the API name them by their ids. */
export function PoolWarningsField(
  props: FieldExtensionComponentProps<readonly string[] | undefined>,
) {
  const { proof } = usePoolProof();
  return (
    <Page form>
      <WarningsSection
        proof={proof}
        acknowledged={props.formData ?? []}
        onChange={props.onChange}
      />
    </Page>
  );
}
