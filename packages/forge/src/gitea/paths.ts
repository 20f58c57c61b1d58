/** One segment of a URL path; slashes are escaped too. */
export function seg(text: string): string {
  return encodeURIComponent(text);
}

/** A path below a URL; slashes stay. */
export function segs(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
