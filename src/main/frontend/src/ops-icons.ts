// Our one icon set: outlines of 24 by 24 in the colour of the text. Use: <vaadin-icon icon="ops:inbox">.
import { Iconset } from '@vaadin/icon/vaadin-iconset.js';

const shapes: Record<string, string> = {
  home: '<path d="M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-5v-6h-4v6H5a1 1 0 0 1-1-1z"/>',
  inbox: '<path d="M4 13 6.5 5h11L20 13v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM4 13h5l1 2.5h4L15 13h5"/>',
  ticket: '<path d="M4 7h16v3.5a1.5 1.5 0 0 0 0 3V17H4v-3.5a1.5 1.5 0 0 0 0-3zM14 7v2m0 2.5v1m0 2.5v2"/>',
  history: '<path d="M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.800"/>',
  process: '<rect x="3" y="4" width="7" height="6" rx="1.5"/><rect x="14" y="14" width="7" height="6" rx="1.5"/><path d="M10 7h4.5a3 3 0 0 1 3 3v4m-2-2 2 2 2-2"/>',
  flow: '<circle cx="5" cy="12" r="2.5"/><rect x="10" y="8.5" width="6" height="7" rx="1.5"/><circle cx="20.5" cy="12" r="1.5"/><path d="M7.5 12H10m6 0h3"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.200-4.200"/>',
  bell: '<path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M10 20.5h4"/>',
  user: '<circle cx="12" cy="8" r="3.800"/><path d="M4.5 20c.8-4 3.800-6 7.5-6s6.700 2 7.5 6"/>',
  users: '<circle cx="9" cy="8.5" r="3.300"/><path d="M2.800 19.5c.6-3.5 3-5.300 6.200-5.300s5.600 1.800 6.200 5.300M16 5.5a3.300 3.300 0 0 1 0 6.200M17.5 14.5c2 .6 3.300 2.300 3.700 5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  x: '<path d="m6 6 12 12M18 6 6 18"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  columns: '<rect x="4" y="5" width="16" height="14" rx="1.5"/><path d="M9.5 5v14M14.5 5v14"/>',
  filter: '<path d="M4 6h16l-6 7v5.5l-4-2V13z"/>',
  'chevron-down': '<path d="m6 9.5 6 6 6-6"/>',
  'chevron-left': '<path d="m14.5 6-6 6 6 6"/>',
  'chevron-right': '<path d="m9.5 6 6 6-6 6"/>',
  copy: '<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3"/>',
  'arrow-right': '<path d="M4 12h15m-6-6 6 6-6 6"/>',
  'arrow-left': '<path d="M20 12H5m6-6-6 6 6 6"/>',
  sort: '<path d="M8 5v14m-3-3 3 3 3-3M16 19V5m-3 3 3-3 3 3"/>',
  clock: '<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>',
  globe: '<circle cx="12" cy="12" r="8"/><path d="M4 12h16M12 4c2.5 2.300 3.5 5 3.5 8s-1 5.700-3.5 8c-2.5-2.300-3.5-5-3.5-8s1-5.700 3.5-8z"/>',
  sun: '<circle cx="12" cy="12" r="3.800"/><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.600 5.600 7 7m10 10 1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400"/>',
  moon: '<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>',
  'log-out': '<path d="M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M15 12H4m4-4-4 4 4 4"/>',
  keyboard: '<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M17.5 10h.01M8 14h8"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  fold: '<rect x="4" y="5" width="16" height="14" rx="1.5"/><path d="M9.5 5v14M16 9.5 13.5 12l2.5 2.5"/>',
  alert: '<path d="M12 4 2.800 19.5h18.400zM12 10v4.5M12 17h.01"/>',
  info: '<circle cx="12" cy="12" r="8"/><path d="M12 11.5V16M12 8h.01"/>',
  'circle-check': '<circle cx="12" cy="12" r="8"/><path d="m8.5 12.300 2.5 2.5 4.700-5"/>',
  lock: '<rect x="5" y="11" width="14" height="9" rx="1.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
  refresh: '<path d="M19.5 12a7.5 7.5 0 1 1-2.200-5.300L20 9.300M20 4.5v4.800h-4.800"/>',
  edit: '<path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4"/>',
  comment: '<path d="M4 5h16v11H11l-4.5 4v-4H4z"/>',
  send: '<path d="M4 12 20 4l-5 16-3.5-6.5z"/>',
  eye: '<path d="M2.5 12C5 7.700 8.200 5.5 12 5.5s7 2.200 9.5 6.5c-2.5 4.300-5.700 6.5-9.5 6.5S5 16.300 2.5 12z"/><circle cx="12" cy="12" r="2.800"/>',
  'file': '<path d="M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5"/>',
  'rack': '<rect x="5" y="3.5" width="14" height="17" rx="1.5"/><path d="M5 9h14M5 14.5h14M8 6.300h.01M8 11.800h.01M8 17.300h.01"/>',
  server: '<rect x="3.5" y="5" width="17" height="6" rx="1.5"/><rect x="3.5" y="13" width="17" height="6" rx="1.5"/><path d="M7 8h.01M7 16h.01"/>',
  host: '<rect x="3.5" y="5" width="17" height="12" rx="1.5"/><path d="m7 9 2.5 2L7 13M11.5 13.5H15M9 20h6"/>',
  cloud: '<path d="M7 18.5a4 4 0 0 1-.5-8A5.5 5.5 0 0 1 17 9.5a4.5 4.5 0 0 1 0 9z"/>',
  catalog: '<path d="M5 4.5h11a2 2 0 0 1 2 2v13H7a2 2 0 0 1-2-2zM5 17.5a2 2 0 0 1 2-2h11M9 8.5h5"/>',
  monitor: '<path d="M3.5 12h4l2.5-6 4 12 2.5-6h4"/>',
  audit: '<path d="M12 3.5 19.5 6v5.5c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9V6zM8.800 12l2.200 2.200 4.200-4.400"/>',
  more: '<path d="M6 12h.01M12 12h.01M18 12h.01"/>',
  undo: '<path d="M9 8H15a5 5 0 0 1 0 10H8M9 8 12.5 4.5M9 8l3.5 3.5"/>',
  zone: '<circle cx="12" cy="10" r="2.5"/><path d="M12 20.5c-4.300-4.300-6.5-7.5-6.5-10.5a6.5 6.5 0 0 1 13 0c0 3-2.200 6.200-6.5 10.5z"/>',
};

const template = document.createElement('template');
template.innerHTML = `<svg><defs>${Object.entries(shapes)
  .map(([name, shape]) =>
    `<g id="ops:${name}"><g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${shape}</g></g>`)
  .join('')}</defs></svg>`;
Iconset.register('ops', 24, template);
