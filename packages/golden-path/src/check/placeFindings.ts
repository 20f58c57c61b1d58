import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { LocatedFinding } from './checkRepository';
import { locate, placeOfFolder, type Places } from './locate';
import { filesOfOverlay } from './overlayFiles';

/**
 * Findings with where each is to be mended: in the file of the object that it names, or in the overlay, when it is the
 * only one of those that build on this file of which it is said: then its own patches are what is wrong.
 */
export function placeFindings(
  findings: readonly Finding[],
  places: Places,
): LocatedFinding[] {
  const located = findings.map(finding => ({
    ...finding,
    location: locate(finding, places),
  }));
  const overlays = overlaysByFile(places);
  const said = new Set(
    located.flatMap(finding =>
      (finding.environments ?? []).map(name => saying(finding, name)),
    ),
  );
  return located.map(finding => {
    const [environment, ...more] = finding.environments ?? [];
    const folder = places.folders.get(environment ?? '');
    const others = (overlays.get(finding.location.file) ?? []).filter(
      name => name !== environment,
    );
    const isOwn =
      environment !== undefined &&
      more.length === 0 &&
      folder !== undefined &&
      !finding.location.file.startsWith(`${folder.folder}/`) &&
      others.length > 0 &&
      !others.some(name => said.has(saying(finding, name, environment)));
    return isOwn
      ? { ...finding, location: placeOfFolder(folder, places.files) }
      : finding;
  });
}

/** Names of the overlays that build on each file. */
function overlaysByFile(places: Places): Map<string, string[]> {
  const overlays = new Map<string, string[]>();
  for (const [name, { kind, folder }] of places.folders) {
    if (kind !== 'overlay') continue;
    for (const file of filesOfOverlay(places, folder)) {
      overlays.set(file, [...(overlays.get(file) ?? []), name]);
    }
  }
  return overlays;
}

/** The finding as it would be said of an environment. */
function saying(
  { id, message, location: { file, line } }: LocatedFinding,
  name: string,
  said = name,
): string {
  const words = message.split(/([^A-Za-z0-9/_-]+)/);
  const general = words.map(word => (word === said ? '*' : word)).join('');
  return JSON.stringify([id, file, line, name, general]);
}
