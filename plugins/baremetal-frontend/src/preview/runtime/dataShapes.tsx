import type { DataShape } from '../formData';
import type { TemplateOptions } from '../templateOptions';
import styles from '../Fields.module.css';

/** In the order in which they are offered: what nearly everybody needs comes first. */
const OFFERED: readonly DataShape[] = [
  'nothing',
  'storeBeside',
  'ownFiles',
  'scratch',
  'sharedFiles',
];

/** Ways of keeping data that a template offers. A job has no pods that last, and so none with files of their own. */
export function shapesOf({
  archetype,
  shape,
}: TemplateOptions): readonly DataShape[] {
  if (shape) return [shape];
  return archetype === 'job'
    ? OFFERED.filter(name => name !== 'ownFiles')
    : OFFERED;
}

const app = (
  <rect x="2" y="8" width="36" height="24" rx="4" className={styles.app} />
);
const wire = <path d="M38 20h20" className={styles.wire} />;
const folder = (x: number) => (
  <path d={`M${x} 12h8l3 3h11v13h-22z`} className={styles.data} />
);

const PICTURES: Record<DataShape, React.ReactNode> = {
  nothing: app,
  storeBeside: (
    <>
      {app}
      {wire}
      <path d="M58 12v16c0 3 6 5 12 5s12-2 12-5V12" className={styles.data} />
      <ellipse cx="70" cy="12" rx="12" ry="4" className={styles.data} />
    </>
  ),
  ownFiles: (
    <>
      <rect x="2" y="4" width="52" height="32" rx="4" className={styles.app} />
      {folder(17)}
    </>
  ),
  scratch: (
    <>
      <rect x="2" y="4" width="52" height="32" rx="4" className={styles.app} />
      <path d="M17 12h8l3 3h11v13h-22z" className={styles.passing} />
    </>
  ),
  sharedFiles: (
    <>
      <rect x="2" y="2" width="30" height="16" rx="3" className={styles.app} />
      <rect x="2" y="22" width="30" height="16" rx="3" className={styles.app} />
      <path d="M32 10L58 18M32 30L58 22" className={styles.wire} />
      {folder(58)}
    </>
  ),
};

/** The shape drawn; its words stand beside it. */
export function ShapePicture(props: { shape: DataShape }) {
  return (
    <svg viewBox="0 0 96 40" className={styles.shape} aria-hidden>
      {PICTURES[props.shape]}
    </svg>
  );
}
