/** Builds what the pages load into built/, or the tests into .tests/. */

import { spawn } from "node:child_process";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const TAILWIND = here("node_modules/@tailwindcss/cli/dist/index.mjs");
const FONTS = [
  "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  "@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-600-normal.woff2",
];

const islands = {
  entryPoints: ["theme", "site", "board", "inbox", "page"].map((name) => here(`src/${name}.ts`)),
  outdir: here("built"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "linked",
  logLevel: "warning",
};

/** The tests run under plain node, which in version 20 does not read TypeScript. */
async function tests() {
  const outdir = here(".tests");
  await rm(outdir, { recursive: true, force: true });
  const names = (await readdir(here("test"))).filter((name) => name.endsWith(".test.ts"));
  const entryPoints = names.map((name) => here(`test/${name}`));
  await build({ entryPoints, outdir, bundle: true, platform: "node", format: "esm",
    outExtension: { ".js": ".mjs" }, sourcemap: "inline", logLevel: "warning" });
}

function style(...flags) {
  const args = [TAILWIND, "-i", here("src/css/site.css"), "-o", here("built/site.css"), ...flags];
  const run = spawn(process.execPath, args, { cwd: here("."), stdio: ["inherit", "ignore", "pipe"] });
  const said = [];
  run.stderr.on("data", (words) => said.push(words));
  return new Promise((done, failed) => {
    run.on("exit", (code) => (code ? failed(new Error(Buffer.concat(said).toString())) : done()));
  });
}

async function assets() {
  await mkdir(here("built/fonts"), { recursive: true });
  await cp(here("assets"), here("built"), { recursive: true });
  for (const font of FONTS) {
    await cp(here(`node_modules/${font}`), here(`built/fonts/${font.split("/").at(-1)}`));
  }
}

if (process.argv.includes("--tests")) {
  await tests();
} else {
  await rm(here("built"), { recursive: true, force: true });
  await assets();
  if (process.argv.includes("--watch")) {
    await (await context(islands)).watch();
    await style("--watch=always");
  } else {
    await Promise.all([build(islands), style("--minify")]);
  }
}
