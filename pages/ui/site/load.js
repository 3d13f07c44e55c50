// Fetches what a page needs only once it is asked for: a script beside it, and what that gives.
const given = window.kurilGiven ||= {};
const asked = {};
const load = (name) => asked[name] ||= new Promise((done) => {
  const script = document.createElement("script");
  script.src = `../atlas/${name}`;
  script.onload = () => done(given[name]);
  script.onerror = () => { delete asked[name]; done(null); };
  document.head.append(script);
});
