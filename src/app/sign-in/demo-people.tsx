"use client";

import { useTranslations } from "next-intl";
import { demoPassword } from "@/domain/demo";
import { type Role, roles } from "@/domain/policy";
import { Card } from "@/ui/card";

export type DemoPerson = {
  login: string;
  name: string;
  role: Role;
  position: string;
  agency: string | null;
  district: string | null;
};

type Props = {
  people: DemoPerson[];
  /** The login that is being signed in. */
  pending: string | null;
  onChoose: (person: { login: string; password: string }) => void;
};

/** The people of the demo by place. They are synthetic, and so is the one password they share. */
export function DemoPeople({ people, pending, onChoose }: Props) {
  const t = useTranslations("signIn");
  const places = [...new Set(people.map(({ district }) => district))].sort((a, b) =>
    a === null ? -1 : b === null ? 1 : a.localeCompare(b, "th"),
  );
  return (
    <Card title={t("demoTitle")} sub={t("demoText")}>
      <div className="grid gap-2">
        {places.map((place, index) => (
          <details key={place ?? "-"} open={index < 2} className="border-t border-line pt-2">
            <summary className="min-h-12 cursor-pointer py-2 font-semibold">
              {place === null ? t("demoProvince") : t("demoDistrict", { name: place })}
            </summary>
            <ul className="grid gap-2 pb-3 sm:grid-cols-2">
              {people
                .filter(({ district }) => district === place)
                .sort((a, b) => orderOf(a.role) - orderOf(b.role))
                .map((person) => (
                  <li key={person.login}>
                    <button
                      type="button"
                      disabled={pending !== null}
                      aria-busy={pending === person.login}
                      onClick={() => onChoose({ login: person.login, password: demoPassword })}
                      className="h-full min-h-12 w-full rounded-button border border-edge bg-card px-4 py-2 text-left hover:border-indigo hover:bg-indigo-tint disabled:opacity-60"
                    >
                      <span className="block font-semibold text-indigo">{person.position}</span>
                      <span className="block text-sm text-soft">{person.name}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </details>
        ))}
      </div>
    </Card>
  );
}

const order: readonly Role[] = roles;
const orderOf = (role: Role) => order.indexOf(role);
