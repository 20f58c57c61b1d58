import { Fact } from '../ui/Status';
import { SEVERITY_TONE } from './FindingItem';
import { findingsAt, type Proof } from './prove';

/** The findings of one answer, right below it. */
export function FieldFindings(props: {
  proof: Pick<Proof, 'findings'>;
  path: string;
}) {
  const findings = findingsAt(props.proof, props.path).filter(
    ({ severity }) => severity !== 'info',
  );
  return (
    <>
      {findings.map(({ id, severity, message }) => (
        <Fact key={id + message} tone={SEVERITY_TONE[severity]} small>
          {id}: {message}
        </Fact>
      ))}
    </>
  );
}
