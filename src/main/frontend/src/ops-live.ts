// A part of a page that asks to be refreshed while somebody looks at it.
class OpsLive extends HTMLElement {
  private timer?: number;
  private readonly tick = () => {
    if (document.visibilityState === 'visible' && this.offsetParent !== null) {
      this.dispatchEvent(new CustomEvent('ops-live-tick'));
    }
  };

  connectedCallback() {
    const every = Math.max(1000, Number(this.getAttribute('every') ?? '15000'));
    this.timer = window.setInterval(this.tick, every);
    document.addEventListener('visibilitychange', this.tick);
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.tick);
  }
}
customElements.define('ops-live', OpsLive);
export {};
