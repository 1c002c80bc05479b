// Putting files in: dragging them here, how far it is, and stopping.
// The one thing a reader would get wrong: without this file the form works too. This only sends one
// file at a time, so that it can say how far each is; the answers are checked by the same page.
(function () {
  "use strict";
  var form = document.getElementById("add-form");
  if (!form || !window.FormData) { return; }
  var said = form.dataset;
  var input = document.getElementById("files");
  var drop = document.getElementById("add-drop");
  var chosen = document.getElementById("add-chosen");
  var wrong = document.getElementById("add-wrong");
  var stop = document.getElementById("add-stop");
  var far = document.getElementById("add-far");
  var bar = document.getElementById("add-bar");
  var says = document.getElementById("add-says");
  var read = document.getElementById("add-read");
  var go = form.querySelector("button[type=submit]");
  var files = [], request = null, stopped = false, came = 0;

  document.getElementById("add-drop-hint").hidden = false;

  function fill(text, one, two) {
    return text.replace("#1", one).replace("#2", two);
  }

  function show() {
    chosen.textContent = "";
    chosen.hidden = files.length === 0;
    files.forEach(function (file, number) {
      var line = document.createElement("li");
      var name = document.createElement("bdi");
      // what would turn the line round is shown as a mark, as on every page
      name.textContent = file.name.slice(0, 120).replace(
        /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g,
        function (char) { return "[U+" + ("000" + char.charCodeAt(0).toString(16).toUpperCase()).slice(-4) + "]"; });
      var away = document.createElement("button");
      away.type = "button";
      away.className = "rb-linkish";
      away.textContent = said.away;
      away.setAttribute("aria-label", said.away + ": " + name.textContent);
      away.addEventListener("click", function () {
        files.splice(number, 1);
        show();
        input.focus();
      });
      line.append(name, " ", away);
      chosen.append(line);
    });
  }

  function take(list) {
    Array.prototype.forEach.call(list, function (file) {
      var known = files.some(function (one) {
        return one.name === file.name && one.size === file.size && one.lastModified === file.lastModified;
      });
      if (!known) { files.push(file); }
    });
    show();
  }

  input.addEventListener("change", function () {
    take(input.files);
    input.value = "";
  });

  // a file let go beside the box must not be opened by the browser: that would leave a trace
  ["dragover", "drop"].forEach(function (name) {
    window.addEventListener(name, function (event) { event.preventDefault(); });
  });
  drop.addEventListener("dragover", function () { drop.classList.add("rb-drop--over"); });
  drop.addEventListener("dragleave", function () { drop.classList.remove("rb-drop--over"); });
  drop.addEventListener("drop", function (event) {
    drop.classList.remove("rb-drop--over");
    wrong.textContent = "";
    if (go.disabled) { return; }
    var folder = Array.prototype.some.call(event.dataTransfer.items || [], function (item) {
      var entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
      return entry && entry.isDirectory;
    });
    if (folder) { wrong.textContent = said.folder; return; }
    take(event.dataTransfer.files);
  });

  function answers() {
    var data = new FormData();
    ["mark", "own", "whose", "how", "came_from"].forEach(function (name) {
      var field = form.elements[name];
      data.append(name, field && field.value || "");
    });
    data.append("script", "yes");
    return data;
  }

  function post(data, then) {
    request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "json";
    request.onload = function () { then(request.response); };
    request.onerror = request.onabort = function () { then(null); };
    return request;
  }

  // the sentence stands at the question it is about; without one, above the button
  var home = wrong.parentNode, after = wrong.nextSibling;
  function place(sentence, name) {
    var field = name && document.getElementById(name);
    var group = field && field.closest(".govuk-form-group");
    if (group) { group.prepend(wrong); } else { home.insertBefore(wrong, after); }
    wrong.textContent = sentence;
    if (field) {
      field.setAttribute("aria-describedby", wrong.id);
      field.focus();
    }
  }

  function fail(sentence) {
    place(sentence, "");
    working(false);
    read.hidden = came === 0;
  }

  function working(on) {
    go.disabled = input.disabled = on;
    chosen.querySelectorAll("button").forEach(function (away) { away.disabled = on; });
    stop.hidden = !on;
    far.hidden = !on;
    if (on) { stop.focus(); } else { go.focus(); }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    place("", "");
    if (!files.length) { wrong.textContent = said.none; input.focus(); return; }
    var total = files.reduce(function (sum, file) { return sum + file.size; }, 0);
    if (total > Number(said.room)) { wrong.textContent = said.noRoom; return; }
    stopped = false;
    working(true);
    var data = answers();
    data.append("check", "yes");
    post(data, function (answer) {
      if (!answer) { fail(said.lost); return; }
      if (answer.slips.length) {
        fail("");
        place(answer.slips[0][1], answer.slips[0][0]);
        return;
      }
      send(0, 0, total, Date.now(), 0);
    }).send(data);
  });

  stop.addEventListener("click", function () {
    stopped = true;
    if (request) { request.abort(); }
  });

  function send(number, before, total, began, told) {
    if (stopped) { fail(said.stopped); return; }
    if (number === files.length) {
      says.textContent = said.done;
      stop.hidden = true;
      read.requestSubmit ? read.requestSubmit() : read.submit();
      return;
    }
    var data = answers();
    data.append("files", files[number]);
    var one = post(data, function (answer) {
      if (stopped) { fail(said.stopped); return; }
      if (!answer) { fail(said.lost); return; }
      if (answer.slips.length) { fail(answer.slips[0][1]); return; }
      came += 1;
      send(number + 1, before + files[number].size, total, began, told);
    });
    one.upload.onprogress = function (event) {
      var done = before + Math.min(event.loaded, files[number].size);
      bar.value = total ? 100 * done / total : 100;
      var now = Date.now();
      if (now - told < 2000) { return; }  // a screen reader reads every change out
      told = now;
      says.textContent = fill(said.going, number + 1, files.length) + " " + left(done, total, now - began);
    };
    one.send(data);
  }

  function left(done, total, gone) {
    if (gone < 2000 || !done) { return ""; }
    var seconds = Math.round(gone / 1000 * (total - done) / done);
    if (seconds < 5) { return said.moment; }
    if (seconds < 90) { return fill(said.seconds, Math.ceil(seconds / 5) * 5, ""); }
    return fill(said.minutes, Math.ceil(seconds / 60), "");
  }
})();
