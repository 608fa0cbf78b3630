// What was answered. Everything in it is put in as text, never as markup.

import { tile } from "./page-tile.js";

/** Beyond it an answer is cut off: a browser that holds millions of rows stands still. */
const MOST_BYTES = 8_000_000;

/** Each reads all of it again, and a brace within a name is rare. */
const MOST_TRIES = 4;
const AT_ONCE = 50;
const MOST_REASONS = 4;

const count = new Intl.NumberFormat();
const short = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });
const decimal = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const tenths = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...content.filter((each) => each !== null));
  return made;
}

/** Reads an answer as far as a page can show it. */
export async function read(response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  let cut = false;
  while (reader && !cut) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
    cut = bytes > MOST_BYTES;
  }
  if (cut) {
    await reader.cancel();
  }
  const received = { status: response.status, text, bytes, cut };
  return { ...received, content: parsed(received) };
}

/** What the text says; of rows that were cut off as many as are whole; undefined where nothing can be made of it. */
function parsed({ text, cut }) {
  if (!cut) {
    try {
      return JSON.parse(text);
    } catch (e) {
      return undefined;
    }
  }
  if (!text.startsWith("[")) {
    return undefined;
  }
  let end = text.length;
  for (let tries = 0; tries < MOST_TRIES && end > 0; tries++) {
    end = text.lastIndexOf("}", end - 1);
    try {
      return JSON.parse(text.slice(0, end + 1) + "]");
    } catch (e) {
      // That brace stood within a row.
    }
  }
  return undefined;
}

/**
 * Shows an answer, and returns what there is to say of it in a line.
 *
 * @param fewer the parameter by which the answer gets shorter; undefined: there is none
 */
export function show(place, received, linkOf, fewer) {
  const { status, content, cut, text, bytes } = received;
  place.replaceChildren();
  if (cut) {
    const shown = content === undefined ? "The answer is more than a page can take" : "The answer goes on; it is shown as far as a page can take it";
    const advice = fewer === undefined ? "Ask with curl." : "Fill in " + fewer + " with a smaller number, or ask with curl.";
    place.append(element("p", "hint", shown + ". " + advice));
  }
  if (status >= 400) {
    place.append(element("p", "wrong", content?.detail ?? text));
  } else if (Array.isArray(content)) {
    rows(place, content);
  } else if (Array.isArray(content?.parameters)) {
    teaching(place, content, linkOf);
  } else if (Array.isArray(content?.anime)) {
    recommended(place, content);
  }
  raw(place, received);
  const many = Array.isArray(content) ? " · " + count.format(content.length) + (cut ? " rows and more" : content.length === 1 ? " row" : " rows") : "";
  return status + many + " · " + count.format(Math.ceil(bytes / 1000)) + " kB";
}

function raw(place, { text, content }) {
  const pre = element("pre", "");
  const details = element("details", "raw", element("summary", "", "The answer as it came"), pre);
  details.addEventListener("toggle", () => {
    if (pre.textContent === "") {
      pre.textContent = content !== undefined && text.length < 200_000 ? JSON.stringify(content, null, 2) : text.slice(0, 200_000);
    }
  });
  place.append(details);
}

/** Puts in some at first, and more when somebody asks for them. */
function byAndBy(place, list, all, make) {
  let shown = 0;
  const more = element("button", "more");
  more.type = "button";
  const next = () => {
    list.append(...all.slice(shown, shown + AT_ONCE).map(make));
    shown = Math.min(all.length, shown + AT_ONCE);
    more.textContent = "Show more (" + count.format(all.length - shown) + " left)";
    more.hidden = shown === all.length;
  };
  more.addEventListener("click", next);
  place.append(more);
  next();
}

function rows(place, all) {
  if (all.length === 0) {
    place.append(element("p", "hint", "Nothing fits. Ask for less, and more will."));
  } else if (typeof all[0].name === "string") {
    titles(place, all);
  } else {
    table(place, all);
  }
}

function table(place, all) {
  const columns = Object.keys(all[0]);
  const numeric = (column) => (typeof all[0][column] === "number" ? "number" : "");
  const body = element("tbody", "");
  const head = element("tr", "", ...columns.map((column) => element("th", numeric(column), column)));
  place.append(element("div", "scroll", element("table", "", element("thead", "", head), body)));
  byAndBy(place, body, all, (row) =>
    element("tr", "", ...columns.map((column) => element("td", numeric(column), value(column, row[column])))));
}

function value(column, given) {
  if (given === null || given === undefined) {
    return "–";
  }
  return column === "rating" && given === -1 ? "not rated" : String(given);
}

function titles(place, all) {
  const list = element("ol", "titles");
  place.append(list);
  byAndBy(place, list, all, title);
}

function title(anime) {
  const name = element("a", "name", anime.name);
  name.href = "https://myanimelist.net/anime/" + Number(anime.anime_id);
  // Of its own: the access token is lost with this page.
  name.target = "_blank";
  name.rel = "noopener noreferrer";
  const rank = anime.rank === undefined ? null : element("span", "rank", String(anime.rank));
  const text = element("div", "", rank, name, element("div", "facts", facts(anime)), element("div", "genres", anime.genre ?? ""));
  const reasons = (anime.reasons ?? []).map(reason);
  if (reasons.length > 0) {
    text.append(element("ul", "reasons", ...reasons.slice(0, MOST_REASONS)));
  }
  if (reasons.length > MOST_REASONS) {
    const others = element("ul", "reasons", ...reasons.slice(MOST_REASONS));
    text.append(element("details", "others", element("summary", "", reasons.length - MOST_REASONS + " more"), others));
  }
  return element("li", "title", tile(anime), text, element("div", "figure", figure(anime)));
}

function facts(anime) {
  const known = (number, format) => (number === null ? "–" : format.format(number));
  return [
    anime.type ?? "–",
    known(anime.episodes, count) + " ep",
    "★ " + known(anime.rating, decimal),
    known(anime.members, short) + " members",
  ].join(" · ");
}

/** What the person would give it, or else how much the strategy thinks of it. */
function figure(anime) {
  if (typeof anime.predicted === "number") {
    return "you’d give it " + tenths.format(anime.predicted) + " ± " + tenths.format(anime.plus_minus);
  }
  return typeof anime.weight === "number" ? "weight " + decimal.format(anime.weight) : "";
}

function reason({ text, share }) {
  const part = element("span", "");
  part.style.width = Math.min(100, Math.abs(share) * 100) + "%";
  return element("li", "", element("span", "bar", part), text + " ·\u00a0" + percent.format(share));
}

function recommended(place, content) {
  if (content.rec) {
    place.append(element("p", "said", content.rec));
  }
  if (content.note) {
    place.append(element("p", "hint", content.note));
  }
  const removed = Object.entries(content.removed ?? {}).filter(([, many]) => many > 0).map(leftOut);
  const said = [
    content.strategy ? "By the strategy " + content.strategy + "." : "",
    removed.length > 0 ? "Left out: " + removed.join(", ") + "." : "",
  ].join(" ").trim();
  if (said) {
    place.append(element("p", "facts", said));
  }
  if (content.anime.length > 0) {
    titles(place, content.anime);
  } else {
    place.append(element("p", "hint", "No title fits."));
  }
}

function leftOut([filter, many]) {
  const titles = count.format(many) + (many === 1 ? " title" : " titles");
  return titles + (filter === "franchises" ? " of a story that has its row already" : " by the filter " + filter);
}

function teaching(place, content, linkOf) {
  place.append(element("p", "", content.message));
  const examples = (content.examples ?? []).map((path) => {
    const link = element("a", "address", path);
    link.href = linkOf(path) ?? path;
    return element("li", "", link);
  });
  place.append(element("ul", "examples", ...examples));
}
