// Real web servers with exactly the configuration that `congkhai hosting` prints, each as a process of its own
// in a scratch folder, on a free port of this machine. What stands around the printed lines is what a portal
// has anyway.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folder } from './site.mjs';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
// What the site under test was built from; ./test adds releases to a copy of the real content.
export const content = process.env.CONGKHAI_CONTENT ?? 'content';

export const program = resolve(repository, process.env.CARGO_TARGET_DIR ?? 'target', 'debug/congkhai');
const isRoot = process.getuid() === 0;

const brotliOfNginx = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
export const hasBrotli = (server) => server !== 'nginx' || existsSync(brotliOfNginx);

// What `congkhai hosting` prints for the site under test, below `base`.
export function printed(server, base, root) {
  const more = server === 'nginx' && hasBrotli('nginx') ? ['--brotli'] : [];
  const run = spawnSync(program, ['hosting', server, '--content', content, '--base-url', base, '--root', root, ...more], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`congkhai hosting ${server}: ${run.error ?? run.stderr}`);
  return run.stdout;
}

export const programs = { nginx: '/usr/sbin/nginx', apache: '/usr/sbin/apache2', caddy: '/usr/bin/caddy' };

function freePort() {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}


// How each is started: the files of its scratch folder, and the command that stays in the foreground.
const kinds = {
  nginx: (scratch, port, prefix, root) => ({
    files: {
      'congkhai.conf': printed('nginx', `https://congkhai.test${prefix}`, root),
      'nginx.conf': [
        isRoot ? 'user root;' : '',
        hasBrotli('nginx') ? `load_module ${brotliOfNginx};` : '',
        'worker_processes 1;',
        `pid ${scratch}/nginx.pid;`,
        'error_log stderr warn;',
        'events { worker_connections 512; }',
        'http {',
        'access_log off;',
        ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${scratch}/${name};`),
        `server { listen 127.0.0.1:${port};`,
        // Browsers ask the root of every server for this; there it is the portal's, not the site's.
        'location = /favicon.ico { return 204; }',
        `include ${scratch}/congkhai.conf;`,
        '} }',
      ].join('\n'),
    },
    command: [programs.nginx, '-p', scratch, '-c', `${scratch}/nginx.conf`, '-g', 'daemon off;'],
  }),
  apache: (scratch, port, prefix, root) => ({
    files: {
      'congkhai.conf': printed('apache', `https://congkhai.test${prefix}`, root),
      'apache.conf': [
        ...['mpm_event', 'authz_core', 'alias', 'deflate', 'dir', 'filter', 'headers', 'mime', 'rewrite'].map(
          (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
        ),
        ...(isRoot ? ['User www-data', 'Group www-data'] : []),
        `ServerRoot ${scratch}`,
        `PidFile ${scratch}/apache.pid`,
        `DefaultRuntimeDir ${scratch}`,
        `ErrorLog ${scratch}/errors`,
        'LogLevel warn',
        `Listen 127.0.0.1:${port}`,
        'ServerName 127.0.0.1',
        // As on Debian, where all of the disk is closed at first and these come with the server.
        '<Directory />\nAllowOverride None\nRequire all denied\n</Directory>',
        'TypesConfig /dev/null',
        'AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json',
        `<VirtualHost 127.0.0.1:${port}>`,
        'RedirectMatch 204 ^/favicon\\.ico$',
        `Include ${scratch}/congkhai.conf`,
        '</VirtualHost>',
      ].join('\n'),
    },
    command: [programs.apache, '-D', 'FOREGROUND', '-f', `${scratch}/apache.conf`],
  }),
  caddy: (scratch, port, prefix, root) => ({
    files: {
      Caddyfile: `{\n\tadmin off\n\tauto_https off\n}\n${printed('caddy', `http://127.0.0.1:${port}${prefix}`, root)}`,
    },
    command: [programs.caddy, 'run', '--config', `${scratch}/Caddyfile`, '--adapter', 'caddyfile'],
    environment: { HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
  }),
};

// Starts a server for the site in `root` under `prefix`. Gives its address and how to stop it.
export async function start(server, prefix, root = folder) {
  const scratch = mkdtempSync(join(tmpdir(), `congkhai-${server}-`));
  // Apache's own user reads what is in it.
  chmodSync(scratch, 0o755);
  const port = await freePort();
  const { files, command, environment } = kinds[server](scratch, port, prefix, root);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(scratch, name), text);
  const said = [];
  const child = spawn(command[0], command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text));
  const ended = new Promise((end) => child.on('exit', end).on('error', end));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(scratch, { recursive: true, force: true });
  };
  const home = `http://127.0.0.1:${port}${prefix}`;
  for (let tries = 0; ; tries += 1) {
    const isUp = await fetch(home).then(
      () => true,
      () => false,
    );
    if (isUp) return { home, stop };
    if (child.exitCode !== null || tries > 100) {
      const log = join(scratch, 'errors');
      const errors = existsSync(log) ? readFileSync(log, 'utf8') : '';
      await stop();
      throw new Error(`${server} did not start:\n${said.join('')}${errors}`);
    }
    await new Promise((wait) => setTimeout(wait, 100));
  }
}
