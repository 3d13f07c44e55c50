// The parts the atlas is made of, in one language: put into the page, and taken out of it.

import { Axis } from "./axis.js";
import { Door } from "./door.js";
import { Head } from "./head.js";
import { Labels } from "./labels.js";
import { Layers } from "./layers.js";
import { Legend } from "./legend.js";
import { Palette } from "./palette.js";
import { Present } from "./present.js";
import { Share } from "./share.js";
import { announce, place } from "./stage.js";
import { Tale } from "./tale.js";
import { Timeline } from "./timeline.js";
import { Tools } from "./tools.js";

/**
 * @import { Atlas } from "./atlas.js"
 * @import { Loaded } from "./history.js"
 */

const ON_STAGE = 12; // names a room can read

/**
 * @param {Atlas} atlas
 * @param {Loaded} loaded
 */
export function put(atlas, { payload, shapes, land }) {
  const { cards, main, map, over, stage, switches } = atlas;
  atlas.payload = payload;
  switches.begin();
  atlas.drawn = null;
  atlas.axis = new Axis(payload);
  atlas.tale = new Tale(payload, atlas.axis);
  atlas.palette = new Palette(payload);
  atlas.palette.attach(main);
  lay(atlas);
  atlas.layers = new Layers(map, shapes, land, payload, (island) => cards.pick(island));
  atlas.labels = new Labels(map, atlas.layers, payload, {
    obstacles: () => over.boxes(),
    whole: () => stage.whole,
    most: () => atlas.present.on ? ON_STAGE : Infinity,
  });
  switches.put();
  announce(payload.language, payload.title);
}

/** @param {Atlas} atlas */
export function take(atlas) {
  const { cards, labels, layers, over, palette, present, switches, timeline } = atlas;
  cards.card?.leave();
  timeline.pause();
  switches.people?.remove();
  labels.remove();
  layers.remove();
  palette.detach();
  for (const part of [...over.parts(), timeline.node]) part.remove();
  present.show(false);
}

/** @param {Atlas} atlas */
function lay(atlas) {
  const { cards, history: { file }, main, map, payload, stage, state, switches } = atlas;
  const { language, words } = payload;
  atlas.head = new Head();
  atlas.tools = new Tools(payload, state, switches.off, (part) => {
    if ("layer" in part) switches.show(part.layer, part.visible);
    else atlas.apply(part);
  });
  atlas.legend = new Legend(payload, atlas.palette);
  atlas.timeline = new Timeline(payload, atlas.axis, atlas.palette, atlas);
  atlas.zoom = stage.buttons(words);
  const changed = () => {
    if (atlas.present.on) atlas.gate.pass();
    requestAnimationFrame(() => atlas.room());
  };
  atlas.present = new Present(main, map, words, changed);
  const film = (/** @type {HTMLElement} */ place) => cards.film(place);
  const share = new Share(payload, () => atlas.shown(), file?.[language], film);
  atlas.tools.node.append(share.node, atlas.present.button);
  atlas.door = new Door(payload.door, {
    enter: (way) => atlas.gate.enter(way),
    ask: () => cards.quiz(),
  });
  main.addEventListener("focusin", ({ target }) => atlas.gate.reach(target));
  main.append(
    atlas.head.node,
    atlas.timeline.node,
    atlas.tools.node,
    atlas.present.node,
    place(map, words.map),
    atlas.zoom,
    atlas.legend.node,
  );
  if (!main.isConnected) {
    document.body.classList.add("has-atlas");
    document.body.prepend(main);
  }
}
