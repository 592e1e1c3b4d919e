// From the policy to the mail link, and that nothing leaves on the way.

import assert from "node:assert/strict";
import { openComparison, pageTest, parsedMailLink, SITE, without } from "./harness.mjs";

const NUMFOCUS = "#/numfocus/2018-01-12..2019-11-26";

async function compose(page, place, want) {
  await page.getByRole("combobox", { name: "Where do you live?" }).selectOption({ label: place });
  await page.getByRole("radio", { name: want }).check();
}

function mailLink(page) {
  return page.getByRole("link", { name: /^Open in your mail program/ });
}

pageTest("an erasure letter under the GDPR goes to the policy's own address", { skip: without("numfocus") }, async (page) => {
  await openComparison(page, NUMFOCUS);
  await compose(page, "Germany", /erase|delete/i);
  const body = page.getByRole("textbox", { name: "Text", exact: true });
  const subject = page.getByRole("textbox", { name: "Subject" });
  const mail = parsedMailLink(await mailLink(page).getAttribute("href"));
  assert.equal(mail.to, "privacy@numfocus.org");
  assert.equal(mail.subject, await subject.inputValue());
  assert.match(mail.subject, /erasure/i);
  assert.equal(mail.body.replaceAll("\r\n", "\n"), await body.inputValue());
  assert.match(mail.body, /Article 17/);
  assert.ok(!/(^|[^\r])\n/.test(mail.body), "line breaks are CRLF");
  await page.getByText("The policy names this address here:").waitFor();
  await page.getByText("Changed: the version of", { exact: false }).waitFor();
});

pageTest("what is written into the letter is what the mail link carries", {}, async (page) => {
  await openComparison(page, "#/harrow-lane/2019-09-15..2022-05-02");
  await compose(page, "Germany", /erase|delete/i);
  await page.getByRole("textbox", { name: "Your name" }).fill("Zoë Ångström & Söhne");
  const body = page.getByRole("textbox", { name: "Text", exact: true });
  assert.match(await body.inputValue(), /Zoë Ångström & Söhne/);
  await body.fill("One line\n100 % + “quoted” & done?\n");
  const mail = parsedMailLink(await mailLink(page).getAttribute("href"));
  assert.equal(mail.body.replaceAll("\r\n", "\n").trim(), "One line\n100 % + “quoted” & done?");
  // Another choice must not take the edited text away.
  await page.getByRole("textbox", { name: "Your name" }).fill("Zoë");
  assert.match(await body.inputValue(), /^One line/);
});

pageTest("a Californian can ask under the CCPA", {}, async (page) => {
  await openComparison(page, "#/harrow-lane/2019-09-15..2022-05-02");
  await compose(page, "United States: California", /delete|erase/i);
  const mail = parsedMailLink(await mailLink(page).getAttribute("href"));
  assert.match(mail.body, /Cal\. Civ\. Code § 1798\.105/);
});

pageTest("a letter too long for a mail link is not cut", {}, async (page) => {
  await openComparison(page, "#/harrow-lane/2019-09-15..2022-05-02");
  await compose(page, "Germany", /erase|delete/i);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("ä".repeat(5000));
  await page.getByText("The letter is too long for a mail link.", { exact: false }).waitFor();
  const href = await mailLink(page).getAttribute("href");
  assert.ok(href.length < 2000, `${href.length} characters`);
});

pageTest("the copy button copies the letter", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await openComparison(page, "#/harrow-lane/2019-09-15..2022-05-02");
  await compose(page, "Germany", /erase|delete/i);
  const body = await page.getByRole("textbox", { name: "Text", exact: true }).inputValue();
  await page.getByRole("button", { name: "Copy letter" }).click();
  await page.getByText("Copied").first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.replaceAll("\r\n", "\n"), body);
});

// The chosen policies, and the vocabulary of the language they are in.
const ALLOWED = /^(policies\/numfocus\/[\w-]+\.(md|html|txt)|vocabularies\/en\.txt\?[\da-f]+)$/;

// The promise of the whole program: from opening the page to the mail link, only files of this
// site are loaded, and after the page stands only the policies chosen and their vocabulary.
pageTest("nothing leaves the page, and nothing but the chosen policies is loaded", { skip: without("numfocus") }, async (page, record) => {
  await page.goto(SITE);
  const organisation = page.getByRole("combobox", { name: "Organisation" });
  await organisation.waitFor();
  await page.waitForLoadState("networkidle");
  const before = record.requests.length;
  assert.ok(record.requests.every((url) => url.startsWith(SITE)), record.requests.join("\n"));

  await organisation.selectOption("numfocus");
  await page.locator("ins").first().waitFor();
  await page.goto(`${SITE}${NUMFOCUS}`);
  await page.locator("ins").first().waitFor();
  await compose(page, "Germany", /erase|delete/i);
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  assert.ok(await mailLink(page).getAttribute("href"));
  await page.waitForLoadState("networkidle");

  const later = record.requests.slice(before).map((url) => url.replace(SITE, ""))
    // When the browser draws its icon is its own affair.
    .filter((file) => file !== "favicon.svg");
  assert.ok(later.length > 0);
  assert.deepEqual(later.filter((file) => !ALLOWED.test(file)), []);
  assert.ok(later.filter((file) => file.startsWith("vocabularies/")).length <= 1, "one language, once");
  const storage = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepEqual(storage, [0, 0, ""], "nothing is stored");
});
