"use client";

import { useState } from "react";
import { Arriving, useArrived } from "./arriving";
import { type DateFieldProps, DateLine } from "./date-line";

const parts = new Arriving(() => import("./date-parts"));

/**
 * Day, month and year in B.E.; ISO towards the form. With react-hook-form use `Controller`. Its parts come once a page shows
 * a date; before that, and where they do not come, the date is typed on one line.
 */
export function DateField(props: DateFieldProps) {
  const arrived = useArrived(parts, true);
  const [held, setHeld] = useState(false);
  if (!arrived || held) return <DateLine {...props} onHold={setHeld} />;
  return <arrived.DateParts {...props} />;
}
