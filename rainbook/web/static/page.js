// A converter of measures, for the kitchen: everything happens in the page.
(function () {
  "use strict";
  var to = { g: 1, oz: 28.349523125, lb: 453.59237, ml: 1, floz: 28.4130625, pint: 568.26125 };
  var amount = document.getElementById("amount"), from = document.getElementById("from");
  var into = document.getElementById("into"), out = document.getElementById("result");
  if (!amount) { return; }
  function work() {
    var value = Number(String(amount.value).replace(",", "."));
    out.textContent = isFinite(value) && amount.value !== ""
      ? String(Math.round(value * to[from.value] / to[into.value] * 100) / 100) + " " + into.value : "";
  }
  [amount, from, into].forEach(function (one) { one.addEventListener("input", work); });
  work();
})();
