import { monthOf, partsOf, toBuddhistYear } from "@/domain/calendar";
import type { FollowUpRound, IncomeBand, RuleSet } from "@/domain/rules/rule-set";
import type { NoTopUpWords, RoundWords, RuleWords } from "@/domain/rules/rule-words";
import {
  formatThaiDate,
  formatThaiDateShort,
  formatThaiPeriod,
  thaiMonths,
  thaiShortMonths,
} from "@/domain/thai-dates";

const inBaht = (baht: number) => `${baht.toLocaleString("en-US")} บาท`;
const bahtOf = (satang: number) => inBaht(satang / 100);

/** The words of a set whose terms came by a form: what the letter leaves as it was keeps its words. */
export function wordsOfTerms(before: RuleSet, rules: RuleSet, incomeYear: string): RuleWords {
  const { words } = before;
  const { mustReach, topUp } = rules;
  const ceiling = bahtOf(rules.incomeCeilingSatang.value);
  return {
    ...words,
    bands: Object.fromEntries(
      rules.incomeBands.map((band, index) => [band.id, bandWords(rules, band, index)]),
    ),
    ages: agesInWords(rules),
    incomeYear,
    incomeCeiling: ceiling,
    mustReach:
      mustReach === before.mustReach
        ? words.mustReach
        : `รายได้ไม่เกิน ${bahtOf(mustReach.incomeUpToSatang.value)} และอายุไม่เกิน ${mustReach.ageUpTo.value} ปี`,
    rounds: roundsInWords(before, rules),
    followUps:
      rules.followUpRounds === before.followUpRounds ? words.followUps : followUpsInWords(rules),
    walkIn: rules.walkIn === before.walkIn ? words.walkIn : walkInWords(rules),
    yesCountsFrom:
      topUp.yesCountsFrom === before.topUp.yesCountsFrom
        ? words.yesCountsFrom
        : {
            short: formatThaiDateShort(topUp.yesCountsFrom.value),
            long: formatThaiDate(topUp.yesCountsFrom.value),
          },
    noTopUp: {
      ...words.noTopUp,
      ...beforeWindow(before, rules),
      [rules.overCeiling]: words.noTopUp[rules.overCeiling] ?? {
        short: `รายได้เกิน ${ceiling} ไม่เข้าเกณฑ์ผู้มีบัตร`,
        interview: `ไม่มีวงเงินเพิ่มเติม เพราะรายได้ปี ${incomeYear} เกิน ${ceiling}`,
      },
    },
  };
}

function bandWords({ incomeBands }: RuleSet, { incomeUpToSatang }: IncomeBand, index: number) {
  const limit = incomeUpToSatang.value;
  if (limit !== null) return `ไม่เกิน ${bahtOf(limit)}`;
  const below = incomeBands[index - 1]?.incomeUpToSatang.value;
  return below ? `เกิน ${bahtOf(below)}` : "ทุกรายได้";
}

function agesInWords({ mustReach: { ages, ageUpTo, ageOn } }: RuleSet): RuleWords["ages"] {
  return {
    [ages.upTo.id]: `ไม่เกิน ${ageUpTo.value} ปี`,
    [ages.over.id]: `เกิน ${ageUpTo.value} ปี`,
    unknown: `ไม่ทราบ นับเป็นไม่เกิน ${ageUpTo.value} ปี`,
    countedOn: shortDate(ageOn.value),
  };
}

/** `1 ก.พ. 2561`. */
function shortDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${thaiShortMonths[month - 1]} ${toBuddhistYear(year)}`;
}

function roundsInWords({ words }: RuleSet, { followUpRounds }: RuleSet): RuleWords["rounds"] {
  return Object.fromEntries(
    followUpRounds.value.map((round) => [round.id, words.rounds[round.id] ?? roundWords(round)]),
  );
}

function roundWords({ from, until }: FollowUpRound): RoundWords {
  const [first, last] = [partsOf(from), partsOf(until)];
  const months = (names: readonly string[]) =>
    [...new Set([first.month, last.month])].map((month) => names[month - 1]).join("–");
  const short = `รอบ ${months(thaiShortMonths)}`;
  return {
    name: `${short} ${toBuddhistYear(last.year)}`,
    short,
    long: `รอบเดือน${months(thaiMonths)}`,
  };
}

function followUpsInWords({ followUpRounds }: RuleSet): string {
  const rounds = followUpRounds.value;
  const months = rounds.map(({ from }) => {
    const { year, month } = partsOf(`${monthOf(from)}-01`);
    return `${thaiShortMonths[month - 1]} ${toBuddhistYear(year)}`;
  });
  return rounds.length === 0
    ? "ไม่มีรอบติดตาม"
    : `อย่างน้อย ${rounds.length} ครั้ง ในเดือน ${months.join(" และ ")}`;
}

function walkInWords({ walkIn }: RuleSet): RuleWords["walkIn"] {
  const { from, until } = walkIn.value;
  const { month } = partsOf(from);
  return { period: formatThaiPeriod(from, until), month: `เดือน${thaiMonths[month - 1]}` };
}

function beforeWindow(before: RuleSet, { topUp }: RuleSet): Record<string, NoTopUpWords> {
  if (topUp.yesCountsFrom === before.topUp.yesCountsFrom) return {};
  return {
    BEFORE_WINDOW: {
      ...before.words.noTopUp.BEFORE_WINDOW,
      short: `วันที่แสดงความประสงค์อยู่ก่อนวันที่ ${shortDate(topUp.yesCountsFrom.value)}`,
    },
  };
}
