// A filter over what the page holds: words and choices; without it the list is whole.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
for (const form of document.querySelectorAll("form[data-items]")) {
  const items = [...document.querySelectorAll(form.dataset.items)];
  const texts = new Map();
  const show = () => {
    const sought = folded(form.querySelector("[type=search]").value).split(/\s+/).filter(Boolean);
    const choices = [...form.querySelectorAll("select")].filter(({ value }) => value);
    let count = 0;
    for (const item of items) {
      if (sought.length && !texts.has(item)) texts.set(item, folded(item.textContent));
      const fits = sought.every((word) => texts.get(item).includes(word)) &&
        choices.every(({ name, value }) => item.dataset[name] === value);
      item.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const part of document.querySelectorAll("section[data-part]")) {
      part.hidden = !part.querySelector(":scope li:not([hidden])");
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
