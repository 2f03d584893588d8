'use strict';
(() => {
  const { keys } = JSON.parse(document.getElementById('keys').textContent);
  const order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551n;
  const ascii = text => Uint8Array.from(text, letter => letter.charCodeAt(0));
  const write = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const show = id => document.querySelectorAll('#answers section').forEach(answer => { answer.hidden = answer.id !== id; });

  // only the spelling in which the office writes is taken
  const read = (part, length) => {
    if (!/^[\w-]+$/.test(part)) {
      return null;
    }
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
    return bytes.length === length && write(bytes) === part ? bytes : null;
  };

  const isGenuine = async token => {
    const parts = token.split('.');
    const key = keys.find(one => write(ascii(`{"alg":"ES256","kid":"${one.kid}"}`)) === parts[0]);
    if (parts.length !== 3 || !key) {
      return false;
    }
    let payload, signature;
    try {
      payload = read(parts[1], 17);
      signature = read(parts[2], 64);
    } catch {
      return false;
    }
    if (!payload || payload[0] !== 1 || !signature) {
      return false;
    }
    const s = signature.slice(32).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
    if (s > order >> 1n) {
      return false;
    }
    const { kty, crv, x, y } = key;
    const opened = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, opened, signature, ascii(`${parts[0]}.${parts[1]}`));
  };

  const check = async typed => {
    show('');
    const token = typed.trim().split('#').pop();
    if (!token) {
      return;
    }
    if (!globalThis.crypto?.subtle) {
      show('unable');
      return;
    }
    show(await isGenuine(token) ? 'genuine' : 'wrong');
  };

  const form = document.getElementById('form');
  const code = document.getElementById('code');
  form.addEventListener('submit', event => {
    event.preventDefault();
    check(code.value);
  });

  const [camera, stop, view] = ['camera', 'stop', 'view'].map(id => document.getElementById(id));
  if (!('BarcodeDetector' in globalThis) || !navigator.mediaDevices?.getUserMedia) {
    return;
  }
  camera.hidden = false;
  let stream = null;
  const end = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = null;
    view.hidden = stop.hidden = true;
    camera.hidden = false;
  };
  stop.addEventListener('click', end);
  camera.addEventListener('click', async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      return;
    }
    view.srcObject = stream;
    view.hidden = stop.hidden = false;
    camera.hidden = true;
    await view.play();
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    while (stream) {
      const [found] = await detector.detect(view).catch(() => []);
      if (found) {
        end();
        code.value = found.rawValue;
        check(found.rawValue);
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 150));
    }
  });
})();
