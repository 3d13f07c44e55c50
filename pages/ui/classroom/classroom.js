// Streamlit has no button that copies or prints: `data-copy` is what to copy, or where it stands;
// `data-print` which sheets to print. What came of it is told to who cannot see it, too.
window.kurilClassroom ??= (() => {
  const root = document.documentElement;

  async function copy(button) {
    const { copy: asked, done, failed } = button.dataset;
    const text = asked.startsWith("#") ? document.querySelector(asked).textContent : asked;
    let told = done;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // where the browser forbids it, the reader copies from a field herself
      const field = document.createElement("textarea");
      field.value = text;
      field.rows = 3;
      button.after(field);
      field.select();
      if (document.execCommand("copy")) field.remove();
      else told = failed;
    }
    const place = document.querySelector(".classroom .told");
    if (place) place.textContent = told;
    button.textContent = told;
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    if (button.dataset.copy) copy(button);
    else if (button.dataset.print) {
      root.dataset.print = button.dataset.print;
      print();
    }
  });
  addEventListener("afterprint", () => delete root.dataset.print);
  return true;
})();
