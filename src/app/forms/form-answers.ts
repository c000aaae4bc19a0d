import { isIsoDate } from "@/domain/calendar";
import { readWholeNumber } from "@/domain/typed-numbers";
import type { AnyField } from "./form-field";

/** What was given to the questions, by their names on the page. */
export type Given = Record<string, unknown>;

/** The fields with names that no other form of the page has; what they send stays the same. */
export function within(form: string, fields: readonly AnyField[]): AnyField[] {
  return fields.map(({ name, sends = name, when, ...field }) => ({
    ...field,
    sends,
    name: form + name,
    when: when && { ...when, field: form + when.field },
  }));
}

/** The initial answers of a form. */
export function initialOf(fields: readonly AnyField[]): Given {
  return Object.fromEntries(
    fields.map(({ name, kind, initial }) => [name, initial ?? (kind === "choices" ? [] : "")]),
  );
}

/**
 * The answers that were kept, as far as these questions take them; a date that was half typed is typed again, and what is no
 * choice any more is chosen no more: nobody could take back what is not there.
 */
export function restoredOf(fields: readonly AnyField[], kept: Given): Given {
  return Object.fromEntries(
    fields.map(({ name, kind, choices }) => {
      const answer = kept[name];
      const offered = (given: unknown) => !choices || choices.some(({ value }) => value === given);
      if (kind === "choices") return [name, Array.isArray(answer) ? answer.filter(offered) : []];
      const fits =
        typeof answer === "string" && (kind !== "date" || isIsoDate(answer)) && offered(answer);
      return [name, fits ? answer : ""];
    }),
  );
}

/** The questions that are visible with these answers. One that depends on a question that is not there is a mistake. */
export function shownBeside(given: Given, fields: readonly AnyField[]): AnyField[] {
  const answersOf = (field: string) => {
    if (!fields.some(({ name }) => name === field)) throw new Error(`No question named ${field}`);
    return [given[field]].flat().map(String);
  };
  return fields.filter(
    ({ when }) => !when || answersOf(when.field).some((answer) => when.is.includes(answer)),
  );
}

/** The command's input: an empty answer is null, a number is a number; a name with a dot becomes a nested field. */
export function inputOf(given: Given, fields: readonly AnyField[]): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const { name, sends = name } = field;
    if (sends === false) continue;
    const [whole = sends, part] = sends.split(".");
    const answer = answerOf(field, given[name]);
    input[whole] = part === undefined ? answer : { ...(input[whole] as object), [part]: answer };
  }
  return input;
}

/** The fields that the server found wrong, each with its first message; errors without a question are left out. */
export function faultsOf(
  found: Record<string, string[]> | undefined,
  fields: readonly AnyField[],
): { name: string; message: string }[] {
  const fieldOf = (path: string) => fields.find(({ name, sends = name }) => sends === path);
  return Object.entries(found ?? {}).flatMap(([path, [message = ""]]) => {
    // An error of a part without its own question is shown at the whole answer.
    const field = fieldOf(path) ?? fieldOf(path.split(".")[0] ?? "");
    return field ? [{ name: field.name, message: asAsked(field, message) }] : [];
  });
}

const chosenFrom: readonly AnyField["kind"][] = ["choice", "choices", "select"];

/** A command knows what is missing, the form how it was asked: from a list one chooses, one does not fill it in. */
function asAsked({ kind }: AnyField, message: string): string {
  return message === "missing" && chosenFrom.includes(kind) ? "choose" : message;
}

function answerOf({ kind }: AnyField, given: unknown) {
  if (kind === "choices") return Array.isArray(given) ? given : given ? [given] : [];
  const text = String(given ?? "").trim();
  if (text === "") return null;
  return kind === "number" ? (readWholeNumber(text) ?? text) : text;
}
