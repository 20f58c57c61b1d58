import { linedText } from './lineAt';

const TEXT = `# answers
spec:
  environments:
    - name: dev
      replicas: 1
    - name: prod
      replicas: 2
  port: 8080
---
second: true
`;

const lineAt = (text: string, steps: string[]) => linedText(text).lineAt(steps);

describe('linedText', () => {
  it.each<[string, number]>([
    ['spec.port', 8],
    ['spec.environments', 3],
    ['spec.environments.1', 6],
    ['spec.environments.prod.replicas', 7],
    ['spec.environments.prod.size', 6],
    ['spec.environments.stage', 3],
    ['spec.port.deeper', 8],
    ['second', 10],
    ['nothing', 2],
  ])('finds %s on line %d', (path, line) => {
    expect(lineAt(TEXT, path.split('.'))).toBe(line);
  });

  it.each(['', 'a: [', '\t', '*nobody'])('has a line for %p', text => {
    expect(lineAt(text, ['a', 'b'])).toBe(1);
  });

  it.each([
    ['a: 1\nb:\n  c: 1\n d: [\n', 4],
    ['a: [\n', 1],
  ])('shows the first mistake of %j', (text, line) => {
    expect(lineAt(text, [])).toBe(line);
  });

  it('finds the objects of several documents and of lists', () => {
    const text = `# all of them
kind: Service
---
kind: List
items:
  - kind: Secret
    metadata: { name: a }
  - kind: Secret
    metadata: { name: b }
---
kind: List
items: []
`;
    expect(
      linedText(text)
        .objects()
        .map(({ line, value }) => [line, (value as { kind: string }).kind]),
    ).toEqual([
      [2, 'Service'],
      [6, 'Secret'],
      [8, 'Secret'],
      [11, 'List'],
    ]);
  });
});
