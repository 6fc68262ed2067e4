// Stands before the file of the same name that the web applications bring along.
export { default } from '../../opsflow/config.js';
