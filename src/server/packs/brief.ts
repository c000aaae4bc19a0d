import { percent } from "@/domain/dashboard";
import { goalOf, type PackContents } from "@/domain/pack";
import { formatThaiDateShort, formatThaiMonthOfYear } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { frameOf } from "./pages";
import { trendPicture } from "./picture";
import { thaiPieces } from "./thai-breaks";
import { typeset } from "./typst";
import { areaWords, asOfWords } from "./words";

/** The answers of ten seconds on one page: how far, how fast, when, where first, the money, what to decide. */
export function packBrief(pack: PackContents): Promise<Uint8Array> {
  return typeset("brief.typ", briefPaper(pack), pack.day);
}

const n = (number: number) => number.toLocaleString("en-US");

/** What the template is given. */
export function briefPaper(pack: PackContents) {
  const { matters } = pack;
  return {
    ...frameOf(pack, say("packWords.briefTitle")),
    area: thaiPieces(areaWords(pack)),
    asOf: thaiPieces(`${say("packWords.cover_asOf")} ${asOfWords(pack)}`),
    far: farOf(pack),
    part: pack.trend.goal === 0 ? 0 : pack.trend.answered / pack.trend.goal,
    fast: fastOf(pack),
    when: answer("packWords.when", endSentence(pack), { late: isLate(pack) }),
    picture: trendPicture(pack),
    whereAsk: thaiPieces(say("packWords.where")),
    whereNone: thaiPieces(say("packWords.whereNone")),
    behind: pack.behind.map(({ name, people, of }) => ({
      name: thaiPieces(placeNamed(pack, name)),
      share: percent(people, of),
      part: people / of,
      words: thaiPieces(say("packWords.whereOf", { people })),
    })),
    money: moneyOf(pack),
    mattersAsk: thaiPieces(say("packWords.mattersAsk")),
    mattersNone: thaiPieces(say(matters ? "packWords.mattersNone" : "packWords.noData")),
    matters: (matters ?? []).map(({ words, count, late }) => ({
      words: thaiPieces(words),
      count: n(count),
      late,
    })),
  };
}

type Ask = `packWords.${"far" | "fast" | "when" | "moneyAsk"}`;

const answer = (
  ask: Ask,
  words: string,
  { late = false, more = [] }: { late?: boolean; more?: readonly string[] } = {},
) => ({
  ask: thaiPieces(say(ask)),
  answer: thaiPieces(words),
  more: more.map(thaiPieces),
  late,
});

const placeNamed = ({ districtCode }: PackContents, name: string) =>
  say(districtCode === null ? "words.district" : "words.subdistrict", { name });

function farOf({ trend: { answered, goal }, whole, before }: PackContents) {
  const then = whole.before;
  const changed = then && before ? answered - then.answered : null;
  return answer("packWords.far", percent(answered, goal), {
    more: [
      say("packWords.farOf", { answered, goal }),
      ...(changed === null || !before || !then
        ? []
        : [
            say("packWords.farBefore", {
              change: changed < 0 ? n(changed) : `+${n(changed)}`,
              day: formatThaiDateShort(before),
              rate: percent(then.answered, goalOf(then)),
            }),
          ]),
    ],
  });
}

function fastOf(pack: PackContents) {
  const { whole, trend } = pack;
  const recent = whole.speed?.recentPerDay ?? null;
  const needed = whole.speed?.neededPerDay ?? null;
  return answer(
    "packWords.fast",
    recent === null ? say("packWords.fastUnknown") : say("packWords.fastRecent", { recent }),
    {
      late: isLate(pack),
      more:
        needed === null || needed === 0
          ? []
          : [say("packWords.fastNeeded", { needed, until: formatThaiDateShort(trend.until) })],
    },
  );
}

const isLate = ({ whole }: PackContents) =>
  ["late", "standstill", "never"].includes(whole.speed?.end.says ?? "");

/** When the last will have answered: the sentence of the page. */
function endSentence({ whole, trend, fieldwork }: PackContents): string {
  const end = whole.speed?.end ?? { says: "unknown" as const, day: null };
  const until = formatThaiDateShort(trend.until);
  if (end.says === "over")
    return say("figures.end_over", { until, left: trend.goal - trend.answered });
  return say(`figures.end_${end.says}`, {
    until,
    from: formatThaiDateShort(fieldwork.from),
    day: end.day ? formatThaiDateShort(end.day) : "",
  });
}

function moneyOf({ money }: PackContents) {
  if (!money) return answer("packWords.moneyAsk", say("packWords.noData"));
  const { month, monthBaht, until, totalBaht } = money;
  return answer(
    "packWords.moneyAsk",
    say("figures.money", { month: formatThaiMonthOfYear(month), baht: monthBaht }),
    {
      more: [
        say("packWords.moneyUntil", { until: formatThaiMonthOfYear(until), baht: totalBaht }),
        ...(money.forecast
          ? [
              say("packWords.moneyForecast", {
                until: formatThaiDateShort(money.forecast.until),
                people: money.forecast.people,
                baht: money.forecast.baht,
              }),
            ]
          : []),
      ],
    },
  );
}
