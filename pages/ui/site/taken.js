// What a reader takes along: the words to copy, the page on paper; and readings over its words.
// What is copied for others begins at the site's own address.
const whole = (text) => text.replace(/(^|")\.\/(?=\?)/, `$1${home}`);
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.dataset.copy = whole(button.dataset.copy);
}
for (const code of document.querySelectorAll("pre code")) code.textContent = whole(code.textContent);

for (const button of document.querySelectorAll('button[data-print=""]')) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

if (reading && wished) load(`furigana-${language}.js`);
