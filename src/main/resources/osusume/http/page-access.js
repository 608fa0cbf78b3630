// The access token: it is held in this page alone, and sent with what the page asks.

const form = document.getElementById("access");
const field = document.getElementById("token");
const trouble = document.getElementById("token-trouble");
let token = "";

export const isHeld = () => token !== "";

/** The headers of a request that may need the token. */
export const headers = () => (token === "" ? {} : { Authorization: "Bearer " + token });

/** Asks the person for the token. */
export function want() {
  form.hidden = false;
  field.focus();
}

/** Takes what the person types in; then does what was to be done with it. */
export function whenGiven(act) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = field.value.trim();
    // Such a one could be sent in no header; and no listener has it.
    const sendable = /^[\x21-\x7e]*$/.test(given);
    trouble.textContent = sendable
      ? ""
      : "No access token is like that: each consists of letters, digits and signs of ASCII, without spaces. It was not sent.";
    if (sendable) {
      token = given;
      act();
    }
  });
}

/** Opens what a link leads to with the token, which a browser that follows it would not send. */
export function open(link, tell) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    tell("");
    try {
      const response = await fetch(link.href, { headers: headers() });
      if (response.status === 401) {
        want();
      }
      if (response.ok && token === "") {
        location.assign(link.href);
      } else if (response.ok) {
        const address = URL.createObjectURL(await response.blob());
        window.open(address, "_blank", "noopener,noreferrer");
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      } else {
        tell((await response.json()).detail);
      }
    } catch (e) {
      tell(link.href + " could not be read. Is Osusume still running, and its listener switched on?");
    }
  });
}
