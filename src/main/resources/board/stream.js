// Asks the API and follows its stream. A token, if one is needed, lives as long as the tab.

const TOKEN = 'slugline-token';

export const token = {
  get: () => sessionStorage.getItem(TOKEN) || '',
  set: (t) => (t ? sessionStorage.setItem(TOKEN, t) : sessionStorage.removeItem(TOKEN)),
};

const headers = () => (token.get() ? { Authorization: `Bearer ${token.get()}` } : {});

/** An answer of the API that is no success. */
export class Refusal extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export async function ask(path, signal) {
  const response = await fetch(path, { headers: headers(), signal });
  const type = response.headers.get('content-type') || '';
  const body = type.includes('json') ? await response.json() : {};
  if (!response.ok) throw new Refusal(response.status, body.detail || `The server answered ${response.status}.`);
  return body;
}

/**
 * Follows the updates until it is stopped; comes back by itself, with its place in the stream.
 * `on` hears state ('connecting', 'live', 'lost', 'token'), update and reset.
 */
export function follow(on) {
  const stop = new AbortController();
  let last = '';
  let pause = 1000;

  async function once() {
    on.state('connecting');
    const response = await fetch('/api/v1/updates/stream', {
      headers: { ...headers(), Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) },
      signal: stop.signal,
      cache: 'no-store',
    });
    if (response.status === 401) {
      on.state('token');
      throw new Refusal(401, 'token');
    }
    if (!response.ok) throw new Refusal(response.status, 'refused');
    on.state('live');
    pause = 1000;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      on.alive();
      rest += value;
      let end;
      while ((end = rest.indexOf('\n\n')) >= 0) {
        take(rest.slice(0, end));
        rest = rest.slice(end + 2);
      }
    }
  }

  function take(block) {
    let event = 'message';
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('id: ')) last = line.slice(4);
      else if (line.startsWith('event: ')) event = line.slice(7);
      else if (line.startsWith('data: ')) data += line.slice(6);
    }
    if (event === 'update' && data) on.update(JSON.parse(data));
    if (event === 'reset') on.reset();
  }

  (async () => {
    let began = false;
    while (!stop.signal.aborted) {
      try {
        if (began) on.again();
        began = true;
        await once();
        on.state('lost');
      } catch (e) {
        if (stop.signal.aborted) return;
        if (e.status !== 401) on.state('lost');
      }
      await new Promise((go) => setTimeout(go, pause));
      pause = Math.min(pause * 2, 15000);
    }
  })();
  return () => stop.abort();
}

const SEEN = 'slugline-seen';

/** Which revision of a story this browser's reader has looked at; at most so many are kept. */
export const seen = {
  all() {
    try {
      return JSON.parse(localStorage.getItem(SEEN) || '{}');
    } catch {
      return {};
    }
  },
  mark(storyId, revision) {
    const all = seen.all();
    if ((all[storyId] || 0) >= revision) return;
    delete all[storyId];
    all[storyId] = revision;
    const ids = Object.keys(all);
    ids.slice(0, Math.max(0, ids.length - 5000)).forEach((id) => delete all[id]);
    localStorage.setItem(SEEN, JSON.stringify(all));
  },
};
