import { base64Of, post } from "./api.js";
import { openDialog } from "./dialog.js";
import { freshId, h } from "./dom.js";
import { about } from "./people.js";

const option = (value, label, chosen) => h("option", { value, selected: chosen }, label);

/** Names to pick people by; a name that several have is told apart by their team. */
function namesOf(people, say) {
  const count = new Map();
  for (const { name } of people) count.set(name, (count.get(name) ?? 0) + 1);
  return people.map((person) => ({
    id: person.id,
    shown: count.get(person.name) === 1 ? person.name : `${person.name} · ${about(person, say)}`,
    about: about(person, say),
  }));
}

/** The input of a field, and how its value is read when the form is sent. */
function inputOf({ name, kind, value = "", required }, id, { say, people, upload }) {
  const common = { id, name, required };
  switch (kind.is) {
    case "paragraph": {
      const input = h("textarea", { ...common, rows: 4, dir: "auto" });
      input.value = value;
      return { input, read: async () => input.value };
    }
    case "choice": {
      const none = option("", required ? say.choose : "—", value === "");
      const input = h(
        "select",
        common,
        none,
        kind.options.map((one) => option(one.value, one.label, one.value === value)),
      );
      return { input, read: async () => input.value };
    }
    case "date": {
      const input = h("input", { ...common, type: "date", value });
      return { input, read: async () => input.value };
    }
    case "person": {
      const names = namesOf(people, say);
      const list = h(
        "datalist",
        { id: `${id}-names` },
        names.map((one) => h("option", { value: one.shown }, one.about)),
      );
      const held = names.find((one) => one.id === value)?.shown ?? value;
      const input = h("input", { ...common, list: list.id, value: held, autocomplete: "off", placeholder: say.person });
      const read = async () => {
        const person = names.find((one) => one.shown === input.value.trim());
        return person ? { person: person.id } : input.value;
      };
      return { input, beside: list, read };
    }
    case "file": {
      const input = h("input", { ...common, type: "file" });
      return { input, read: async () => (input.files[0] ? { file: await upload(input.files[0]) } : "") };
    }
    default: {
      const input = h("input", { ...common, type: "text", value, dir: "auto", autocomplete: "off" });
      return { input, read: async () => input.value };
    }
  }
}

/** A field with its label, hint, counter and room for what is wrong with it. */
function fieldOf(field, how) {
  const id = freshId("field");
  const { input, beside, read } = inputOf(field, id, how);
  const { max } = field.kind;
  const counter = max === undefined ? undefined : h("small", { class: "counter", id: `${id}-count` });
  const error = h("p", { class: "error", id: `${id}-error`, hidden: true });
  const hint = field.hint && h("small", { class: "hint", id: `${id}-hint` }, field.hint);
  input.setAttribute("aria-describedby", [error.id, hint && `${id}-hint`].filter(Boolean).join(" "));

  function count() {
    if (counter === undefined) return;
    const { length } = input.value;
    counter.textContent = length * 2 > max ? how.say.counter(length, max) : "";
    counter.classList.toggle("over", length > max);
  }
  function fail(words) {
    error.textContent = words ?? "";
    error.hidden = words === undefined;
    if (words === undefined) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }
  input.addEventListener("input", () => {
    count();
    fail(undefined);
  });
  count();
  const label = h("label", { for: id }, field.label, !field.required && h("small", {}, ` ${how.say.optional}`));
  const element = h(
    "div",
    { class: "field" },
    h("div", { class: "over-field" }, label, counter),
    input,
    beside,
    hint,
    error,
  );
  return { name: field.name, input, element, read, fail };
}

/** Opens a form; `send` takes its values and throws what is wrong with them. What was typed is kept until it is right. */
export function openForm({ form, reader, people, person, place, send }) {
  const { say } = reader;
  const upload = async (file) =>
    (await post("upload", { as: person, place, name: file.name, content: await base64Of(file) })).id;
  const fields = form.fields.map((field) => fieldOf(field, { say, people, upload }));
  const trouble = h("p", { class: "trouble", role: "alert", hidden: true });
  const submit = h("button", { type: "submit", class: "button primary" }, form.submit);

  function fail({ message, errors }) {
    trouble.textContent = Object.keys(errors).length > 0 ? say.fieldsWrong : message || say.unreachable;
    trouble.hidden = false;
    for (const field of fields) field.fail(errors[field.name]);
    (fields.find((field) => errors[field.name] !== undefined)?.input ?? submit).focus();
  }
  async function onsubmit(event) {
    event.preventDefault();
    if (submit.disabled) return;
    submit.disabled = true;
    trouble.hidden = true;
    try {
      const values = {};
      for (const field of fields) values[field.name] = await field.read();
      await send({ form: form.id, values });
      dialog.close();
    } catch (refused) {
      submit.disabled = false;
      fail({ message: refused.message, errors: refused.errors ?? {} });
    }
  }

  const dialog = openDialog({
    title: form.title,
    say,
    content: h(
      "form",
      { novalidate: true, onsubmit },
      form.intro && h("p", { class: "text" }, form.intro),
      trouble,
      fields.map((field) => field.element),
      h(
        "div",
        { class: "ends" },
        h("button", { type: "button", class: "button", onclick: () => dialog.close() }, say.cancel),
        submit,
      ),
    ),
  });
  (fields.find(({ input }) => input.value === "") ?? fields[0])?.input.focus();
}
