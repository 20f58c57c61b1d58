import { expandApplicationSet } from './expandApplicationSet';

const spec = (elements: object[], name: string, goTemplate = true) => ({
  goTemplate,
  generators: [{ list: { elements } }],
  template: {
    metadata: { name, labels: { env: goTemplate ? '{{ .env }}' : '{{env}}' } },
    spec: { destination: { name: 'x' } },
  },
});

describe('expandApplicationSet', () => {
  it('fills a template for each element', () => {
    expect(
      expandApplicationSet(
        spec([{ env: 'dev' }, { env: 'prod' }], 'shop-{{.env}}'),
      ),
    ).toEqual([
      expect.objectContaining({
        kind: 'Application',
        metadata: { name: 'shop-dev', labels: { env: 'dev' } },
      }),
      expect.objectContaining({
        metadata: { name: 'shop-prod', labels: { env: 'prod' } },
      }),
    ]);
  });

  it('leaves braces alone that are quoted', () => {
    const [made] = expandApplicationSet(
      spec([{ env: 'dev' }], 'a{{"{{"}}b}}-{{.env}}'),
    );
    expect(made?.metadata.name).toBe('a{{b}}-dev');
  });

  it('knows plain templates as well', () => {
    expect(
      expandApplicationSet(spec([{ env: 'dev' }], 'shop-{{env}}', false))[0]
        ?.metadata.name,
    ).toBe('shop-dev');
  });

  it('refuses a field that is missing, and what it cannot read', () => {
    expect(() =>
      expandApplicationSet(spec([{ env: 'dev' }], '{{.other}}')),
    ).toThrow(/no entry for key "other"/);
    expect(() =>
      expandApplicationSet(spec([{ env: 'dev' }], '{{ upper .env }}')),
    ).toThrow(/not simulated/);
    expect(() =>
      expandApplicationSet({ generators: [{ git: {} }], template: {} }),
    ).toThrow(/"git" is not simulated/);
  });
});
