import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a pull request says of itself, hidden in its text. */
export interface PromotionMarker {
  readonly id: string;
  readonly entityRef: string;
  readonly from: string;
  readonly to: string;
  readonly digest: string;
  readonly baseCommit: string;
}

const MARKER = /<!-- baremetal-promotion: ([\w-]+)\.([\w-]+) -->/;

/**
 * Signs the marker in a pull request, so that one which somebody else wrote is not taken for ours.
 *
 * @remarks A marker proves that we opened the pull request. It says nothing about who asked or approved: that comes
 * from the database alone.
 */
export class MarkerSigner {
  readonly #key: Buffer;

  private constructor(key: Buffer) {
    this.#key = key;
  }

  /** @param secret - known to this installation only; the key is derived from it */
  static fromSecret(secret: string): MarkerSigner {
    const key = hkdfSync(
      'sha256',
      secret,
      '',
      'baremetal-promotion-marker',
      32,
    );
    return new MarkerSigner(Buffer.from(key));
  }

  sign(marker: PromotionMarker): string {
    const text = Buffer.from(JSON.stringify(marker)).toString('base64url');
    return `<!-- baremetal-promotion: ${text}.${this.#signatureOf(text)} -->`;
  }

  /** The marker in a pull request's text, if it is there and ours. */
  read(body: string): PromotionMarker | undefined {
    const [, text, signature] = MARKER.exec(body) ?? [];
    if (text === undefined || signature === undefined) return undefined;
    const wanted = Buffer.from(this.#signatureOf(text));
    const given = Buffer.from(signature);
    if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) {
      return undefined;
    }
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  }

  #signatureOf(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}
