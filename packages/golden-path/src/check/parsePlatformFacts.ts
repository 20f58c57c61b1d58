import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { z } from 'zod/v3';
import { parseYaml } from '../render/yamlDocuments';
import { RenderError } from '../render/RenderError';

const named = z.object({ name: z.string() }).passthrough();

/** What every installation has. What is optional is passed on as it stands. */
const requiredFacts = z
  .object({
    environments: z.array(
      named.extend({ clusters: z.array(z.string()), production: z.boolean() }),
    ),
    hardwareClasses: z.array(named),
    storageClasses: z.array(
      named.extend({
        copies: z.number(),
        thick: z.boolean(),
        rwx: z.boolean(),
        snapshots: z.boolean(),
      }),
    ),
    poolLabel: z.string(),
    domainLabel: z.string(),
    registry: z.string(),
    prometheusAddress: z.string(),
    gitHost: z.string(),
    gitBaseUrl: z.string(),
    gitOwners: z.array(z.string()),
    platformRepo: z.object({ owner: z.string(), name: z.string() }),
    platformTeam: z.string(),
    simulated: z.boolean(),
  })
  .passthrough();

export type ParsedFacts =
  | { readonly ok: true; readonly platform: PlatformFacts }
  /** Ends the sentence "The platform file … ". */
  | { readonly ok: false; readonly reason: string };

/** Reads the facts of a platform from YAML or JSON, as `GET /v1/platform` answers them. */
export function parsePlatformFacts(text: string, path: string): ParsedFacts {
  try {
    const [value] = parseYaml(text, path, 'manifest');
    const parsed = requiredFacts.safeParse(value);
    if (parsed.success) return { ok: true, platform: parsed.data };
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') || 'the file';
    return {
      ok: false,
      reason: `is not what GET /api/baremetal/v1/platform answers: ${place}: ${issue?.message}`,
    };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    return { ok: false, reason: error.reason };
  }
}
