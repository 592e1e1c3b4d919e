// The page itself: keyboard, sizes, colours, accessibility, and what happens when it breaks.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { open, openComparison, pageTest, redline, SITE } from "./harness.mjs";

const EXAMPLE = "#/harrow-lane/2018-03-01..2019-09-15";
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function seriousViolations(page) {
  // Evaluated by the debugger, so that the page's own policy stays as strict as it is.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  pageTest(`the ${colorScheme} page has no serious accessibility violations`, { colorScheme }, async (page) => {
    await openComparison(page, EXAMPLE);
    await page.getByRole("combobox", { name: "Where do you live?" }).selectOption({ label: "Germany" });
    await page.getByRole("radio", { name: /erase|delete/i }).check();
    assert.deepEqual(await seriousViolations(page), []);
    await page.getByRole("button", { name: "Your own files" }).click();
    assert.deepEqual(await seriousViolations(page), []);
  });
}

pageTest("dark mode is dark, light mode light", { colorScheme: "dark" }, async (page) => {
  await open(page);
  const brightness = () => page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    for (const element of [document.body, document.querySelector(".pd-app")]) {
      const colour = getComputedStyle(element).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") canvas.fillStyle = colour;
    }
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });
  assert.ok((await brightness()) < 80, `dark: ${await brightness()}`);
  await page.emulateMedia({ colorScheme: "light" });
  assert.ok((await brightness()) > 200, `light: ${await brightness()}`);
});

pageTest("a narrow screen does not scroll sideways", { viewport: { width: 360, height: 740 } }, async (page) => {
  await openComparison(page, EXAMPLE);
  await page.getByRole("combobox", { name: "Where do you live?" }).selectOption({ label: "Germany" });
  await page.getByRole("radio", { name: /erase|delete/i }).check();
  const widths = () => page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  let [content, window] = await widths();
  assert.ok(content <= window, `${content} in ${window}`);
  await page.getByRole("button", { name: "Your own files" }).click();
  [content, window] = await widths();
  assert.ok(content <= window, `${content} in ${window}`);
});

pageTest("the whole way works with the keyboard alone", {}, async (page) => {
  await open(page);
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    return `${element.tagName} ${element.textContent.trim().slice(0, 40)} ${element.id}`;
  });
  const tabTo = async (locator) => {
    for (let presses = 0; presses < 400; presses += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`the Tab key does not reach it; it stands at ${await focused()}`);
  };
  const organisation = page.getByRole("combobox", { name: "Organisation" });
  await tabTo(organisation);
  await page.keyboard.type("Harrow");
  await redline(page).waitFor();
  const toggle = page.getByRole("button", { name: /edited/ }).first();
  await tabTo(toggle);
  const before = await toggle.getAttribute("aria-expanded");
  await page.keyboard.press("Enter");
  assert.notEqual(await toggle.getAttribute("aria-expanded"), before);
  const place = page.getByRole("combobox", { name: "Where do you live?" });
  await tabTo(place);
  await page.keyboard.type("Germany");
  const wants = page.getByRole("group", { name: "What do you want?" }).getByRole("radio");
  await tabTo(wants.first());
  const wanted = page.getByRole("radio", { name: /erase|delete/i });
  for (let presses = 0; presses < 12 && !(await wanted.isChecked()); presses += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await tabTo(page.getByRole("link", { name: /^Open in your mail program/ }));
});

pageTest("without JavaScript the page says what it is", { javaScriptEnabled: false }, async (page) => {
  await page.goto(SITE);
  // Chromium's switch for tests turns scripts off but leaves <noscript> unrendered.
  assert.match(await (await fetch(SITE)).text(), /<noscript><p>This page needs JavaScript/);
  await page.getByText("choose an organisation and two versions", { exact: false }).waitFor();
});

pageTest("without the program's file the fallback stays and says so", { expected: /./ }, async (page) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(SITE);
  await page.getByRole("alert").getByText("could not be started", { exact: false }).waitFor();
  assert.ok(await page.getByText("choose an organisation and two versions", { exact: false }).isVisible());
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Start again" }).click();
  await page.getByRole("combobox", { name: "Organisation" }).waitFor();
});

pageTest("after a crash the page keeps what was typed and starts again", { expected: /./ }, async (page) => {
  await openComparison(page, EXAMPLE);
  await page.getByRole("combobox", { name: "Where do you live?" }).selectOption({ label: "Germany" });
  await page.getByRole("radio", { name: /erase|delete/i }).check();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada Lovelace");
  // What a panic in the program looks like from outside.
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  await page.getByRole("alert").getByText("stopped because of an error", { exact: false }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Your name" }).inputValue(), "Ada Lovelace");
  assert.ok((await page.locator("ins").count()) > 0, "the redline is still there to read");
  await page.getByRole("button", { name: "Start again" }).click();
  await redline(page).waitFor();
  await page.getByText("What you had typed before the error").click();
  await page.getByText("Ada Lovelace").first().waitFor();
});
