export function CapacityContent() {
  return null;
}
