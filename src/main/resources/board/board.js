// The board: where in it the reader is, whether it is live, and the keys.
import { html, render, useEffect, useRef, useState } from '/preact.js';
import { List } from '/list.js';
import { Story } from '/story.js';
import { ask, follow, token } from '/stream.js';
import { age, count, time } from '/words.js';

const OLD_MS = 120000;

function route() {
  const [, kind, id, sub, what] = location.pathname.split('/').map(decodeURIComponent);
  if (kind !== 'story' || !id) return { page: 'list' };
  return {
    page: 'story', id,
    factId: sub === 'fact' ? what : undefined,
    revision: sub === 'revision' ? Number(what) : undefined,
  };
}

function App() {
  const [at, setAt] = useState(route);
  const [state, setState] = useState('connecting');
  const [status, setStatus] = useState(null);
  const [version, setVersion] = useState(0);
  const [said, setSaid] = useState('');
  const [help, setHelp] = useState(false);
  const [needToken, setNeedToken] = useState(false);
  const [session, setSession] = useState(0);
  const place = useRef(at);
  place.current = at;

  useEffect(() => {
    const moved = () => setAt(route());
    const clicked = (e) => {
      const a = e.target.closest && e.target.closest('a[href]');
      const plain = !e.defaultPrevented && e.button === 0 && !e.metaKey && !e.ctrlKey && !e.shiftKey && !e.altKey;
      if (!a || !plain || a.origin !== location.origin || a.target) return;
      if (a.hash && a.pathname === location.pathname) return;
      if (a.pathname !== '/' && !a.pathname.startsWith('/story/')) return;
      e.preventDefault();
      go(a.pathname + a.search + a.hash);
    };
    addEventListener('popstate', moved);
    document.addEventListener('click', clicked);
    return () => {
      removeEventListener('popstate', moved);
      document.removeEventListener('click', clicked);
    };
  }, []);

  function go(path) {
    history.pushState(null, '', path);
    setAt(route());
    scrollTo(0, 0);
  }

  useEffect(() => {
    let timer = 0;
    let changed = new Set();
    const soon = (storyId) => {
      if (storyId) changed.add(storyId);
      timer ||= setTimeout(() => {
        timer = 0;
        const here = place.current;
        if (here.page === 'list' || !changed.size || changed.has(here.id)) setVersion((v) => v + 1);
        if (changed.size) setSaid(here.page === 'list' ? `${count(changed.size, 'story', 'stories')} changed` : changed.has(here.id) ? 'This story changed' : '');
        changed = new Set();
      }, 400);
    };
    const stop = follow({
      state: (s) => {
        setState(s);
        if (s === 'token') setNeedToken(true);
      },
      alive: () => {},
      update: (u) => soon(u.storyId),
      again: () => soon(),
      reset: () => soon(),
    });
    const look = () => ask('/api/v1/status').then(setStatus, () => {});
    look();
    const every = setInterval(look, 5000);
    return () => {
      stop();
      clearInterval(every);
      clearTimeout(timer);
    };
  }, [session]);

  useEffect(() => {
    const pressed = (e) => {
      if (e.metaKey || e.ctrlKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
      if (e.key === '/') {
        const search = document.getElementById('search');
        if (search) {
          e.preventDefault();
          search.focus();
        }
      } else if (e.key === 'j' || e.key === 'k') step(e.key === 'j' ? 1 : -1);
      else if (e.key === 'u') go('/');
      else if (e.key === '?') setHelp(true);
      else if (e.key === '[' || e.key === ']') {
        const link = document.querySelector(`a[data-key="${e.key}"]`);
        if (link) link.click();
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  const refused = (e) => e.status === 401 && setNeedToken(true);
  const key = `${at.page}/${at.id || ''}/${at.revision || ''}/${at.factId || ''}`;
  return html`
    <a class="skip" href="#main">Skip to content</a>
    <header class="bar">
      <a class="brand" href="/" aria-label="Slugline: all stories">Slugline</a>
      <${Light} state=${state} status=${status} />
      <button type="button" class="plain" onClick=${() => setHelp(true)} aria-keyshortcuts="?">Keys</button>
    </header>
    <div class="visually-hidden" role="status" aria-live="polite">${said}</div>
    <main id="main">
      ${needToken
        ? html`<${Token} onGiven=${() => {
            setNeedToken(false);
            setSession(session + 1);
            setVersion(version + 1);
          }} />`
        : at.page === 'list'
          ? html`<${List} version=${version} onProblem=${refused} />`
          : html`<${Story} key=${key} ...${at} version=${at.revision ? 0 : version} onProblem=${refused} />`}
    </main>
    <footer class="foot"><p>Corroborated means independently reported. It never means true.${' '}
      <a href="/openapi.yaml">API</a></p></footer>
    ${help && html`<${Help} onClose=${() => setHelp(false)} />`}`;
}

/** Whether what is shown is live, behind, or old, in words. */
function Light({ state, status }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const t = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(t);
  }, []);
  const old = status && status.time ? now - Date.parse(status.time) : 0;
  let kind = 'ok';
  let text = 'Live';
  if (state === 'connecting') [kind, text] = ['wait', 'Connecting …'];
  if (state === 'token') [kind, text] = ['bad', 'Not signed in'];
  if (state === 'lost') [kind, text] = ['bad', 'Connection lost: what you see may be old. Trying again …'];
  if (state === 'live' && status) {
    if (status.state === 'failed') [kind, text] = ['bad', 'The server stopped reading: what you see is old'];
    else if (status.state === 'catching_up') [kind, text] = ['wait', `Catching up: ${count(status.behind || 0, 'record')} to read`];
    else if (old > OLD_MS) [kind, text] = ['wait', `Connected; the data is ${age(old)} old,`];
  }
  return html`<p class=${`light ${kind}`} id="light"><span aria-hidden="true" class="dot"></span>${text}${
    status && status.time ? html`<span class="asof"> as of <time datetime=${status.time}>${time(status.time)}</time></span>` : ''}</p>`;
}

function Token({ onGiven }) {
  const [text, setText] = useState('');
  return html`<form class="notice" onSubmit=${(e) => {
      e.preventDefault();
      token.set(text.trim());
      onGiven();
    }}>
    <h1 tabindex="-1">A token is needed</h1>
    <p>Whoever runs this server gives out tokens. It is kept until this tab is closed.</p>
    <label>Token <input type="password" autocomplete="off" value=${text} onInput=${(e) => setText(e.target.value)} /></label>
    <button type="submit">Open the board</button>
  </form>`;
}

const KEYS = [['j', 'next story'], ['k', 'story before'], ['Enter', 'open it'], ['u', 'all stories'],
  ['/', 'search'], ['[', 'earlier revision'], [']', 'later revision'], ['?', 'this list']];

function Help({ onClose }) {
  const box = useRef(null);
  useEffect(() => {
    box.current.showModal();
  }, []);
  return html`<dialog ref=${box} onClose=${onClose} aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl>${KEYS.map(([k, what]) => html`<div><dt><kbd>${k}</kbd></dt><dd>${what}</dd></div>`)}</dl>
    <button type="button" autofocus onClick=${() => box.current.close()}>Close</button>
  </dialog>`;
}

function step(by) {
  const links = [...document.querySelectorAll('a[data-story]')];
  if (!links.length) return;
  const i = links.indexOf(document.activeElement);
  const next = links[Math.max(0, Math.min(links.length - 1, i < 0 ? 0 : i + by))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

render(html`<${App} />`, document.getElementById('app'));
