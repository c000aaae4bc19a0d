import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import type { FormDraft } from "@/app/forms/use-form-draft";
import { refusalReasons } from "@/domain/assessment";
import { attemptOutcomes } from "@/domain/follow-up";
import {
  absenceSources,
  type DoorRecord,
  reportedDepartures,
  reportSources,
  visitOutcomes,
} from "@/domain/visit";
import { LinkButton } from "@/ui/link-button";

type Props = {
  holderId: string;
  today: string;
  /** What was typed before and not recorded. */
  kept: FormDraft["kept"];
  /** The page to go back to. */
  back: string;
  /** What happened, where the officer has said so already. */
  said?: Said;
  hasAppointment: boolean;
  away: boolean;
  /** A plan is followed up: who is not reached then is an attempt, and no visit for an interview. */
  followsUp: boolean;
  /** The interview may still be refused. */
  mayRefuse: boolean;
  /** The other provinces, and the other districts of this one. */
  provinces: readonly Area[];
  districts: readonly Area[];
};
/** Answers that the button has given which opened the form. */
export type Said = {
  what: "visit" | "attempt" | "appoint";
  outcome?: string;
  attemptOutcome?: string;
};
type Area = { code: string; name: string };

const commands = {
  visit: "recordVisit",
  attempt: "recordAttempt",
  appoint: "makeAppointment",
  cancel: "endAppointment",
  away: "recordAbsence",
  return: "recordReturn",
  departed: "recordDeparture",
  refused: "refuseInterview",
} as const satisfies Record<Exclude<DoorRecord, "contact">, string>;
type VisitField = FormField<(typeof commands)[keyof typeof commands]>;

const when = (...is: string[]) => ({ when: { field: "what", is } });

const coded = <Code extends string>(codes: readonly Code[], label: (code: Code) => string) =>
  codes.map((value) => ({ value, label: label(value) }));

const asChoice = ({ code, name }: Area) => ({ value: code, label: name });

/** One question first, then only what its answer needs. */
export function VisitForm(props: Props) {
  const { holderId } = props;
  const t = useTranslations("visits");
  const what = useWhat(props);
  const visit = useVisitFields(props);
  const attempt = useAttemptFields(props);
  const appointment = useAppointmentFields();
  const absence = useAbsenceFields(props);
  const departure = useDepartureFields();
  const move = useMoveFields(props);
  const refusal = useRefusalFields(props);
  return (
    <CommandForm
      command={{ by: "what", commands }}
      fixed={{ holderId }}
      draft={{ form: "visit", holderId, kept: props.kept }}
      fields={[
        what,
        ...attempt,
        ...visit,
        ...appointment,
        ...absence,
        ...departure,
        ...move,
        ...refusal,
      ]}
      submit={t("save")}
      then={{ of: `${props.back}?of=${holderId}&saved=`, by: "what" }}
      aside={
        <LinkButton href={props.back} tone="quiet">
          {t(props.back === "/day" ? "backToDay" : "back")}
        </LinkButton>
      }
    />
  );
}

function useWhat({ hasAppointment, away, followsUp, mayRefuse, said }: Props): VisitField {
  const chosen = said?.what;
  const t = useTranslations("visits");
  const choices = [
    followsUp
      ? { value: "attempt", label: t("what_attempt"), hint: t("what_attemptHint") }
      : { value: "visit", label: t("what_visit"), hint: t("what_visitHint") },
    { value: "appoint", label: t("what_appoint"), hint: t("what_appointHint") },
    ...(hasAppointment ? [{ value: "cancel", label: t("what_cancel") }] : []),
    ...(away
      ? [{ value: "return", label: t("what_return") }]
      : [{ value: "away", label: t("what_away"), hint: t("what_awayHint") }]),
    ...(mayRefuse
      ? [{ value: "refused", label: t("what_refused"), hint: t("what_refusedHint") }]
      : []),
    { value: "departed", label: t("what_departed"), hint: t("what_departedHint") },
  ];
  return {
    name: "what",
    sends: false,
    kind: "choice",
    label: t("what"),
    // Who has said so already need not look past the others; the page has the way back to them.
    choices: choices.filter(({ value }) => !chosen || value === chosen),
    initial: chosen,
  };
}

function useVisitFields({ today, said }: Props): VisitField[] {
  const t = useTranslations("visits");
  return [
    {
      name: "outcome",
      kind: "choice",
      label: t("outcome"),
      choices: coded(visitOutcomes, (code) => t(`outcome_${code}`)),
      initial: said?.outcome,
      ...when("visit"),
    },
    { name: "visitedOn", kind: "date", label: t("visitedOn"), initial: today, ...when("visit") },
    { name: "note", kind: "text", label: t("note"), longest: 300, ...when("visit", "attempt") },
    { name: "nextOn", kind: "date", label: t("nextOn"), ...when("visit") },
  ];
}

/** Somebody who is followed up was not reached. */
function useAttemptFields({ today, said }: Props): VisitField[] {
  const t = useTranslations("followUps");
  return [
    {
      name: "attemptOutcome",
      sends: "outcome",
      kind: "choice",
      label: t("attemptOutcome"),
      choices: coded(attemptOutcomes, (code) => t(`attempt_${code}`)),
      initial: said?.attemptOutcome,
      ...when("attempt"),
    },
    {
      name: "attemptedOn",
      kind: "date",
      label: t("attemptedOn"),
      initial: today,
      ...when("attempt"),
    },
    {
      name: "againOn",
      sends: "nextOn",
      kind: "date",
      label: t("againOn"),
      ...when("attempt"),
    },
  ];
}

/** Of one that is made and of one that is called off. */
function useAppointmentFields(): VisitField[] {
  const t = useTranslations("visits");
  return [
    { name: "meetOn", kind: "date", label: t("meetOn"), ...when("appoint") },
    { name: "meetAt", kind: "time", label: t("meetAt"), hint: t("meetAtHint"), ...when("appoint") },
    {
      name: "kind",
      kind: "choice",
      label: t("place"),
      choices: coded(["home", "office"] as const, (code) => t(`kind_${code}`)),
      initial: "home",
      ...when("appoint"),
    },
    {
      name: "placeName",
      kind: "text",
      label: t("placeName"),
      when: { field: "kind", is: ["office"] },
    },
    {
      name: "status",
      kind: "choice",
      label: t("endHow"),
      choices: coded(["missed", "cancelled"] as const, (code) => t(`end_${code}`)),
      ...when("cancel"),
    },
    { name: "reason", kind: "text", label: t("cancelReason"), ...when("cancel") },
  ];
}

/** Of somebody who is away and of their return. */
function useAbsenceFields({ today, provinces }: Props): VisitField[] {
  const t = useTranslations("visits");
  return [
    { name: "notedOn", kind: "date", label: t("notedOn"), initial: today, ...when("away") },
    {
      name: "awayProvinceCode",
      kind: "select",
      label: t("awayProvince"),
      choices: provinces.map(asChoice),
      ...when("away"),
    },
    { name: "awayDistrict", kind: "text", label: t("awayDistrict"), ...when("away") },
    { name: "phone", kind: "phone", label: t("phone"), ...when("away") },
    { name: "returnOn", kind: "date", label: t("returnOn"), ...when("away") },
    {
      name: "source",
      kind: "choice",
      label: t("source"),
      choices: coded(absenceSources, (code) => t(`source_${code}`)),
      ...when("away"),
    },
    { name: "returnedOn", kind: "date", label: t("returnedOn"), initial: today, ...when("return") },
  ];
}

/** The reason is kept in the words that were chosen; another one is written on the page of the refusal. */
function useRefusalFields({ today }: Props): VisitField[] {
  const t = useTranslations("assessment");
  return [
    {
      name: "refusalReason",
      sends: "reason",
      kind: "choice",
      label: t("refusalReason"),
      choices: refusalReasons
        .filter((reason) => reason !== "other")
        .map((reason) => t(`refusalOption_${reason}`))
        .map((label) => ({ value: label, label })),
      ...when("refused"),
    },
    { name: "refusedOn", kind: "date", label: t("refusedOn"), initial: today, ...when("refused") },
  ];
}

function useDepartureFields(): VisitField[] {
  const t = useTranslations("visits");
  const words = useTranslations("words");
  return [
    {
      name: "departedKind",
      sends: "kind",
      kind: "choice",
      label: t("departedKind"),
      choices: coded(reportedDepartures, (code) => words(`state_${code}`)),
      ...when("departed"),
    },
    { name: "departedOn", kind: "date", label: t("departedOn"), ...when("departed") },
    {
      name: "departedSource",
      sends: "source",
      kind: "choice",
      label: t("departedSource"),
      choices: coded(reportSources, (code) => t(`source_${code}`)),
      ...when("departed"),
    },
    { name: "sourceDetail", kind: "text", label: t("sourceDetail"), ...when("departed") },
  ];
}

/** Where somebody moved to: within the province the new district is asked to take over, out of it nobody visits any more. */
function useMoveFields({ provinces, districts }: Props): VisitField[] {
  const t = useTranslations("visits");
  const moved = { when: { field: "departedKind", is: ["moved_away"] } };
  const within = { when: { field: "movedWhere", is: ["within"] } };
  const outside = { when: { field: "movedWhere", is: ["outside"] } };
  return [
    {
      name: "movedWhere",
      sends: false,
      kind: "choice",
      label: t("movedWhere"),
      choices: [
        { value: "within", label: t("movedWithin"), hint: t("movedWithinHint") },
        { value: "outside", label: t("movedOutside"), hint: t("movedOutsideHint") },
      ],
      ...moved,
    },
    {
      name: "toDistrictCode",
      kind: "select",
      label: t("movedToDistrict"),
      choices: districts.map(asChoice),
      ...within,
    },
    { name: "presentAddress", kind: "text", label: t("movedAddress"), ...within },
    {
      name: "toProvinceCode",
      kind: "select",
      label: t("movedToProvince"),
      choices: provinces.map(asChoice),
      ...outside,
    },
  ];
}
