import type { Citation } from "@/domain/rules/citation";
import { letterCitations } from "@/domain/rules/citations-letters";
import { menuCitations } from "@/domain/rules/citations-menus";
import { projectCitations } from "@/domain/rules/citations-projects";
import { slideCitations } from "@/domain/rules/citations-slides";

const all = { ...letterCitations, ...projectCitations, ...slideCitations, ...menuCitations };

export type CitationId = keyof typeof all;

/** Every passage the rules rest on. */
export const citations: Readonly<Record<CitationId, Citation>> = all;
