// The picture in the map's place: whose it is, and when it goes. Runs with `seen` given, what the
// browser keeps of who has been at the front door.
const picture = document.getElementById("before");

function known() {
  try {
    return location.hash !== "#door" && localStorage.getItem(seen) !== null;
  } catch {
    return false; // a frame without storage
  }
}

// gate.js says so, and frame.js of a page without a map
window.kurilDrawn = () => picture.remove();
if ("new" in picture.dataset && known()) window.kurilDrawn();
