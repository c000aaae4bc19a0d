import { coverageBlocks } from "@/domain/caseload";
import { holdersHref } from "@/domain/holder-filter";
import { inquiriesHref } from "@/domain/inquiry";
import { mayEver, type Role } from "@/domain/policy";
import { resolutionsHref } from "@/domain/resolution";
import type { Purpose } from "@/domain/walk";
import { countHolders } from "@/server/caseload/holders";
import { countOwnToAttest } from "@/server/co-interviews/queries";
import { countCorrectionsToDecide } from "@/server/corrections/queries";
import { countInquiries } from "@/server/inquiries/queries";
import { countRegistrations } from "@/server/registrations/queries";
import { countResolutions } from "@/server/resolutions/queries";
import type { Scoped } from "@/server/scope";
import type { HomeCard, HomeCardKey } from "./card";

/** Cards that the home page shows every day; every other card is shown only while something waits. */
const standing: ReadonlySet<HomeCardKey> = new Set([
  "answersWaiting",
  "referralsWaitingList",
  "referralsRunning",
  "interviewsLeft",
  "waitingInterview",
  "waitingAppointment",
  "toMeetHere",
  "voluntaryLeft",
  "interviewed",
  ...coverageBlocks,
  "withoutOfficer",
  "awaited",
  "registrations",
  "recordedToday",
  "recordedOwn",
  "roundClosed",
]);

/** What others owe and a head only watches; whoever owes it finds it among the own. */
const watched: ReadonlySet<HomeCardKey> = new Set([
  "followUpsDue",
  "ministryBounced",
  "ministryUnreported",
  "reportsMissing",
  "answersLate",
  "referralsOverrun",
  "referralsWaitingLate",
  "referralsUnsent",
  "overdueTasks",
]);
/** What others owe, whoever reads it. */
const ofOthers: ReadonlySet<HomeCardKey> = new Set([
  "inquiriesLate",
  "resolutionsLate",
  "coInterviewsToAttest",
  "papersOwn",
]);
/** What the province owes to a district. */
const ofProvince: ReadonlySet<HomeCardKey> = new Set(["teamsMissing"]);
const districtHeads: ReadonlySet<Role> = new Set(["district_chief", "district_secretary"]);
const owing: ReadonlySet<Role> = new Set(["account_officer", "agency_officer"]);

type WaitingSource = (scope: Scoped, today: string) => Promise<HomeCard[]>;

/** Requests of others that the actor decides. */
const corrections: WaitingSource = async (scope) => [
  {
    key: "correctionsToDecide",
    count: await countCorrectionsToDecide(scope),
    href: "/corrections?state=mine",
    tone: "due",
  },
];

/** Inquiries: the actor's own, and what others are late with in the actor's reach: each stands once. */
const inquiries: WaitingSource = async (scope, today) => {
  if (!mayEver(scope.actor, "inquiry.read")) return [];
  const { othersLate, mine } = await countInquiries(scope, today);
  return [
    {
      key: "inquiriesLate",
      count: othersLate,
      href: inquiriesHref({ state: "others_late" }),
      tone: "late",
    },
    { key: "inquiriesMine", count: mine, href: inquiriesHref({ state: "mine" }), tone: "due" },
  ];
};

/** What a meeting gave to the actor, and what others are late with on the actor's list: each stands once. */
const resolutions: WaitingSource = async (scope, today) => {
  if (!mayEver(scope.actor, "resolution.read")) return [];
  const { others_late, mine } = await countResolutions(scope, today);
  return [
    {
      key: "resolutionsLate",
      // Whoever keeps no list has only the own matters.
      count: mayEver(scope.actor, "district.view") ? others_late : 0,
      href: resolutionsHref({ state: "others_late" }),
      tone: "late",
    },
    {
      key: "resolutionsMine",
      count: mine,
      href: resolutionsHref({ state: "mine" }),
      tone: "due",
    },
  ];
};

/** Registrations: what the province must decide, and what another person must approve. */
const registrations: WaitingSource = async (scope) => {
  const { actor } = scope;
  if (!mayEver(actor, "registration.approve")) return [];
  const { waiting, proposed } = await countRegistrations(scope);
  const approve: HomeCard = {
    key: "registrationsToApprove",
    count: proposed,
    href: "/registrations?state=proposed&others=1",
    tone: "due",
  };
  if (!mayEver(actor, "registration.decide")) return [approve];
  const decide: HomeCard = {
    key: "registrationsToDecide",
    count: waiting,
    href: "/registrations?state=waiting",
    tone: "due",
  };
  return [decide, approve];
};

/** Interviews that a bank's officer joined: to be confirmed by that officer, or from the signature on paper. */
const coInterviews: WaitingSource = async (scope, today) => [
  {
    key: "coInterviewsOwn",
    count: await countOwnToAttest(scope, today),
    href: "/co-interviews",
    tone: "due",
  },
];

/** Cancelled cards that another person of the province recorded from the Ministry's letter. */
const cancellations: WaitingSource = async (scope) => {
  if (!mayEver(scope.actor, "cancellation.confirm")) return [];
  const filter = { cancellation: "to_confirm" } as const;
  return [
    {
      key: "cancellationsToConfirm",
      count: await countHolders(scope, filter),
      href: holdersHref(filter),
      tone: "due",
    },
  ];
};

/** What may wait for an officer beside the cards of the role; a new kind adds its function here. */
const sources: readonly WaitingSource[] = [
  corrections,
  inquiries,
  resolutions,
  registrations,
  cancellations,
  coInterviews,
];

/** What may wait for an officer beside the cards of the role. */
export async function listWaiting(scope: Scoped, today: string): Promise<HomeCard[]> {
  return (await Promise.all(sources.map((source) => source(scope, today)))).flat();
}

/**
 * The home page's cards: the month's duty and those of every day; what waits for the reader; and what others owe. In both lists what is late
 * comes first, then what concerns most people. Each opens exactly what it counts.
 */
export function inOrder(
  cards: readonly HomeCard[],
  more: readonly HomeCard[],
  { role, duty }: { role: Role; duty: Purpose },
) {
  const urgency = ({ tone }: HomeCard) => (tone === "late" ? 0 : 1);
  const waiting = [...cards.filter(({ key }) => !standing.has(key)), ...more]
    .filter(({ count }) => count > 0)
    .sort((a, b) => urgency(a) - urgency(b) || b.count - a.count);
  const isOwed = ({ key }: HomeCard) =>
    ofOthers.has(key) ||
    (watched.has(key) && !owing.has(role)) ||
    (ofProvince.has(key) && districtHeads.has(role));
  // Whoever follows up themselves sees the round before all else while that is the month's duty.
  const leads = ({ key }: HomeCard) =>
    duty === "follow_up" && owing.has(role) && key === "followUpsDue";
  return {
    cards: [...waiting.filter(leads), ...cards.filter(({ key }) => standing.has(key))],
    waiting: waiting.filter((card) => !isOwed(card) && !leads(card)),
    owed: waiting.filter(isOwed),
  };
}
