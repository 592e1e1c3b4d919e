// Starts the widget on every `[data-policy-diff]` and `<policy-diff>` element of a page.
//
// The one script written by hand. Everything in it is here because WebAssembly cannot do it for
// itself: being loaded, and being replaced after it broke. All files are found from the address
// of this module, so the folder works under any path and inside other people's pages.
//
// Attributes of the element:
//   data-policies      folder of policies with its catalogue.json; default: beside this file
//   data-organisation  the organisation to start with
//   data-language      language of the interface, a BCP 47 tag; default: the browser's
//
// Events on the element, which bubble: `policy-diff:ready` and `policy-diff:error`.

const SELECTOR = "[data-policy-diff], policy-diff";
const GLUE = new URL("policy-diff-widget.js", import.meta.url);
const WASM = new URL("policy-diff-widget_bg.wasm", import.meta.url);
const PAGES_GLUE = new URL("policy-diff-html.js", import.meta.url);
const PAGES_WASM = new URL("policy-diff-html_bg.wasm", import.meta.url);

// Not among the Fluent messages: these are shown exactly when the program that holds those
// cannot run.
const TEXT = {
  unloadable: "The comparison could not be started in this browser. Reloading the page may help.",
  broken:
    "The comparison stopped because of an error in this program. What you see below is how it " +
    "stood; nothing was sent anywhere. Copy what you still need, then start again.",
  again: "Start again",
  typed: "What you had typed before the error",
};

/** The loaded program, shared by all elements; replaced by a fresh one after it broke. */
let program;
let loads = 0;
/** @type {Map<Element, {handle: {destroy(): void}, root: Element, typed: Element | null}>} */
const mounted = new Map();

function load() {
  if (!program) {
    const glue = new URL(GLUE);
    // A module is evaluated once per address: another address gives a program with fresh memory.
    if (loads > 0) glue.search = `again=${loads}`;
    loads += 1;
    program = import(glue.href).then(async (module) => {
      await module.default({ module_or_path: WASM });
      return module;
    });
  }
  return program;
}

/** The reader of web pages, a program of its own that is loaded for the first page. */
let reader;

function pages() {
  reader ??= import(PAGES_GLUE.href).then(async (module) => {
    await module.default({ module_or_path: PAGES_WASM });
    return module.read;
  });
  // What did not come may come the next time.
  reader.catch(() => (reader = undefined));
  return reader;
}

function configuration(element) {
  const folder = element.dataset.policies;
  const policies = folder
    ? new URL(folder.endsWith("/") ? folder : `${folder}/`, document.baseURI)
    : new URL("policies/", import.meta.url);
  return {
    policies: policies.href,
    vocabularies: new URL("vocabularies/", import.meta.url).href,
    pages,
    organisation: element.dataset.organisation ?? null,
    language: element.dataset.language ?? null,
    // Several widgets cannot share the page's one address.
    address: element === document.querySelector(SELECTOR),
  };
}

/** Starts the widget inside an element, whose content stays until the widget is there. */
async function start(element, typed = null) {
  if (mounted.has(element)) return;
  const root = document.createElement("div");
  root.className = "policy-diff";
  mounted.set(element, { root, handle: null, typed });
  const loading = element.querySelector("[data-loading]");
  if (loading) loading.hidden = false;
  try {
    const module = await load();
    if (!mounted.has(element)) return;
    const handle = module.mount(root, configuration(element));
    mounted.get(element).handle = handle;
    element.replaceChildren(...(typed ? [typed] : []), root);
    announce(element, "ready");
  } catch (error) {
    mounted.delete(element);
    program = undefined;
    if (loading) loading.hidden = true;
    element.prepend(notice(TEXT.unloadable, element, typed));
    announce(element, "error", error);
  }
}

/** Removes the widget from an element. */
export function stop(element) {
  const entry = mounted.get(element);
  mounted.delete(element);
  entry?.handle?.destroy();
  entry?.root.remove();
}

/** Starts the widget wherever it is asked for below a node and not running yet. */
export function startAll(below = document) {
  for (const element of below.querySelectorAll(SELECTOR)) start(element);
}

// A panic poisons the program's memory: nothing in it may run again. What the reader sees and
// typed is kept as a lifeless copy (cloning keeps the values of fields and drops listeners).
function replaceBroken(error) {
  program = undefined;
  for (const [element, { root, typed }] of [...mounted]) {
    mounted.delete(element);
    if (!root.isConnected) continue;
    const kept = keepTyped(root) ?? typed;
    const copy = root.cloneNode(true);
    for (const control of copy.querySelectorAll("button, select")) control.disabled = true;
    for (const field of copy.querySelectorAll("input, textarea")) field.readOnly = true;
    element.replaceChildren(notice(TEXT.broken, element, kept), copy);
    announce(element, "error", error);
  }
}

function notice(text, element, typed) {
  const box = document.createElement("div");
  box.className = "pd-broken";
  box.setAttribute("role", "alert");
  const sentence = document.createElement("p");
  sentence.textContent = text;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = TEXT.again;
  button.addEventListener("click", () => {
    box.remove();
    start(element, typed);
  });
  box.append(sentence, button);
  return box;
}

/** What stands in text fields and differs from what they started with, to be copied from. */
function keepTyped(root) {
  const fields = [...root.querySelectorAll("textarea, input[type=text], input[type=email], input:not([type])")];
  const texts = fields.map((field) => field.value.trim()).filter((text) => text !== "");
  if (texts.length === 0) return null;
  const details = document.createElement("details");
  details.className = "pd-typed";
  const summary = document.createElement("summary");
  summary.textContent = TEXT.typed;
  const text = document.createElement("pre");
  text.textContent = texts.join("\n\n");
  details.append(summary, text);
  return details;
}

function announce(element, name, error) {
  const detail = error ? { message: String(error.message ?? error) } : null;
  element.dispatchEvent(
    new CustomEvent(`policy-diff:${name}`, { bubbles: true, composed: true, detail }),
  );
}

function isBroken(error) {
  return error instanceof WebAssembly.RuntimeError;
}

addEventListener("error", (event) => {
  if (isBroken(event.error)) replaceBroken(event.error);
});
addEventListener("unhandledrejection", (event) => {
  if (isBroken(event.reason)) replaceBroken(event.reason);
});

startAll();
