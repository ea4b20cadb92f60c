/**
 * What no screen may have, whatever is on it. Sent to the page as text, so it must not use anything from
 * outside itself.
 */
export function faultsOf() {
  const faults = [];
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  if (scrollWidth > clientWidth || scrollHeight > clientHeight) faults.push('the page itself scrolls');
  for (const word of ['undefined', 'NaN', '[object', 'Invalid Date']) {
    if (document.body.innerText.includes(word)) faults.push(`“${word}” is to be read`);
  }
  for (const control of document.querySelectorAll('button, a[href], input, textarea')) {
    const { left, right, width } = control.getBoundingClientRect();
    const name = control.getAttribute('aria-label') ?? control.textContent.trim();
    if (width > 1 && control.checkVisibility() && (left < 0 || right > clientWidth)) {
      faults.push(`“${name}” is cut off at the edge of the window`);
    }
  }
  for (const button of document.querySelectorAll('button')) {
    const name = button.getAttribute('aria-label') || button.labels?.length || button.textContent.trim();
    if (!name && button.checkVisibility()) faults.push(`a button has no name: ${button.outerHTML}`);
  }
  return faults;
}
