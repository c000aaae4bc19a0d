/** Read by the root layout so that the enlarged page arrives enlarged, without a jump. */
export const textSizeCookie = "sukjai-text";
