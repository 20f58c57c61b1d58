export function StorageContent() {
  return null;
}
