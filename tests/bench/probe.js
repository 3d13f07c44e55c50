// Times steps of a timeline from the key press to the painted frame, and counts empty frames.
// Runs in the top window; the map may be in it, or in an iframe that comes and goes.
// Two things are no work of the page and are left out: the wait for the screen's beat, from the last
// change of the picture to the start of the frame that paints it, and the probe's own look at it.
// A step is what the page takes of its 16 ms.
([shapes, mark]) => {
  const probe = { steps: [], waits: [], frames: 0, empty: 0 };
  const watched = new WeakSet();
  let pressed = null;
  let changed = null;
  let seen = null;
  let told = null;

  const views = () => {
    const found = [window];
    for (const frame of document.querySelectorAll("iframe")) {
      try {
        if (frame.contentDocument?.body) found.push(frame.contentWindow);
      } catch { /* not ours */ }
    }
    return found;
  };

  const listen = (view) => {
    if (watched.has(view.document)) return;
    watched.add(view.document);
    new MutationObserver(() => { changed = performance.now(); }).observe(view.document, {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  };

  const look = () => {
    let count = 0;
    let signature = "";
    for (const view of views()) {
      listen(view);
      for (const shape of view.document.querySelectorAll(shapes)) {
        count += 1;
        signature += (shape.dataset.controller ?? shape.getAttribute("fill")) + ",";
      }
      for (const element of mark ? view.document.querySelectorAll(mark) : []) {
        signature += element.getAttribute("datetime");
      }
    }
    return [count, signature];
  };

  const frame = (started) => {
    for (const view of views()) {
      if (view.benchPressed) pressed = view.benchPressed; // steps.py hears keys first
      view.benchPressed = null;
    }
    const began = performance.now();
    const [count, signature] = look();
    const looked = performance.now() - began;
    probe.frames += 1;
    if (count === 0) probe.empty += 1;
    if (count > 0 && signature !== seen) {
      seen = signature;
      if (pressed !== null) {
        const waited = changed === null ? 0 : Math.max(0, started - changed);
        const start = pressed + waited + looked;
        pressed = null;
        probe.waits.push(waited);
        // A message posted in an animation frame arrives when that frame has been painted; the next
        // frame may be there before it, and is no part of the step.
        const { port1, port2 } = new MessageChannel();
        let painted = () => {
          painted = () => {};
          probe.steps.push(performance.timeOrigin + performance.now() - start);
          told?.();
        };
        port1.onmessage = () => painted();
        requestAnimationFrame(() => painted());
        port2.postMessage(null);
      }
    }
    requestAnimationFrame(frame);
  };

  // How many steps there are, once there are more than so many; or after some time, if none comes.
  probe.after = (count, patience) =>
    new Promise((done) => {
      told = () => {
        if (probe.steps.length > count) done(probe.steps.length);
      };
      told();
      setTimeout(() => done(probe.steps.length), patience);
    });

  seen = look()[1];
  requestAnimationFrame(frame);
  window.benchProbe = probe;
}
