// The way out, the lock, and small things every page has.
// The one thing a reader would get wrong: nothing here is needed to protect anything. The server ends
// the visit and closes the book; this only covers what is on the screen at once.
(function () {
  "use strict";
  var body = document.body, root = document.documentElement, data = body.dataset;
  var leaving = false;

  function cover() {
    root.classList.add("rb-covered");
    document.title = "Rainbook";
  }

  function send(address, then, more) {
    return fetch(address, {
      method: "POST", keepalive: true, credentials: "same-origin", redirect: "manual",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "mark=" + encodeURIComponent(data.mark) + (more || "")
    }).then(then, then);
  }

  function leave() {
    if (leaving) { return; }
    leaving = true;
    cover();
    send(data.leave, function () {});
    location.replace("/page");
  }

  var exit = document.getElementById("exit");
  if (exit && data.leave) {
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
  }

  // a page that comes back from the browser's own store is covered, and asked for again
  window.addEventListener("pagehide", cover);
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { location.reload(); }
  });

  // nobody there: cover, lock, and show that it is locked
  var idle = Number(data.idle || 0) * 1000, last = Date.now(), told = Date.now();
  if (idle) {
    ["keydown", "pointerdown", "pointermove", "wheel", "touchstart", "scroll"].forEach(function (name) {
      document.addEventListener(name, function () { last = Date.now(); }, { passive: true, capture: true });
    });
    setInterval(function () {
      var now = Date.now();
      if (now - last > idle) {
        last = now;
        cover();
        send(data.lock, function () { location.replace(data.locked); }, "&why=idle");
      } else if (last > told && now - told > Math.min(60000, idle / 3)) {
        told = now;
        send(data.awake, function (answer) {
          if (answer && answer.type === "opaqueredirect") { location.replace("/page"); }
        });
      }
    }, 1000);
  }

  // what has to be mended is read out first
  var slips = document.getElementById("slips");
  if (slips) { slips.focus(); }

  // a button pressed twice sends once
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.classList.contains("rb-exit__form")) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(function () { delete form.dataset.sent; }, 3000);
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  // show or hide what was typed, where a page asks for a passphrase
  document.querySelectorAll("[data-shows]").forEach(function (button) {
    var field = document.getElementById(button.dataset.shows);
    button.hidden = false;
    button.addEventListener("click", function () {
      var hidden = field.type === "password";
      field.type = hidden ? "text" : "password";
      button.setAttribute("aria-pressed", hidden ? "true" : "false");
    });
  });

  // how far something long is: asked for again and again, without counting as somebody being there
  var far = document.getElementById("far");
  if (far) {
    (function again() {
      setTimeout(function () {
        var request = new XMLHttpRequest();
        request.open("GET", location.href);
        request.responseType = "document";
        request.setRequestHeader("X-By-Itself", "1");
        request.onload = function () {
          var next = request.response && request.response.getElementById("far");
          if (!next) { location.reload(); return; }
          if (next.dataset.go) { location.replace(next.dataset.go); return; }
          far.replaceWith(document.adoptNode(next));
          far = next;
          again();
        };
        request.onerror = again;
        request.send();
      }, 700);
    })();
  }
})();
