// Every page is valid HTML, in the judgement of the Nu HTML checker.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { folder, pages } from './site.mjs';

const checker = fileURLToPath(new URL('../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

test('every page is valid HTML', () => {
  assert.ok(pages.length > 0, `no HTML page in ${folder}`);
  const options = ['--format', 'gnu', '--stdout', '--errors-only', '--skip-non-html'];
  const run = spawnSync('java', ['-Xss8m', '-jar', checker, ...options, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.ifError(run.error);
  const messages = run.stdout.replaceAll(`file:${folder}/`, '').trim().split('\n');
  const shown = messages.slice(0, 40).join('\n');
  assert.ok(run.status === 0, `the checker has ${messages.length} messages:\n${shown}\n${run.stderr}`);
});
