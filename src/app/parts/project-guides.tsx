"use client";

import { createContext, useContext } from "react";
import type { ProjectGuides } from "@/domain/project-guide";
import { ProjectGuideText } from "./project-guide";

const Guides = createContext<ProjectGuides>({});

/** Hands what the province has written about projects to every menu below. */
export const ProjectGuidesProvider = Guides.Provider;

/** What a project gives; nothing where the province has written nothing. */
export function GuideOf({ project }: { project: string }) {
  const guide = useContext(Guides)[project];
  return guide ? <ProjectGuideText guide={guide} /> : null;
}
