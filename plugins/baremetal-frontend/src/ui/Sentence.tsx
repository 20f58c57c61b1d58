import { Fragment } from 'react';
import { EntityName } from './EntityName';

const REFS = /((?:user|group):[\w-]+\/[\w-]+(?:\.[\w-]+)*)/;

/** A sentence of the backend, with the people in it called by their names. */
export function Sentence(props: { children: string }) {
  return (
    <>
      {props.children.split(REFS).map((part, index) =>
        // A split by one group leaves what matched at the odd places.
        index % 2 === 1 ? (
          <EntityName key={index} entityRef={part} />
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  );
}
