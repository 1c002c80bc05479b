// A hint on the length of a new passphrase. It stays in the page.
// The one thing a reader would get wrong: length is all that can be seen from here. Whether somebody
// could guess the words from what they know of the person, no program can tell.
(function () {
  "use strict";
  var field = document.getElementById("passphrase"), hint = document.getElementById("strength");
  if (!field || !hint) { return; }
  hint.hidden = false;
  function say() {
    var text = field.value.normalize("NFKC");
    hint.textContent = text === "" ? hint.dataset.empty
      : Array.from(text).length < Number(hint.dataset.least) ? hint.dataset.short : hint.dataset.long;
  }
  field.addEventListener("input", say);
  say();
})();
