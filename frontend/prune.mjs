// Takes out of the kit what no page uses: 580 kB would otherwise reach a phone on a prepaid plan.
import postcss from 'postcss';

const worn = new Set([
  'krds-btn', 'primary', 'secondary', 'tertiary', 'text', 'small', 'medium', 'large',
  'krds-input', 'krds-form-select', 'krds-form-check', 'krds-check-area', 'chk-column', 'krds-form-check-cnt', 'krds-form-check-p',
  'fieldset', 'form-group', 'form-tit', 'form-conts', 'form-hint', 'form-hint-invalid', 'is-error',
  'krds-badge', 'bg-light-primary', 'bg-light-gray', 'bg-light-danger', 'bg-light-warning', 'bg-light-success', 'bg-light-information',
  'krds-table-wrap', 'tbl', 'col', 'data', 'krds-breadcrumb-wrap', 'breadcrumb', 'txt', 'sr-only',
]);

function isWorn(selector) {
  return !selector.includes('data-krds-mode') && (selector.match(/\.[A-Za-z][\w-]*/g) ?? []).every(name => worn.has(name.slice(1)));
}

function kit(css) {
  const sheet = postcss.parse(css.replace(/^\uFEFF/, ''));
  sheet.walkAtRules(rule => {
    if (rule.name === 'charset' || rule.name === 'import' || rule.params.includes('prefers-color-scheme')) {
      rule.remove();
    }
  });
  sheet.walkDecls(declaration => {
    if (declaration.value.includes('url(')) {
      declaration.remove(); // pictures of the kit; ours are drawn in CSS or in the page
    } else if (declaration.prop.startsWith('background')) {
      declaration.important = false; // they held places for those pictures
    }
  });
  sheet.walkRules(rule => {
    // the kit hides every legend; with us it is the question
    const kept = rule.selectors.filter(selector => isWorn(selector) && !(selector === 'legend' && rule.selectors.includes('.sr-only')));
    if (kept.length === 0) {
      rule.remove();
    } else {
      rule.selectors = kept;
    }
  });
  return sheet.toString();
}

function properties(sheet) {
  for (let removed = true; removed;) {
    removed = false;
    const used = new Set(sheet.toString().match(/var\(\s*--[\w-]+/g)?.map(use => use.slice(use.indexOf('--'))));
    sheet.walkDecls(/^--/, declaration => {
      if (!used.has(declaration.prop)) {
        declaration.remove();
        removed = true;
      }
    });
  }
  sheet.walkRules(rule => { if (rule.nodes.length === 0) { rule.remove(); } });
  sheet.walkAtRules(rule => { if (rule.nodes?.length === 0) { rule.remove(); } });
}

export const prune = { kit, properties };
