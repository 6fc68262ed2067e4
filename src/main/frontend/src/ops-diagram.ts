// A process diagram, rendered by bpmn-js. The viewer is loaded when the first diagram is shown.

type Badge = { running: number; failed: number; label: string };
type State = {
  active: string[];
  done: string[];
  notes: Record<string, string>;
  badges: Record<string, Badge>;
  picked: string | null;
};

let library: Promise<any> | undefined;

function load() {
  library ??= Promise.all([
    import('bpmn-js/lib/Viewer'),
    // @ts-ignore: comes without types
    import('diagram-js/lib/navigation/movecanvas'),
    import('bpmn-js/dist/assets/diagram-js.css?inline'),
    import('bpmn-js/dist/assets/bpmn-js.css?inline'),
  ]).then(([viewer, move, diagramCss, bpmnCss]) => {
    const style = document.createElement('style');
    style.textContent = String(diagramCss.default) + String(bpmnCss.default);
    document.head.prepend(style); // before the theme, which refines it
    return { Viewer: viewer.default, move: move.default };
  });
  library.catch(() => (library = undefined)); // the next diagram tries again
  return library;
}

const READABLE = 0.55;

/** Labels beside shapes get as much more room as their letters are larger: words are not torn apart. */
function widened(xml: string, factor: number): string {
  if (factor <= 1) return xml;
  return xml.replace(/<(?:\w+:)?BPMNLabel\b[^>]*>\s*<(?:\w+:)?Bounds\b[^>]*>/g, (label) => {
    const width = Number(/\bwidth="([\d.]+)"/.exec(label)?.[1] ?? 0);
    const x = Number(/\bx="(-?[\d.]+)"/.exec(label)?.[1] ?? 0);
    const wider = Math.ceil(width * factor * 1.15 + 4);
    return label
      .replace(/\bwidth="[\d.]+"/, `width="${wider}"`)
      .replace(/\bx="-?[\d.]+"/, `x="${Math.round(x - (wider - width) / 2)}"`);
  });
}

class OpsDiagram extends HTMLElement {
  private viewer?: any;
  private state?: State;
  private marked: [string, string][] = [];
  private turn = 0;
  private drawn = false;
  private touched = false;
  private width = 0;
  private readonly sizes = new ResizeObserver((entries) => {
    const width = Math.round(entries[0].contentRect.width);
    if (width !== this.width && width > 0) {
      this.width = width;
      if (!this.touched) this.fit();
    }
  });

  connectedCallback() {
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    this.sizes.disconnect();
    queueMicrotask(() => {
      if (!this.isConnected) this.close();
    });
  }

  /** Other marks in the same drawing. */
  mark(stateJson: string) {
    this.state = JSON.parse(stateJson);
    if (this.drawn) this.draw(this.state!);
  }

  async show(xml: string, name: string, stateJson: string, textsJson: string) {
    const turn = ++this.turn;
    const texts: Record<string, string> = JSON.parse(textsJson);
    this.close();
    this.state = JSON.parse(stateJson);
    this.say(texts.loading, 'ops-form-note');
    try {
      const { Viewer, move } = await load();
      await this.shown();
      if (turn !== this.turn) return;
      const box = document.createElement('div');
      box.className = 'ops-diagram-box';
      this.replaceChildren(box, this.buttons(texts));
      this.setAttribute('role', 'group');
      this.setAttribute('aria-label', name);
      const size = this.lettering(xml);
      const viewer = new Viewer({
        container: box,
        additionalModules: [move],
        textRenderer: { defaultStyle: { fontSize: size, lineHeight: 1.2 }, externalStyle: { fontSize: size - 1, lineHeight: 1.2 } },
        bpmnRenderer: {
          defaultFillColor: 'var(--ops-surface)',
          defaultStrokeColor: 'var(--ops-diagram-stroke)',
          defaultLabelColor: 'var(--ops-text)',
        },
      });
      this.viewer = viewer;
      await viewer.importXML(widened(xml, (size - 1) / 11));
      if (turn !== this.turn) return;
      this.drawn = true;
      this.draw(this.state!);
      this.fit();
      viewer.get('eventBus').on('element.click', (event: any) => this.pick(event.element));
      viewer.get('eventBus').on('canvas.viewbox.changed', (event: any) => (this.touched ||= event.originalEvent !== undefined));
      box.addEventListener('pointerdown', () => (this.touched = true));
      box.addEventListener('wheel', (event) => {
        if (!event.ctrlKey && !event.metaKey) return; // the page scrolls, not the diagram
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
      }, { passive: false });
      this.dispatchEvent(new CustomEvent('ops-diagram-ready'));
    } catch (error) {
      console.error(error);
      if (turn === this.turn) this.say(texts.failed, 'ops-banner bad');
    }
  }

  private close() {
    this.viewer?.destroy();
    this.viewer = undefined;
    this.drawn = false;
    this.marked = [];
    this.touched = false;
    this.replaceChildren();
  }

  private say(text: string, className: string) {
    const note = document.createElement('div');
    note.className = className;
    note.textContent = text;
    this.replaceChildren(note);
  }

  private buttons(texts: Record<string, string>) {
    const bar = document.createElement('div');
    bar.className = 'ops-diagram-buttons';
    const button = (sign: string, label: string, act: () => void) => {
      const element = document.createElement('button');
      element.type = 'button';
      element.textContent = sign;
      element.title = label;
      element.setAttribute('aria-label', label);
      element.addEventListener('click', act);
      bar.append(element);
    };
    button('+', texts.zoomIn, () => this.zoom(1.25));
    button('−', texts.zoomOut, () => this.zoom(0.8));
    button('⤢', texts.fit, () => {
      this.touched = false;
      this.fit();
    });
    return bar;
  }

  /** Tells the page which place was chosen, where the page wants to know; ground and lines are none. */
  private pick(element: any) {
    if (!this.hasAttribute('pickable')) return;
    const place = element.type === 'label' ? element.labelTarget : element;
    const id = place && place.parent && !place.waypoints ? place.id : '';
    this.dispatchEvent(new CustomEvent('ops-diagram-pick', { detail: id }));
  }

  private draw(state: State) {
    const canvas = this.viewer.get('canvas');
    const registry = this.viewer.get('elementRegistry');
    const overlays = this.viewer.get('overlays');
    this.marked.forEach(([id, marker]) => canvas.removeMarker(id, marker));
    this.marked = [];
    overlays.clear();
    const known = (id: string | null) => id !== null && registry.get(id) !== undefined;
    const mark = (id: string, marker: string) => {
      canvas.addMarker(id, marker);
      this.marked.push([id, marker]);
    };
    const put = (id: string, className: string, text: string, position: object) => {
      const element = document.createElement('span');
      element.className = className;
      element.textContent = text; // a text, never markup
      overlays.add(id, { position, html: element, scale: { min: 1, max: 1 } });
      return element;
    };
    state.done.filter((id) => known(id) && !state.active.includes(id)).forEach((id) => mark(id, 'ops-done'));
    state.active.filter(known).forEach((id) => {
      mark(id, 'ops-active');
      put(id, 'ops-token', '', { top: 0, left: 0 });
    });
    Object.entries(state.notes).filter(([id]) => known(id)).forEach(([id, text]) => {
      const now = state.active.includes(id) ? ' now' : '';
      put(id, 'ops-diagram-note' + now, text, { top: -4, left: registry.get(id).width / 2 });
    });
    Object.entries(state.badges).filter(([id]) => known(id)).forEach(([id, badge]) => {
      if (badge.failed > 0) mark(id, 'ops-failed');
      if (badge.running > 0) put(id, 'ops-badge', String(badge.running), { bottom: 9, left: -8 }).title = badge.label;
      if (badge.failed > 0) put(id, 'ops-badge bad', `! ${badge.failed}`, { bottom: 9, right: 9 }).title = badge.label;
    });
    if (known(state.picked)) mark(state.picked!, 'ops-picked');
  }

  /** The more a wide diagram has to shrink, the larger its letters are drawn: they stay readable, within their shapes. */
  private lettering(xml: string) {
    const spans = [...xml.matchAll(/<(?:\w+:)?Bounds\b[^>]*?>/g)].map(([tag]) => {
      const x = Number(/\bx="(-?[\d.]+)"/.exec(tag)?.[1] ?? 0);
      return [x, x + Number(/\bwidth="([\d.]+)"/.exec(tag)?.[1] ?? 0)];
    });
    if (spans.length === 0 || this.clientWidth === 0) return 12;
    const width = Math.max(...spans.map(([, end]) => end)) - Math.min(...spans.map(([start]) => start));
    const scale = Math.min(1, Math.max(READABLE, (this.clientWidth - 32) / (width + 20)));
    return Math.round(Math.min(17, 11 / scale));
  }

  /** Nothing can be measured in a pane that a narrow screen hides: the drawing waits until it is shown. */
  private shown(): Promise<void> {
    if (this.clientWidth > 0) return Promise.resolve();
    return new Promise((resolve) => {
      const watch = new ResizeObserver(() => {
        if (this.clientWidth > 0) {
          watch.disconnect();
          resolve();
        }
      });
      watch.observe(this);
    });
  }

  private zoom(factor: number) {
    if (!this.viewer) return;
    this.touched = true;
    const canvas = this.viewer.get('canvas');
    canvas.zoom(Math.min(3, Math.max(0.2, canvas.zoom() * factor)), 'auto');
  }

  /** As large as the width allows; where that is too small to read, the place where the process stands is shown. */
  private fit() {
    if (!this.viewer || !this.state) return;
    const canvas = this.viewer.get('canvas');
    const inner = canvas.viewbox().inner;
    const available = this.clientWidth;
    if (available === 0 || inner.width === 0) return;
    const scale = Math.min(1, Math.max(READABLE, (available - 32) / (inner.width + 20)));
    if (!this.style.height && !this.hasAttribute('fixed')) {
      const box = this.querySelector<HTMLElement>('.ops-diagram-box')!;
      box.style.height = `${Math.round(Math.max(parseFloat(getComputedStyle(this).minHeight) || 0, Math.min(440, Math.max(150, inner.height * scale + 56))))}px`;
    }
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() < READABLE || canvas.zoom() > 1) {
      canvas.zoom(canvas.zoom() > 1 ? 1 : READABLE, 'auto');
      const element = this.viewer.get('elementRegistry').get(this.state.active[0] ?? this.state.picked ?? '');
      const box = canvas.viewbox();
      // Around that place, or from the beginning, but never with more empty ground than needed.
      const wanted = (element ? element.x + element.width / 2 : inner.x) - box.width / 2;
      const last = inner.x + inner.width + 16 - box.width;
      const x = box.width > inner.width ? inner.x + (inner.width - box.width) / 2 : Math.max(inner.x - 16, Math.min(wanted, last));
      canvas.viewbox({ x, y: inner.y + (inner.height - box.height) / 2, width: box.width, height: box.height });
    }
  }
}
customElements.define('ops-diagram', OpsDiagram);
export {};
