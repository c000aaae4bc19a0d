import type { KeyboardEvent } from "react";

const stopSelector =
  "input:not([type=hidden]), select, textarea, button[type=submit], [role=spinbutton]";

/**
 * The keys of a form that is filled in while people queue: Enter goes to the next field, 1–9 choose within a
 * group of answers, Ctrl+Enter sends; from the last field of a form without a button Enter goes to the next form. Buttons and text areas keep their own
 * Enter. A form with dates listens on the way down (`onKeyDownCapture`): the parts of a date let no key out.
 */
export function deskKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  const target = event.target as HTMLElement;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
  } else if (event.key === "Enter" && target.matches("input, select, [role=spinbutton]")) {
    event.preventDefault();
    nextStop(event.currentTarget, target)?.focus();
  } else if (/^[1-9]$/.test(event.key) && target.matches("input[type=radio]")) {
    event.preventDefault();
    groupOf(event.currentTarget, target as HTMLInputElement)[Number(event.key) - 1]?.click();
  }
}

function groupOf(form: HTMLFormElement, radio: HTMLInputElement): HTMLInputElement[] {
  const all = form.querySelectorAll<HTMLInputElement>("input[type=radio]");
  return [...all].filter(({ name }) => name === radio.name);
}

/** The next field in reading order; a group of radio buttons is one field, and so is a date. */
function nextStop(form: HTMLFormElement, from: HTMLElement): HTMLElement | undefined {
  const stops = stopsOf(form);
  const here = stops.findIndex((stop) => stop === from || inOneGroup(stop, from));
  const forms = [...document.forms];
  return stops[here + 1] ?? firstStop(forms[forms.indexOf(form) + 1]);
}

/** The first field of a form. */
export function firstStop(form: HTMLFormElement | null | undefined): HTMLElement | undefined {
  return form ? stopsOf(form)[0] : undefined;
}

function stopsOf(form: HTMLFormElement): HTMLElement[] {
  const all = [...form.querySelectorAll<HTMLInputElement>(stopSelector)];
  return all.filter((stop) => !stop.disabled && stop.tabIndex >= 0 && isItsGroupsStop(stop, all));
}

function isItsGroupsStop(stop: HTMLInputElement, all: readonly HTMLInputElement[]): boolean {
  if (isPartOfDate(stop)) return stop === all.find((other) => inOneGroup(other, stop));
  if (stop.type !== "radio") return true;
  const group = all.filter((other) => inOneGroup(other, stop));
  return stop === (group.find(({ checked }) => checked) ?? group[0]);
}

const isPartOfDate = (stop: HTMLElement) => stop.getAttribute("role") === "spinbutton";

function inOneGroup(stop: HTMLElement, other: HTMLElement): boolean {
  if (isPartOfDate(stop) && isPartOfDate(other))
    return stop.closest("[role=group]") === other.closest("[role=group]");
  return (
    stop instanceof HTMLInputElement &&
    other instanceof HTMLInputElement &&
    stop.type === "radio" &&
    other.type === "radio" &&
    stop.name === other.name
  );
}
