// What the server adds to the address before the reader has done anything is no step of hers, which
// her way back would lead to. It comes with the page itself; frame.js goes on from here.
history.pushState = (...entry) => history.replaceState(...entry);
