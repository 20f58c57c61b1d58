import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { createGiteaForge, type Forge } from '@baremetal/forge';

/**
 * The Git host of `baremetal.git`. Read on the first use, so that an installation without one can still plan and
 * generate; publishing then says what is missing.
 */
export function readForge(config: Config): () => Forge {
  let forge: Forge | undefined;
  return () => {
    forge ??= create(config);
    return forge;
  };
}

function create(config: Config): Forge {
  const git = config.getOptionalConfig('baremetal.git');
  if (git === undefined) {
    throw new InputError(
      'No Git host is configured; the platform team sets baremetal.git in app-config',
    );
  }
  const kind = git.getString('kind');
  if (kind !== 'gitea') {
    throw new InputError(
      `baremetal.git.kind is "${kind}"; this version knows gitea (Forgejo speaks the same API)`,
    );
  }
  return createGiteaForge({
    url: git.getString('url'),
    token: git.getString('token'),
  });
}
