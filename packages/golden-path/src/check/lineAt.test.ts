import { lineAt } from './lineAt';

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

describe('lineAt', () => {
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
});
