/** Addresses of lines: how one is made. No DOM. */

/**
 * The address of a line as it can be said and sent: of the version itself, in whatever way it is read.
 * @param {string} here  address of a page that shows the version
 * @param {string} number  of the line
 */
export function addressOf(here, number) {
  const address = new URL(here);
  address.pathname = address.pathname.replace(/(\/versions\/\d+\/).*$/u, "$1");
  address.search = "";
  address.hash = `line-${number}`;
  return address.href;
}
