import { codeListStatements } from "./code-lists";
import { letterStatements } from "./letter";
import { menuStatements } from "./menus";
import { projectStatements } from "./projects";
import { registerStatements } from "./register";
import { slideStatements } from "./slides";
import type { Statement } from "./statement";

/** What the papers of 2561 and the register say of the first rule set, clause by clause. */
export const statements: readonly Statement[] = [
  ...letterStatements,
  ...slideStatements,
  ...menuStatements,
  ...projectStatements,
  ...registerStatements,
  ...codeListStatements,
];
