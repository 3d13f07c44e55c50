// Brings the card that is asked for (`wanted`, or the address's own anchor) into view. The card may
// reach the page after this script, and what is drawn late above it would move it out of view: so
// it is looked for, and held there, for five seconds or until the reader moves on.
const name = wanted || decodeURIComponent(location.hash.slice(1));
let tries = 0;
let card = null;
let moved = false;
for (const kind of ["wheel", "keydown", "pointerdown", "touchstart"]) {
  addEventListener(kind, () => { moved = true; }, { once: true, passive: true });
}
const hold = () => {
  const found = name && document.getElementById(name);
  if (!name || moved || tries++ > 100) return;
  if (found && window.kurilFrame) {
    window.kurilFrame.reveal(found);
    if (!card) window.kurilFrame.focus(found);
    card = found;
  }
  setTimeout(hold, 50);
};
hold();
