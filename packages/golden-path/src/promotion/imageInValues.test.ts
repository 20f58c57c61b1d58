import fc from 'fast-check';
import { parse } from 'yaml';
import { listImageNames, readImage } from './readImage';
import { setImage } from './setImage';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const NAME = 'registry:5000/shop/app';
const edit = { name: NAME, newTag: '1.10', digest: DIGEST };

const image = (rest: string) => `image:\n  repository: ${NAME}\n${rest}`;

describe('setImage in values', () => {
  it.each([
    [
      'a plain tag, with its comment and quotes around it',
      `# ours\n${image(
        `  tag: 1.9    # pinned\n  digest: 'sha256:b'\n`,
      )}replicas: 3\n`,
      `# ours\n${image(
        `  tag: "1.10"    # pinned\n  digest: "${DIGEST}"\n`,
      )}replicas: 3\n`,
    ],
    [
      'a value without digest',
      `config: {A: b}\n${image(`  tag: "1.9" # tag\n`)}`,
      `config: {A: b}\n${image(
        `  tag: "1.10" # tag\n  digest: "${DIGEST}"\n`,
      )}`,
    ],
    [
      'an empty digest',
      image(`  tag: "1.9"\n  digest: ""\n`),
      image(`  tag: "1.10"\n  digest: "${DIGEST}"\n`),
    ],
    [
      'a flow map',
      `image: {repository: "${NAME}", tag: 1.9} # here\n`,
      `image: {repository: "${NAME}", tag: "1.10", digest: "${DIGEST}"} # here\n`,
    ],
    [
      'an image of something beside the service',
      `image:\n  repository: other\n  tag: "1"\nstore:\n  ${image(
        `    tag: "1"\n`,
      ).replace(`\n  repository`, `\n    repository`)}`,
      `image:\n  repository: other\n  tag: "1"\nstore:\n  ${image(
        `    tag: "1.10"\n    digest: "${DIGEST}"\n`,
      ).replace(`\n  repository`, `\n    repository`)}`,
    ],
    [
      'Windows line breaks and a byte order mark',
      `\uFEFF${image(`  tag: v1\n`)}`.replaceAll('\n', '\r\n'),
      `\uFEFF${image(`  tag: "1.10"\n  digest: "${DIGEST}"\n`)}`.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
  ])('edits %s', (_, source, text) => {
    expect(setImage(source, edit)).toMatchObject({ outcome: 'edited', text });
    expect(setImage(text, edit)).toEqual({ outcome: 'unchanged' });
    expect(readImage(text, NAME)).toEqual({
      outcome: 'read',
      image: { name: NAME, newTag: '1.10', digest: DIGEST },
    });
    expect(listImageNames(text)).toContain(NAME);
  });

  it('empties a digest when it is given none, since it would win over the tag', () => {
    expect(
      setImage(image(`  tag: "1"\n  digest: ${DIGEST}\n`), {
        name: NAME,
        newTag: '2',
      }),
    ).toMatchObject({ text: image(`  tag: "2"\n  digest: ""\n`) });
  });

  it('leaves the image of the upkeep alone when it is the same as the own one', () => {
    const upkeep = `snapshots:\n  image:\n    repository: ${NAME}\n    tag: "1"\n`;
    expect(setImage(`${upkeep}${image(`  tag: "1"\n`)}`, edit)).toMatchObject({
      text: `${upkeep}${image(`  tag: "1.10"\n  digest: "${DIGEST}"\n`)}`,
    });
  });

  it('writes an empty tag anew', () => {
    const result = setImage(image(`  tag:\n`), edit);
    expect(result.outcome).toBe('reformatted');
    expect('text' in result && parse(result.text)).toEqual({
      image: { repository: NAME, tag: '1.10', digest: DIGEST },
    });
  });

  it.each([
    ['another image', `image:\n  repository: other\n  tag: "1"\n`],
    ['no image that is a map', `image: ${NAME}\n`],
    [
      'two images of one name beside the service',
      `image: {repository: a}\nx:\n  image: {repository: "${NAME}"}\ny:\n  image: {repository: "${NAME}"}\n`,
    ],
    ['an anchor', `image: &i\n  repository: ${NAME}\n  tag: "1"\nx: *i\n`],
    [
      'an anchor above',
      `image: {repository: a}\ns: &s\n  image:\n    repository: ${NAME}\n    tag: "1"\nx: *s\n`,
    ],
    [
      'a merge key',
      `b: &b {tag: "1"}\nimage:\n  <<: *b\n  repository: ${NAME}\n`,
    ],
    ['several lines', image(`  tag: v1\n    v2\n`)],
    ['a map for a tag', image(`  tag: {a: b}\n`)],
  ])('refuses %s', (_, source) => {
    expect(setImage(source, edit)).toEqual({
      outcome: 'refused',
      reason: expect.stringMatching(/\w/),
    });
  });

  const tag = fc.stringMatching(/^[\w][\w.-]{0,12}$/);
  const comment = fc.option(fc.stringMatching(/^ {1,4}#[ -~äß😀]{0,12}$/u), {
    nil: '',
  });
  const quote = fc.constantFrom(
    (text: string) => `"${text}"`,
    (text: string) => `'${text}'`,
    (text: string) => `v${text}`,
  );
  const digest = fc.option(fc.stringMatching(/^sha256:[0-9a-f]{64}$/), {
    nil: undefined,
  });
  const file = fc
    .record({
      head: fc.constantFrom('', '# head\n\n', 'replicas:   3   # here\n'),
      tail: fc.constantFrom('', 'config:\n    A:   "b"\n', '# end\n'),
      eol: fc.constantFrom('\n', '\r\n'),
      bom: fc.constantFrom('', '\uFEFF'),
      indent: fc.constantFrom('  ', '    '),
      flip: fc.boolean(),
      old: tag,
      oldDigest: digest,
      quote,
      comment,
      second: comment,
    })
    .map(it => {
      const lines = [
        `repository: ${NAME}${it.comment}`,
        `tag:   ${it.quote(it.old)}${it.second}`,
      ];
      const fields = [
        ...(it.flip ? lines.reverse() : lines),
        ...(it.oldDigest ? [`digest: ${it.oldDigest}`] : []),
      ];
      const own = fields.map(line => `${it.indent}${line}\n`).join('');
      const text = `${it.head}image:\n${own}${it.tail}`;
      return it.bom + text.replaceAll('\n', it.eol);
    });

  it('changes the intended lines of any file, and no other byte', () => {
    fc.assert(
      fc.property(file, tag, digest, (source, newTag, newDigest) => {
        const result = setImage(source, {
          name: NAME,
          newTag,
          digest: newDigest,
        });
        if (result.outcome === 'unchanged') return;
        expect(result.outcome).toBe('edited');
        const text = 'text' in result ? result.text : '';
        expect(parse(text).image).toMatchObject({
          tag: newTag,
          ...(newDigest && { digest: newDigest }),
        });
        const others = (t: string) =>
          t.split('\n').filter(line => !/^ +(tag|digest):/.test(line));
        expect(others(text)).toEqual(others(source));
        const tails = (t: string) =>
          [...t.matchAll(/tag: +\S+?(?= |\r|\n)(.*)/g)].map(m => m[1]);
        expect(tails(text)).toEqual(tails(source));
      }),
      { numRuns: 400 },
    );
  });
});
