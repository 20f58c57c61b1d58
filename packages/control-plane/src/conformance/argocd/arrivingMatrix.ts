import type { ControlPlane } from '../../start/startControlPlane';
import { isUseful } from '../answerMatrix';
import { answersOf, AXES, nameOf } from '../matrixAxes';
import { type Axes, type Combination, pairwise, product } from '../pairwise';
import { type ArrivingService, factsOf, plannedService } from './services';

const PACKAGING = ['kustomize', 'helm'] as const;

/** The choices of a developer and, as one more, how the files are packaged. */
const ALL: Axes = { ...AXES, packaging: PACKAGING };

/**
 * Services in which every two choices that the rules let stand together do so at least once: archetype, delivery,
 * exposure, scaling, data, extras and packaging.
 */
export function arrivingMatrix(real: ControlPlane): ArrivingService[] {
  const planned = plannerOf(real);
  return pairwise(ALL, combination =>
    isUseful(planned(combination, 0).plan),
  ).map(planned);
}

/** Every combination that the rules allow, by turns as overlays and as a chart. Each is planned when it is asked for. */
export function* wholeArrivingMatrix(
  real: ControlPlane,
): Iterable<ArrivingService> {
  const planned = plannerOf(real);
  let count = 0;
  for (const combination of product(AXES)) {
    const packaging = PACKAGING[count % PACKAGING.length] ?? PACKAGING[0];
    const service = planned({ ...combination, packaging }, count);
    if (!isUseful(service.plan)) continue;
    count += 1;
    yield service;
  }
}

function plannerOf(real: ControlPlane) {
  const facts = factsOf(real);
  return (combination: Combination, index: number) => {
    const { packaging, ...choices } = combination;
    const name = nameOf(choices, index);
    const words = Object.entries(combination)
      .filter(([axis, value]) => ALL[axis]?.[0] !== value)
      .map(([, value]) => value);
    return plannedService(facts, {
      name,
      words: words.join(', ') || 'plain answers',
      answers: {
        ...answersOf(choices),
        ...(packaging === 'helm' && { packaging }),
      },
    });
  };
}
