/** A project inside a sentence: `โครงการ “สินเชื่อฉุกเฉิน”`; a name that says โครงการ itself gets no second one. */
export function projectPhrase(name: string): string {
  return name.startsWith("โครงการ") ? `“${name}”` : `โครงการ “${name}”`;
}
