import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const nextConfig: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  typedRoutes: false,
  // No optimizer: it was the way in of three advisories of 2026, and the product shows no photographs.
  images: { unoptimized: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@myriaddreamin/typst-ts-node-compiler",
    "graphile-worker",
    "pg",
  ],
  // `npm test` checks the types of the whole repository; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { cpus: 2 },
  // Messages come into the build compiled (scripts/messages-loader.mjs), so what formats them need not read them.
  turbopack: {
    rules: {
      "*.ts": {
        condition: { path: /src\/i18n\/th\/[^/]+\.ts$/ },
        loaders: ["./scripts/messages-loader.mjs"],
        as: "*.js",
      },
    },
    resolveAlias: { "use-intl/format-message": "./src/i18n/format-message.ts" },
  },
  // proxy.ts speaks for the pages; uploads keep `api` out of it, so the answers there get theirs here.
  headers: async () => [
    {
      source: "/api/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "private, no-store" },
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
      ],
    },
  ],
};

export default createNextIntlPlugin("./src/i18n/request.ts")(nextConfig);
