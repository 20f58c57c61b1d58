import { useEffect, useRef } from 'react';
import { Mono } from '../ui/Mono';
import { useT } from '../ui/useT';
import type { Mark } from './marks';
import styles from './FilePreview.module.css';

/** In px, as in the style. */
const LINE_HEIGHT = 18;

/** Lines shown before a marked one. */
const CONTEXT = 6;

/** A file with numbered lines; those that findings are about are marked. */
export function FileContent(props: {
  path: string;
  text: string;
  marks: readonly Mark[];
}) {
  const t = useT();
  const { path, text, marks } = props;
  const box = useRef<HTMLPreElement>(null);
  const first = marks[0]?.line;
  useEffect(() => {
    // Inside its box only: the page stays where the reader is.
    if (box.current) {
      box.current.scrollTop = ((first ?? 1) - CONTEXT) * LINE_HEIGHT;
    }
  }, [path, first]);
  return (
    <>
      <div className={styles.path}>
        <Mono>{path}</Mono>
      </div>
      {/* Scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={box} className={styles.code} tabIndex={0} aria-label={path}>
        {text
          .trimEnd()
          .split('\n')
          .map((line, i) => {
            const mark = marks.find(each => each.line === i + 1);
            return (
              <span
                key={i}
                className={`${styles.line} ${
                  mark ? styles[mark.severity] : ''
                }`}
              >
                <span className={styles.number} aria-hidden>
                  {i + 1}
                </span>
                <span
                  className={styles.sign}
                  role={mark && 'img'}
                  aria-label={mark && t('create.files.wrong', { id: mark.id })}
                >
                  {mark ? '!' : ' '}
                </span>
                {line}
                {'\n'}
              </span>
            );
          })}
      </pre>
    </>
  );
}
