import type { Actor } from "@/domain/policy";
import { env } from "@/server/env";
import { copyIntoTwin } from "./copy";
import { importList, peopleOfPhrae } from "./register";

/** How many live in the province, and how many of them stand in the list that comes later. */
const [province, listed] = [150_000, 15_000];

/** A large province, and then a list of a tenth of it in which one income in twenty is another, beside a bare COPY of as many. */
export async function measureRefresh(
  adminUrl: string,
  treasury: Actor,
  progress: (text: string) => void,
) {
  const people = peopleOfPhrae(province);
  progress(`a province of ${province}`);
  const firstSeconds = await importList(treasury, people);
  const firstCopy = await copyIntoTwin(adminUrl, env().DATA_DIR);
  progress(`a list of ${listed} of them`);
  const later = people.slice(0, listed).map((person, index) => {
    const income = index % 20 === 0 ? Math.max(0, person.income - 1) : person.income;
    return { ...person, income };
  });
  const seconds = await importList(treasury, later, { number: 2, created: 0 });
  const copy = await copyIntoTwin(adminUrl, env().DATA_DIR, listed);
  return {
    first: { rows: province / firstSeconds, copyRows: province / firstCopy },
    refresh: { rows: listed / seconds, copyRows: listed / copy },
  };
}
