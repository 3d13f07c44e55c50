// The folds of a long page come with the first that is opened; until then a link stands in each.
const apart = [...document.querySelectorAll(".apart")];
async function unfolded(fold) {
  const place = fold.matches(".apart") ? fold : fold.querySelector(":scope > a.apart");
  const folds = place && await load(`whole-${page}-${language}.js`);
  if (!folds || !place.isConnected) return;
  const own = document.createElement("template");
  own.innerHTML = folds[apart.indexOf(place)];
  if (place === fold) {
    Object.assign(fold.dataset, own.content.firstElementChild.dataset);
    fold.classList.remove("apart");
  } else place.replaceWith(own.content);
}
document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.open) unfolded(target);
}, true);

// "Cite this" is written when it is opened; its script, with every source, comes with the first.
document.addEventListener("toggle", async ({ target }) => {
  if (!(target instanceof HTMLDetailsElement && target.matches(".cite") && target.open)) return;
  await Promise.all([load(`cite-${language}.js`), unfolded(target)]);
  if (window.kurilCite) window.kurilCite.show(target);
  else target.open = false;
}, true);
