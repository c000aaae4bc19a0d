/** The language of this installation, in none of its addresses; all times are said as in Bangkok. */
export const locale = "th";
export const timeZone = "Asia/Bangkok";
