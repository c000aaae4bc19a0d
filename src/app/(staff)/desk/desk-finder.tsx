"use client";

import type { ComponentProps } from "react";
import { Finder } from "@/app/finder/finder";
import { UnlistedForm } from "./unlisted-form";

type Props = Pick<ComponentProps<typeof Finder>, "hint" | "subdistricts"> & {
  /** The desk that is open here; null where none is. */
  deskId: string | null;
};

/** The finder of a desk: an ID is searched in the whole province, and a person on no list can be recorded. */
export function DeskFinder({ deskId, ...props }: Props) {
  return (
    <Finder
      {...props}
      personHref="/desk/holders"
      atDesk
      whenNobody={(words) => (
        <UnlistedForm key={`unlisted ${words}`} words={words} deskId={deskId} />
      )}
    />
  );
}
