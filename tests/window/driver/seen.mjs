/**
 * What a person finds on the screen, looked up in the page itself: elements by role and name as assistive
 * technology gets them (WAI-ARIA 1.2, Accessible Name 1.2, as far as the application needs it).
 *
 * The function is sent to the page as text, so it must not use anything from outside itself.
 */
export function seen(query, within) {
  const inputRoles = { checkbox: 'checkbox', radio: 'radio', search: 'searchbox', number: 'spinbutton' };
  const tagRoles = {
    A: 'link',
    BUTTON: 'button',
    TEXTAREA: 'textbox',
    NAV: 'navigation',
    MAIN: 'main',
    ASIDE: 'complementary',
    ARTICLE: 'article',
    LI: 'listitem',
    UL: 'list',
    OL: 'list',
    FORM: 'form',
    SECTION: 'region',
    SELECT: 'combobox',
    H1: 'heading',
    H2: 'heading',
    H3: 'heading',
    TABLE: 'table',
    TR: 'row',
    TD: 'cell',
    IFRAME: 'frame',
    CANVAS: 'canvas',
  };
  const namedByContent = new Set([
    'button',
    'link',
    'option',
    'tab',
    'radio',
    'checkbox',
    'heading',
    'menuitem',
    'gridcell',
    'cell',
    'row',
    'switch',
    'listitem',
    'status',
    'alert',
  ]);

  function roleOf(element) {
    const given = element.getAttribute('role');
    if (given) return given;
    if (element.tagName === 'INPUT') return inputRoles[element.type] ?? 'textbox';
    return tagRoles[element.tagName] ?? '';
  }

  function isHidden(element) {
    if (element.closest('[aria-hidden="true"], [inert]')) return true;
    if (!element.checkVisibility({ visibilityProperty: true })) return true;
    const { width, height } = element.getBoundingClientRect();
    return width < 1 || height < 1;
  }

  function clean(text) {
    return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  }

  function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return '';
    const inside = node.getAttribute('aria-label') ?? [...node.childNodes].map(textOf).join('');
    return style.display === 'inline' ? inside : ` ${inside} `;
  }

  function nameOf(element, role) {
    const ids = element.getAttribute('aria-labelledby');
    if (ids) {
      const labels = ids.split(' ').map((id) => document.getElementById(id));
      return clean(labels.map((label) => (label ? textOf(label) : '')).join(' '));
    }
    const given = element.getAttribute('aria-label');
    if (given) return clean(given);
    if (element.labels?.length) return clean([...element.labels].map(textOf).join(' '));
    if (namedByContent.has(role)) {
      const content = clean(textOf(element));
      if (content) return content;
    }
    return clean(element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '');
  }

  function fits(text, wanted) {
    if (wanted === null) return true;
    return typeof wanted === 'string' ? text === wanted : new RegExp(wanted.source, wanted.flags).test(text);
  }

  const root = within ?? document.body;
  if (query.text) {
    const holders = [...root.querySelectorAll('*')].filter(
      (element) => !isHidden(element) && fits(clean(textOf(element)), query.text),
    );
    const deepest = holders.filter(
      (holder) => !holders.some((other) => other !== holder && holder.contains(other)),
    );
    return { found: deepest, names: [] };
  }
  const ofRole = [...root.querySelectorAll('*')].filter(
    (element) => roleOf(element) === query.role && !isHidden(element),
  );
  const named = ofRole.map((element) => [element, nameOf(element, query.role)]);
  const found = named.filter(([, name]) => fits(name, query.name)).map(([element]) => element);
  return { found, names: named.map(([, name]) => name) };
}
