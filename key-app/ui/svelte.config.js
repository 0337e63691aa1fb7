import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess(),
  onwarn(warning) {
    throw new Error(`${warning.code} in ${warning.filename}: ${warning.message}`);
  },
};
