// One differ in a page of its own: `run.mjs` opens it anew for every pair of texts, hands the
// texts over as strings, and asks for one timed run after another. What is timed is what an
// application would do: from the two strings to a result that JavaScript can walk through.

/** Runs a script written for `require` and returns what it exports. */
async function required(address) {
  globalThis.module = { exports: {} };
  globalThis.exports = globalThis.module.exports;
  const script = document.createElement("script");
  script.src = address;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });
  return globalThis.module.exports;
}

/** Operations and kept text of a list of `[kind, text]`, where kind is 0 for equal. */
function ofList(list, oldLength) {
  const kept = list.reduce((sum, [kind, text]) => (kind === 0 ? sum + text.length : sum), 0);
  return { operations: list.length, kept: kept / Math.max(oldLength, 1), moves: 0 };
}

/** What `policy-diff compare --format json` prints; moved passages count as kept. */
function ofComparison(result) {
  const segments = result.blocks.flatMap((change) => change.segments);
  const equal = segments.filter((segment) => segment.op === "equal");
  const length = (list) => list.reduce((sum, { text }) => sum + text.length, 0);
  return {
    operations: segments.length,
    kept: length(equal) / Math.max(length(result.old.blocks), 1),
    moves: result.blocks.filter((change) => change.kind.startsWith("moved")).length,
  };
}

/** Marked-up HTML: runs between, inside and outside `<ins>` and `<del>`; tags do not count. */
function ofMarkup(html, oldHtml) {
  const text = (markup) => markup.replace(/<[^>]*>/g, "");
  const runs = html.split(/(<(?:ins|del)\b[^>]*>[\s\S]*?<\/(?:ins|del)>)/);
  const list = runs.map((run) => [/^<(ins|del)\b/.test(run) ? 1 : 0, text(run)]);
  return ofList(list.filter(([, content]) => content !== ""), text(oldHtml).length);
}

async function engine() {
  const module = await import("./policy-diff-bench.js");
  await module.default({ module_or_path: new URL("policy-diff-bench_bg.wasm", import.meta.url) });
  return module;
}

async function matchPatch(timeout) {
  const DiffMatchPatch = await required("packages/diff-match-patch.js");
  const run = ({ old, now }) => {
    const differ = new DiffMatchPatch();
    if (timeout !== undefined) differ.Diff_Timeout = timeout;
    const list = differ.diff_main(old.text, now.text);
    differ.diff_cleanupSemantic(list);
    return list;
  };
  return { run, measure: (list, { old }) => ofList(list, old.text.length) };
}

/** Each gives `run(pair)`, which is timed, and `measure(result, pair)`, which is not. */
const differs = {
  async "policy-diff"() {
    const { compare_texts } = await engine();
    const run = ({ old, now }) => JSON.parse(compare_texts(old.name, old.text, now.name, now.text));
    return { run, measure: ofComparison };
  },
  async "policy-diff-meaning"() {
    const { compare_meanings } = await engine();
    const run = ({ old, now }) => JSON.parse(compare_meanings(old.name, old.text, now.name, now.text));
    return { run, measure: ofComparison };
  },
  async diff() {
    const { diffWords } = await required("packages/diff.js");
    const run = ({ old, now }) => diffWords(old.text, now.text);
    const kind = ({ added, removed }) => (added || removed ? 1 : 0);
    const measure = (parts, { old }) =>
      ofList(parts.map((part) => [kind(part), part.value]), old.text.length);
    return { run, measure };
  },
  "diff-match-patch": () => matchPatch(),
  "diff-match-patch-0": () => matchPatch(0),
  async "node-htmldiff"() {
    const compare = await required("packages/node-htmldiff.js");
    const run = ({ old, now }) => compare(old.html, now.html);
    return { run, measure: (html, { old }) => ofMarkup(html, old.html) };
  },
  async "htmldiff-js"() {
    const { default: HtmlDiff } = await required("packages/htmldiff-js.js");
    const run = ({ old, now }) => HtmlDiff.execute(old.html, now.html);
    return { run, measure: (html, { old }) => ofMarkup(html, old.html) };
  },
};

let differ;
let pair;
let last;

/** Loads a differ and takes the texts in. */
globalThis.prepare = async (name, texts) => {
  differ = await differs[name]();
  pair = texts;
};

/** One run: milliseconds. */
globalThis.timed = () => {
  const begin = performance.now();
  last = differ.run(pair);
  return performance.now() - begin;
};

/** What the last result is like, apart from the time. */
globalThis.measured = () => differ.measure(last, pair);

globalThis.isReady = true;
