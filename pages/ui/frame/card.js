// A card that opens is announced by taking the focus, on the name of its `island`; Escape, heard by
// the map, closes it and gives the focus back.
const title = document.getElementById("card-title");
if (title && island) window.kurilFrame?.focus(title);
