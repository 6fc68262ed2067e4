// What stands in racks, and where something else may: the same rules as the server's, so that they can be told at once.

export type Face = 'front' | 'rear' | 'both';
/** What stands there: w is what it draws, still why it is not to be moved, facts what is told of it. */
export type Slot = { kind: 'server' | 'reservation'; id: number; name: string; u: number; h: number; face: Face; w: number; still: string; facts: [string, string][] };
export type Rack = { id: number; name: string; height: number; limit: number | null; slots: Slot[] };
export type Texts = Record<string, string>;

export const fill = (text: string, ...args: (string | number)[]) => text.replace(/\{(\d)\}/g, (_, n) => String(args[Number(n)]));
export const units = (u: number, h: number) => (h === 1 ? `U${u}` : `U${u}–U${u + h - 1}`);

const meet = (a: Face, b: Face) => a === b || a === 'both' || b === 'both';

/** Why something cannot stand somewhere; empty when it can. It is not in its own way. */
export function objection(rack: Rack, slot: Slot, u: number, face: Face, texts: Texts): string {
  const others = rack.slots.filter((other) => !(other.kind === slot.kind && other.id === slot.id));
  if (u < 1 || u + slot.h - 1 > rack.height) return fill(texts.outside, units(u, slot.h), rack.name, rack.height);
  const there = others.find((other) => other.u < u + slot.h && u < other.u + other.h && meet(other.face, face));
  if (there) return fill(texts.taken, units(u, slot.h), there.name);
  const used = others.reduce((sum, other) => sum + other.w, 0);
  if (rack.limit !== null && slot.w > 0 && used + slot.w > rack.limit) return fill(texts.power, rack.name, rack.limit, used, slot.w);
  return '';
}

type Drawing = SVGSVGElement;

/** The unit at a height of the window. */
export function unitAt(svg: Drawing, rack: Rack, y: number): number {
  const frame = svg.querySelector('.frame')!.getBoundingClientRect();
  return rack.height - Math.floor(((y - frame.top) / frame.height) * rack.height);
}

/** Draws units that something would take. */
export function ghost(svg: Drawing, rack: Rack, u: number, h: number, words: string, bad: boolean): SVGGElement {
  const make = <N extends 'g' | 'rect' | 'text'>(name: N, values: Record<string, string | number>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(values).forEach(([key, value]) => element.setAttribute(key, String(value)));
    return element;
  };
  const frame = svg.querySelector('.frame')!;
  const side = (name: string) => Number(frame.getAttribute(name));
  const unit = (side('height') - 4) / rack.height;
  const top = side('y') + 2 + (rack.height - u - h + 1) * unit;
  const drawn = make('g', { class: bad ? 'ghost bad' : 'ghost' });
  const text = make('text', { x: side('x') + 12, y: top + (h * unit) / 2 + 4 });
  text.textContent = words;
  drawn.append(make('rect', { x: side('x') + 3, y: top + 1, width: side('width') - 6, height: h * unit - 2, rx: 2 }), text);
  svg.append(drawn);
  return drawn as SVGGElement;
}
