// What is copied of a form: the address it asks, a line for a shell, or a link to the form.

import * as access from "./page-access.js";

const ON_WINDOWS = (navigator.userAgentData?.platform ?? navigator.platform).startsWith("Win");

/** To be said where the line holds the name of the variable. */
export const HOW_TO_USE_CURL = ON_WINDOWS
  ? "The line is for the Command Prompt, and takes the access token from the variable OSUSUME_TOKEN: say first  set OSUSUME_TOKEN=the token"
  : "The line takes the access token from the variable OSUSUME_TOKEN: say first  read -r OSUSUME_TOKEN  and paste the token.";

/** Path and query as somebody may use them elsewhere. */
export function copyOf(what, path, linkOf) {
  const address = location.origin + path;
  if (what === "curl") {
    return lineOf(address);
  }
  return what === "link" ? location.origin + "/" + (linkOf(path) ?? "") : address;
}

/** The shell puts the token in: a line that holds it would be kept in the shell's history. */
function lineOf(address) {
  if (ON_WINDOWS) {
    // By its whole name: without its ending, PowerShell takes it for a command of its own.
    return "curl.exe" + (access.isHeld() ? ' -H "Authorization: Bearer %OSUSUME_TOKEN%"' : "") + ' "' + address + '"';
  }
  return "curl" + (access.isHeld() ? ' -H "Authorization: Bearer $OSUSUME_TOKEN"' : "") + " '" + address + "'";
}
