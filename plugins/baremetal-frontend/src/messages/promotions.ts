export const promotionsMessages = { what: 'x' } as const;
