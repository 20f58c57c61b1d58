import type { TwoLines } from '../wire/serviceOverview';
import { TONES_BY_WEIGHT, type Statement, type Tone } from '../wire/statement';
import type { StorageColumn, VolumeView } from '../wire/storageView';
import { copiesWords } from './words';

/** One sentence on all volumes of a service: the worst one speaks, with its environment. */
export function summarizeStorage(columns: readonly StorageColumn[]): Statement {
  const voices = columns.flatMap(voicesOf);
  const worst = [...voices].sort(byTone)[0];
  if (worst === undefined) {
    return {
      tone: 'ok',
      sentence: 'This service keeps no data in volumes.',
      detail: 'Nothing here needs copies or room.',
    };
  }
  if (worst.tone !== 'ok') {
    return worst;
  }
  const volumes = columns.flatMap(volumesOf);
  return volumes.length === 1
    ? worst
    : {
        tone: 'ok',
        sentence: `All ${volumes.length} volumes have the copies that their classes ask for.`,
        detail: volumes.some(({ replicas }) => replicas.length === 1)
          ? 'Volumes with one copy stop when their node does.'
          : undefined,
      };
}

function byTone(a: { tone: Tone }, b: { tone: Tone }): number {
  return TONES_BY_WEIGHT.indexOf(a.tone) - TONES_BY_WEIGHT.indexOf(b.tone);
}

function volumesOf({ reading }: StorageColumn): readonly VolumeView[] {
  return reading.ok && reading.value.volumes.known
    ? reading.value.volumes.value
    : [];
}

function voicesOf(column: StorageColumn): Statement[] {
  const { environment, reading } = column;
  if (!reading.ok) {
    return [
      {
        tone: 'unknown',
        sentence: `${environment}: storage is unknown. ${reading.problem.message}`,
      },
    ];
  }
  const { volumes } = reading.value;
  if (!volumes.known) {
    return [
      {
        tone: 'unknown',
        sentence: `${environment}: volumes are unknown. ${volumes.problem.message}`,
      },
    ];
  }
  return volumes.value.map(({ verdict }) => ({
    ...verdict,
    sentence: `${environment}: ${verdict.sentence}`,
  }));
}

/** The storage line of an environment's column. */
export function storageLine(volumes: readonly VolumeView[]): TwoLines {
  const worst = [...volumes].sort((a, b) => byTone(a.status, b.status))[0];
  if (worst === undefined) {
    return { tone: 'ok', value: 'No volumes', note: 'keeps no data' };
  }
  const { tone } = worst.status;
  const copies = worst.replicas.filter(({ kind }) => kind === 'copy');
  const note = noteOf(worst);
  if (volumes.length > 1) {
    const fine = volumes.filter(({ status }) => status.tone === 'ok').length;
    return { tone, value: `${fine} of ${volumes.length} volumes good`, note };
  }
  if (copies.length === 0) {
    return { tone, value: worst.status.words, note: worst.claim };
  }
  return { tone, value: copiesValue(worst), note };
}

function copiesValue({ replicas, status }: VolumeView): string {
  const copies = replicas.filter(({ kind }) => kind === 'copy');
  const current = copies.filter(({ state }) => state === 'upToDate').length;
  const syncing = copies.filter(({ state }) => state === 'syncing').length;
  if (status.tone === 'ok') {
    return copies.length === 1
      ? '1 copy'
      : `${copiesWords(copies.length)}, all good`;
  }
  return syncing > 0
    ? `${copiesWords(copies.length)}, ${syncing} syncing`
    : `${current} of ${copiesWords(copies.length)} current`;
}

function noteOf({ status, replicas }: VolumeView): string {
  if (status.tone !== 'ok') {
    return status.words;
  }
  const copies = replicas.filter(({ kind }) => kind === 'copy').length;
  if (copies === 1) {
    return 'no second copy';
  }
  return replicas.some(({ kind }) => kind === 'tieBreaker')
    ? 'and 1 tie-breaker'
    : 'each in step';
}
