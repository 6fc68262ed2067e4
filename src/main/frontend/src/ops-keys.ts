// Keyboard and clipboard for every page. What a key does stands in the page itself:
//   data-shortcut="c"      pressing c clicks the element (or goes to it, if it is a field)
//   data-shortcut="filter" pressing / goes to it
//   data-go="i"            pressing g and then i clicks the link
//   ops-list               on a grid or a box of [data-row] elements: j and k move, Enter opens, x selects

function typing(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

function visible<T extends HTMLElement>(selector: string): T | undefined {
  return [...document.querySelectorAll<T>(selector)].find((element) => element.getClientRects().length > 0 && !element.hasAttribute('disabled'));
}

function dialogOpen(): boolean {
  return document.querySelector('vaadin-dialog-overlay, vaadin-confirm-dialog-overlay, vaadin-menu-bar-overlay') !== null;
}

function layout(): HTMLElement | undefined {
  return visible('.ops-app');
}

/** Moves the focus through a list's rows. */
function move(list: HTMLElement, step: 1 | -1) {
  if (list.localName === 'vaadin-grid') {
    const grid = list as any;
    const cell = grid.shadowRoot.activeElement as HTMLElement | null;
    const rows = [...grid.$.items.children].filter((row: HTMLElement) => !row.hidden).sort((a: any, b: any) => a.index - b.index) as any[];
    const current = cell ? rows.findIndex((row) => row.contains(cell)) : -1;
    const next = rows[current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + step))];
    const target = next?.querySelector('td, [part~="cell"]') as HTMLElement | null;
    if (target) {
      target.tabIndex = 0;
      target.focus();
      next.scrollIntoView({ block: 'nearest' });
    }
    return;
  }
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const chosen = current >= 0 ? current : rows.findIndex((row) => row.matches('.on, [aria-selected="true"], [aria-current]'));
  rows[Math.min(rows.length - 1, Math.max(0, chosen + step))]?.focus();
}

function open(list: HTMLElement): boolean {
  if (list.localName === 'vaadin-grid') {
    const cell = (list as any).shadowRoot.activeElement as any;
    const content = cell?._content as HTMLElement | undefined;
    if (!content) return false;
    content.click();
    return true;
  }
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  if (!row || !list.contains(row) || row.localName === 'a') return false; // a link opens itself
  row.click();
  return true;
}

// Vaadin's menu items carry aria-selected, which a menuitem may not have.
new MutationObserver(() =>
  requestAnimationFrame(() => document.querySelectorAll('[role="menuitem"][aria-selected]').forEach((item) => item.removeAttribute('aria-selected'))),
).observe(document.body, { childList: true });

let leader = 0;

document.addEventListener('keydown', (event) => {
  const box = document.activeElement?.closest('.ops-jump');
  if (box && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) {
    choose(box as HTMLElement, event);
    return;
  }
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    if (layout() && !dialogOpen()) {
      event.preventDefault();
      layout()!.dispatchEvent(new CustomEvent('ops-jump'));
    }
    return;
  }
  if (event.key === 'Escape' && layout()?.hasAttribute('drawer')) {
    layout()!.removeAttribute('drawer');
    document.querySelector<HTMLElement>('.ops-burger')?.focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event) || dialogOpen() || event.defaultPrevented) return;
  if (event.timeStamp - leader < 1200 && leader > 0) {
    leader = 0;
    const link = document.querySelector<HTMLElement>(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
    return;
  }
  const list = visible('[ops-list]');
  switch (event.key) {
    case 'g':
      leader = event.timeStamp;
      return;
    case '?':
      layout()?.dispatchEvent(new CustomEvent('ops-help'));
      return;
    case '/': {
      const filter = visible('[data-shortcut="filter"]');
      if (filter) {
        event.preventDefault();
        filter.focus();
      }
      return;
    }
    case 'j':
    case 'k':
      if (list) {
        event.preventDefault();
        move(list, event.key === 'j' ? 1 : -1);
      }
      return;
    case 'Enter':
      if (list && open(list)) event.preventDefault();
      return;
    default: {
      if (event.key.length !== 1) return;
      const target = visible(`[data-shortcut="${CSS.escape(event.key)}"]`);
      if (target) {
        event.preventDefault();
        target.focus();
        if (!/-(field|area|box)$/.test(target.localName)) target.click();
      }
    }
  }
});

// In a grid, Enter would go into the cell; here it opens the row, as a click does.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || dialogOpen()) return;
  const grid = event.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && node.matches('vaadin-grid[ops-list]'));
  const target = event.composedPath()[0];
  if (grid && !grid.hasAttribute('interacting') && target instanceof HTMLElement && target.localName === 'td' && open(grid)) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

/** The jump box: arrows move the choice while the field keeps the focus. */
function choose(box: HTMLElement, event: KeyboardEvent) {
  const options = [...box.querySelectorAll<HTMLElement>('[role="option"]')];
  if (options.length === 0) return;
  const current = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Enter') {
    options[Math.max(0, current)].click();
    return;
  }
  const next = (current + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length;
  options.forEach((option, index) => option.setAttribute('aria-selected', String(index === next)));
  options[next].scrollIntoView({ block: 'nearest' });
  box.querySelector('input')?.setAttribute('aria-activedescendant', options[next].id);
}

async function copy(text: string) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Without TLS, browsers give no clipboard; the old way still works.
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element | null)?.closest?.('[data-copy]');
  if (!button) return;
  event.stopPropagation();
  event.preventDefault();
  const label = button.getAttribute('aria-label') ?? '';
  copy(button.getAttribute('data-copy') ?? '').then(() => {
    button.setAttribute('copied', '');
    button.setAttribute('aria-label', button.getAttribute('data-copied') ?? '');
    window.setTimeout(() => {
      button.removeAttribute('copied');
      button.setAttribute('aria-label', label);
    }, 1500);
  });
}, true);
export {};
