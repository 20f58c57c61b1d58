export * from './forge';
export { ForgeError, type ForgeErrorKind } from './forgeError';
export { blobId } from './blobId';
export { createGiteaForge } from './gitea/createGiteaForge';
export type { GiteaOptions } from './gitea/giteaClient';
export {
  createMemoryForge,
  type MemoryForgeHandle,
  type MemoryForgeOptions,
} from './memory/createMemoryForge';
export {
  forgeContract,
  type ForgeContractCase,
  type ForgeUnderTest,
} from './contract';
