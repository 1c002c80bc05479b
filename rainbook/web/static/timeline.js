// Moves in the picture without leaving the page: keys, wheel, drag, two fingers.
// The one thing a reader would get wrong: the address of the page and the browser's history stay as
// they are. Each step asks the same page for another stretch and puts its picture in place of this
// one; without this file every step is a plain link.
(function () {
  "use strict";
  var MINUTE = 1, shown = document.getElementById("shown");
  if (!shown || !document.getElementById("picture")) { return; }
  var busy = null, wanted = null, later = 0;

  function picture() { return document.getElementById("picture"); }
  function line() { return document.getElementById("line"); }

  function ends() {
    return { a: Number(shown.dataset.start), b: Number(shown.dataset.end) };
  }

  function address(a, b) {
    return shown.dataset.base + Math.round(a) + "&b=" + Math.round(Math.max(b, a + MINUTE));
  }

  function show(where, focus) {
    if (busy) { wanted = [where, focus]; return; }
    busy = new XMLHttpRequest();
    busy.open("GET", where.split("#")[0]);
    busy.responseType = "document";
    busy.onload = function () {
      var found = busy.response && busy.response.getElementById("shown");
      busy = null;
      if (!found || !found.querySelector("#line")) { location.reload(); return; }
      swap(document.adoptNode(found), focus);
      if (wanted) { var next = wanted; wanted = null; show(next[0], next[1]); }
    };
    busy.onerror = function () { busy = null; location.reload(); };
    busy.send();
  }

  function swap(found, focus) {
    var open = {}, old = shown;
    old.querySelectorAll("details").forEach(function (one, place) { open[place] = one.open; });
    var left = picture().scrollLeft;
    old.replaceWith(found);
    shown = found;
    var many = found.querySelectorAll("details");
    many.forEach(function (one, place) { if (open[place] && many.length > place) { one.open = true; } });
    picture().scrollLeft = left;
    ready();
    // a way to move that has come to its end is no link any more
    var to = focus && (document.getElementById(focus) || picture());
    if (to) { to.focus({ preventScroll: true }); }
  }

  function zoom(by, at) {
    var now = ends(), long = now.b - now.a, part = at === undefined ? 0.5 : at;
    var next = Math.max(long * by, 1), middle = now.a + long * part;
    show(address(middle - next * part, middle + next * (1 - part)), "picture");
  }

  function follow(name) {
    var link = document.getElementById("go-" + name);
    if (link) { show(link.getAttribute("href"), "picture"); }
  }

  // one stop for Tab: inside, the arrow keys go from mark to mark
  function links() { return Array.prototype.slice.call(line().querySelectorAll("a")); }

  function ready() {
    links().forEach(function (one) {
      one.setAttribute("tabindex", "-1");
      one.setAttribute("draggable", "false");
    });
    var keys = document.getElementById("keys");
    if (keys) { keys.hidden = false; }
  }

  function middle(one) {
    var box = one.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }

  function step(key) {
    var all = links(), here = document.activeElement;
    var from = all.indexOf(here) < 0 ? null : middle(here);
    if (!from) { if (all.length) { (all.find(isPart) || all[0]).focus(); } return; }
    var best = null, least = Infinity;
    all.forEach(function (one) {
      if (one === here) { return; }
      var to = middle(one), dx = to.x - from.x, dy = to.y - from.y, far;
      if (key === "ArrowRight" || key === "ArrowLeft") {
        if ((key === "ArrowRight" ? dx : -dx) <= 0.5) { return; }
        far = Math.abs(dx) + 8 * Math.abs(dy);
      } else {
        if ((key === "ArrowDown" ? dy : -dy) <= 4) { return; }
        far = Math.abs(dy) * 8 + Math.abs(dx);
      }
      if (far < least) { least = far; best = one; }
    });
    if (best) { best.focus(); }
  }

  function isPart(one) { return one.hasAttribute("data-part"); }

  document.addEventListener("keydown", function (event) {
    if (!picture() || !picture().contains(document.activeElement)) { return; }
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var key = event.key;
    if (key.indexOf("Arrow") === 0) { step(key); }
    else if (key === "+" || key === "=") { zoom(0.5); }
    else if (key === "-") { zoom(2); }
    else if (key === "PageUp") { follow("earlier"); }
    else if (key === "PageDown") { follow("later"); }
    else if (key === "Home") { follow("whole"); }
    else { return; }
    event.preventDefault();
  });

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a");
    if (!link || !shown.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (moved) { moved = false; event.preventDefault(); return; }
    var where = link.getAttribute("href") || "";
    if (where.charAt(0) === "#") {
      var row = document.getElementById(where.slice(1));
      var box = row && row.closest("details");
      if (box) { box.open = true; row.focus(); event.preventDefault(); row.scrollIntoView({ block: "center" }); }
      return;
    }
    if (where.indexOf("#list") >= 0) { return; }
    if (where.indexOf(shown.dataset.base) === 0 || (link.id || "").indexOf("go-") === 0) {
      event.preventDefault();
      show(where, link.id || "picture");
    }
  });

  // wheel with Ctrl (a pinch on a touchpad is the same), drag, and two fingers
  var turned = 1;
  document.addEventListener("wheel", function (event) {
    if (!event.ctrlKey || !picture() || !picture().contains(event.target)) { return; }
    event.preventDefault();
    turned *= event.deltaY > 0 ? 1.25 : 0.8;
    var box = line().getBoundingClientRect(), at = (event.clientX - box.left) / box.width;
    clearTimeout(later);
    later = setTimeout(function () { var by = turned; turned = 1; zoom(by, at); }, 90);
  }, { passive: false });

  var fingers = {}, begun = null, moved = false;

  function two() {
    var all = Object.keys(fingers).map(function (one) { return fingers[one]; });
    return all.length === 2 ? { x: (all[0].x + all[1].x) / 2, far: Math.abs(all[0].x - all[1].x) + 1 } : null;
  }

  document.addEventListener("pointerdown", function (event) {
    if (!picture() || !picture().contains(event.target)) { return; }
    fingers[event.pointerId] = { x: event.clientX };
    moved = false;
    if (event.pointerType === "mouse" || Object.keys(fingers).length === 2) {
      begun = { x: event.clientX, pinch: two(), touch: event.pointerType !== "mouse" };
    }
  });
  document.addEventListener("pointermove", function (event) {
    if (!fingers[event.pointerId]) { return; }
    fingers[event.pointerId].x = event.clientX;
    if (!begun || begun.touch || Math.abs(event.clientX - begun.x) < 6) { return; }
    moved = true;
    line().setAttribute("transform", "translate(" + (event.clientX - begun.x) + " 0)");
  });
  function up(event) {
    if (!fingers[event.pointerId]) { return; }
    var pinch = two(), box = line().getBoundingClientRect(), now = ends(), start = begun;
    delete fingers[event.pointerId];
    begun = null;
    if (start && start.pinch && pinch) {
      moved = true;
      zoom(Math.min(8, Math.max(0.125, start.pinch.far / pinch.far)), (pinch.x - box.left) / box.width);
    } else if (start && moved && !start.touch) {
      var by = (start.x - event.clientX) / box.width * (now.b - now.a);
      show(address(now.a + by, now.b + by), "picture");
    }
  }
  document.addEventListener("pointerup", up);
  document.addEventListener("pointercancel", function (event) {
    delete fingers[event.pointerId];
    begun = null;
    if (line()) { line().removeAttribute("transform"); }
  });
  document.addEventListener("dragstart", function (event) {
    if (picture() && picture().contains(event.target)) { event.preventDefault(); }
  });

  ready();
})();
