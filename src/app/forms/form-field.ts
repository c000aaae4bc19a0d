import type { ReactNode } from "react";
import type { CommandName, InputOf } from "./send-command";

export type FieldChoice = { value: string; label: string; hint?: string };

/** How a question is asked. */
export type AskedField = {
  kind: "text" | "long" | "date" | "number" | "time" | "phone" | "choice" | "choices" | "select";
  label: string;
  hint?: ReactNode;
  choices?: readonly FieldChoice[];
  /** The most letters of a text, said while it is typed; the command says it otherwise. Nothing is ever cut off. */
  longest?: number;
  initial?: string | readonly string[];
  /** Shown only beside certain answers; what is not shown is not sent. */
  when?: { field: string; is: readonly string[] };
};

/** The names of an input; a part of an answer has a dot: `projects.MKT-01`. */
type NamesOf<Input> = Input extends object
  ? {
      [Key in keyof Input & string]:
        | Key
        | (NonNullable<Input[Key]> extends readonly unknown[]
            ? never
            : NonNullable<Input[Key]> extends object
              ? `${Key}.${keyof NonNullable<Input[Key]> & string}`
              : never);
    }[keyof Input & string]
  : never;
export type FieldOf<Name extends CommandName> = NamesOf<InputOf<Name>> & string;

/**
 * One question of a command's form, with the name of the command's field. If two questions of one form fill the
 * same field, or one only decides which others are shown, `sends` says so.
 */
export type FormField<Name extends CommandName> = AskedField &
  ({ name: FieldOf<Name>; sends?: undefined } | { name: string; sends: FieldOf<Name> | false });

/** A question of any command. */
export type AnyField = AskedField & { name: string; sends?: string | false };

/** Some of what a command takes. */
export type PartOf<Input> = Input extends unknown ? Partial<Input> : never;
