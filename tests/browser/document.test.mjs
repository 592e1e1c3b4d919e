// The page reads files in WebAssembly and with the browser's decoders, the command line natively and
// with its own: of the same bytes both must make the same document, to the last byte of its JSON.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { open, pageTest, SITE, TOOL } from "./harness.mjs";
import { encoded, encodings } from "./encodings.mjs";
import { awkward } from "./awkward.mjs";

const run = promisify(execFile);
const skip = TOOL ? false : "the tool is not built";
const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const CORPUS = process.env.POLICY_DIFF_CORPUS ?? join(PROJECT, "../shared/corpus");

/** What the command line makes of a file, as JSON; `null` where it refuses it. */
async function byTool(name, bytes) {
  const folder = await mkdtemp(join(tmpdir(), "policy-diff-"));
  try {
    const file = join(folder, name);
    await writeFile(file, bytes);
    const { stdout } = await run(TOOL, ["read", file, "--format", "json"], { maxBuffer: 64e6 });
    return JSON.parse(stdout);
  } catch (failure) {
    assert.match(failure.stderr ?? String(failure), /cannot be used/, name);
    return null;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The engine in a page of the site: a function from a name and bytes to the document. */
async function engine(page) {
  await open(page);
  await page.evaluate(async (folder) => {
    const module = await import(new URL("policy-diff-bench.js", folder).href);
    await module.default({ module_or_path: new URL("policy-diff-bench_bg.wasm", folder) });
    globalThis.readDocument = module.read_document;
  }, new URL("engine/", SITE).href);
  return async (name, bytes) => {
    const text = await page.evaluate(
      ([name, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        return globalThis.readDocument(name, bytes);
      },
      [name, bytes.toString("base64")],
    );
    return JSON.parse(text);
  };
}

/** Reads a file in both ways and returns the document, where they agree. */
async function readAlike(byPage, name, bytes) {
  const [fromTool, fromPage] = await Promise.all([byTool(name, bytes), byPage(name, bytes)]);
  if (fromTool === null) {
    assert.deepEqual(fromPage.blocks, [], `${name}: refused by the tool alone`);
    return fromPage;
  }
  // Block by block first: the first difference is then short enough to read.
  const count = Math.max(fromTool.blocks.length, fromPage.blocks.length);
  for (let at = 0; at < count; at += 1) assert.deepEqual(fromPage.blocks[at], fromTool.blocks[at], name);
  assert.deepEqual(fromPage, fromTool, name);
  return fromPage;
}

/** The HTML files in a folder and those below it. */
async function pagesIn(folder) {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((name) => /\.html?$/.test(name)).sort().map((name) => join(folder, name));
}

function test(name, body, absent = false) {
  pageTest(name, { skip: skip || absent }, async (page) => {
    const encode = async (label, text) => Buffer.from(await page.evaluate(encoded, [label, text]));
    await body(await engine(page), encode);
  });
}

test("the project's own pages are one document in page and tool", async (byPage) => {
  const files = [
    ...(await pagesIn(join(PROJECT, "tests/fixtures"))),
    ...(await pagesIn(join(PROJECT, "tests/browser/policies"))),
  ];
  assert.ok(files.length > 5);
  for (const file of files) await readAlike(byPage, basename(file), await readFile(file));
});

const absent = existsSync(CORPUS) ? false : "../shared/corpus is absent";
test(
  "real pages are one document in page and tool",
  async (byPage) => {
    const files = await pagesIn(CORPUS);
    assert.ok(files.length > 0);
    for (const file of files) {
      const document = await readAlike(byPage, basename(file), await readFile(file));
      assert.ok(document.blocks.length > 0, file);
    }
  },
  absent,
);

test("awkward markup is one document in page and tool", async (byPage) => {
  for (const [name, html] of Object.entries(awkward)) await readAlike(byPage, `${name}.html`, Buffer.from(html));
});

test("every encoding is decoded alike by page and tool", async (byPage, encode) => {
  for (const { label, text } of encodings) {
    const page = `<!doctype html><meta charset="${label}"><title>${text}</title><p>${text}</p>`;
    const document = await readAlike(byPage, "page.html", await encode(label, page));
    assert.equal(document.blocks[0].text, text, label);
    assert.deepEqual(document.problems, [], label);
  }
});

test("bytes that mean nothing in an encoding are lost alike in page and tool", async (byPage, encode) => {
  for (const { label, text } of encodings) {
    const page = await encode(label, `<meta charset="${label}"><p>${text}</p>`);
    // The last letter cut in two, and bytes that begin or end nothing.
    const broken = [page.subarray(0, page.length - 5), Buffer.from([0x81, 0x20, 0xff, 0x80, 0x3c, 0x2f, 0x70, 0x3e])];
    await readAlike(byPage, "page.html", Buffer.concat(broken));
  }
});

test("byte-order marks and undeclared encodings are read alike by page and tool", async (byPage) => {
  const html = "<title>Erklärung</title><p>Wir löschen Ihre „Daten“ nach 30 Tagen – 規約.</p>";
  const western = Buffer.from("<p>Wir l\xf6schen \x84Daten\x93 nach 30 Tagen \x96 \x81 5 \x80</p>", "latin1");
  const little = Buffer.from(html, "utf16le");
  const big = Buffer.from(little).swap16();
  const files = {
    "utf-8 with a mark": Buffer.from(`\ufeff${html}`),
    "utf-16, little": Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    "utf-16, big": Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    "utf-16 without a mark": little,
    "western, undeclared": western,
    "western, declared": Buffer.concat([Buffer.from("<meta charset=latin1>"), western]),
    "declared in http-equiv": Buffer.concat([
      Buffer.from("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"),
      western,
    ]),
    "declared but unknown": Buffer.concat([Buffer.from("<meta charset=klingon-8>"), western]),
    "declared but refused": Buffer.concat([Buffer.from("<meta charset=iso-2022-kr>"), western]),
    "broken utf-8": Buffer.concat([Buffer.from(html), Buffer.from([0xe6, 0x97, 0x3c, 0x70, 0x3e, 0xff])]),
    "no text": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]),
  };
  for (const bytes of Object.values(files)) await readAlike(byPage, "page.html", bytes);
});
