import { freshId, h } from "./dom.js";

/** Opens a dialog that Escape, its cross or a press beside it closes; `onClose` is told however it went. */
export function openDialog({ title, say, content, wide = false, onClose = () => {} }) {
  const id = freshId("dialog");
  const dialog = h(
    "dialog",
    { "aria-labelledby": id, class: wide ? "wide" : "" },
    h(
      "header",
      {},
      h("h2", { id, dir: "auto" }, title),
      h("button", { type: "button", class: "icon", "aria-label": say.close, onclick: () => dialog.close() }, "✕"),
    ),
    content,
  );
  const back = document.activeElement;
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (back instanceof HTMLElement && back.isConnected) back.focus();
    onClose();
  });
  dialog.addEventListener("mousedown", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks for a yes; resolves to whether it was given. */
export function confirmed({ say, question, label, danger }) {
  return new Promise((resolve) => {
    let answer = false;
    const yes = () => {
      answer = true;
      dialog.close();
    };
    const dialog = openDialog({
      title: label || say.confirm,
      say,
      onClose: () => resolve(answer),
      content: [
        h("p", { class: "text", dir: "auto" }, question),
        h(
          "div",
          { class: "ends" },
          h(
            "button",
            { type: "button", class: "button", autofocus: danger, onclick: () => dialog.close() },
            say.cancel,
          ),
          h(
            "button",
            { type: "button", class: `button ${danger ? "danger" : "primary"}`, autofocus: !danger, onclick: yes },
            say.goOn,
          ),
        ),
      ],
    });
  });
}
