export default {
  customScripts: ['../opsflow/session', '../opsflow/object'],
};
