/** The header that carries the token of a one-time link to the route of commands. */
export const answerLinkHeader = "x-answer-link";

/** For how many days a link may be used. */
export const answerLinkDays = 14;

/** A token as it is made: 32 bytes in base64url. */
export function isAnswerToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
