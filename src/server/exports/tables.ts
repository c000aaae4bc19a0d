import { aoAgencyName } from "@/domain/agencies";
import { type AreaProgress, ageIncomeTable } from "@/domain/dashboard";
import { sumEntitlements } from "@/domain/entitlement-sums";
import { maskNationalId } from "@/domain/national-id";
import { reachOf } from "@/domain/policy";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import { say } from "@/i18n/words";
import { listDistrictNames } from "@/server/areas/queries";
import { getDistrictDashboard, getProvinceDashboard } from "@/server/dashboards/queries";
import { decryptNationalId } from "@/server/holders/national-id";
import {
  listRegistrations,
  type RegistrationFilter,
  type RegistrationList,
  type RegistrationRow,
  readRegistrationFilter,
} from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";
import {
  dayCell,
  emptySheet,
  figuresSheet,
  pagesOf,
  rowsAtOnce,
  type SheetMaker,
  tableSheet,
} from "./columns";

/** The dashboard of the export: of the named district, the actor's district, or the whole province. */
async function dashboardOf(scope: Scoped, district: string | undefined) {
  const { actor } = scope;
  const code = reachOf(actor, "district.view") === "district" ? actor.districtCode : district;
  if (code) return { district: await getDistrictDashboard(scope, code), province: null };
  return { district: null, province: await getProvinceDashboard(scope) };
}

/** Subdistricts of a district, or districts of the province, side by side. */
export const areasSheet: SheetMaker = async (scope, { filter }) => {
  const { district, province } = await dashboardOf(scope, filter.district);
  const figures = {
    mustReach: (row: AreaProgress) => row.mustReach,
    answered: (row: AreaProgress) => row.blocks.answered,
    metWaiting: (row: AreaProgress) => row.blocks.met_waiting,
    toMeet: (row: AreaProgress) => row.blocks.to_meet,
    away: (row: AreaProgress) => row.away,
    released: (row: AreaProgress) => row.blocks.released,
    interviewsLeft: (row: AreaProgress) => row.interviewsLeft,
    withoutOfficer: (row: AreaProgress) => row.withoutOfficer,
    voluntaryYes: (row: AreaProgress) => row.voluntaryYes,
    people: (row: AreaProgress) => row.people,
  };
  type Named = AreaProgress & { name: string };
  if (district)
    return figuresSheet<Named>(
      { subdistrict: ({ name }) => name, ...figures },
      district.subdistricts,
    );
  if (province) {
    const due = ({ code }: Named) =>
      sumEntitlements(
        province.rules,
        province.due.filter(({ districtCode }) => districtCode === code),
      );
    return figuresSheet<Named>(
      {
        district: ({ name }) => name,
        ...figures,
        duePeople: (row) => due(row).people,
        dueMonth: (row) => due(row).monthBaht,
        dueTotal: (row) => due(row).totalBaht,
      },
      province.districts,
    );
  }
  return emptySheet;
};

/** The account officers of a district, or of every district of the province. */
export const officersSheet: SheetMaker = async (scope, { filter }) => {
  const { district, province } = await dashboardOf(scope, filter.district);
  const dashboards = district
    ? [district]
    : await eachDistrict(scope, province?.districts.map(({ code }) => code) ?? []);
  const rows = dashboards.flatMap(({ name, officers }) =>
    officers.map((officer) => ({ ...officer, district: name })),
  );
  return figuresSheet<(typeof rows)[number]>(
    {
      district: ({ district }) => district,
      officerCode: ({ code }) => code,
      officer: ({ name }) => name,
      agency: ({ agency }) => aoAgencyName(agency) || null,
      caseload: ({ progress }) => progress.people,
      interviewsLeft: ({ progress }) => progress.left,
      interviewed: ({ progress }) => progress.interviewed,
    },
    rows,
  );
};

async function eachDistrict(scope: Scoped, codes: readonly string[]) {
  const dashboards = [];
  for (const code of codes) {
    const dashboard = await getDistrictDashboard(scope, code);
    if (dashboard) dashboards.push(dashboard);
  }
  return dashboards;
}

/** The table of age and income with its sums. */
export const ageIncomeSheet: SheetMaker = async (scope, { filter }) => {
  const { district, province } = await dashboardOf(scope, filter.district);
  const dashboard = district ?? province;
  if (!dashboard) return emptySheet;
  const { rules } = dashboard;
  const { lines, total } = ageIncomeTable(rules, dashboard.rows);
  const named = [
    ...lines.map(({ age, ...line }) => ({ label: ageNamed(rules, age), ...line })),
    { label: say("exports.col_total"), ...total },
  ];
  return {
    headers: [
      say("exports.col_ageClass"),
      ...rules.incomeBands.map(({ id }) =>
        say("exports.incomeBand", { band: bandNamed(rules, id) }),
      ),
      say("exports.col_total"),
    ],
    total: named.length,
    titled: true,
    pages: pagesOf(named, ({ label, bands, total }) => [
      label,
      ...bands.map(({ people }) => people),
      total,
    ]),
  };
};

/** People who came and were on no list. */
export const registrationsSheet: SheetMaker = async (scope, { view, unmasked }) => {
  const { tx, actor } = scope;
  const people = await everyRegistration(scope, readRegistrationFilter(view));
  const whole = unmasked ? await wholeIds(scope, people) : null;
  const districts = await listDistrictNames(actor.provinceCode ?? "", tx);
  return tableSheet<RegistrationRow>(
    {
      nationalId: ({ id, nationalIdLast4 }) => whole?.get(id) ?? maskNationalId(nationalIdLast4),
      state: ({ state }) => say(`registrations.state_${state}`),
      name: ({ name }) => name,
      phone: ({ phone }) => phone,
      district: ({ districtCode }) => districts[districtCode] ?? districtCode,
      placeName: ({ placeName }) => placeName,
      cameOn: ({ cameOn }) => dayCell(cameOn),
      receiptNumber: ({ receiptNumber }) => receiptNumber,
    },
    people,
  );
};

async function everyRegistration(scope: Scoped, filter: RegistrationFilter) {
  const all: RegistrationRow[] = [];
  for (let after: string | undefined | null; after !== null; ) {
    const page: RegistrationList = await listRegistrations(scope, filter, {
      after,
      rowsAPage: rowsAtOnce,
    });
    all.push(...page.rows);
    after = page.next;
  }
  return all;
}

async function wholeIds({ tx }: Scoped, people: readonly RegistrationRow[]) {
  const rows = await tx.registration.findMany({
    where: { id: { in: people.map(({ id }) => id) } },
    select: { id: true, nationalIdEnc: true },
  });
  return new Map(rows.map(({ id, nationalIdEnc }) => [id, decryptNationalId(nationalIdEnc, id)]));
}
