// Checks what a QR code brought. The code stands behind the number sign of the address, which browsers never send; it leaves the address at once.
(() => {
  'use strict';
  const form = document.querySelector('form[data-check]');
  const answers = document.getElementById('answers');
  const field = form.elements.Token;
  const [busy, failed] = ['check-busy', 'check-failed'].map(id => document.getElementById(id));

  const show = one => [...answers.children].forEach(part => { part.hidden = part !== one; });

  const ask = async token => {
    show(busy);
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams({ Token: token }),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      if (!answer.ok) {
        throw new Error();
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      show(document.getElementById(page.querySelector('.check-answer:not([hidden])').id));
      field.value = '';
    } catch {
      field.value = token;
      show(failed);
    }
    delete form.dataset.sent;
    form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
    answers.scrollIntoView({ block: 'nearest' });
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    ask(field.value);
  });

  const arrive = () => {
    const token = location.hash.slice(1);
    if (token.includes('.')) {
      history.replaceState(null, '', location.pathname);
      ask(token);
    }
  };
  addEventListener('hashchange', arrive);
  arrive();
})();
