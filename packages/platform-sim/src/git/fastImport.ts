import { needGit } from './gitProcess';

/** One commit, as `git fast-import` is told. */
export interface NewCommit {
  readonly branch: string;
  /** Parent; absent: the first commit. */
  readonly from: string | undefined;
  /** The branch may be thrown away and made again from `from`. */
  readonly force?: boolean;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly atSeconds: number;
  /** Content by path; `undefined` removes. */
  readonly files: ReadonlyMap<string, Buffer | string | undefined>;
}

/** Writes a commit with one process, whatever the number of files, and says its id. */
export async function fastImport(
  dir: string,
  commit: NewCommit,
): Promise<string> {
  const parts: Buffer[] = [];
  const say = (text: string) => parts.push(Buffer.from(text));
  const data = (bytes: Buffer) => {
    say(`data ${bytes.length}\n`);
    parts.push(bytes);
    say('\n');
  };
  const { name, email } = commit.author;
  const person = `${clean(name)} <${clean(email)}> ${commit.atSeconds} +0000`;
  say(`commit refs/heads/${commit.branch}\nmark :1\n`);
  say(`author ${person}\ncommitter ${person}\n`);
  data(Buffer.from(`${commit.message.trimEnd()}\n`));
  if (commit.from) say(`from ${commit.from}\n`);
  for (const [path, content] of commit.files) {
    if (content === undefined) {
      say(`D ${quote(path)}\n`);
      continue;
    }
    say(`M 100644 inline ${quote(path)}\n`);
    data(Buffer.from(content));
  }
  say('get-mark :1\ndone\n');
  const out = await needGit(
    ['fast-import', '--quiet', '--done', ...(commit.force ? ['--force'] : [])],
    { cwd: dir, input: Buffer.concat(parts) },
  );
  return out.toString().trim();
}

function clean(text: string): string {
  return text.replace(/[<>\n\r\0]/g, '');
}

function quote(path: string): string {
  const escaped = path
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
  return `"${escaped}"`;
}
