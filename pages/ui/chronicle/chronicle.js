// Begins a new page of the list at its top; `page` makes every turn a script of its own.
const count = document.querySelector(".chronicle .count");
if (count && page) window.kurilFrame?.reveal(count);
