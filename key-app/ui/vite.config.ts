import { svelte } from "@sveltejs/vite-plugin-svelte";
import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** Character maps and letters for papers that bring none, and JPEG 2000: pdf.js asks for them when a paper does. */
function besidePdf(): Plugin {
  const from = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return {
    name: "beside-pdf",
    apply: "build",
    writeBundle({ dir }) {
      for (const folder of ["cmaps", "standard_fonts", "wasm"]) {
        // The policy of the window compiles no bytes: of JPEG 2000 only the script is of use.
        const filter = (name: string) => !name.endsWith(".wasm") && !name.includes("QCMS");
        cpSync(join(from, folder), join(dir!, "pdf", folder), { recursive: true, filter });
      }
    },
  };
}

export default defineConfig({
  plugins: [svelte(), besidePdf()],
  // Its first entry is one for old browsers, twice as large.
  resolve: { alias: [{ find: /^simple-keyboard$/, replacement: "simple-keyboard/build/index.modern.esm.js" }] },
  worker: { format: "es" },
  base: "./",
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    // Nothing inline: the window's policy allows scripts, styles and letters from 'self' only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ["es2022", "safari16", "chrome110"],
    // The worker of pdf.js is one file of 1.1 MB, read when the first PDF is.
    chunkSizeWarningLimit: 1200,
  },
});
