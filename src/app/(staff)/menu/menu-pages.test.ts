import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demoOfficers } from "@tests/builders/demo-officers";
import { describe, expect, it } from "vitest";
import type { Role } from "@/domain/policy";
import { menuPages, menuPagesOf, menuStages } from "./menu-pages";

/** The reviewed table of routes and roles; the officers are those whom it asks (tests/e2e/access-matrix.spec.ts). */
const [header = [], ...rows] = readFileSync(
  join(process.cwd(), "tests/security/matrix.csv"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const asked: Record<Exclude<Role, "link_bearer">, string> = {
  governor: "governor",
  provincial_officer: "treasury",
  district_chief: "chief.mueang",
  district_secretary: "secretary.mueang",
  receiving_officer: "desk1.mueang",
  account_officer: "baac.mueang",
  agency_officer: "agency.baac",
  administrator: "admin",
  national_reader: "nation",
};

/** Opened from the frame of every page, or a step of the page before it. */
const stepsOf: Record<string, string> = {
  "/announcements/new": "/announcements",
  "/assign/move": "/assign",
  "/calendar/village": "/calendar",
  "/day/calls": "/day",
  "/day/sheet": "/day",
  "/desk/places/letter": "/desk/places",
  "/desk/places/notice": "/desk/places",
  "/desk/today": "/desk",
  "/district/briefings/sheet": "/district/briefings",
  "/district/officers/end": "/district/officers",
  "/district/officers/slips": "/district/officers",
  "/district/plan/paper": "/district/plan",
  "/district/plan/request": "/district/plan",
  "/district/receiving/order": "/district/receiving",
  "/imports/new": "/imports",
  "/inquiries/new": "/inquiries",
  "/registrations/new": "/registrations",
  "/resolutions/new": "/resolutions",
  "/rules/new": "/rules",
  "/print/appointments": "/calendar",
  "/papers/files": "/papers",
  "/province/agencies/new": "/province/agencies",
  "/reports/new": "/reports",
  "/transfers/new": "/transfers",
};
const inTheFrame = ["/", "/menu", "/search", "/clock"];

describe.each(Object.entries(asked))("the menu of %s", (role, login) => {
  const column = header.indexOf(role);
  const mayOpen = rows.flatMap(([route = "", method, ...cells]) =>
    method === "GET" && !/[[]|^\/api/.test(route) && cells[column - 2] === "200" ? [route] : [],
  );
  const reader = demoOfficers.find((officer) => officer.login === login);
  const shown = reader ? menuStages.flatMap((stage) => menuPagesOf(reader, stage)) : [];

  it("is read from the table and by an officer of the demo", () => {
    expect(column).toBeGreaterThan(1);
    expect(reader?.role).toBe(role);
  });

  it("names every page that this role may open, or the page before it", () => {
    const hidden = mayOpen.filter(
      (route) =>
        !inTheFrame.includes(route) && !shown.some((page) => page === (stepsOf[route] ?? route)),
    );
    expect(hidden).toEqual([]);
  });

  it("names no page that this role may not open", () => {
    expect(shown.filter((page) => !mayOpen.includes(page))).toEqual([]);
  });
});

it("stands for somebody: no page is in the table for nobody", () => {
  const all = Object.values(asked).flatMap((login) => {
    const reader = demoOfficers.find((officer) => officer.login === login);
    return reader ? menuStages.flatMap((stage) => menuPagesOf(reader, stage)) : [];
  });
  expect(Object.keys(menuPages).filter((page) => !all.some((each) => each === page))).toEqual([]);
});
