// Whoever is signed in here is signed in to OpsFlow. So OpsFlow's sign-in page is the one that is shown when the session
// is over, and the form that these pages bring along, which knows no password, never is.
const home = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const open = XMLHttpRequest.prototype.open;
let leaving = false;

XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  const out = /\/auth\/user\/[^/]+\/logout$/.test(url);
  this.addEventListener('load', () => {
    if (leaving) return;
    if (out && this.status < 400) {
      leaving = true;
      location.assign(`${home}/login?signed-out`);
    } else if (this.status === 401) {
      leaving = true;
      // The server leads to the sign-in page, and from there back to this place.
      location.reload();
    }
  });
  return open.call(this, method, url, ...rest);
};
