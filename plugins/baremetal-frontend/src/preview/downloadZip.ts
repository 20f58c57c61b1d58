import type { FileTree } from '@baremetal/golden-path';

/** Hands the files to the browser as `<name>.zip`, all in a folder of that name. */
export async function downloadZip(name: string, files: FileTree) {
  const bytes = await zipOf(name, files);
  const url = URL.createObjectURL(
    new Blob([bytes], { type: 'application/zip' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.zip`;
  link.click();
  URL.revokeObjectURL(url);
}

/** The files as a zip archive. The library is loaded when somebody asks for it. */
export async function zipOf(
  name: string,
  files: FileTree,
): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate');
  return zipSync(
    Object.fromEntries(
      [...files].map(([path, text]) => [`${name}/${path}`, strToU8(text)]),
    ),
  ) as Uint8Array<ArrayBuffer>;
}
