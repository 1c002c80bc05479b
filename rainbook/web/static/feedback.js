// Shows who answers at once while somebody types words that may mean danger.
// The one thing a reader would get wrong: nothing is sent from here. The rules stand in the page; the same
// rules are asked once more by the server (feedback/danger.py), with or without this script.
(function () {
  "use strict";
  var form = document.querySelector("form[data-rules]"), box = document.getElementById("text");
  var shown = document.getElementById("feedback-shown");
  if (!form || !box || !shown) { return; }
  var given = JSON.parse(form.dataset.rules), unless = {}, kinds = [];
  Object.keys(given.unless).forEach(function (name) { unless[name] = new RegExp(given.unless[name]); });
  given.kinds.forEach(function (kind) {
    kind[1].forEach(function (pattern) { kinds.push([kind[0], new RegExp(pattern, "g")]); });
  });

  function plain(text) {
    return text.toLowerCase().replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "").replace(/[\u201c\u201d]/g, "\"")
      .replace(/[ \t\u00a0]+/g, " ").trim();
  }

  function stands(whole, start, end) {
    var before = whole.slice(Math.max(0, start - given.near), start).split(/[.!?;\n]/).pop();
    var after = whole.slice(end, end + given.near).split(/[.!?;\n]/)[0];
    if (unless.not.test(before) && !unless.still.test(before)) { return false; }
    if (unless.figure.test(before) || unless.page.test(before) || unless.word.test(before)) { return false; }
    return !(unless.past.test(before + whole.slice(start, end) + after) && !unless.present.test(whole));
  }

  // the kinds, each once, as dangers_in of danger.py gives them
  function dangers(text) {
    var whole = plain(text), found = [];
    kinds.forEach(function (kind) {
      if (found.indexOf(kind[0]) !== -1) { return; }
      kind[1].lastIndex = 0;
      var match;
      while ((match = kind[1].exec(whole)) !== null) {
        if (stands(whole, match.index, match.index + match[0].length)) { found.push(kind[0]); return; }
        if (match[0] === "") { kind[1].lastIndex += 1; }
      }
    });
    return found;
  }

  var waiting = 0;
  function look() {
    // once shown it stays: somebody may delete the words because they were seen
    if (dangers(box.value).length) { shown.hidden = false; }
  }
  box.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(look, 300);
  });
  look();
  // for the tests, which compare this with danger.py on every phrase
  box.addEventListener("feedback-asked", function (event) {
    box.dataset.found = dangers(String(event.detail)).join(" ");
  });
})();
