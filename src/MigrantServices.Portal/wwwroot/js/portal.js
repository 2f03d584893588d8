// Comfort only: every page works without this file.
(() => {
  'use strict';
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // Leaving quickly: the page is replaced, so that the back button does not return to it.
  const exit = document.querySelector('[data-exit]');
  if (exit) {
    const leave = event => {
      event.preventDefault();
      document.documentElement.hidden = true;
      location.replace(exit.href);
    };
    exit.addEventListener('click', leave);
    let presses = [];
    addEventListener('keydown', event => {
      presses = event.key === 'Escape' ? [...presses, event.timeStamp].slice(-3) : [];
      if (presses.length === 3 && presses[2] - presses[0] < 3000) {
        leave(event);
      }
    });
  }

  // An open menu closes on Escape or a click elsewhere.
  const closeMenus = but => all('details.menu[open]', menu => {
    if (menu !== but) {
      menu.open = false;
    }
  });
  addEventListener('click', event => closeMenus(event.target.closest('details.menu')));
  addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      closeMenus();
    }
  });

  document.querySelector('[data-focus]')?.focus();

  // <button hidden data-copy="#code" data-copied="Copied">: copies that element's text.
  all('[data-copy]', button => {
    if (!navigator.clipboard) {
      return;
    }
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim());
      button.textContent = button.dataset.copied;
    });
  });

  // <button hidden data-print>
  all('[data-print]', button => {
    button.hidden = false;
    button.addEventListener('click', () => print());
  });

  // <form data-autosave="/address">: what is typed is kept when the page is left or the phone sleeps; files are not sent this way.
  all('form[data-autosave]', form => {
    let changed = false;
    form.addEventListener('input', () => { changed = true; });
    form.addEventListener('submit', () => { changed = false; });
    const save = () => {
      if (!changed) {
        return;
      }
      changed = false;
      const fields = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string') {
          fields.append(name, value);
        }
      }
      navigator.sendBeacon(form.dataset.autosave, fields);
    };
    addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        save();
      }
    });
  });

  // A second press of a button sends nothing; coming back with the back button frees it again.
  all('form[method=post]', form => form.addEventListener('submit', event => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    event.submitter?.setAttribute('aria-busy', 'true');
  }));
  addEventListener('pageshow', event => {
    if (event.persisted) {
      all('form[data-sent]', form => {
        delete form.dataset.sent;
        form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
      });
    }
  });

  // Names and sizes of chosen files, which the browser hides when there are several.
  all('input[type=file]', input => {
    const list = document.createElement('ul');
    list.className = 'file-list';
    list.setAttribute('aria-live', 'polite');
    input.after(list);
    input.addEventListener('change', () => list.replaceChildren(...[...input.files].map(file => {
      const line = document.createElement('li');
      const name = document.createElement('bdi');
      name.textContent = file.name;
      const size = document.createElement('bdi');
      size.dir = 'ltr';
      size.className = 'file-size';
      size.textContent = `${(file.size / 1048576).toFixed(1)} MB`;
      line.append(name, ' ', size);
      return line;
    })));
  });

  // The web font comes last, in pieces, and not at all where data is dear.
  const fonts = document.querySelector('link[rel=portal-fonts]');
  const net = navigator.connection;
  if (fonts && !net?.saveData && !/2g|3g/.test(net?.effectiveType ?? '')) {
    addEventListener('load', () => setTimeout(() => { fonts.rel = 'stylesheet'; }));
  }
})();
