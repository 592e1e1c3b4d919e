// The page has web pages read by a program that it loads for them, the command-line tool reads them
// itself: both must show the same policy and the same comparison.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { catalogue, open, pageTest, SITE, TOOL } from "./harness.mjs";

const run = promisify(execFile);

/** What the tool prints about published files. */
async function byTool(command, versions, format) {
  const folder = await mkdtemp(join(tmpdir(), "policy-diff-"));
  try {
    const files = [];
    for (const { file } of versions) {
      files.push(join(folder, file.split("/").pop()));
      const bytes = await (await fetch(new URL(`policies/${file}`, SITE))).arrayBuffer();
      await writeFile(files.at(-1), Buffer.from(bytes));
    }
    const { stdout } = await run(TOOL, [command, ...files, "--format", format], { maxBuffer: 64e6 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the tool reads from a file: headings and texts in order. */
async function readByTool(version) {
  const document = JSON.parse(await byTool("read", [version], "json"));
  const texts = new Map(document.blocks.map(({ id, text }) => [id, text]));
  return document.sections.flatMap(({ heading, blocks }) => [
    ...(heading ? [heading] : []),
    ...blocks.map((id) => texts.get(id)),
  ]);
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

const skip = TOOL ? false : "the tool is not built";

for (const version of pages) {
  const { organisation, id, file } = version;
  pageTest(`${file} is read alike by page and tool`, { skip }, async (page) => {
    const fromTool = await readByTool(version);
    const fromPage = await readByPage(page, `#/${organisation}/${id}`);
    assert.ok(fromTool.length > 3);
    assert.deepEqual(folded(fromPage), folded(fromTool));
  });
}

/** The words in elements of a name, in order, without white space. */
const wordsIn = (html, name) =>
  [...html.matchAll(new RegExp(`<${name}\\b[^>]*>(.*?)</${name}>`, "gs"))]
    .map(([, inside]) => inside.replace(/<[^>]*>|\s/g, ""))
    .join("");

for (const [old, recent] of pages.slice(1).map((version, at) => [pages[at], version])) {
  if (old.organisation !== recent.organisation) continue;
  const pair = `${old.id}..${recent.id}`;
  pageTest(`${recent.organisation} ${pair} is compared alike by page and tool`, { skip }, async (page) => {
    // A report begins with its legend, which shows one word of each kind.
    const report = (await byTool("compare", [old, recent], "html"))
      .replace(/<del\b[^>]*>.*?<\/del>/s, "")
      .replace(/<ins\b[^>]*>.*?<\/ins>/s, "");
    await open(page, `#/${recent.organisation}/${pair}`);
    await page.locator(".pd-entries").waitFor();
    const more = page.locator(".pd-redline > button, .pd-more button");
    while ((await more.count()) > 0) await more.first().click();
    const shown = await page.locator(".pd-entries").innerHTML();
    for (const name of ["del", "ins"]) {
      assert.ok(wordsIn(report, name).length > 0);
      assert.equal(wordsIn(shown, name), wordsIn(report, name));
    }
  });
}
