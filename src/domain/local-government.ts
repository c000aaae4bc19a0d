/**
 * To whom a letter to the local government of a subdistrict goes. Only what the papers name is known (the letter of Phrae
 * province names เทศบาลเมืองแพร่, which covers ตำบลในเวียง); for every other subdistrict the usual kind is proposed, and the
 * district confirms or corrects it.
 */
const namedInPapers: Readonly<Record<string, string>> = { "540101": "นายกเทศมนตรีเมืองแพร่" };

/** The proposed addressee, one person; `known` where the papers name it. */
export function localGovernmentOf(subdistrictCode: string, name: string) {
  const named = namedInPapers[subdistrictCode];
  return {
    addressee: named ?? `นายกองค์การบริหารส่วนตำบล${name}`,
    known: named !== undefined,
  };
}
