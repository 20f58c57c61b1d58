import { MarkerSigner } from './MarkerSigner';

const marker = {
  id: 'p-1',
  entityRef: 'component:default/cart',
  from: 'dev',
  to: 'stage',
  digest: 'sha256:9',
  baseCommit: 'b1',
};

describe('MarkerSigner', () => {
  const signer = MarkerSigner.fromSecret('secret');
  const signed = signer.sign(marker);

  it('reads back what it wrote, wherever it stands in the text', () => {
    expect(signer.read(`Words\r\n\r\n${signed}\n`)).toEqual(marker);
  });

  it('is one hidden comment without anything that ends it early', () => {
    expect(signed).toMatch(/^<!-- [^>]* -->$/);
  });

  const other = MarkerSigner.fromSecret('other').sign(marker);
  const [, text = ''] = /: ([\w-]+)\./.exec(signed) ?? [];
  const forged = Buffer.from('{"id":"p-2"}').toString('base64url');

  it.each([
    ['no marker', 'Words'],
    ['a marker of another installation', other],
    ['a changed text', signed.replace(text, forged)],
    ['a cut signature', signed.replace(/.{4} -->/, ' -->')],
    ['no signature', `<!-- baremetal-promotion: ${text}. -->`],
  ])('does not believe %s', (_, body) => {
    expect(signer.read(body)).toBe(undefined);
  });
});
