import { capitalized, countWords } from '../quantity/words';
import type {
  CapacityColumn,
  CapacityDetail,
  RoomRow,
} from '../wire/capacityView';
import type { TwoLines } from '../wire/serviceOverview';
import { TONES_BY_WEIGHT, type Statement, type Tone } from '../wire/statement';
import { MOST_PODS } from './room';

/** A column, and whether its environment counts most. */
export interface WeighedColumn {
  readonly column: CapacityColumn;
  readonly production: boolean;
}

/**
 * One sentence over all environments: production speaks, and of several the
 * worst; what is wrong elsewhere follows in the quiet line.
 */
export function summarizeCapacity(
  columns: readonly WeighedColumn[],
): Statement {
  const voices = columns.flatMap(({ column, production }) => {
    const statement = columnSentence(column);
    return statement ? [{ production, statement }] : [];
  });
  if (voices.length === 0) {
    return {
      tone: 'unknown',
      sentence: 'No pod of this service runs yet, so its room is not known.',
    };
  }
  const byWeight = [...voices].sort(
    (a, b) =>
      Number(b.production) - Number(a.production) ||
      rank(a.statement.tone) - rank(b.statement.tone),
  );
  const [first, ...rest] = byWeight;
  const loud = rest.filter(
    ({ statement }) => rank(statement.tone) < rank('wait'),
  );
  const statement = first?.statement ?? {
    tone: 'unknown',
    sentence: 'Room is not known.',
  };
  return loud.length === 0
    ? statement
    : {
        ...statement,
        detail: loud.map(voice => voice.statement.sentence).join(' '),
      };
}

function columnSentence({
  environment,
  reading,
}: CapacityColumn): Statement | undefined {
  const where = capitalized(environment);
  if (!reading.ok) {
    return {
      tone: 'unknown',
      sentence: `${where}: room is unknown. ${reading.problem.message}`,
    };
  }
  if (reading.value === undefined) {
    return undefined;
  }
  const { rows } = reading.value;
  const now = rows.find(row => row.case === 'now');
  if (now?.fits === undefined) {
    return {
      tone: 'unknown',
      sentence: `${where}: room is ${now?.note ?? 'unknown'}.`,
    };
  }
  const losses = rows.filter(row => row.case !== 'now').map(lossWords);
  // Where all nodes share one domain, its loss is known to stop everything: said, but no news.
  const tone = worstTone(
    rows.filter(row => row.case !== 'domainLoss' || row.domains.length !== 1),
  );
  return {
    tone: reading.lost ? 'unknown' : tone,
    sentence: `${[
      `${where} has room for ${amount(now.fits)} more ${
        now.fits === 1 ? 'pod' : 'pods'
      } now`,
      ...losses,
    ].join(', ')}.`,
  };
}

function lossWords(row: RoomRow): string {
  const loss =
    row.case === 'nodeLoss' ? 'if any node dies' : `if ${row.worst} goes`;
  const stops = row.domains.reduce((sum, cells) => sum + cells.stops, 0);
  if (row.fits === undefined) {
    return `unknown ${loss}`;
  }
  return stops > 0
    ? `${countWords(stops, 'pod')} without a place ${loss}`
    : `${amount(row.fits)} ${loss}`;
}

/** The capacity line of an environment's column. */
export function capacityLine({ rows }: CapacityDetail): TwoLines {
  const now = rows.find(row => row.case === 'now');
  const node = rows.find(row => row.case === 'nodeLoss');
  if (now?.fits === undefined) {
    return { tone: 'unknown', value: 'Room unknown', note: now?.note ?? '' };
  }
  const stops = (node?.domains ?? []).reduce(
    (sum, { stops: count }) => sum + count,
    0,
  );
  return {
    // What a loss would do is a warning as long as nothing is lost.
    tone: calmed(worstTone(node ? [now, node] : [now])),
    value: now.fits === 0 ? 'Fits no more' : `Fits ${amount(now.fits)} more`,
    note: nodeNote(node, stops),
  };
}

function nodeNote(node: RoomRow | undefined, stops: number): string {
  if (node?.fits === undefined) {
    return 'after a loss unknown';
  }
  return stops > 0
    ? `${countWords(stops, 'pod stops', 'pods stop')} if a node dies`
    : `${amount(node.fits)} if a node dies`;
}

function amount(fits: number): string {
  return fits >= MOST_PODS ? `${MOST_PODS} or more` : `${fits}`;
}

function worstTone(rows: readonly { readonly tone: Tone }[]): Tone {
  return (
    TONES_BY_WEIGHT.find(tone => rows.some(row => row.tone === tone)) ??
    'unknown'
  );
}

function calmed(tone: Tone): Tone {
  return tone === 'bad' ? 'warn' : tone;
}

function rank(tone: Tone): number {
  return TONES_BY_WEIGHT.indexOf(tone);
}
