/**
 * The one password of the demo's synthetic people: the sign-in page of the demo signs in with one click.
 * No other installation has these people.
 */
export const demoPassword = "khaoniao-mamuang-wan";
