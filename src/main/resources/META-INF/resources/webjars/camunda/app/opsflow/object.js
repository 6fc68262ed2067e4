// The business key of an instance is the key of what it is about: the way back to its page.
const base = document.querySelector('base');
const home = base.getAttribute('app-root').replace(/\/camunda$/, '');
const engine = `${base.getAttribute('engine-api')}engine/${base.getAttribute('href').split('/').filter(Boolean).pop()}`;

export default {
  id: 'opsflow.object',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 0,
  render: async (viewer, { processInstanceId }) => {
    const answer = await fetch(`${engine}/process-instance/${encodeURIComponent(processInstanceId)}`, {
      headers: { Accept: 'application/json' },
    });
    const { businessKey } = answer.ok ? await answer.json() : {};
    if (!businessKey) return;
    const link = document.createElement('a');
    link.href = `${home}/o/${encodeURIComponent(businessKey)}`;
    link.textContent = `${businessKey} · OpsFlow`;
    link.className = 'btn btn-default';
    link.style.cssText = 'position: absolute; left: 12px; top: 12px; z-index: 10';
    viewer.get('canvas').getContainer().append(link);
  },
};
