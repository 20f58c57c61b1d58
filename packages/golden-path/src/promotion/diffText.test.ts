import { diffText } from './diffText';

const lines = (...numbers: number[]) =>
  `${numbers.map(n => `line ${n}`).join('\n')}\n`;

describe('diffText', () => {
  it('numbers removed lines as before and the others as after', () => {
    expect(diffText('a\nb\nc\n', 'a\nB\nnew\nc\n', 1)).toEqual([
      { kind: 'same', number: 1, text: 'a' },
      { kind: 'removed', number: 2, text: 'b' },
      { kind: 'added', number: 2, text: 'B' },
      { kind: 'added', number: 3, text: 'new' },
      { kind: 'same', number: 4, text: 'c' },
    ]);
  });

  it('leaves out what is far from any difference', () => {
    const diff = diffText(
      lines(1, 2, 3, 4, 5, 6, 7, 8, 9),
      lines(1, 2, 3, 4, 50, 6, 7, 8, 9),
      1,
    );
    expect(diff.map(({ number }) => number)).toEqual([4, 5, 5, 6]);
  });

  it('says nothing of equal texts', () => {
    expect(diffText('a\r\nb', 'a\r\nb')).toEqual([]);
  });

  it('shows Windows lines without their line break', () => {
    expect(diffText('a\r\n', 'b\r\n')).toEqual([
      { kind: 'removed', number: 1, text: 'a' },
      { kind: 'added', number: 1, text: 'b' },
    ]);
  });
});
