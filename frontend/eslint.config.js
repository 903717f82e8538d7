import js from "@eslint/js";
import typescript from "typescript-eslint";

export default typescript.config(
  { ignores: ["built/", ".tests/", "node_modules/", "preview/"] },
  js.configs.recommended,
  ...typescript.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "max-lines": ["error", { max: 120 }],
      "max-lines-per-function": ["error", { max: 40, skipComments: true }],
      "max-depth": ["error", 2],
      "max-params": ["error", 5],
      "no-console": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: [
        { from: "package", name: ["test", "suite", "it", "describe"], package: "node:test" }] }],
    },
  },
  {
    files: ["*.mjs", "*.js"],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { globals: { process: "readonly", URL: "readonly", Buffer: "readonly" } },
    rules: { "max-lines-per-function": "off" },
  },
);
