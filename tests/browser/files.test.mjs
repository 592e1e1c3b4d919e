// The reader's own files, good and bad ones.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { open, pageTest, redline, TOOL } from "./harness.mjs";

const OLD = "# Privacy\n\n## Data\n\nWe keep your name for two years.\n\n## Contact\n\nWrite to us.\n";
const NEW = "# Privacy\n\n## Data\n\nWe keep your name for three years.\n\n## Contact\n\nWrite to us.\n";

const file = (name, content, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(content) });

async function openOwn(page) {
  await open(page);
  await page.getByRole("button", { name: "Your own files" }).click();
  await page.getByRole("group", { name: "Older text" }).waitFor();
}

function slot(page, name) {
  const group = page.getByRole("group", { name });
  return { group, text: group.getByRole("textbox"), picker: group.locator("input[type=file]") };
}

const older = (page) => slot(page, "Older text");
const newer = (page) => slot(page, "Newer text");
const compare = (page) => page.getByRole("button", { name: "Compare", exact: true }).click();

async function shows(page, mark, word) {
  await page.locator(mark, { hasText: word }).first().waitFor();
}

pageTest("pasted texts are compared", {}, async (page) => {
  await openOwn(page);
  await older(page).text.fill(OLD);
  await newer(page).text.fill(NEW);
  await compare(page);
  await shows(page, "del", "two");
  await shows(page, "ins", "three");
});

pageTest("picked files are compared and stay in the page", {}, async (page, record) => {
  await openOwn(page);
  await page.waitForLoadState("networkidle");
  const before = record.requests.length;
  await older(page).picker.setInputFiles(file("old.md", OLD));
  await newer(page).picker.setInputFiles(file("new.html", "<h1>Privacy</h1><h2>Data</h2><p>We keep your name for three years.</p><h2>Contact</h2><p>Write to us.</p>"));
  await page.getByText("new.html").first().waitFor();
  await compare(page);
  await shows(page, "ins", "three");
  // The reader of web pages is fetched for the first one, and nothing is sent anywhere.
  const names = record.requests.slice(before).map((url) => new URL(url).pathname.split("/").pop());
  assert.deepEqual(names, ["policy-diff-html.js", "policy-diff-html_bg.wasm"]);
});

pageTest("texts and Markdown are read without the reader of web pages", {}, async (page, record) => {
  await openOwn(page);
  await page.waitForLoadState("networkidle");
  const before = record.requests.length;
  await older(page).picker.setInputFiles(file("old.md", OLD));
  await newer(page).picker.setInputFiles(file("new.md", NEW));
  await page.getByText("new.md").first().waitFor();
  await compare(page);
  await shows(page, "ins", "three");
  assert.deepEqual(record.requests.slice(before), []);
});

pageTest("dropped files are compared", {}, async (page) => {
  await openOwn(page);
  for (const [target, name, content] of [[older(page), "old.md", OLD], [newer(page), "new.md", NEW]]) {
    const data = await page.evaluateHandle(([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName, { type: "text/plain" }));
      return transfer;
    }, [name, content]);
    await target.group.dispatchEvent("dragover", { dataTransfer: data });
    await target.group.dispatchEvent("drop", { dataTransfer: data });
    await page.getByText(name).first().waitFor();
  }
  await compare(page);
  await shows(page, "ins", "three");
});

pageTest("headlines are in the language of the texts, and say so", {}, async (page) => {
  const german = (period) => `# Datenschutz\n\nHier steht, was wir mit den Angaben tun und was das für Sie ist.\n\n## Dauer\n\nWir speichern Rechnungen ${period}.\n`;
  await openOwn(page);
  await older(page).text.fill(german("zwei Jahre"));
  await newer(page).text.fill(german("drei Jahre"));
  await compare(page);
  const headline = page.locator(".pd-headline").first();
  await headline.waitFor();
  assert.equal(await headline.textContent(), "Daten werden drei Jahre aufbewahrt, vorher: zwei Jahre (Rechnungen)");
  assert.equal(await headline.getAttribute("lang"), "de");
});

pageTest("headlines in the language of the page need no word about it", {}, async (page) => {
  await openOwn(page);
  await older(page).text.fill(OLD);
  await newer(page).text.fill(NEW);
  await compare(page);
  const headline = page.locator(".pd-headline").first();
  await headline.waitFor();
  assert.equal(await headline.getAttribute("lang"), null);
});

/** The sections as they are shown: headings, and the rows with their ids, classes and words. */
const shown = (page) =>
  page.locator(".pd-section").evaluateAll((sections) =>
    sections.map((section) => [
      section.id,
      section.querySelector(".pd-heading").innerText,
      [...section.querySelectorAll(".pd-passage")].map((row) => [row.id, row.className, row.innerHTML]),
    ]));

// Only a page that was built with `--saved` opens them.
const SAVED = process.env.POLICY_DIFF_SAVED === "1";

if (SAVED) pageTest("a saved comparison opens and looks like the comparison of its files", { skip: TOOL ? false : "there is no command-line tool here" }, async (page, record) => {
  const linked = `${NEW}\n## Links\n\nSee **our** [notes](https://example.org/notes).\n`;
  const folder = await mkdtemp(join(tmpdir(), "policy-diff-"));
  const [old, recent] = [join(folder, "old.md"), join(folder, "new.md")];
  await writeFile(old, OLD);
  await writeFile(recent, linked);
  const { stdout } = await promisify(execFile)(TOOL, ["compare", old, recent, "--format", "json"], { maxBuffer: 64e6 });

  await openOwn(page);
  await older(page).text.fill(OLD);
  await newer(page).text.fill(linked);
  await compare(page);
  await page.locator(".pd-headline").first().waitFor();
  const compared = [await shown(page), await page.locator(".pd-headline").allInnerTexts()];

  await page.goto("about:blank");
  await openOwn(page);
  await page.waitForLoadState("networkidle");
  const before = record.requests.length;
  await older(page).picker.setInputFiles(file("comparison.json", stdout, "application/json"));
  await page.locator(".pd-headline").first().waitFor();
  assert.deepEqual([await shown(page), await page.locator(".pd-headline").allInnerTexts()], compared);
  assert.deepEqual(record.requests.slice(before), []);
});

if (SAVED) pageTest("a file that is no comparison gets a message", {}, async (page) => {
  await openOwn(page);
  for (const content of ["{}", "[1, 2", '{"format": "policy-diff/comparison", "version": 1}']) {
    await newer(page).picker.setInputFiles(file("comparison.json", content, "application/json"));
    await newer(page).group.getByRole("alert").waitFor();
    await newer(page).group.getByRole("button", { name: "Remove" }).click();
  }
});

const NUL = String.fromCharCode(0);
const BAD = [
  ["an empty file", file("empty.md", "")],
  ["a file of blanks", file("blank.md", " \n\t\n")],
  ["a binary file", file("picture.md", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe, 0, 0]))],
  ["a file of zeros", file("zeros.txt", NUL.repeat(1000))],
];
for (const [what, bad] of BAD) {
  pageTest(`${what} gets a message, and nothing typed is lost`, {}, async (page) => {
    await openOwn(page);
    await older(page).text.fill(OLD);
    await newer(page).picker.setInputFiles(bad);
    await page.getByText(bad.name).first().waitFor();
    await compare(page);
    const alert = newer(page).group.getByRole("alert");
    await alert.waitFor();
    assert.ok((await alert.innerText()).length > 10);
    assert.equal(await older(page).text.inputValue(), OLD);
    // And the way on is open.
    await newer(page).picker.setInputFiles(file("new.md", NEW));
    await page.getByText("new.md").first().waitFor();
    await compare(page);
    await shows(page, "ins", "three");
  });
}

pageTest("one text alone is asked for its other", {}, async (page) => {
  await openOwn(page);
  await older(page).text.fill(OLD);
  await compare(page);
  await newer(page).group.getByRole("alert").waitFor();
  assert.equal(await older(page).text.inputValue(), OLD);
});

pageTest("equal texts are said to be equal", {}, async (page) => {
  await openOwn(page);
  await older(page).text.fill(OLD);
  await newer(page).text.fill(OLD);
  await compare(page);
  await page.getByText("The two versions are identical, word for word.").waitFor();
});

pageTest("texts without headings are compared", {}, async (page) => {
  await openOwn(page);
  await older(page).text.fill("We keep your name for two years.\n\nWe sell nothing.\n");
  await newer(page).text.fill("We keep your name for three years.\n\nWe sell nothing.\n");
  await compare(page);
  await shows(page, "ins", "three");
});

pageTest("a declared encoding is followed, an undeclared one does not break the page", {}, async (page) => {
  await openOwn(page);
  const latin = (text) => Buffer.from(text, "latin1");
  const declared = latin('<meta charset="iso-8859-1"><h1>Datenschutz</h1><p>Wir prüfen für zwei Jahre.</p>');
  await older(page).picker.setInputFiles(file("old.html", declared));
  await newer(page).picker.setInputFiles(file("new.html", '<meta charset="utf-8"><h1>Datenschutz</h1><p>Wir prüfen für drei Jahre.</p>'));
  await page.getByText("new.html").first().waitFor();
  await compare(page);
  await shows(page, "ins", "drei");
  assert.equal(await page.locator("ins", { hasText: "prüfen" }).count(), 0, "prüfen is equal in both");

  await newer(page).picker.setInputFiles(file("plain.txt", latin("Wir prüfen für vier Jahre.")));
  await page.getByText("plain.txt").first().waitFor();
  await compare(page);
  await page.locator("ins", { hasText: "vier" }).or(page.getByRole("alert")).first().waitFor();
});

pageTest("five megabytes are compared or declined, and the page lives", {}, async (page) => {
  await openOwn(page);
  const paragraph = (n) => `## Part ${n}\n\nWe keep record ${n} of your visits for ${n % 7} months and no longer than that.\n\n`;
  let big = "# Privacy\n\n";
  for (let n = 0; big.length < 5_000_000; n += 1) big += paragraph(n);
  await older(page).picker.setInputFiles(file("big-old.md", big));
  await newer(page).picker.setInputFiles(file("big-new.md", big.replace("record 7 of", "file 7 of")));
  await page.getByText("big-new.md").first().waitFor();
  page.setDefaultTimeout(100_000);
  await compare(page);
  await redline(page).or(page.getByRole("alert")).first().waitFor();
  await page.getByRole("button", { name: "Published policies" }).click();
  await page.getByRole("combobox", { name: "Organisation" }).waitFor();
});

pageTest("hostile text stays text", {}, async (page) => {
  await openOwn(page);
  const hostile = `${OLD}\n<img src=x onerror="window.hit=1"> <script>window.hit=2</script> [click](javascript:window.hit=3) [data](data:text/html,x) [ok](https://example.org/a)\n`;
  await older(page).text.fill(OLD);
  await newer(page).text.fill(hostile);
  await compare(page);
  await page.getByRole("link", { name: "ok" }).first().waitFor();
  assert.equal(await page.evaluate(() => window.hit), undefined);
  const schemes = await page.evaluate(() =>
    [...document.querySelectorAll("a[href]")].map((a) => new URL(a.href).protocol));
  assert.deepEqual([...new Set(schemes)].filter((s) => !["http:", "https:", "mailto:"].includes(s)), []);
  assert.equal(await page.locator("[data-policy-diff] img, [data-policy-diff] script").count(), 0);
});
