// Keeps the page where the room is. Without it every form still works, and reloading shows what is new.
(function () {
  "use strict";
  if (!window.EventSource || !window.fetch) { return; }
  var main = document.querySelector("main");
  // The entrance is a form and nothing more.
  if (!main.hasAttribute("data-key")) { return; }
  var status = document.getElementById("status");
  var yours = document.getElementById("yours");
  var source = null;
  var heard = Date.now();
  var over = false;
  // Longer than the server is ever silent.
  var SILENCE = 12000;

  function say(element, text) { if (element && element.textContent !== text) { element.textContent = text; } }

  function show(state) {
    say(status, state.status);
    say(yours, state.yours);
    if (main.getAttribute("data-key") === state.key) { return; }
    main.setAttribute("data-key", state.key);
    main.innerHTML = state.main;
    var title = main.querySelector("h1");
    if (title) { title.focus({ preventScroll: true }); }
    window.scrollTo(0, 0);
  }

  function listen() {
    if (source) { source.close(); }
    heard = Date.now();
    source = new EventSource("/events");
    source.onopen = function () { heard = Date.now(); };
    source.addEventListener("state", function (event) { heard = Date.now(); show(JSON.parse(event.data)); });
    source.addEventListener("alive", function () { heard = Date.now(); });
    source.addEventListener("closed", function () { over = true; source.close(); say(status, "The room is closed."); say(yours, ""); });
    source.onerror = function () { say(status, "Trying to reach the room again\u2026"); };
  }

  function wake() { if (!over && document.visibilityState !== "hidden") { listen(); } }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    event.preventDefault();
    var body = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { body.append(name, value); });
    fetch(form.getAttribute("action"), { method: "POST", body: body, headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(function (answer) { return answer.json(); })
      .then(function (answer) { say(yours, answer.yours); })
      .catch(function () { say(yours, "That did not reach the room. Please send it again."); });
  });
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", function (event) { if (event.persisted) { wake(); } });
  setInterval(function () { if (Date.now() - heard > SILENCE) { wake(); } }, 1000);
  listen();
}());
