// SPDX-License-Identifier: GPL-2.0-or-later
// Light and dark. The styles of the page and of the drawing both depend on prefers-color-scheme. If the reader chooses the
// other one, the conditions of these rules are rewritten. They apply to screens only: paper is always light.

const darkRules = [];

function findRules() {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && /prefers-color-scheme:\s*dark/.test(rule.conditionText))
        darkRules.push({rule, condition: `screen and ${rule.conditionText}`});
}

export function isDark(theme) {
  return theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
}

export function applyTheme(theme) {
  if (darkRules.length === 0)
    findRules();
  for (const {rule, condition} of darkRules)
    rule.media.mediaText = theme === 'auto' ? condition : theme === 'dark' ? 'screen' : 'not all';
  document.documentElement.dataset.theme = theme;
}

export function makeTheme(app) {
  const select = document.getElementById('theme');
  select.addEventListener('change', () => app.set({theme: select.value}));
  let shown = null;
  return (state) => {
    if (state.theme !== shown)
      applyTheme(state.theme);
    shown = select.value = state.theme;
  };
}
