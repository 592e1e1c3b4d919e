// Measures the differs beside each other; `cargo xtask bench-peers` starts it and writes the
// table. Reads the pairs from a file, prints progress, writes figures to another file.
//
// One Chromium for all. Each differ has a page in a browser context of its own, opened anew for
// each pair, so that no heap, cache or compiled code of one pair helps or hinders the next, and
// one that does not come to an end can be stopped alone. After a warm-up the differs take turns,
// so that whatever else the machine does falls on all of them alike.

import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const SITE = process.env.SITE;
const ROUNDS = Number(process.env.ROUNDS);
const DIFFERS = process.env.DIFFERS.split(",");
const pairs = JSON.parse(readFileSync(process.env.PAIRS, "utf8"));

/** A run that takes longer is stopped, and the differ is out for this pair. */
const LIMIT = Number(process.env.LIMIT) * 1000;

/** Warm-up: this many runs, or fewer once they have taken this many milliseconds. */
const WARM_UP_RUNS = 5;
const WARM_UP_TIME = 500;

/**
 * Milliseconds of timed runs after which a slow differ is asked no more for this pair. A first run
 * that takes as long has warmed itself and counts as one of them.
 */
const SHARE = 2000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

/** What a promise gives, or `over` if it takes longer than the limit. */
function within(promise) {
  let timer;
  const limit = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ over: true }), LIMIT);
  });
  const value = promise.then((result) => ({ result }), (error) => ({ error: String(error) }));
  return Promise.race([value, limit]).finally(() => clearTimeout(timer));
}

/** A differ at work on one pair. */
class Contender {
  constructor(name) {
    this.name = name;
    this.times = [];
    this.spent = 0;
    this.outcome = null;
  }

  async open(pair) {
    this.context = await browser.newContext();
    this.page = await this.context.newPage();
    await this.page.goto(SITE);
    await this.page.waitForFunction(() => globalThis.isReady);
    await this.ask(() => this.page.evaluate(([name, texts]) => prepare(name, texts), [this.name, pair]));
  }

  /** Asks the page; a differ that fails or takes too long is out. */
  async ask(question) {
    if (this.outcome) return undefined;
    const { result, over, error } = await within(question());
    if (over) this.outcome = { over: true };
    if (error) this.outcome = { error: error.split("\n")[0] };
    if (this.outcome) await this.close();
    return result;
  }

  run() {
    return this.ask(() => this.page.evaluate(() => timed()));
  }

  async warmUp() {
    let spent = 0;
    let time = 0;
    for (let run = 0; run < WARM_UP_RUNS && spent < WARM_UP_TIME && !this.outcome; run++) {
      time = (await this.run()) ?? 0;
      spent += time;
    }
    if (time > SHARE) this.record(time);
    this.figures = await this.ask(() => this.page.evaluate(() => measured()));
  }

  async round() {
    if (this.spent > SHARE) return;
    const time = await this.run();
    if (time !== undefined) this.record(time);
  }

  record(time) {
    this.times.push(time);
    this.spent += time;
  }

  async close() {
    // A page that is busy does not answer; the context is taken away from outside.
    await Promise.race([this.context.close(), new Promise((resolve) => setTimeout(resolve, 3000))]);
  }

  result() {
    return this.outcome ?? { times: this.times, ...this.figures };
  }
}

async function measure(pair) {
  const contenders = DIFFERS.map((name) => new Contender(name));
  for (const contender of contenders) {
    await contender.open(pair);
    await contender.warmUp();
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const contender of contenders) await contender.round();
  }
  for (const contender of contenders) {
    if (!contender.outcome) await contender.close();
  }
  return Object.fromEntries(contenders.map((contender) => [contender.name, contender.result()]));
}

const results = [];
for (const [position, pair] of pairs.entries()) {
  process.stdout.write(`${position + 1}/${pairs.length} ${pair.name}\n`);
  results.push({ name: pair.name, differs: await measure(pair) });
}
const output = { browser: browser.version(), pairs: results };
writeFileSync(process.env.RESULTS, JSON.stringify(output));
await browser.close();
