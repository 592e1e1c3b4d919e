// The page reads HTML with the browser's parser, the command-line tool with its own: both must
// see the same policy.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { catalogue, open, pageTest, SITE, TOOL } from "./harness.mjs";

const run = promisify(execFile);

/** What the tool reads from a file: headings and texts in order. */
async function readByTool(name, bytes) {
  const folder = await mkdtemp(join(tmpdir(), "policy-diff-"));
  try {
    const file = join(folder, name);
    await writeFile(file, bytes);
    const { stdout } = await run(TOOL, ["read", file, "--format", "json"], { maxBuffer: 64e6 });
    const document = JSON.parse(stdout);
    const texts = new Map(document.blocks.map(({ id, text }) => [id, text]));
    return document.sections.flatMap(({ heading, blocks }) => [
      ...(heading ? [heading] : []),
      ...blocks.map((id) => texts.get(id)),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the page shows of one version: headings and texts in order. */
async function readByPage(page, address) {
  await open(page, address);
  await page.locator(".pd-reading").waitFor();
  const more = page.locator(".pd-reading > button");
  while ((await more.count()) > 0) await more.click();
  return page.evaluate(() => {
    const reading = document.querySelector(".pd-reading").cloneNode(true);
    // Link targets are shown beside links; they are no part of the text.
    for (const target of reading.querySelectorAll(".pd-target")) target.remove();
    return [...reading.querySelectorAll(".pd-heading, .pd-text, .pd-item")].map((e) => e.textContent);
  });
}

const folded = (texts) => texts.map((text) => text.replace(/\s+/g, " ").trim());

const pages = catalogue.organisations.flatMap(({ id, versions }) =>
  versions.filter(({ file }) => /\.html?$/.test(file)).map((version) => ({ organisation: id, ...version })));

for (const { organisation, id, file } of pages) {
  pageTest(`${file} is read alike by page and tool`, { skip: TOOL ? false : "the tool is not built" }, async (page) => {
    const bytes = Buffer.from(await (await fetch(new URL(`policies/${file}`, SITE))).arrayBuffer());
    const byTool = await readByTool(file.split("/").pop(), bytes);
    const byPage = await readByPage(page, `#/${organisation}/${id}`);
    assert.ok(byTool.length > 3);
    assert.deepEqual(folded(byPage), folded(byTool));
  });
}
