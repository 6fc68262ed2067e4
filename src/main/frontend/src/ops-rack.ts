// Racks that the server draws as SVG: a card beside what one points at, a way through the units by keyboard, servers that
// are dragged or carried to free units, and free units that are marked to be reserved. What is said while something is on
// its way follows the server's rules; the server decides.

import { RackCard } from './rack-card';
import { fill, ghost, objection, unitAt, units, type Face, type Rack, type Slot, type Texts } from './rack-space';

type Drawing = SVGSVGElement;
type Hold = { slot: Slot; from: SVGElement; grab: number; x: number; y: number; started: boolean; touch: number; target?: Target };
type Target = { svg: Drawing; rack: Rack; u: number; face: Face; objection: string };
type Marking = { svg: Drawing; rack: Rack; first: number; last: number };

const NEAR = 5;
const LONG_PRESS = 400;

const side = (svg: Drawing) => svg.dataset.face as Face;
const drawings = () => [...document.querySelectorAll<Drawing>('ops-rack svg.rack')];

/** Who was put somewhere last: it has the focus when it is drawn there. */
let dropped = 0;

/** The router of the screens knows no links in drawings. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.('svg a[href]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  const way = document.createElement('a');
  way.href = link.getAttribute('href')!;
  document.body.append(way);
  way.click();
  way.remove();
}, true);

class OpsRack extends HTMLElement {
  private racks = new Map<number, Rack>();
  private texts: Texts = {};
  private editable = false;
  private hold?: Hold;
  private carried?: Target & { slot: Slot };
  private marking?: Marking;
  private ghost?: SVGGElement;
  private readonly card = new RackCard();

  constructor() {
    super();
    this.addEventListener('pointerover', (event) => this.over(event));
    this.addEventListener('pointerout', () => this.card.leave());
    this.addEventListener('focusin', (event) => this.focused(event));
    this.addEventListener('focusout', () => this.card.leave());
    this.addEventListener('pointerdown', (event) => this.down(event));
    this.addEventListener('pointermove', (event) => this.move(event));
    this.addEventListener('pointerup', (event) => this.up(event));
    this.addEventListener('pointercancel', () => this.cancel());
    this.addEventListener('dragstart', (event) => event.preventDefault());
    this.addEventListener('contextmenu', (event) => { if (this.hold?.touch) event.preventDefault(); });
    this.addEventListener('touchmove', (event) => { if (this.hold?.started || this.marking) event.preventDefault(); }, { passive: false });
    this.addEventListener('keydown', (event) => this.key(event));
  }

  connectedCallback() {
    this.card.attach();
  }

  disconnectedCallback() {
    this.cancel();
    this.card.remove();
  }

  /** What stands in the racks that are drawn, on both faces, and the sentences about it. */
  show(racksJson: string, textsJson: string) {
    this.racks = new Map((JSON.parse(racksJson) as Rack[]).map((rack) => [rack.id, rack]));
    this.texts = JSON.parse(textsJson);
    this.editable = this.hasAttribute('editable');
    this.querySelectorAll('.slot > title').forEach((title) => title.remove()); // the card says it
    const stops = [...this.querySelectorAll<SVGElement>('.slot, .free')];
    stops.forEach((stop) => {
      stop.setAttribute('tabindex', '-1');
      if (stop.matches('.free')) {
        stop.setAttribute('role', 'img');
        stop.setAttribute('aria-label', fill(this.texts.free, stop.dataset.u!));
      }
    });
    (stops.find((stop) => stop.matches('.slot')) ?? stops[0])?.setAttribute('tabindex', '0');
    const landed = this.querySelector<SVGElement>(`.slot.server[data-id="${dropped}"]`);
    if (dropped && landed) {
      dropped = 0;
      landed.focus({ preventScroll: true });
    }
    this.querySelector('.wanted')?.scrollIntoView({ block: 'center', inline: 'center' });
  }

  private rackOf(svg: Drawing): Rack | undefined {
    return (svg.closest('ops-rack') as OpsRack | null)?.racks.get(Number(svg.dataset.rack));
  }

  private slotOf(element: Element | null): Slot | undefined {
    const drawn = element?.closest<SVGElement>('.slot');
    const rack = drawn && this.rackOf(drawn.ownerSVGElement as Drawing);
    return rack?.slots.find((slot) => slot.kind === drawn!.dataset.kind && slot.id === Number(drawn!.dataset.id));
  }

  // The card

  private over(event: PointerEvent) {
    const drawn = (event.target as Element).closest<SVGElement>('.slot');
    if (drawn && event.pointerType !== 'touch' && !this.hold?.started && !this.carried) this.tell(drawn);
  }

  private focused(event: Event) {
    const stop = (event.target as Element).closest<SVGElement>('.slot, .free');
    if (!stop) return;
    this.querySelectorAll('[tabindex="0"].slot, [tabindex="0"].free').forEach((other) => other.setAttribute('tabindex', '-1'));
    stop.setAttribute('tabindex', '0');
    if (stop.matches('.slot') && stop.matches(':focus-visible')) this.tell(stop);
  }

  private tell(drawn: SVGElement) {
    const slot = this.slotOf(drawn);
    if (slot) this.card.tell(slot.name, slot.facts, drawn.getBoundingClientRect());
  }

  // Where something may stand

  private target(svg: Drawing, slot: Slot, u: number): Target | undefined {
    const rack = this.rackOf(svg);
    if (!rack) return undefined;
    const at = Math.max(1, Math.min(u, rack.height - slot.h + 1));
    const face = slot.face === 'both' ? 'both' : side(svg);
    return { svg, rack, u: at, face, objection: objection(rack, slot, at, face, this.texts) };
  }

  private draw(svg: Drawing, rack: Rack, u: number, h: number, words: string, bad: boolean) {
    this.ghost?.remove();
    this.ghost = ghost(svg, rack, u, h, words, bad);
  }

  /** Shows where it would stand, and says so, or why not. */
  private aim(target: Target, slot: Slot, aloud: boolean) {
    this.draw(target.svg, target.rack, target.u, slot.h, slot.name, target.objection !== '');
    const place = fill(this.texts.place, target.rack.name, units(target.u, slot.h), this.texts[target.face]);
    const words = target.objection || place;
    this.card.words(words, target.objection !== '', this.ghost!.getBoundingClientRect());
    if (aloud) this.card.say(words);
  }

  // By pointer

  private down(event: PointerEvent) {
    if (!this.editable || event.button !== 0 || this.carried) return;
    const element = event.target as Element;
    const svg = element.closest<Drawing>('svg.rack');
    const rack = svg && this.rackOf(svg);
    if (!rack) return;
    const slot = this.slotOf(element);
    if (slot && slot.kind === 'server') {
      const from = element.closest<SVGElement>('.slot')!;
      const grab = slot.u + slot.h - 1 - unitAt(svg, rack, event.clientY);
      this.hold = { slot, from, grab, x: event.clientX, y: event.clientY, started: false, touch: 0 };
      if (event.pointerType === 'touch') this.hold.touch = window.setTimeout(() => this.begin(event.pointerId), LONG_PRESS);
    } else if (element.matches('.free') && event.pointerType !== 'touch') {
      const u = Number((element as SVGElement).dataset.u);
      this.marking = { svg, rack, first: u, last: u };
      this.setPointerCapture(event.pointerId);
      this.mark();
    }
  }

  private begin(pointer: number) {
    const hold = this.hold!;
    if (hold.slot.still) {
      this.card.say(hold.slot.still);
      this.hold = undefined;
      return;
    }
    hold.started = true;
    hold.from.classList.add('taken-up');
    this.setPointerCapture(pointer);
    this.toggleAttribute('dragging', true);
  }

  private move(event: PointerEvent) {
    if (this.marking) {
      this.marking.last = unitAt(this.marking.svg, this.marking.rack, event.clientY);
      this.mark();
      return;
    }
    const hold = this.hold;
    if (!hold) return;
    if (!hold.started) {
      if (Math.hypot(event.clientX - hold.x, event.clientY - hold.y) < NEAR) return;
      if (event.pointerType === 'touch') {
        this.cancel(); // the page scrolls
        return;
      }
      this.begin(event.pointerId);
      if (!this.hold) return;
    }
    this.follow(event);
    const svg = document.elementsFromPoint(event.clientX, event.clientY).map((element) => element.closest<Drawing>('svg.rack')).find(Boolean);
    const rack = svg && this.rackOf(svg);
    hold.target = rack ? this.target(svg!, hold.slot, unitAt(svg!, rack, event.clientY) + hold.grab - hold.slot.h + 1) : undefined;
    if (hold.target) this.aim(hold.target, hold.slot, false);
    else {
      this.ghost?.remove();
      this.card.hide();
    }
  }

  /** At the edge of what is seen, more of it comes. */
  private follow(event: PointerEvent) {
    const box = this.getBoundingClientRect();
    if (event.clientX > box.right - 30) this.scrollLeft += 12;
    if (event.clientX < box.left + 30) this.scrollLeft -= 12;
    if (event.clientY > innerHeight - 40) scrollBy(0, 14);
    if (event.clientY < 90) scrollBy(0, -14);
  }

  private up(event: PointerEvent) {
    const { hold, marking } = this;
    if (hold?.started) {
      const swallow = (click: Event) => { click.preventDefault(); click.stopPropagation(); };
      addEventListener('click', swallow, { capture: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      setTimeout(() => this.cancel());
      event.preventDefault();
      if (hold.target) this.drop(hold.target, hold.slot);
      return;
    }
    this.cancel();
    if (marking) this.reserve(marking);
  }

  private drop(target: Target, slot: Slot) {
    const stays = this.racks.get(target.rack.id)?.slots.includes(slot) && target.u === slot.u && target.face === slot.face;
    if (stays) return;
    if (target.objection) {
      this.card.say(target.objection);
      return;
    }
    dropped = slot.id;
    this.dispatchEvent(new CustomEvent('ops-rack-drop', { detail: `${slot.id} ${target.rack.id} ${target.u} ${target.face}` }));
  }

  private cancel() {
    clearTimeout(this.hold?.touch);
    this.hold?.from.classList.remove('taken-up');
    this.removeAttribute('dragging');
    this.hold = this.carried = this.marking = undefined;
    this.ghost?.remove();
    this.ghost = undefined;
    this.card.hide();
  }

  // Free units that are marked

  private mark() {
    const { svg, rack, first } = this.marking!;
    const clear = (u: number) => svg.querySelector(`.free[data-u="${u}"]`) !== null;
    const step = Math.sign(this.marking!.last - first);
    let last = first;
    while (step !== 0 && last !== this.marking!.last && clear(last + step)) last += step;
    this.marking!.last = last;
    const u = Math.min(first, last);
    const h = Math.abs(last - first) + 1;
    this.draw(svg, rack, u, h, fill(this.texts.marked, units(u, h), h), false);
    this.card.say(fill(this.texts.marked, units(u, h), h));
  }

  private reserve({ svg, rack, first, last }: Marking) {
    const u = Math.min(first, last);
    const h = Math.abs(last - first) + 1;
    const wanted: Slot = { kind: 'reservation', id: 0, name: '', u, h, face: 'both', w: 0, still: '', facts: [] };
    const face = objection(rack, wanted, u, 'both', this.texts) ? side(svg) : 'both';
    this.dispatchEvent(new CustomEvent('ops-rack-reserve', { detail: `${rack.id} ${u} ${h} ${face}` }));
  }

  // By keyboard

  private key(event: KeyboardEvent) {
    const stop = (event.target as Element).closest<SVGElement>('.slot, .free');
    if (event.key === 'Escape' && (this.carried || this.marking || this.hold || this.card.shown)) {
      this.cancel();
      event.stopPropagation();
      return;
    }
    if (!stop || event.ctrlKey || event.metaKey || event.altKey) return;
    const done = this.carried ? this.carry(event.key) : this.walk(event, stop);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private walk(event: KeyboardEvent, stop: SVGElement): boolean {
    const svg = stop.ownerSVGElement as Drawing;
    const u = Number(stop.dataset.u);
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown':
        return event.shiftKey && stop.matches('.free') ? this.markByKey(svg, u, event.key === 'ArrowUp' ? 1 : -1) : this.step(svg, stop, event.key === 'ArrowUp' ? -1 : 1, '.slot, .free');
      case 'PageUp':
      case 'PageDown':
        return this.step(svg, stop, event.key === 'PageUp' ? -1 : 1, '.slot');
      case 'Home':
      case 'End':
        return this.go(this.stops(svg, '.slot, .free').at(event.key === 'Home' ? 0 : -1));
      case 'ArrowLeft':
      case 'ArrowRight':
        return this.beside(svg, u, event.key === 'ArrowLeft' ? -1 : 1);
      case ' ':
      case 'm':
        return this.takeUp(svg, stop);
      case 'Enter':
        if (!stop.matches('.free') || !this.editable) return false; // a link opens itself
        this.marking ??= { svg, rack: this.rackOf(svg)!, first: u, last: u };
        this.reserve(this.marking);
        this.cancel();
        return true;
      default:
        return false;
    }
  }

  /** From the top down. */
  private stops(svg: Drawing, kinds: string): SVGElement[] {
    return [...svg.querySelectorAll<SVGElement>(kinds)].sort((a, b) => Number(b.dataset.u) - Number(a.dataset.u));
  }

  private step(svg: Drawing, stop: SVGElement, by: 1 | -1, kinds: string): boolean {
    this.cancel();
    const u = Number(stop.dataset.u);
    const further = this.stops(svg, kinds).filter((other) => (Number(other.dataset.u) - u) * -by > 0);
    return this.go(by > 0 ? further[0] : further.at(-1));
  }

  private beside(svg: Drawing, u: number, by: 1 | -1): boolean {
    const all = drawings();
    const next = all[all.indexOf(svg) + by];
    if (!next) return true;
    const near = this.stops(next, '.slot, .free');
    return this.go(near.find((stop) => Number(stop.dataset.u) <= u) ?? near.at(-1));
  }

  private go(stop?: SVGElement): boolean {
    stop?.focus();
    stop?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }

  private markByKey(svg: Drawing, u: number, by: 1 | -1): boolean {
    if (!this.editable) return true;
    this.marking ??= { svg, rack: this.rackOf(svg)!, first: u, last: u };
    this.marking.last += by;
    this.mark();
    return true;
  }

  private takeUp(svg: Drawing, stop: SVGElement): boolean {
    const slot = this.slotOf(stop);
    if (!this.editable || slot?.kind !== 'server') return stop.matches('.slot');
    if (slot.still) {
      this.card.say(slot.still);
      return true;
    }
    const target = this.target(svg, slot, slot.u);
    if (target) {
      this.carried = { ...target, slot };
      this.aim(target, slot, false);
      this.card.say(fill(this.texts.carried, slot.name));
    }
    return true;
  }

  private carry(key: string): boolean {
    const { slot, svg, u } = this.carried!;
    const all = drawings();
    const next = (by: number) => all[all.indexOf(svg) + by] ?? svg;
    const steps: Record<string, [Drawing, number]> = { ArrowUp: [svg, u + 1], ArrowDown: [svg, u - 1], PageUp: [svg, u + 5], PageDown: [svg, u - 5], ArrowLeft: [next(-1), u], ArrowRight: [next(1), u] };
    if (key === 'Enter' || key === ' ') {
      const target = this.carried!;
      if (!target.objection) this.cancel();
      this.drop(target, slot);
      return true;
    }
    if (key === 'Tab') {
      this.cancel();
      return false;
    }
    const target = steps[key] && this.target(steps[key][0], slot, steps[key][1]);
    if (target) {
      this.carried = { ...target, slot };
      this.aim(target, slot, true);
      this.ghost!.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    return true;
  }
}
customElements.define('ops-rack', OpsRack);
export {};
