/** What stands in a template: text, or something for Helm to do. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'action';
      /** Between the braces, with single blanks. */
      readonly action: string;
      readonly line: number;
    };

/** An action, whose quoted texts may hold braces; or a comment, which may hold anything. */
const ACTION =
  /\{\{(-(?=\s))?\s*(\/\*[\s\S]*?\*\/|(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|(?!\}\}|\s-\}\})[^"`])*)\s*(\s-)?\}\}/y;

/** A template in parts. `undefined` when an action is not closed. */
export function tokensOf(template: string): Token[] | undefined {
  const tokens: Token[] = [];
  let from = 0;
  let isTrimmed = false;
  const addText = (to: number, trimEnd: boolean) => {
    const raw = template.slice(from, to);
    const begun = isTrimmed ? raw.replace(/^[ \t\r\n]+/, '') : raw;
    const text = trimEnd ? begun.replace(/[ \t\r\n]+$/, '') : begun;
    if (text !== '') tokens.push({ kind: 'text', text });
  };
  for (
    let at = template.indexOf('{{');
    at >= 0;
    at = template.indexOf('{{', from)
  ) {
    ACTION.lastIndex = at;
    const match = ACTION.exec(template);
    if (match === null) return undefined;
    const [whole, trimBefore, inside = '', trimAfter] = match;
    addText(at, trimBefore !== undefined);
    const action = inside.startsWith('/*') ? '/* */' : tidy(inside);
    tokens.push({
      kind: 'action',
      action,
      line: template.slice(0, at).split('\n').length,
    });
    from = at + whole.length;
    isTrimmed = trimAfter !== undefined;
  }
  addText(template.length, false);
  return tokens;
}

/** Single blanks, and one on either side of a pipe; quoted text as it is. */
function tidy(action: string): string {
  return action
    .split(/("(?:[^"\\\n]|\\.)*"|`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 0
        ? part.replace(/\s*\|\s*/g, ' | ').replace(/\s+/g, ' ')
        : part,
    )
    .join('')
    .trim();
}
