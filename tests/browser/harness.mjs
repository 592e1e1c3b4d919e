// What all browser tests share: one Chromium, a fresh context per test, and the rule that a test
// fails on any error in the console, any violation of the content security policy, and any
// request to another origin, whatever else it looks at.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";

/** Where the site stands; `cargo xtask test` sets it. */
export const SITE = process.env.POLICY_DIFF_URL ?? "http://127.0.0.1:8080/";

/** The command-line tool, for comparisons between it and the page. */
export const TOOL = process.env.POLICY_DIFF_CLI;

export const catalogue = await (await fetch(new URL("policies/catalogue.json", SITE))).json();

/** The reason to pass over a test that needs an organisation, or `false`. */
export function without(organisation) {
  const found = catalogue.organisations.some(({ id }) => id === organisation);
  return found ? false : `there are no policies of ${organisation} here`;
}

// Without these the browser itself talks to its maker, which no test can tell from the page.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;
async function launched() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
  });
  return browser;
}
after(() => browser?.close());

/**
 * A test with a page of its own.
 *
 * `options` go to the browser's context (viewport, colorScheme, …), and further:
 * `skip`: a reason to pass it over; `expected`: a pattern of console errors that belong to it.
 * `body` is called with the page and a record of what it did: `requests`, `errors`.
 */
export function pageTest(name, options, body) {
  const { skip = false, expected, ...context } = options;
  test(name, { skip, timeout: 120_000 }, async () => {
    const opened = await (await launched()).newContext({ locale: "en-GB", ...context });
    const record = { requests: [], errors: [] };
    try {
      const page = await opened.newPage();
      page.setDefaultTimeout(30_000);
      watch(page, record);
      await body(page, record);
    } finally {
      await opened.close();
    }
    const origin = new URL(SITE).origin;
    const foreign = record.requests.filter((url) => /^(http|ws)/.test(url) && new URL(url).origin !== origin);
    assert.deepEqual(foreign, [], "requests to other origins");
    const errors = record.errors.filter((text) => !expected?.test(text));
    assert.deepEqual(errors, [], "errors in the console");
  });
}

function watch(page, record) {
  page.on("request", (request) => record.requests.push(request.url()));
  page.on("pageerror", (error) => record.errors.push(String(error)));
  // Violations of the content security policy come as console errors, too.
  page.on("console", (message) => {
    if (message.type() === "error") record.errors.push(message.text());
  });
}

/** Opens an address of the page and waits until it shows what was asked for. */
export async function open(page, address = "") {
  await page.goto(new URL(address, SITE).href);
  await page.getByRole("combobox", { name: "Organisation" }).waitFor();
}

/** Opens a comparison and waits for its redline. */
export async function openComparison(page, address) {
  await open(page, address);
  await redline(page).waitFor();
}

/** The heading over the redline: it is there when the comparison is. */
export function redline(page) {
  return page.getByRole("heading", { name: "The text, section by section" });
}

/** A mail link taken apart. */
export function parsedMailLink(href) {
  const [, to, query] = /^mailto:([^?]*)\?(.*)$/.exec(href);
  const fields = Object.fromEntries(query.split("&").map((field) => field.split("=").map(decodeURIComponent)));
  return { to: decodeURIComponent(to), ...fields };
}
