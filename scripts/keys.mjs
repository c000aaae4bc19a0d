/**
 * The keys of an installation (DATA_DIR/keys.json) and the passwords of its database logins (DATA_DIR/logins.json),
 * both mode 0600. Run by itself it prints a new key file.
 */
import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail } from "./say.mjs";

const KEY_NAMES = ["AUTH_SECRET", "ID_KEY", "INDEX_KEY"];

const newKeys = () =>
  Object.fromEntries(KEY_NAMES.map((name) => [name, randomBytes(32).toString("base64")]));

const newPasswords = () =>
  Object.fromEntries(
    ["admin", "owner", "app", "job"].map((login) => [login, randomBytes(24).toString("hex")]),
  );

/** Other users may pass through the folder (the database's user must), but cannot list what is in it. */
export function makeDataFolder(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  else chmodSync(dataDir, 0o700);
}

function readOrMake(path, make) {
  if (!existsSync(path)) {
    if (!make) return undefined;
    writeFileSync(path, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600, flag: "wx" });
  }
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return fail(`อ่านแฟ้ม ${path} ไม่ได้`, `The file ${path} cannot be read.`);
  }
}

/** The keys: from the environment, else from the key file; only an embedded database may create that file. */
export function keysOf(dataDir, { embedded }) {
  const given = Object.fromEntries(
    KEY_NAMES.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  if (Object.keys(given).length === KEY_NAMES.length) return given;
  const kept = readOrMake(join(dataDir, "keys.json"), embedded && newKeys);
  const keys = { ...kept, ...given };
  const missing = KEY_NAMES.filter((name) => !keys[name]);
  if (missing.length)
    fail(
      `ต้องกำหนดกุญแจ ${missing.join(", ")} เมื่อใช้ DATABASE_URL (ดู .env.example)`,
      `With DATABASE_URL the keys must be given: ${missing.join(", ")} (see .env.example).`,
    );
  return keys;
}

/** Passwords of the database logins; we choose them ourselves, so they can be made at any time. */
export const passwordsOf = (dataDir) => readOrMake(join(dataDir, "logins.json"), newPasswords);

/** Shows whether two installations have the same keys, without showing the keys. */
export const keyCheckOf = ({ ID_KEY, INDEX_KEY }) =>
  [ID_KEY, INDEX_KEY]
    .map((key) => createHmac("sha256", Buffer.from(key, "base64")).update("sukjai").digest("hex"))
    .map((digest) => digest.slice(0, 16))
    .join("-");

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(newKeys(), null, 2));
