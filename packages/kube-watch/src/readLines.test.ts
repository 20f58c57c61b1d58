import fc from 'fast-check';
import { readLines } from './readLines';

async function* inPieces(bytes: Buffer, cuts: readonly number[]) {
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    yield bytes.subarray(from, Math.min(cut, bytes.length));
    from = Math.min(cut, bytes.length);
  }
  yield bytes.subarray(from);
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) {
    all.push(line);
  }
  return all;
}

const line = fc
  .string({ unit: 'binary', minLength: 1 })
  .map(text => JSON.stringify(text));

it('finds the same lines however the bytes are cut, inside characters too', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.array(fc.nat({ max: 400 })),
      fc.boolean(),
      async (lines, cuts, endsWithNewline) => {
        const text = lines.join('\n') + (endsWithNewline ? '\n' : '');
        const found = await collect(
          readLines(inPieces(Buffer.from(text), cuts)),
        );
        expect(found).toEqual(lines);
      },
    ),
    { numRuns: 200 },
  ));
