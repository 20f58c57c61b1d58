export const capacityMessages = { what: 'x' } as const;
