/**
 * A loader of the build for `src/i18n/th`: messages are read once, when the product is built. Neither the browser nor each page
 * of the server reads them again, and the browser does not load what reads them.
 */
import { build } from "esbuild";
import compile from "icu-minify/compile";

const compiled = (texts) =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === "string" ? compile(text) : compiled(text),
    ]),
  );

export default async function compileMessages() {
  const done = this.async();
  try {
    const { outputFiles, metafile } = await build({
      entryPoints: [this.resourcePath],
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      charset: "utf8",
      logLevel: "silent",
    });
    for (const path of Object.keys(metafile.inputs)) this.addDependency?.(path);
    const [{ text }] = outputFiles;
    const module = await import(`data:text/javascript,${encodeURIComponent(text)}`);
    const exported = Object.entries(module).map(
      ([name, texts]) => `export const ${name} = ${JSON.stringify(compiled(texts))};`,
    );
    done(null, exported.join("\n"));
  } catch (error) {
    done(error);
  }
}
