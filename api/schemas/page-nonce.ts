/** Stands in the built page where the server writes the nonce of each answer, which its content security policy names. */
export const noncePlaceholder = 'duban-page-nonce';
