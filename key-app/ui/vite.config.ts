import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
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
