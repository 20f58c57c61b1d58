import type { WantedImage } from './observation';

const REFERENCE =
  /^(?<repository>.+?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]+))?$/;

/** An image as a spec writes it, taken apart. */
export function parseImage(image: string): WantedImage {
  const {
    repository = image,
    tag,
    digest,
  } = REFERENCE.exec(image)?.groups ?? {};
  return {
    repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}
