export const storageMessages = { what: 'x' } as const;
