// One Chromium with a fresh profile, several tabs at a time, and an ear for what goes wrong in a tab.

import { availableParallelism } from 'node:os';
import { chromium } from 'playwright-core';

// Without a window, and without asking anybody on the network.
export const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// The browser; `close()` ends it and removes its profile.
export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: switches });

// Does `work(tab, item)` for each item, in as many tabs as there are cores.
export async function inTabs(context, items, work) {
  const waiting = [...items];
  const worker = async () => {
    const tab = await context.newPage();
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(tab, item);
    await tab.close();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

// Collects what goes wrong in a context's tabs: errors, failed requests, and requests that leave `home`.
export function watch(context, home) {
  const faults = [];
  const hear = (event, what) =>
    context.on(event, (subject) => {
      const said = what(subject);
      const page = (subject.page?.() ?? subject.frame().page())?.url().replace(home, '');
      if (said) faults.push(`${page}: ${said}`);
    });
  const isInside = (url) => url.startsWith(home) || url.startsWith('data:');
  hear('console', (message) => message.type() === 'error' && `console error: ${message.text()}`);
  hear('weberror', (error) => `script error: ${error.error().message}`);
  // What the next page cut off is no fault.
  const isCutOff = (request) => request.failure()?.errorText === 'net::ERR_ABORTED';
  hear('requestfailed', (request) => !isCutOff(request) && `failed request: ${request.url()} ${request.failure()?.errorText}`);
  hear('response', (response) => response.status() >= 400 && `answer ${response.status()}: ${response.url()}`);
  hear('request', (request) => !isInside(request.url()) && `request outside the site: ${request.url()}`);
  return faults;
}
