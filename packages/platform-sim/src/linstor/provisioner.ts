import {
  linkKey,
  type SimMember,
  type SimResource,
  type SimStorage,
} from './model';
import { placeMembers } from './placement';
import {
  PlacementRefused,
  type StorageControls,
  type VolumeProvisioner,
} from './ports';

/** A returned node has missed a little: this much is still in step, and the rest takes this long. */
const RETURN_PERCENT = 92;
const FULL_RESYNC_SECONDS = 600;

export function createProvisioner(storage: SimStorage): VolumeProvisioner {
  return {
    createVolume(request) {
      const existing = storage.resources.get(request.handle);
      const resource = existing ?? create(storage, request);
      storage.resources.set(request.handle, resource);
      const nodes = copyNodes(resource, request.podNode);
      return { nodes };
    },
    deleteVolume(handle) {
      storage.resources.delete(handle);
    },
    resizeVolume(handle, sizeBytes) {
      const resource = storage.resources.get(handle);
      if (resource) {
        resource.sizeBytes = Math.max(resource.sizeBytes, sizeBytes);
      }
    },
    attach(handle, node) {
      const resource = storage.resources.get(handle);
      if (resource) {
        attach(resource, node);
      }
    },
    detach(handle, node) {
      const resource = storage.resources.get(handle);
      if (resource) {
        detach(resource, node);
      }
    },
    nodePower(node, on) {
      nodePower(storage, node, on);
    },
  };
}

function create(
  storage: SimStorage,
  request: Parameters<VolumeProvisioner['createVolume']>[0],
): SimResource {
  const group = storage.classes.get(request.className);
  if (!group) {
    throw new PlacementRefused(
      `Resource group ${request.className} does not exist`,
    );
  }
  return {
    handle: request.handle,
    group,
    claim: request.claim,
    createdAt: storage.now(),
    minor: 1000 + storage.resources.size,
    sizeBytes: request.sizeBytes,
    members: placeMembers(storage, group, request),
    cut: new Map(),
  };
}

function copyNodes(resource: SimResource, first?: string): string[] {
  return resource.members
    .filter(({ kind }) => kind === 'copy')
    .map(({ node }) => node)
    .sort((a, b) => Number(b === first) - Number(a === first));
}

/** A pod on a node without a copy reads over the network; a tie-breaker there becomes that client. */
function attach(resource: SimResource, node: string): void {
  const existing = resource.members.find(member => member.node === node);
  if (!existing) {
    resource.members.push({
      node,
      kind: 'client',
      inUse: true,
      disk: { state: 'UpToDate' },
    });
    return;
  }
  existing.inUse = true;
  if (existing.kind === 'tieBreaker') {
    existing.kind = 'client';
  }
}

function detach(resource: SimResource, node: string): void {
  const existing = resource.members.find(member => member.node === node);
  if (!existing) {
    return;
  }
  existing.inUse = false;
  if (existing.kind === 'client') {
    const others = resource.members.filter(member => member !== existing);
    const even = others.length % 2 === 0;
    existing.kind = 'tieBreaker';
    resource.members = even ? resource.members : others;
  }
}

function nodePower(storage: SimStorage, name: string, on: boolean): void {
  const node = storage.nodes.get(name);
  if (!node || node.on === on) {
    return;
  }
  node.on = on;
  for (const resource of storage.resources.values()) {
    for (const member of resource.members) {
      if (member.node === name) {
        member.inUse = member.inUse && on;
        if (on && member.kind === 'copy' && member.disk.state !== 'Failed') {
          member.disk = syncing(storage, RETURN_PERCENT, FULL_RESYNC_SECONDS);
        }
      }
    }
  }
}

function syncing(
  storage: SimStorage,
  percent: number,
  seconds: number,
): SimMember['disk'] {
  return {
    state: 'syncing',
    fromPercent: percent,
    startedAt: storage.now(),
    seconds,
  };
}

export function createControls(
  storage: SimStorage,
  setController: StorageControls['setController'],
): StorageControls {
  const memberOf = (handle: string, node: string): SimMember => {
    const found = storage.resources
      .get(handle)
      ?.members.find(member => member.node === node);
    if (!found) {
      throw new Error(`${handle} has no member on ${node}`);
    }
    return found;
  };
  return {
    startResync(handle, node, { percent, seconds }) {
      memberOf(handle, node).disk = syncing(storage, percent, seconds);
    },
    failDisk(handle, node) {
      memberOf(handle, node).disk = { state: 'Failed' };
    },
    replaceDisk(handle, node) {
      memberOf(handle, node).disk = syncing(storage, 0, FULL_RESYNC_SECONDS);
    },
    cutLink(handle, nodes, how) {
      memberOf(handle, nodes[0]);
      memberOf(handle, nodes[1]);
      const { cut } = storage.resources.get(handle)!;
      if (how === 'Connected') {
        cut.delete(linkKey(...nodes));
      } else {
        cut.set(linkKey(...nodes), how);
      }
    },
    setController,
  };
}
