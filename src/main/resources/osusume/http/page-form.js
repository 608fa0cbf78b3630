// A form and the address it asks.

const fields = (form) => [...form.elements].filter((each) => each.name !== "");

const inPath = (form) => fields(form).filter((field) => field.dataset.path === "true");

// What encodeURIComponent leaves alone and a shell does not.
const encoded = (text) => encodeURIComponent(text).replace(/'/g, "%27");

/** Path and query of what a form asks; empty fields are left out, missing parts of the path stay in braces. */
export function addressOf(form) {
  let path = form.dataset.template;
  const query = [];
  for (const field of fields(form)) {
    const value = field.value.trim();
    if (value === "") {
      continue;
    }
    if (field.dataset.path === "true") {
      path = path.replace("{" + field.name + "}", () => encoded(value));
    } else {
      query.push(field.name + "=" + encoded(value));
    }
  }
  return path + (query.length > 0 ? "?" + query.join("&") : "");
}

/** A field of the path that is not filled in; undefined: each is. */
export const missing = (form) => inPath(form).find((field) => field.value.trim() === "");

/** A field that a browser would resolve away, however it is encoded; undefined: there is none. */
export const unsendable = (form) => inPath(form).find((field) => /^\.\.?$/.test(field.value.trim()));

/** The link within this page that asks an address again; null: no form asks it. */
export function linkOf(address) {
  const [path, query] = address.split(/\?(.*)/s);
  for (const form of document.querySelectorAll(".route form")) {
    const expected = form.dataset.template.split("/");
    const given = path.split("/");
    // The last part takes all that is left, as it does where it is answered.
    const parts = [...given.slice(0, expected.length - 1), given.slice(expected.length - 1).join("/")];
    const values = [];
    const fits = expected.every((part, i) => {
      if (part.startsWith("{") && parts[i]) {
        values.push(part.slice(1, -1) + "=" + parts[i]);
        return true;
      }
      return part === parts[i];
    });
    if (fits) {
      return "#" + form.closest(".route").id + "?" + [...values, ...(query ? [query] : [])].join("&");
    }
  }
  return null;
}

export function clear(form) {
  form.querySelectorAll("[data-added]").forEach((added) => added.remove());
  fields(form).forEach((field) => (field.value = ""));
}

/** Fills a form in; what is folded away is unfolded where something stands in it. */
export function fill(form, values) {
  clear(form);
  for (const name of new Set(values.keys())) {
    const first = fields(form).find((field) => field.name === name);
    values.getAll(name).forEach((value, i) => {
      const field = i === 0 ? first : first?.closest("[data-repeatable]") && another(first);
      if (field) {
        field.value = value;
      }
    });
    if (first && first.value !== "") {
      first.closest("details")?.setAttribute("open", "");
    }
  }
}

/** One more field for a parameter that may be given more than once. */
function another(first) {
  const all = first.parentElement.querySelectorAll("input");
  const added = first.cloneNode();
  added.value = "";
  added.id = first.id + "-" + (all.length + 1);
  added.dataset.added = "true";
  added.setAttribute("aria-label", first.name + " " + (all.length + 1));
  all[all.length - 1].after(added);
  return added;
}

export function setUp(form) {
  for (const field of form.querySelectorAll("[data-repeatable]")) {
    const first = field.querySelector("input");
    const more = document.createElement("button");
    more.type = "button";
    more.className = "quiet";
    more.textContent = "+ one more";
    more.setAttribute("aria-label", "One more field for " + first.name);
    more.addEventListener("click", () => another(first).focus());
    field.append(more);
  }
}
