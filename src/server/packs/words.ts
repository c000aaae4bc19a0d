import type { PackContents } from "@/domain/pack";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import { say } from "@/i18n/words";

/** Of which area a pack is: `อำเภอลอง จังหวัดแพร่`. */
export const areaWords = ({ province, district }: Pick<PackContents, "province" | "district">) =>
  district === null
    ? provinceNamed(province)
    : `${say("words.district", { name: district })} ${provinceNamed(province)}`;

/** `14 มีนาคม 2561 เวลา 16.30 น.` */
export const asOfWords = ({ day, time }: Pick<PackContents, "day" | "time">) =>
  say("packWords.at", { day: formatThaiDate(day), time: formatThaiTime(time) });

/** The lines of a cover: what it is of, of when, beside what, who made it. */
export function coverLines(pack: PackContents): [term: string, words: string][] {
  const { kind, before, madeBy, meetingOn, followUp } = pack;
  const of = {
    now: say("packWords.cover_ofNow"),
    day: say("packWords.cover_ofDay"),
    round: say("packWords.cover_ofRound", { round: followUp?.names.now ?? "" }),
  };
  return [
    [say("packWords.cover_area"), areaWords(pack)],
    [say("packWords.cover_asOf"), asOfWords(pack)],
    [
      say("packWords.cover_before"),
      before ? formatThaiDate(before) : say("packWords.cover_beforeNone"),
    ],
    [say("packWords.cover_of"), of[kind]],
    [
      say("packWords.cover_madeBy"),
      madeBy
        ? `${madeBy.name} ${madeBy.position}`
        : say("packWords.cover_itself", { day: meetingOn ? formatThaiDate(meetingOn) : "" }),
    ],
  ];
}
