/** Keys by the names people give them, as the WebDriver protocol codes them (W3C WebDriver, section 17.4.2). */
const codes = {
  Control: '\uE009',
  Shift: '\uE008',
  Alt: '\uE00A',
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  F6: '\uE036',
};

/** The actions of a chord such as `Control+Enter`: all down in order, all up in reverse. */
export function chord(keys) {
  return together(keys.split('+').map((key) => codes[key] ?? key));
}

/** The actions of typing a text, key by key. */
export function typing(text) {
  return [...text].flatMap((sign) => together([sign === '\n' ? codes.Enter : sign]));
}

function together(values) {
  return [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
}
