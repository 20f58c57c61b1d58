export function RolloutsContent() {
  return null;
}
