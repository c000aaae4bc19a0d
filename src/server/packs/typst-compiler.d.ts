/** What is used of the compiler (Typst 0.14): it is native code, and whoever only checks types need not have it. */
declare module "@myriaddreamin/typst-ts-node-compiler" {
  export class NodeCompiler {
    static create(options: {
      workspace: string;
      fontArgs: { fontPaths: string[] }[];
    }): NodeCompiler;
    pdf(
      source: { mainFilePath: string; inputs: Record<string, string>; resetRead: boolean },
      options: { creationTimestamp: number },
    ): Uint8Array;
    evictCache(maxAge: number): void;
  }
}
