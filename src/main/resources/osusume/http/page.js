// The page: which form is shown, and asking.

import * as access from "./page-access.js";
import { addressOf, clear, fill, linkOf, missing, setUp, unsendable } from "./page-form.js";
import { read, show } from "./page-answer.js";
import { copyOf, HOW_TO_USE_CURL } from "./page-copy.js";

const sections = [...document.querySelectorAll(".route")];

/** Shows the form a link leads to; what the link says is filled in, and asked where that costs nothing. */
function follow() {
  const [name, query] = location.hash.slice(1).split(/\?(.*)/s);
  const section = sections.find((each) => each.id === name) ?? sections[0];
  for (const each of sections) {
    each.hidden = each !== section;
  }
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === "#" + section.id) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  if (query !== undefined) {
    const form = section.querySelector("form");
    fill(form, new URLSearchParams(query));
    form.dispatchEvent(new Event("input"));
    if (form.dataset.again === "true") {
      form.requestSubmit();
    }
  }
}

function prepare(section) {
  const form = section.querySelector("form");
  section.append(document.getElementById("asking").content.cloneNode(true));
  const address = section.querySelector(".address");
  const status = section.querySelector(".status");
  const answer = section.querySelector(".answer");
  let running = null;

  const showAddress = () => {
    const path = addressOf(form);
    address.textContent = location.origin + path;
    const whole = missing(form) === undefined && unsendable(form) === undefined;
    if (whole) {
      address.href = path;
    } else {
      address.removeAttribute("href");
    }
    section.querySelectorAll("[data-copies]").forEach((copies) => (copies.disabled = !whole));
  };

  const ask = async (path) => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    stop.hidden = false;
    status.textContent = "Asking…";
    const begin = performance.now();
    let trouble = "Nothing answers at " + location.origin + " any more. Is Osusume still running, and its listener switched on?";
    try {
      const response = await fetch(path, { headers: access.headers(), signal: mine.signal });
      trouble = "The answer broke off before its end, so nothing of it is shown. Ask again.";
      const received = await read(response);
      if (running !== mine) {
        return;
      }
      trouble = "The answer came, but this page could not show it. Its address, above, shows it as it is.";
      const took = Math.round(performance.now() - begin);
      status.textContent = show(answer, received, linkOf, fewer(form)) + " · " + took + " ms";
      if (answer.getBoundingClientRect().top > innerHeight * 0.8) {
        // A long form must not hide that there is an answer below it.
        section.querySelector(".asked").scrollIntoView();
      }
      if (response.status === 401) {
        access.want();
      }
    } catch (e) {
      if (running === mine) {
        status.textContent = mine.signal.aborted ? "Stopped." : trouble;
        answer.replaceChildren();
      }
    } finally {
      if (running === mine) {
        running = null;
        stop.hidden = true;
      }
    }
  };

  const actions = section.querySelector(".actions");
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    actions.append(made);
    return made;
  };
  if (!form.dataset.template.includes("{")) {
    button("Explain, with examples", () => {
      clear(form);
      showAddress();
      ask(form.dataset.template);
    });
  }
  button("Clear", () => {
    running?.abort();
    running = null;
    stop.hidden = true;
    clear(form);
    showAddress();
    answer.replaceChildren();
    status.textContent = "";
  });
  const stop = button("Stop", () => running?.abort());
  stop.hidden = true;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = missing(form) ?? unsendable(form);
    if (wrong) {
      status.textContent =
        wrong.value.trim() === ""
          ? "Fill in " + wrong.name + " first."
          : "“" + wrong.value.trim() + "” alone can't be sent as " + wrong.name + ": browsers take it for a step within the address. Add a word.";
      answer.replaceChildren();
      wrong.focus();
      return;
    }
    const path = addressOf(form);
    if (form.dataset.again === "true") {
      // The address of the page asks the same again; what somebody said in a talk stays out of it.
      history.replaceState(null, "", linkOf(path) ?? "");
    }
    ask(path);
  });
  form.addEventListener("input", showAddress);
  section.querySelector(".copies").addEventListener("click", async (event) => {
    const what = event.target.dataset.copies;
    if (what !== undefined) {
      const before = event.target.textContent;
      try {
        await navigator.clipboard.writeText(copyOf(what, addressOf(form), linkOf));
        event.target.textContent = "Copied";
        if (what === "curl" && access.isHeld()) {
          status.textContent = HOW_TO_USE_CURL;
        }
      } catch (e) {
        event.target.textContent = "The browser does not let it be copied";
      }
      setTimeout(() => (event.target.textContent = before), 2000);
    }
  });
  setUp(form);
  showAddress();
}

/** The parameter of a route by which its answer gets shorter. */
const fewer = (form) => ["limit", "k"].find((name) => form.elements.namedItem(name) !== null);

access.whenGiven(() => document.querySelector(".route:not([hidden]) form").requestSubmit());
for (const link of document.querySelectorAll("footer a")) {
  access.open(link, (said) => (document.getElementById("document-trouble").textContent = said));
}

sections.forEach(prepare);
document.querySelectorAll(".scripted").forEach((each) => (each.hidden = false));
addEventListener("hashchange", follow);
follow();
