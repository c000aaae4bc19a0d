"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import { controlClass, FieldError, FieldHint } from "./field-frame";

export type ComboChoice = { value: string; label: string; hint?: string };

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  choices: readonly ComboChoice[];
  /** A choice's value, or "" for none. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  disabled?: boolean;
};

/** A list of codes to search by typing any part of the word. With react-hook-form use `Controller`. */
export function ComboBox(props: Props) {
  const { name, label, hint, error, choices, value, onChange, onBlur, disabled } = props;
  const t = useTranslations("kit");
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <AriaComboBox
      selectedKey={value || null}
      onSelectionChange={(key) => onChange(key === null ? "" : String(key))}
      onBlur={onBlur}
      isDisabled={disabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      aria-describedby={describedBy || undefined}
      className="flex flex-col gap-1"
    >
      <Label className="font-semibold">{label}</Label>
      <FieldHint id={name}>{hint}</FieldHint>
      <div className="relative">
        <Input id={name} className={`${controlClass} pr-14`} />
        <Button
          aria-label={t("showChoices")}
          className="absolute inset-y-0 right-0 flex w-12 items-center justify-center text-soft"
        >
          <ChevronDown aria-hidden size={20} />
        </Button>
      </div>
      <FieldError id={name}>{error}</FieldError>
      <Popover className="max-h-80 w-(--trigger-width) overflow-auto rounded-button border border-edge bg-card">
        <ListBox
          items={choices}
          renderEmptyState={() => <p className="px-4 py-3 text-soft">{t("noMatch")}</p>}
        >
          {(choice: ComboChoice) => (
            <ListBoxItem
              id={choice.value}
              textValue={choice.label}
              className="flex min-h-12 cursor-pointer flex-col justify-center px-4 py-2 data-focused:bg-indigo-tint data-selected:font-semibold data-selected:text-indigo"
            >
              <Text slot="label">{choice.label}</Text>
              {choice.hint && (
                <Text slot="description" className="text-sm text-soft">
                  {choice.hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
