// The page: which form is shown, asking, and the access token.

import { addressOf, clear, fill, linkOf, setUp } from "./page-form.js";
import { read, show } from "./page-answer.js";

const sections = [...document.querySelectorAll(".route")];
const access = document.getElementById("access");
let token = "";

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
    address.href = path;
  };

  const ask = async (path) => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    stop.hidden = false;
    status.textContent = "Asking…";
    const begin = performance.now();
    try {
      const headers = token === "" ? {} : { Authorization: "Bearer " + token };
      const response = await fetch(path, { headers, signal: mine.signal });
      const received = await read(response);
      const took = Math.round(performance.now() - begin);
      status.textContent = show(answer, received, linkOf) + " · " + took + " ms";
      if (answer.getBoundingClientRect().top > innerHeight * 0.8) {
        // A long form must not hide that there is an answer below it.
        section.querySelector(".asked").scrollIntoView();
      }
      if (response.status === 401) {
        access.hidden = false;
        document.getElementById("token").focus();
      }
    } catch (e) {
      if (running === mine) {
        status.textContent = mine.signal.aborted
          ? "Stopped."
          : "Nothing answers at " + location.origin + " any more. Is Osusume still running, and its listener switched on?";
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
    clear(form);
    showAddress();
    answer.replaceChildren();
    status.textContent = "";
  });
  const stop = button("Stop", () => running?.abort());
  stop.hidden = true;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
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
        await navigator.clipboard.writeText(copyOf(what, addressOf(form)));
        event.target.textContent = "Copied";
      } catch (e) {
        event.target.textContent = "The browser does not let it be copied";
      }
      setTimeout(() => (event.target.textContent = before), 2000);
    }
  });
  setUp(form);
  showAddress();
}

function copyOf(what, path) {
  const address = location.origin + path;
  if (what === "curl") {
    // The shell puts the token in: a line that holds it would be kept in the shell's history.
    const header = token === "" ? "" : ' -H "Authorization: Bearer $OSUSUME_TOKEN"';
    return "curl" + header + " '" + address + "'";
  }
  return what === "link" ? location.origin + "/" + (linkOf(path) ?? "") : address;
}

access.addEventListener("submit", (event) => {
  event.preventDefault();
  token = document.getElementById("token").value.trim();
  document.querySelector(".route:not([hidden]) form").requestSubmit();
});

sections.forEach(prepare);
addEventListener("hashchange", follow);
follow();
