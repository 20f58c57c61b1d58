import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { findingsAt, type Proof } from './prove';
import { useNameInCatalog } from './useNameInCatalog';

/** Whether the name is taken, as far as this person may see the catalog; nothing until it was asked. */
export function NameInCatalog(props: {
  name: string | undefined;
  proof: Proof;
}) {
  const t = useT();
  const { name, proof } = props;
  const isName = name && findingsAt(proof, 'name').length === 0;
  const inCatalog = useNameInCatalog(isName ? name : undefined);
  switch (inCatalog) {
    case 'open':
      return null;
    case 'failed':
      return (
        <Fact tone="unknown" small>
          {t('create.identity.unasked')}
        </Fact>
      );
    case 'free':
      return (
        <Fact tone="ok" small>
          {t('create.identity.free')}
        </Fact>
      );
    case 'taken':
      return (
        <Fact tone="bad" small>
          {t('create.identity.taken', { name: name ?? '' })}
        </Fact>
      );
  }
}
