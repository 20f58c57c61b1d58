import { runConformance } from '@baremetal/control-plane';

/** `./dev conformance [part…] [--full]`: the product and the embedded platform against a real control plane. */
export function conformance(args: readonly string[]): Promise<number> {
  return runConformance({
    parts: args.filter(arg => !arg.startsWith('--')),
    full: args.includes('--full'),
  });
}
