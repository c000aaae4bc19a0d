/** Bangkok is no จังหวัด: its governor, its area and its papers are named without that word. */
const capital = "กรุงเทพมหานคร";

/**
 * A province as official Thai names it: `จังหวัดแพร่`, `กรุงเทพมหานคร`. The one place that puts จังหวัด before a name.
 * @param name of the table of provinces, without จังหวัด; "" stays ""
 */
export function provinceNamed(name: string): string {
  return name === "" || name === capital ? name : `จังหวัด${name}`;
}

/** The governor of a province: `ผู้ว่าราชการจังหวัดแพร่`, `ผู้ว่าราชการกรุงเทพมหานคร`. */
export function governorOf(name: string): string {
  return `ผู้ว่าราชการ${provinceNamed(name)}`;
}

/** Where somebody is: `ในพื้นที่จังหวัดน่าน`, `ในเขตกรุงเทพมหานคร`. */
export function inProvince(name: string): string {
  return name === capital ? `ในเขต${name}` : `ในพื้นที่${provinceNamed(name)}`;
}
