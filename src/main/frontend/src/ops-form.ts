// A Camunda Form, rendered by form-js. The viewer is loaded when the first form is shown.

type Texts = Record<string, string>;
type FieldText = { field: string; text: string };
type Field = { id: string; key?: string; type: string; validate?: Record<string, unknown>; properties?: Record<string, string> };
type Condition = { field: Field; key: string; value: string; always: boolean };

let viewer: Promise<typeof import('@bpmn-io/form-js-viewer')> | undefined;

function load() {
  viewer ??= Promise.all([
    import('@bpmn-io/form-js-viewer'),
    import('@bpmn-io/form-js-viewer/dist/assets/form-js.css?inline'),
  ]).then(([module, css]) => {
    const style = document.createElement('style');
    style.textContent = String(css.default);
    document.head.prepend(style); // before the theme, which refines it
    return module;
  });
  viewer.catch(() => (viewer = undefined)); // the next form tries again
  return viewer;
}

function fill(text: string | undefined, value: string) {
  return (text ?? '').replace('{0}', value);
}

/** form-js speaks English only; what it says is recognised and said in the reader's language. */
function translated(message: string, texts: Texts): string {
  const rules: [RegExp, string][] = [
    [/^Field is required\.$/, 'required'],
    [/^Field must match pattern /, 'pattern'],
    [/^Field must have minimum value of (.*)\.$/, 'min'],
    [/^Field must have maximum value of (.*)\.$/, 'max'],
    [/^Field must have minimum length of (.*)\.$/, 'minLength'],
    [/^Field must have maximum length of (.*)\.$/, 'maxLength'],
    [/^Field must be a valid email\.$/, 'email'],
    [/^Field must be a valid {1,2}international phone/, 'phone'],
    [/^Value is (not a number|expected to)/, 'number'],
    [/^Please select a valid value/, 'number'],
  ];
  for (const [pattern, key] of rules) {
    const found = pattern.exec(message);
    if (found) return fill(texts[key], found[1] ?? '');
  }
  return message;
}

class OpsForm extends HTMLElement {
  private form?: any;
  private texts: Texts = {};
  private conditions: Condition[] = [];
  private refused = new Map<string, { value: unknown; text: string }>();
  private turn = 0;
  private readonly observer = new MutationObserver(() => this.polish());

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopPropagation();
        this.submit();
      }
    });
  }

  disconnectedCallback() {
    // A move inside the page disconnects and connects again at once: only a form that stays away is given up.
    queueMicrotask(() => {
      if (!this.isConnected) this.close();
    });
  }

  /** Goes to the first field that can be filled in. */
  override focus() {
    this.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled]), select:not([disabled])')?.focus();
  }

  async show(schemaJson: string, dataJson: string, readOnly: boolean, textsJson: string) {
    const turn = ++this.turn;
    this.texts = JSON.parse(textsJson);
    this.close();
    this.say(this.texts.loading, 'ops-form-note');
    try {
      const { Form } = await load();
      if (turn !== this.turn) return;
      const schema = JSON.parse(schemaJson);
      const box = document.createElement('div');
      this.replaceChildren(box);
      this.form = new Form({ container: box });
      await this.form.importSchema(schema, JSON.parse(dataJson || '{}'));
      if (turn !== this.turn) return;
      this.form.setProperty('readOnly', readOnly);
      this.toggleAttribute('readonly', readOnly);
      this.takeOver(schema.components ?? []);
      this.observer.observe(box, { childList: true, subtree: true, characterData: true });
      this.polish();
      this.dispatchEvent(new CustomEvent('ops-form-ready'));
    } catch (error) {
      console.error(error);
      if (turn === this.turn) this.say(this.texts.failed, 'ops-banner bad');
    }
  }

  submit() {
    if (!this.form || this.hasAttribute('readonly')) return;
    this.form.submit();
  }

  showErrors(errorsJson: string) {
    const errors: FieldText[] = JSON.parse(errorsJson);
    this.querySelector('.ops-form-errors')?.remove();
    this.refused.clear();
    const general: string[] = [];
    const data = this.form?._getState().data ?? {};
    for (const { field, text } of errors) {
      if (this.fieldOf(field)) this.refused.set(field, { value: data[field], text });
      else general.push(text);
    }
    if (general.length > 0) {
      const note = document.createElement('div');
      note.className = 'ops-banner bad ops-form-errors';
      note.setAttribute('role', 'alert');
      note.textContent = general.join('\n');
      this.prepend(note);
    }
    this.form?.validate();
    this.goToFirstError();
  }

  private close() {
    this.observer.disconnect();
    this.form?.destroy();
    this.form = undefined;
    this.refused.clear();
    this.replaceChildren();
  }

  private say(text: string, className: string) {
    const note = document.createElement('div');
    note.className = className;
    note.textContent = text;
    this.replaceChildren(note);
  }

  /** Our words, our conditions and the server's refusals in the form's own validation. */
  private takeOver(components: Field[]) {
    const validator = this.form.get('validator');
    const registry = this.form.get('formFieldRegistry');
    const original = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance: { id: string }, value: unknown) => {
      const field: Field | undefined = registry.get(instance.id);
      const errors: string[] = original(instance, value).map((message: string) => translated(message, this.texts));
      const refusal = field?.key ? this.refused.get(field.key) : undefined;
      if (refusal && refusal.value === value) errors.push(refusal.text);
      return errors;
    };
    this.conditions = [];
    const collect = (fields: any[]) => {
      for (const field of fields) {
        const when: string | undefined = field.properties?.requiredWhen;
        const [key, value] = when?.split('=') ?? [];
        if (key && value !== undefined) {
          this.conditions.push({ field: registry.get(field.id) ?? field, key: key.trim(), value: value.trim(), always: !!field.validate?.required });
        }
        if (Array.isArray(field.components)) collect(field.components);
      }
    };
    collect(components.length ? registry.getAll() : []);
    this.form.on('changed', () => this.checkConditions());
    this.form.on('presubmit', () => {
      this.refused.clear();
      this.querySelector('.ops-form-errors')?.remove();
      this.checkConditions();
    });
    this.form.on('submit', (event: { data: unknown; errors: Record<string, unknown> }) => {
      if (Object.keys(event.errors).length > 0) {
        this.goToFirstError();
      } else {
        this.dispatchEvent(new CustomEvent('ops-form-submit', { detail: JSON.stringify(event.data) }));
      }
    });
    this.checkConditions();
  }

  private checkConditions() {
    const state = this.form?._getState();
    if (!state) return;
    let changed = false;
    for (const condition of this.conditions) {
      const required = condition.always || String(state.data[condition.key] ?? '') === condition.value;
      if (!!condition.field.validate?.required !== required) {
        condition.field.validate = { ...condition.field.validate, required };
        changed = true;
      }
    }
    if (changed) {
      const errors = { ...state.errors };
      for (const condition of this.conditions) {
        if (!condition.field.validate?.required) delete errors[condition.field.id];
      }
      this.form._setState({ errors });
    }
  }

  private fieldOf(key: string): Field | undefined {
    return this.form?.get('formFieldRegistry').getAll().find((field: Field) => field.key === key);
  }

  private goToFirstError() {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const error = this.querySelector('.fjs-form-field-error');
      const field = error?.closest('.fjs-form-field');
      const input = field?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select');
      (input ?? field ?? this.querySelector<HTMLElement>('.ops-form-errors'))?.scrollIntoView({ block: 'nearest' });
      input?.focus({ preventScroll: true });
    }));
  }

  /** English remains of the viewer, and what a reader who listens needs to know. */
  private polish() {
    const say = (node: Element, text: string | undefined) => {
      if (text && node.textContent !== text) node.textContent = text;
    };
    const swap = (selector: string, attribute: string, english: RegExp, text: string | undefined) => {
      this.querySelectorAll(selector).forEach((node) => {
        if (text && english.test(node.getAttribute(attribute) ?? '')) node.setAttribute(attribute, text);
      });
    };
    this.querySelectorAll('.fjs-select-placeholder').forEach((node) => {
      const text = node.firstChild;
      if (text && text.nodeValue === 'Select') text.nodeValue = this.texts.select;
    });
    this.querySelectorAll('.fjs-dropdownlist-empty').forEach((node) =>
      say(node, node.textContent === 'All values selected' ? this.texts.allSelected : node.textContent === 'No results' ? this.texts.noResults : undefined));
    swap('input[placeholder]', 'placeholder', /^Search$/, this.texts.search);
    swap('[aria-label^="Remove list item"]', 'aria-label', /^Remove/, this.texts.remove);
    this.querySelectorAll('.fjs-form-field').forEach((field) => {
      const wrong = field.querySelector('.fjs-form-field-error') !== null;
      const required = field.querySelector('.fjs-asterix') !== null;
      field.querySelectorAll('input:not([type=radio]):not([type=checkbox]), textarea').forEach((input) => {
        if (wrong) input.setAttribute('aria-invalid', 'true');
        else input.removeAttribute('aria-invalid');
        if (required) input.setAttribute('aria-required', 'true');
        else input.removeAttribute('aria-required');
      });
    });
    this.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach((group) => {
      const label = group.querySelector<HTMLElement>(':scope > .fjs-form-field-label');
      group.querySelectorAll<HTMLInputElement>('input[type=radio]').forEach((input, index) => {
        const field: any = this.form?.get('formFieldRegistry').getAll().find((each: Field) => input.name.endsWith('-' + each.id));
        const value = field?.values?.[index]?.value;
        if (value !== undefined && input.dataset.value !== String(value)) input.dataset.value = String(value);
      });
      if (label && !group.hasAttribute('role')) {
        group.setAttribute('role', group.classList.contains('fjs-form-field-radio') ? 'radiogroup' : 'group');
        group.setAttribute('aria-label', (label.textContent ?? '').replace(/\*$/, '').trim());
      }
    });
  }
}
customElements.define('ops-form', OpsForm);
export {};
