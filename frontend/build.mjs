// The government design system -> wwwroot/lib: the parts we wear, once for each writing direction, and the web font in pieces.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import rtlcss from 'rtlcss';
import * as sass from 'sass';
import { prune } from './prune.mjs';

const root = path.resolve(import.meta.dirname, '..');
const packages = path.join(root, 'node_modules');
const krds = path.join(packages, 'krds-uiux/resources');
const out = path.join(root, 'src/MigrantServices.Portal/wwwroot/lib');

rmSync(out, { recursive: true, force: true });
mkdirSync(path.join(out, 'css'), { recursive: true });

const kit = sass.compile(path.join(root, 'frontend/portal.scss'), {
  loadPaths: [path.join(krds, 'scss')],
  logger: sass.Logger.silent, // the kit's own deprecations; ours would fail below
}).css;
const sheet = postcss.parse([
  readFileSync(path.join(krds, 'css/token/krds_tokens.css'), 'utf8'),
  prune.kit(kit),
  readFileSync(path.join(root, 'frontend/site.css'), 'utf8'),
].join('\n'));
prune.properties(sheet);
const css = sheet.toString();
if (css.includes('url(')) {
  throw new Error('The style sheet names a file with url(), which is not shipped.');
}

write('portal.css', css);
write('portal.rtl.css', rtlcss.process(css));
write('office.css', readFileSync(path.join(root, 'frontend/office.css'), 'utf8')); // colleagues read Korean and English only
fonts();

function write(name, text) {
  const { code } = transform({ filename: name, code: Buffer.from(text), minify: true });
  writeFileSync(path.join(out, 'css', name), code);
}

// Optional, so that no page waits for a font or jumps when one comes; pieces with letters a page has not are never asked for.
function fonts() {
  const from = path.join(packages, 'pretendard/dist/web/variable');
  const faces = readFileSync(path.join(from, 'pretendardvariable-dynamic-subset.css'), 'utf8')
    .replaceAll('font-display: swap', 'font-display: optional')
    .replaceAll('./woff2-dynamic-subset/', '../fonts/');
  write('fonts.css', faces);
  const pieces = path.join(from, 'woff2-dynamic-subset');
  mkdirSync(path.join(out, 'fonts'));
  for (const piece of readdirSync(pieces)) {
    cpSync(path.join(pieces, piece), path.join(out, 'fonts', piece));
  }
}
