/**
 * Characters that mean something to one of the readers of Markdown: GitHub's, or TechDocs' with its extensions (links
 * by `www`, emoji by `:name:`, included files by `--8<--`). A colon before a space is only a colon.
 */
const MEANINGFUL = /[&<>\\`*_{}[\]#|~$!^=+@]|:(?=\S)/g;

/** What makes a heading, a rule or a list only at the beginning of a line. */
const LEADING = /^-|^(\d+)[.)](?=\s|$)/;

/** A word that no shell reads as anything else. */
const PLAIN_WORD = /^[\w./:@%,=+-]+$/;

/** Anything that a person may have typed, as plain words of a paragraph or a cell: it cannot become markup. */
export function prose(text: string): string {
  return oneLine(text)
    .replace(MEANINGFUL, entity)
    .replace(LEADING, match => match.slice(0, -1) + entity(match.slice(-1)));
}

/** A name or a value, set apart. Not between backticks when it could end them, or end the cell that it stands in. */
export function code(text: string): string {
  const line = oneLine(text);
  return /^[\w ./:@%,=+()'"*<>?;-]+$/.test(line)
    ? `\`${line}\``
    : `<code>${line.replace(/[^\w ./-]/gu, entity)}</code>`;
}

/** A block that is shown as it is. Its fence is longer than any run of backticks in it. */
export function fenced(language: string, content: string): string {
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
  return `${fence}${language}\n${content.trimEnd()}\n${fence}`;
}

/** One command of a POSIX shell, each word exactly what it was. */
export function command(...words: string[]): string {
  return words
    .map(oneLine)
    .map(word =>
      PLAIN_WORD.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`,
    )
    .join(' ');
}

export function commands(...lines: string[]): string {
  return fenced('sh', lines.join('\n'));
}

/** Cells are Markdown already. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

export function list(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

/** A step may have several blocks. They are indented by four, because TechDocs takes less for the end of the list. */
export function steps(items: readonly string[]): string {
  return items
    .map(
      (item, index) => `${index + 1}.  ${item.replace(/\n(?=.)/g, '\n    ')}`,
    )
    .join('\n\n');
}

/** Blocks, one empty line apart; what is absent is left out. */
export function blocks(
  ...parts: readonly (string | false | undefined)[]
): string {
  return parts.filter(part => part !== false && part).join('\n\n');
}

/** Text without line breaks and other control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
