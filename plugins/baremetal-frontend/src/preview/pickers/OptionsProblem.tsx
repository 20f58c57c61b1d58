import { useT } from '../../ui/useT';

/** Tells the author of a template what is wrong with what it says to a field. */
export function OptionsProblem(props: { field: string; problem: string }) {
  const t = useT();
  return <p role="alert">{t('create.pickers.options', props)}</p>;
}
