import type { KeyboardEvent } from "react";

const stopSelector = "input:not([type=hidden]), select, textarea, button[type=submit]";

/**
 * The keys of a form that is filled in while people queue: Enter goes to the next field, 1–9 choose within a
 * group of answers, Ctrl+Enter sends. Buttons and text areas keep their own Enter.
 */
export function deskKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  const target = event.target as HTMLElement;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
  } else if (event.key === "Enter" && target.matches("input, select")) {
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

/** The next field in reading order; a group of radio buttons is one field. */
function nextStop(form: HTMLFormElement, from: HTMLElement): HTMLElement | undefined {
  const all = [...form.querySelectorAll<HTMLInputElement>(stopSelector)];
  const stops = all.filter(
    (stop) => !stop.disabled && stop.tabIndex >= 0 && isItsGroupsStop(stop, all),
  );
  const here = stops.findIndex((stop) => stop === from || inOneGroup(stop, from));
  return stops[here + 1];
}

function isItsGroupsStop(stop: HTMLInputElement, all: readonly HTMLInputElement[]): boolean {
  if (stop.type !== "radio") return true;
  const group = all.filter((other) => inOneGroup(other, stop));
  return stop === (group.find(({ checked }) => checked) ?? group[0]);
}

function inOneGroup(stop: HTMLElement, other: HTMLElement): boolean {
  return (
    stop instanceof HTMLInputElement &&
    other instanceof HTMLInputElement &&
    stop.type === "radio" &&
    other.type === "radio" &&
    stop.name === other.name
  );
}
