import {
  SearchField,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { PromotionSummary } from '@baremetal/backstage-plugin-baremetal-common';
import { shortEntityName } from '../ui/useEntityName';
import { useT } from '../ui/useT';
import type { PromotionFilter } from './filterPromotions';
import styles from './QueueView.module.css';

const ANY = 'any';

/** Whose turn, into which environment, of which owner, and free text. */
export function QueueFilter(props: {
  promotions: readonly PromotionSummary[];
  filter: PromotionFilter;
  onChange: (filter: PromotionFilter) => void;
}) {
  const t = useT();
  const { promotions, filter, onChange } = props;
  const mine = promotions.filter(one => one.turn === 'you').length;
  const choose = (part: Partial<PromotionFilter>) =>
    onChange({ ...filter, ...part });
  return (
    <div className={styles.filter}>
      <ToggleButtonGroup
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.onlyMine ? 'you' : 'all']}
        onSelectionChange={keys => choose({ onlyMine: keys.has('you') })}
        aria-label={t('promotions.filter.label')}
      >
        <ToggleButton id="all">
          {t('promotions.filter.all', { number: String(promotions.length) })}
        </ToggleButton>
        <ToggleButton id="you">
          {t('promotions.filter.you', { number: String(mine) })}
        </ToggleButton>
      </ToggleButtonGroup>
      <Select
        className={styles.select}
        size="small"
        aria-label={t('promotions.filter.environment')}
        selectedKey={filter.environment || ANY}
        onSelectionChange={key => choose({ environment: orAny(key) })}
        options={[
          { value: ANY, label: t('promotions.filter.anyEnvironment') },
          ...distinct(promotions.map(one => one.to)).map(environment => ({
            value: environment,
            label: t('promotions.filter.into', { environment }),
          })),
        ]}
      />
      <Select
        className={styles.select}
        size="small"
        aria-label={t('promotions.filter.owner')}
        selectedKey={filter.owner || ANY}
        onSelectionChange={key => choose({ owner: orAny(key) })}
        options={[
          { value: ANY, label: t('promotions.filter.anyOwner') },
          ...distinct(promotions.map(one => one.owner)).map(owner => ({
            value: owner,
            label: shortEntityName(owner),
          })),
        ]}
      />
      <div className={styles.search}>
        <SearchField
          size="small"
          aria-label={t('promotions.filter.search')}
          placeholder={t('promotions.filter.searchHint')}
          value={filter.text}
          onChange={text => choose({ text })}
        />
      </div>
    </div>
  );
}

function orAny(key: unknown): string {
  return key === ANY || key === null ? '' : String(key);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
