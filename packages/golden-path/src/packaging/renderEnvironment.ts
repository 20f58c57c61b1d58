import { findKustomization } from '../render/kustomization';
import { renderOverlay } from '../render/renderOverlay';
import type { FileTree, Manifest } from '../types';
import { chartFolderOf, valuesFileOf } from './places';
import { renderChart } from './render/renderChart';

/**
 * Renders an environment, whichever way it is packaged: an overlay, or values of a chart.
 *
 * @param dir - folder of the environment
 * @param namespace - where it is deployed. An overlay says so itself, a chart is told.
 * @throws {@link RenderError} with the file at fault and the reason
 */
export function renderEnvironment(
  files: FileTree,
  dir: string,
  namespace: string,
): Manifest[] {
  return isChart(files, dir)
    ? renderChart(files, {
        chart: chartFolderOf(dir),
        valueFiles: [valuesFileOf(dir)],
        namespace,
      })
    : renderOverlay(files, dir);
}

function isChart(files: FileTree, dir: string): boolean {
  return (
    dir.includes('/') &&
    findKustomization(files, dir) === undefined &&
    files.has(`${chartFolderOf(dir)}/Chart.yaml`)
  );
}
