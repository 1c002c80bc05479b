// Keeps a note while it is being written, so that a lock or a closed tab loses at most 20 seconds.
// The one thing a reader would get wrong: nothing is kept in the browser. What is typed goes to the
// book alone, which keeps it encrypted; without this script the button "Keep for later" does it.
(function () {
  "use strict";
  var form = document.getElementById("note");
  var told = document.getElementById("diary-kept");
  if (!form || !form.dataset.keep) { return; }
  document.getElementById("diary-autosave").hidden = false;

  function typed() {
    return new URLSearchParams(new FormData(form)).toString();
  }

  var kept = typed(), sending = false, done = false;

  function keep(leaving) {
    var now = typed();
    if (done || now === kept || (sending && !leaving)) { return Promise.resolve(); }
    sending = true;
    return fetch(form.dataset.keep, {
      method: "POST", credentials: "same-origin", redirect: "manual",
      // a browser lets a page that is going send only this much
      keepalive: leaving && now.length < 60000,
      headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: now
    }).then(function (answer) {
      sending = false;
      if (!answer.ok) { return; }
      kept = now;
      history.replaceState(null, "", form.dataset.here); // loading it again shows what was kept
      return answer.text().then(function (said) { told.textContent = said; });
    }).catch(function () { sending = false; });
  }

  form.addEventListener("submit", function () { done = true; });

  // "Lock" closes the book before this page is left: what is typed has to be in it by then
  document.addEventListener("submit", function (event) {
    var other = event.target;
    if (other === form || event.defaultPrevented || typed() === kept) { return; }
    event.preventDefault();
    function go() {
      if (!done) { done = true; other.submit(); }
    }
    setTimeout(go, 5000);
    keep(true).then(go);
  });
  setInterval(function () { keep(false); }, Number(form.dataset.every || 20) * 1000);
  window.addEventListener("pagehide", function () { keep(true); });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") { keep(true); }
  });
})();
