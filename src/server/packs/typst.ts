import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** The templates and the two weights of Sarabun lie beside this file; the worker is one bundle and finds them from the project. */
function workspace(): string {
  const beside = fileURLToPath(new URL("pages", import.meta.url));
  return existsSync(beside) ? beside : join(process.cwd(), "src/server/packs/pages");
}

/** One for the process: a new one each time is slower. It is 51 MB of native code, loaded with the first page that is asked for. */
let compiler: NodeCompiler | undefined;

/** Typst keeps what it has compiled; without this memory climbs with each paper. */
const keptPapers = 10;

/**
 * A paper as PDF: `template` of `pages`, with what it says as JSON, never as part of the template. Synchronous and busy: only in the worker.
 * @param made its day (ISO), so that the same paper has the same bytes
 */
export async function typeset(
  template: "pack.typ" | "brief.typ",
  data: unknown,
  made: string,
): Promise<Uint8Array> {
  if (!compiler) {
    const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
    compiler = NodeCompiler.create({
      workspace: workspace(),
      fontArgs: [{ fontPaths: [join(workspace(), "fonts")] }],
    });
  }
  const bytes = compiler.pdf(
    {
      mainFilePath: join(workspace(), template),
      inputs: { data: JSON.stringify(data) },
      resetRead: true,
    },
    { creationTimestamp: Date.parse(`${made}T00:00:00Z`) / 1000 },
  );
  compiler.evictCache(keptPapers);
  return bytes;
}
