// A filter over what the page holds: words and choices; without it the list is whole.
// What finds words comes with the first search; where it cannot, the page's own are looked through.
const literally = (sought) => (item) => item.textContent.toLowerCase().includes(sought.toLowerCase());
for (const form of document.querySelectorAll("form[data-items]")) {
  const items = [...document.querySelectorAll(form.dataset.items)];
  // what an item is: it says so, or the part of the list it stands in does
  const told = (item, name) => item.closest(`[data-${name}]`)?.getAttribute(`data-${name}`);
  const field = form.querySelector("[type=search]");
  const show = async () => {
    const seek = field.value.trim() && await load(`words-${page}.js`);
    const sought = field.value.trim(); // the reader may have written on
    const found = sought ? (seek || literally)(sought) : () => true;
    const choices = [...form.querySelectorAll("select")].filter(({ value }) => value);
    let count = 0;
    for (const item of items) {
      const fits = found(item) && choices.every(({ name, value }) => told(item, name) === value);
      item.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const part of new Set(items.map((item) => item.closest("section")))) {
      if (part) part.hidden = items.every((item) => item.hidden || !part.contains(item));
    }
    form.querySelector("output").textContent = `${count} / ${items.length}`;
  };
  form.hidden = false;
  // what is sought stands in the address, by the names the app has for it
  const fields = [...form.querySelectorAll("input, select")];
  for (const field of fields) {
    const value = query.get(field.name) ?? "";
    if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
  }
  form.addEventListener("input", () => {
    show();
    for (const field of fields) {
      if (field.value) query.set(field.name, field.value);
      else query.delete(field.name);
    }
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
