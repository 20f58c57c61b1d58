/** A host with an optional port, then parts in small letters: what registries and nodes read. */
const REPOSITORY =
  /^(?:(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])(?:\.(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9]))*(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*$/;
const LONGEST = 255;

/**
 * Why a name is not that of an image's repository, as the end of a sentence; `undefined` when it is one.
 *
 * @see https://github.com/distribution/reference
 */
export function imageNameProblem(repository: string): string | undefined {
  if (repository.length > LONGEST) {
    return `has ${repository.length} characters, and ${LONGEST} are allowed`;
  }
  if (/^[a-z]+:\/\//i.test(repository)) {
    return 'begins like the address of a page; the name of an image begins with the host';
  }
  if (repository.includes('@') || /:[^/]*$/.test(repository)) {
    return 'holds a tag or a digest, which is an answer of its own';
  }
  if (/[A-Z]/.test(repository)) {
    return 'has capitals, and registries take small letters only';
  }
  return REPOSITORY.test(repository)
    ? undefined
    : 'is no host and path of small letters, digits and single dots, dashes or underscores between them';
}

/** What was probably meant; `undefined` when that is no name either. */
export function suggestImageName(repository: string): string | undefined {
  const meant = repository
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  return imageNameProblem(meant) === undefined ? meant : undefined;
}
