import fc from 'fast-check';
import { parseKustomization } from './imageEntry';
import { readImage } from './readImage';
import { setImage } from './setImage';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const edit = { name: 'registry:5000/shop/app', newTag: '1.10', digest: DIGEST };
const NAME = 'registry:5000/shop/app';

describe('setImage', () => {
  it.each([
    [
      'a plain tag, with its comment and quotes around it',
      `images:\n  - name: ${NAME}   # ours\n    newTag: 1.9    # pinned\n    digest: 'sha256:b'\nnamespace: x\n`,
      `images:\n  - name: ${NAME}   # ours\n    newTag: "1.10"    # pinned\n    digest: "${DIGEST}"\nnamespace: x\n`,
    ],
    [
      'an unquoted 1.10, which is a number',
      `images:\n- name: ${NAME}\n  newTag: 1.10\n  digest: "${DIGEST}"\n`,
      `images:\n- name: ${NAME}\n  newTag: "1.10"\n  digest: "${DIGEST}"\n`,
    ],
    [
      'an entry without digest',
      `images:\n- newTag: "1.9" # tag\n  name: ${NAME}\nresources: []\n`,
      `images:\n- newTag: "1.10" # tag\n  digest: "${DIGEST}"\n  name: ${NAME}\nresources: []\n`,
    ],
    [
      'an entry with only a name at the end of a file without line break',
      `images:\n- name: ${NAME} # ours`,
      `images:\n- name: ${NAME} # ours\n  newTag: "1.10"\n  digest: "${DIGEST}"`,
    ],
    [
      'flow maps',
      `images: [{name: other, newTag: "1"}, {name: "${NAME}", newTag: 1.9}] # all\n`,
      `images: [{name: other, newTag: "1"}, {name: "${NAME}", newTag: "1.10", digest: "${DIGEST}"}] # all\n`,
    ],
    [
      'a tagged value',
      `images:\n- name: ${NAME}\n  newTag: !!str 1.9\n  digest: "${DIGEST}"\n`,
      `images:\n- name: ${NAME}\n  newTag: !!str "1.10"\n  digest: "${DIGEST}"\n`,
    ],
    [
      'null and the empty text',
      `images:\n- name: ${NAME}\n  newTag: null\n  digest: ""\n`,
      `images:\n- name: ${NAME}\n  newTag: "1.10"\n  digest: "${DIGEST}"\n`,
    ],
    [
      'a list without the image, whose last entry has a comment',
      `images:\n    - name: other\n      newTag: "1" # keep\n# end\nnamespace: x\n`,
      `images:\n    - name: other\n      newTag: "1" # keep\n    - name: ${NAME}\n      newTag: "1.10"\n      digest: "${DIGEST}"\n# end\nnamespace: x\n`,
    ],
    [
      'a file without images',
      `namespace: x\n# the end`,
      `namespace: x\n# the end\nimages:\n  - name: ${NAME}\n    newTag: "1.10"\n    digest: "${DIGEST}"`,
    ],
    [
      'Windows line breaks and a byte order mark',
      `\uFEFFnamespace: x\r\nimages:\r\n- name: ${NAME}\r\n  newTag: v1\r\n`,
      `\uFEFFnamespace: x\r\nimages:\r\n- name: ${NAME}\r\n  newTag: "1.10"\r\n  digest: "${DIGEST}"\r\n`,
    ],
  ])('edits %s', (_, source, text) => {
    expect(setImage(source, edit)).toMatchObject({ outcome: 'edited', text });
    expect(setImage(text, edit)).toEqual({ outcome: 'unchanged' });
    expect(readImage(text, NAME)).toEqual({
      outcome: 'read',
      image: { name: NAME, newTag: '1.10', digest: DIGEST },
    });
  });

  it('names the lines that it changed', () => {
    expect(
      setImage(`a: 1\nimages:\n- name: ${NAME}\n  newTag: v1\nb: 2\n`, edit),
    ).toMatchObject({ changedLines: [4, 5] });
  });

  it('empties a digest when it is given none, since it would win over the tag', () => {
    expect(
      setImage(`images:\n- name: app\n  digest: ${DIGEST}\n`, {
        name: 'app',
        newTag: '2',
      }),
    ).toMatchObject({
      outcome: 'edited',
      text: `images:\n- name: app\n  newTag: "2"\n  digest: ""\n`,
    });
  });

  it.each([
    ['an empty value', `images:\n- name: ${NAME}\n  newTag:\n`],
    ['images that are empty', `images: []\nnamespace: x # here\n`],
    ['images that are null', `images:\nnamespace: x\n`],
    ['a flow list without the image', `images: [{name: other}]\n`],
  ])('writes %s anew', (_, source) => {
    const result = setImage(source, edit);
    expect(result.outcome).toBe('reformatted');
    expect('text' in result && readImage(result.text, NAME)).toEqual({
      outcome: 'read',
      image: { name: NAME, newTag: '1.10', digest: DIGEST },
    });
    expect('text' in result && setImage(result.text, edit)).toEqual({
      outcome: 'unchanged',
    });
  });

  it.each([
    ['two documents', `a: 1\n---\nb: 2\n`],
    ['a key twice', `images: []\nimages: []\n`],
    ['tabs', `images:\n\t- name: x\n`],
    [
      'conflict markers',
      `images:\n<<<<<<< HEAD\n- name: a\n=======\n- name: b\n>>>>>>> x\n`,
    ],
    ['two entries', `images:\n- name: ${NAME}\n- name: ${NAME}\n`],
    ['an anchor', `images:\n- name: ${NAME}\n  newTag: &v "1"\nx: *v\n`],
    ['an alias', `x: &v "1"\nimages:\n- name: ${NAME}\n  newTag: *v\n`],
    ['an aliased entry', `x: &v {name: ${NAME}}\nimages:\n- *v\n`],
    ['an alias of nothing', `x: *v\nimages:\n- name: ${NAME}\n`],
    ['a merge key', `x: &v {a: b}\nimages:\n- <<: *v\n  name: ${NAME}\n`],
    ['a block of text', `images:\n- name: ${NAME}\n  newTag: |-\n    v1\n`],
    ['several lines', `images:\n- name: ${NAME}\n  newTag: v1\n    v2\n`],
    ['a map for a tag', `images:\n- name: ${NAME}\n  newTag: {a: b}\n`],
    ['an end mark', `namespace: x\n...\n`],
    ['something else', `- a\n- b\n`],
    ['nothing', ``],
  ])('refuses %s', (_, source) => {
    expect(setImage(source, edit)).toEqual({
      outcome: 'refused',
      reason: expect.stringMatching(/\w/),
    });
  });

  const tag = fc.stringMatching(/^[\w][\w.-]{0,12}$/);
  const digest = fc.option(fc.stringMatching(/^sha256:[0-9a-f]{64}$/), {
    nil: undefined,
  });
  const comment = fc.option(fc.stringMatching(/^ {1,4}#[ -~äß😀]{0,12}$/u), {
    nil: '',
  });
  const quote = fc.constantFrom(
    (text: string) => `"${text}"`,
    (text: string) => `'${text}'`,
    (text: string) => `v${text}`,
  );
  const entry = (name: string, indent: string) =>
    fc
      .record({
        tag,
        digest,
        quote,
        comment,
        second: comment,
        flip: fc.boolean(),
      })
      .map(({ flip, ...it }) => {
        const lines = [
          `name: ${name}${it.comment}`,
          `newTag:   ${it.quote(it.tag)}${it.second}`,
        ];
        const rest = it.digest ? [`digest: ${it.digest}`] : [];
        return [...(flip ? lines.reverse() : lines), ...rest]
          .map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}`)
          .join('\n');
      });

  const file = fc
    .record({
      indent: fc.constantFrom('', '  ', '    '),
      head: fc.constantFrom('', '# head\n\n', 'namespace: x   # here\n'),
      tail: fc.constantFrom('', 'resources:\n    -   ../base\n', '# end\n'),
      eol: fc.constantFrom('\n', '\r\n'),
      bom: fc.constantFrom('', '\uFEFF'),
      final: fc.boolean(),
    })
    .chain(it =>
      fc
        .tuple(
          entry('other', it.indent),
          fc.option(entry(NAME, it.indent), { nil: undefined }),
          fc.boolean(),
        )
        .map(([other, ours, first]) => {
          const entries = ours === undefined ? [other] : [other, ours];
          const list = (first ? entries.reverse() : entries).join('\n');
          const text = `${it.head}images:\n${list}\n${it.tail}`;
          return (
            it.bom +
            (it.final ? text : text.replace(/\n$/, '')).replaceAll('\n', it.eol)
          );
        }),
    );

  it('changes the intended lines of any file, and no other byte', () => {
    fc.assert(
      fc.property(file, tag, digest, (source, newTag, newDigest) => {
        const wanted = { name: NAME, newTag, digest: newDigest };
        const result = setImage(source, wanted);
        if (result.outcome === 'unchanged') {
          return;
        }
        expect(result.outcome).toBe('edited');
        const text = 'text' in result ? result.text : '';
        const after = parseKustomization(text);
        expect(after.errors).toEqual([]);
        expect(
          after.toJS().images.find((i: { name: string }) => i.name === NAME),
        ).toMatchObject({ newTag, ...(newDigest && { digest: newDigest }) });
        // Lines that do not speak of our tag, digest or new entry are there in the same order, byte for byte.
        const ours = /^[ -]*(name: registry|newTag|digest)/;
        const others = (t: string) =>
          t.split('\n').filter(line => !ours.test(line));
        expect(others(text).map(strip)).toEqual(others(source).map(strip));
        const otherEntry = (t: string) =>
          t
            .split('\n')
            .map(strip)
            .filter(line => line.includes('name: other'));
        expect(otherEntry(text)).toEqual(otherEntry(source));
        expect(changed(source, text)).toBeLessThanOrEqual(3);
      }),
      { numRuns: 400 },
    );
  });
});

/** The last line of a file without line break may get one. */
function strip(line: string): string {
  return line.replace(/\r$/, '');
}

/** How many lines of `text` are not in `source`. */
function changed(source: string, text: string): number {
  const there = source.split('\n').map(strip);
  return text
    .split('\n')
    .map(strip)
    .filter(line => !there.includes(line)).length;
}
