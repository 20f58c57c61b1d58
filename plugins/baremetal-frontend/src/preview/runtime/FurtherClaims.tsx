import {
  Button,
  ButtonIcon,
  NumberField,
  Select,
  TextField,
} from '@backstage/ui';
import {
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useT } from '../../ui/useT';
import type { DataAnswers } from '../formData';
import styles from '../Fields.module.css';

type Claim = NonNullable<
  Extract<DataAnswers, { shape: 'ownFiles' }>['furtherClaims']
>[number];

const GIBIBYTE = 2 ** 30;
/** As many as the spec allows. */
const MOST = 5;
const SAME = 'same';

/** Volumes beside the first one, each the same in every environment. */
export function FurtherClaims(props: {
  claims: readonly Claim[];
  platform: PlatformFacts;
  onChange: (claims: Claim[]) => void;
}) {
  const t = useT();
  const { claims, platform, onChange } = props;
  const replace = (index: number, patch: Partial<Claim>) =>
    onChange(
      claims.map((old, i) => (i === index ? { ...old, ...patch } : old)),
    );
  return (
    <ol className={styles.steps} aria-label={t('create.data.furtherClaims')}>
      {claims.map((claim, i) => (
        // A claim has no identity but its place while it is typed.
        // eslint-disable-next-line react/no-array-index-key
        <li key={i} className={styles.claim}>
          <ClaimFields
            claim={claim}
            number={i + 1}
            platform={platform}
            onChange={patch => replace(i, patch)}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={t('create.data.removeClaim', { number: i + 1 })}
            onPress={() => onChange(claims.filter((_, other) => other !== i))}
          />
        </li>
      ))}
      <li>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={claims.length >= MOST}
          onPress={() => onChange([...claims, newClaim(claims.length + 1)])}
        >
          {t('create.data.addClaim')}
        </Button>
      </li>
    </ol>
  );
}

function ClaimFields(props: {
  claim: Claim;
  number: number;
  platform: PlatformFacts;
  onChange: (patch: Partial<Claim>) => void;
}) {
  const t = useT();
  const { claim, number, platform, onChange } = props;
  const label = (what: 'name' | 'path' | 'size' | 'class') =>
    t('create.data.ofClaim', { what: t(`create.data.claim.${what}`), number });
  return (
    <>
      <TextField
        size="small"
        aria-label={label('name')}
        value={claim.name}
        onChange={name => onChange({ name })}
      />
      <TextField
        size="small"
        aria-label={label('path')}
        value={claim.mountPath}
        onChange={mountPath => onChange({ mountPath })}
      />
      <NumberField
        size="small"
        aria-label={label('size')}
        minValue={1}
        value={Math.round((parseQuantity(claim.size) ?? Number.NaN) / GIBIBYTE)}
        onChange={gibibytes => onChange({ size: `${gibibytes}Gi` })}
      />
      <Select
        size="small"
        aria-label={label('class')}
        options={[
          { id: SAME, label: t('create.data.sameClass') },
          ...platform.storageClasses.map(({ name }) => ({
            id: name,
            label: name,
          })),
        ]}
        value={claim.storageClass ?? SAME}
        onChange={key =>
          onChange({ storageClass: key === SAME ? undefined : String(key) })
        }
      />
    </>
  );
}

function newClaim(number: number): Claim {
  return {
    name: `data-${number + 1}`,
    mountPath: `/var/lib/data-${number + 1}`,
    size: '10Gi',
  };
}
