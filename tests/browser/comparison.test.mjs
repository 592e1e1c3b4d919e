// From the address to the redline.

import assert from "node:assert/strict";
import { catalogue, open, openComparison, pageTest, redline, SITE, without } from "./harness.mjs";

const NUMFOCUS = "#/numfocus/2018-01-12..2019-11-26";
const STATES = "#/states/2020-01-01..2021-01-01";
const EXAMPLE = "#/harrow-lane/2018-03-01..2019-09-15";

pageTest("the redline of real versions is visible", { skip: without("numfocus") }, async (page) => {
  await openComparison(page, NUMFOCUS);
  for (const mark of ["ins", "del"]) {
    const first = page.locator(mark).first();
    await first.scrollIntoViewIfNeeded();
    assert.ok(await first.isVisible(), mark);
    assert.notEqual((await first.innerText()).trim(), "");
  }
  const styles = await page.evaluate(() => {
    const style = (name) => getComputedStyle(document.querySelector(name));
    return [style("del").textDecorationLine, style("ins").textDecorationLine, style("del").color, style("ins").color];
  });
  assert.match(styles[0], /line-through/);
  assert.match(styles[1], /underline/);
  assert.notEqual(styles[2], styles[3], "the colours of deleted and inserted text");
  const text = await page.locator("body").innerText();
  assert.match(text, /privacy@numfocus\.org/);
  assert.match(text, /38 months/);
});

pageTest("the state of every section is written in words", {}, async (page) => {
  await openComparison(page, STATES);
  const states = await page.getByRole("heading", { level: 3 }).allInnerTexts();
  for (const [section, word] of [
    ["Who we are", "unchanged"],
    ["What we collect", "edited"],
    ["Telephone calls", "removed"],
    ["Newsletter", "added"],
    ["Contact", "unchanged"],
  ]) {
    const found = states.find((text) => text.startsWith(section));
    assert.match(found ?? "", new RegExp(`\\b${word}\\b`), section);
  }
});

pageTest("the summary says how long and how hard both versions read, in sentences", {
  skip: without("numfocus"),
}, async (page) => {
  await openComparison(page, NUMFOCUS);
  const help = page.locator(".pd-summary .pd-reading-help li");
  const [time, ease] = await help.allInnerTexts();
  assert.match(time, /^About \d+ minutes to read \([\d,]+ words\) before, about \d+ minutes \([\d,]+ words\) now\.$/);
  assert.match(ease, /^Readability by Flesch: \d+ before, \d+ now, .+ \(100 is very easy, 0 very hard\)\.$/);
});

pageTest("renamed and moved sections are said to be", {}, async (page) => {
  await openComparison(page, EXAMPLE);
  const states = (await page.getByRole("heading", { level: 3 }).allInnerTexts()).join("\n");
  for (const word of ["renamed", "moved", "edited", "added", "removed"]) {
    assert.match(states, new RegExp(`\\b${word}\\b`), word);
  }
});

pageTest("choosing an organisation shows its two latest versions", {}, async (page) => {
  await open(page);
  const { versions } = catalogue.organisations.find(({ id }) => id === "harrow-lane");
  const [old, latest] = versions.slice(-2).map(({ id }) => id);
  await page.getByRole("combobox", { name: "Organisation" }).selectOption("harrow-lane");
  await redline(page).waitFor();
  assert.equal(await page.getByRole("combobox", { name: "Compare this version" }).inputValue(), old);
  assert.equal(await page.getByRole("combobox", { name: "with this one" }).inputValue(), latest);
  assert.equal(new URL(page.url()).hash, `#/harrow-lane/${old}..${latest}`);
});

pageTest("the address reproduces a choice, and the way back leads back", {}, async (page) => {
  await openComparison(page, EXAMPLE);
  const oldSide = page.getByRole("combobox", { name: "Compare this version" });
  assert.equal(await oldSide.inputValue(), "2018-03-01");
  await oldSide.selectOption("2022-05-02");
  await page.waitForFunction(() => location.hash.includes("2022-05-02.."));
  await redline(page).waitFor();
  await page.goBack();
  await page.waitForFunction(() => location.hash.startsWith("#/harrow-lane/2018-03-01..2019-09-15"));
  assert.equal(await oldSide.inputValue(), "2018-03-01");
});

pageTest("either order works", {}, async (page) => {
  await openComparison(page, EXAMPLE);
  const inserted = (await page.locator("ins").allInnerTexts()).length;
  const deleted = (await page.locator("del").allInnerTexts()).length;
  await page.getByRole("button", { name: "Swap the two versions" }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/harrow-lane/2019-09-15..2018-03-01"));
  await redline(page).waitFor();
  assert.ok(inserted > 0 && deleted > 0);
  assert.ok((await page.locator("ins").count()) > 0);
  assert.ok((await page.locator("del").count()) > 0);
});

pageTest("an unchanged section is closed and can be opened", {}, async (page) => {
  await openComparison(page, STATES);
  const toggle = page.getByRole("button", { name: /^Contact/ });
  assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  const text = page.getByText("Questions about this policy go to", { exact: false });
  assert.equal(await text.isVisible(), false);
  await toggle.click();
  await text.waitFor();
  assert.equal(await toggle.getAttribute("aria-expanded"), "true");
});

pageTest("a moved section is marked at both ends, and the ends are linked", {}, async (page) => {
  await openComparison(page, EXAMPLE);
  const from = page.getByRole("link", { name: "Show where it stood" }).first();
  await from.scrollIntoViewIfNeeded();
  await from.click();
  const other = page.getByText("This section stood here. It has moved:").first();
  await other.waitFor();
  assert.equal(await other.getByRole("link").count(), 1);
});

pageTest("an address that names nothing says so", {}, async (page) => {
  await page.goto(`${SITE}#/nobody/2018-01-01..2019-01-01`);
  await page.getByText("There is no organisation “nobody” here.").waitFor();
  await page.goto(`${SITE}#/harrow-lane/1999-01-01..2019-09-15`);
  await page.getByText("There is no version “1999-01-01” of this policy here.").waitFor();
});

pageTest("an organisation with one version can be read", {}, async (page) => {
  await open(page, "#/single");
  await page.getByText("There is only this one version", { exact: false }).waitFor();
  await page.getByText("We keep the name that you give us.").waitFor();
});

pageTest("versions that are equal are said to be", {}, async (page) => {
  await open(page, "#/harrow-lane/2018-03-01..2018-03-01");
  await page.getByText("The two versions are identical, word for word.").waitFor();
});

pageTest("the invented example is marked as one", {}, async (page) => {
  await openComparison(page, EXAMPLE);
  await page.getByText("This organisation and its policy are invented", { exact: false }).waitFor();
});

pageTest("without a vocabulary the redline is shown, and what it means follows", { expected: /Failed to load/ }, async (page) => {
  await page.route("**/vocabularies/**", (route) => route.abort());
  await openComparison(page, EXAMPLE);
  assert.ok((await page.locator("ins").count()) > 0, "the redline needs no vocabulary");
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" }).first();
  await alert.waitFor();
  const highlights = page.locator(".pd-highlights");
  assert.equal(await highlights.count(), 0);
  await page.unroute("**/vocabularies/**");
  await alert.getByRole("button", { name: "Try again" }).click();
  await highlights.waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
});

pageTest("a vocabulary of another build is refused with a sentence", {}, async (page) => {
  const body = "policy-diff/vocabulary 0 en\n@end\n";
  await page.route("**/vocabularies/**", (route) => route.fulfill({ body, contentType: "text/plain" }));
  await openComparison(page, EXAMPLE);
  await page.getByText("belongs to another version", { exact: false }).first().waitFor();
  assert.ok((await page.locator("ins").count()) > 0);
});
