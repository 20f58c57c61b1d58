/** Longest name that leaves room for `-canary`, hashes and the 52 characters of a CronJob. */
export const NAME_LENGTH = 40;

const DNS_1035 = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** What is wrong with a name, as the end of a sentence; `undefined` when nothing is. */
export function nameProblem(name: string): string | undefined {
  if (name.length > NAME_LENGTH) {
    return `has ${name.length} characters, and ${NAME_LENGTH} are allowed: names of canaries, hashes and jobs are built on it`;
  }
  return DNS_1035.test(name)
    ? undefined
    : 'must start with a small letter and hold only small letters, digits and dashes, because it becomes the name of Services (DNS-1035)';
}
