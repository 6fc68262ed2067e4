// The card beside what one points at, and the voice that says the same to those who do not see it.

export class RackCard {
  private readonly card = document.createElement('div');
  private readonly voice = document.createElement('div');
  private hiding = 0;

  constructor() {
    this.card.className = 'rack-card';
    this.card.setAttribute('aria-hidden', 'true'); // the drawing says the same to those who hear it
    this.card.hidden = true;
    this.card.addEventListener('pointerenter', () => clearTimeout(this.hiding));
    this.card.addEventListener('pointerleave', () => this.leave());
    this.voice.className = 'rack-voice';
    this.voice.setAttribute('role', 'status');
  }

  get shown() {
    return !this.card.hidden;
  }

  attach() {
    document.body.append(this.card, this.voice);
  }

  remove() {
    this.card.remove();
    this.voice.remove();
  }

  say(words: string) {
    this.voice.textContent = words;
  }

  /** A name, and what is known of it. */
  tell(name: string, facts: [string, string][], beside: DOMRect) {
    const list = document.createElement('dl');
    facts.forEach(([label, value]) => {
      const term = document.createElement('dt');
      const words = document.createElement('dd');
      term.textContent = label;
      words.textContent = value;
      list.append(term, words);
    });
    const title = document.createElement('strong');
    title.textContent = name;
    this.card.replaceChildren(title, list);
    this.show(false, beside);
  }

  /** A sentence. */
  words(words: string, bad: boolean, beside: DOMRect) {
    this.card.textContent = words;
    this.show(bad, beside);
  }

  private show(bad: boolean, beside: DOMRect) {
    clearTimeout(this.hiding);
    this.card.classList.toggle('bad', bad);
    this.card.hidden = false;
    const own = this.card.getBoundingClientRect();
    const fits = beside.right + 8 + own.width <= innerWidth;
    const left = fits ? beside.right + 8 : Math.max(8, beside.left - own.width - 8);
    this.card.style.left = `${Math.min(left, innerWidth - own.width - 8)}px`;
    this.card.style.top = `${Math.max(8, Math.min(beside.top, innerHeight - own.height - 8))}px`;
  }

  /** In a moment, unless the pointer has come to rest on it. */
  leave() {
    clearTimeout(this.hiding);
    this.hiding = window.setTimeout(() => this.hide(), 120);
  }

  hide() {
    this.card.hidden = true;
  }
}
