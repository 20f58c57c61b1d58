/** What follows from a finding. */
export const SEVERITIES = {
  error: 'Error: the service is not made.',
  warning: 'Warning: wants to be acknowledged.',
  info: 'Note.',
  resolved: 'Resolved when the files are made, and said.',
} as const;

const WIDTH = 96;

/** Lines of a block that need no scrolling. */
export function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > WIDTH && line !== '') {
      lines.push(line);
      line = `  ${word}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
