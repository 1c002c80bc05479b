// The way out of the hosted guide: covers the page and puts another in its place.
// The one thing a reader would get wrong: there is no visit to end here. Without this script the button
// is an ordinary form that opens a quiet page.
(function () {
  "use strict";
  var exit = document.getElementById("exit"), away = document.body.dataset.away, leaving = false;
  if (!exit || !away) { return; }

  function leave() {
    if (leaving) { return; }
    leaving = true;
    document.documentElement.classList.add("rb-covered");
    document.title = "New page";
    location.replace(away);
  }

  exit.form.addEventListener("submit", function (event) {
    event.preventDefault();
    leave();
  });
  var shifts = [];
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") { shifts = []; return; }
    if (event.repeat) { return; }
    var now = Date.now();
    shifts = shifts.filter(function (at) { return now - at < 5000; });
    shifts.push(now);
    if (shifts.length >= 3) { leave(); }
  }, true);
})();
