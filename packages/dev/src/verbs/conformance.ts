/** `./dev conformance [part…] [--full]`: the product and the embedded platform against a real control plane. */
export async function conformance(args: readonly string[]): Promise<number> {
  const { runConformance } = await import('@baremetal/control-plane');
  return runConformance({
    parts: args.filter(arg => !arg.startsWith('--')),
    full: args.includes('--full'),
  });
}
