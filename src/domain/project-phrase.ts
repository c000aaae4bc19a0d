/**
 * A project after a word of a sentence: `โครงการ “สินเชื่อฉุกเฉิน”`; a name that says โครงการ itself gets no second one, and
 * a space before its quotation mark, as Thai writes it.
 */
export function projectPhrase(name: string): string {
  return name.startsWith("โครงการ") ? ` “${name}”` : `โครงการ “${name}”`;
}
