/** The names of moments in the schema; every other `Date` is a day (a test checks the schema). */
type Moment = `${string}At` | "waitingSince";

/** Whether a column of this name is a moment. */
export function isMoment(name: string): name is Moment {
  return name.endsWith("At") || name === "waitingSince";
}

/** The same rows with their days as ISO text; moments stay a `Date`. */
export type IsoDays<Rows> = Rows extends Date
  ? string
  : Rows extends object
    ? {
        [Key in keyof Rows]: Key extends Moment ? Rows[Key] : IsoDays<Rows[Key]>;
      }
    : Rows;

/** Rows for a screen: a day is ISO text until it is shown. */
export function isoDays<Rows>(rows: Rows): IsoDays<Rows> {
  return withIsoDays(rows) as IsoDays<Rows>;
}

function withIsoDays(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(withIsoDays);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, isMoment(key) ? part : withIsoDays(part)]),
  );
}

/** A row or a JSON object; a decimal and bytes are values. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
