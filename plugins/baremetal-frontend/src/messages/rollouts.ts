export const rolloutsMessages = { what: 'x' } as const;
