import { get, post } from "./api.js";
import { composer } from "./composer.js";
import { confirmed, openDialog } from "./dialog.js";
import { byId } from "./dom.js";
import { emptyPlace } from "./empty.js";
import { openForm } from "./form.js";
import { openJobs } from "./jobs.js";
import { listen } from "./live.js";
import { log } from "./log.js";
import { peoplePicker } from "./people.js";
import { readerOf } from "./reader.js";
import { drawer, showSidebar } from "./sidebar.js";
import { translate } from "./words.js";

const page = { reader: readerOf(undefined), people: [], sites: new Map(), jobs: [], places: [], commands: [] };
const unread = new Map();
const mostAtOnce = 200;
let stopListening = () => {};
let waiting = 0;
/** Whether the place that we are at is read and shown; what comes before that is read again then. */
let isOpen = false;
let hasMissed = false;

const sidebar = drawer();
const lines = composer({ onSend: say });
const messages = log({ onPress: press, onCommand: lines.write });

/** Where the address says that we are: `#/person/place`. */
const whereTo = () => location.hash.split("/").slice(1).map(decodeURIComponent);
const go = (person, place) => {
  location.hash = `/${encodeURIComponent(person)}${place ? `/${encodeURIComponent(place)}` : ""}`;
};

function trouble(words) {
  byId("trouble").textContent = words ?? "";
  byId("trouble").hidden = !words;
}
const report = (refused) => {
  if (!("errors" in refused)) throw refused;
  trouble(refused.message || page.reader.say.unreachable);
};

/** Does something that Fairline answers, showing that it is under way. */
async function busy(work) {
  const { id: as } = page.person;
  const { id: place } = page.place;
  waiting += 1;
  byId("writing").hidden = false;
  trouble();
  try {
    const { messages: came, form } = await work({ as, key: crypto.randomUUID() });
    if (as !== page.person.id) return;
    if (place === page.place.id && isOpen) messages.put(came);
    if (form) showForm(form, as, place);
  } finally {
    waiting -= 1;
    byId("writing").hidden = waiting === 0;
  }
}

async function say(text) {
  const { id: place } = page.place;
  messages.toEnd();
  try {
    await busy((common) => post("say", { ...common, place, text }));
  } catch (refused) {
    lines.restore(text);
    report(refused);
  }
}

async function press(message, { action, value, label, confirm, danger }, from) {
  if (confirm && !(await confirmed({ say: page.reader.say, question: confirm, label, danger }))) return;
  if (from.ariaDisabled) return;
  from.ariaDisabled = "true";
  try {
    await busy((common) =>
      post("press", { ...common, message: message.id, action, ...(value === undefined ? {} : { value }) }),
    );
  } catch (refused) {
    report(refused);
    await refresh();
  }
  from.ariaDisabled = null;
}

function showForm(form, person, place) {
  const send = (sent) => busy((common) => post("submit", { ...common, ...sent }));
  openForm({ form, person, place, send, reader: page.reader, people: page.people });
}

const read = (more = {}) => get("messages", { as: page.person.id, place: page.place.id, limit: mostAtOnce, ...more });
const context = () => ({ reader: page.reader, people: new Map(page.people.map((person) => [person.id, person])) });

async function openPlace(id) {
  page.place = page.places.find((place) => place.id === id) ?? page.places[0];
  unread.delete(page.place.id);
  const { kind, name } = page.place;
  const { say: words } = page.reader;
  byId("place-name").textContent = kind === "dm" ? name : `# ${name}`;
  byId("place-about").textContent = kind === "dm" ? words.dmAbout : words.channelAbout;
  lines.update({ commands: page.commands, people: page.people, say: words, place: kind === "dm" ? name : `#${name}` });
  sidebar.close();
  showPlaces();
  trouble();
  const here = page.place;
  isOpen = false;
  hasMissed = false;
  const all = await read();
  if (page.place !== here) return;
  const { commands } = page;
  byId("earlier").hidden = all.length < mostAtOnce;
  messages.open(context(), all, emptyPlace({ place: here, commands, say: words, onCommand: lines.write }));
  isOpen = true;
  if (hasMissed) await refresh();
  byId("line").focus({ preventScroll: true });
}

function showPlaces() {
  const { person, places, place, reader } = page;
  const site = page.sites.get(person.site)?.name ?? person.site;
  showSidebar({ person, site, places, current: place.id, unread, say: reader.say, onPlace: (id) => go(person.id, id) });
  const total = [...unread.values()].reduce((sum, count) => sum + count, 0);
  document.title = `${total > 0 ? `(${total}) ` : ""}${place.name} · ${person.name} · Fairline`;
}

/** Takes in what was missed, among the newest messages or only the very last. */
async function refresh(limit = mostAtOnce) {
  const here = page.place;
  const all = await read({ limit });
  if (page.place === here && isOpen) messages.put(all);
}

function onMessage({ place, message }) {
  if (place === page.place?.id) {
    if (isOpen) messages.put([message]);
    else hasMissed = true;
    return;
  }
  if (message.author === page.person.id || message.revised) return;
  unread.set(place, (unread.get(place) ?? 0) + 1);
  if (page.place) showPlaces();
}

async function become(person) {
  stopListening();
  unread.clear();
  page.person = person;
  speak(readerOf(person));
  const as = { as: person.id };
  [page.places, page.commands] = await Promise.all([get("places", as), get("commands", as)]);
  const catchUp = (limit) => isOpen && refresh(limit).catch(report);
  stopListening = listen({
    person: person.id,
    onMessage,
    // What another process of the house posted is told by nobody.
    onBeat: () => catchUp(20),
    onOpen() {
      showLive(true);
      void catchUp();
    },
    onLost: () => showLive(false),
  });
}

function showLive(isLive) {
  byId("live").textContent = isLive ? page.reader.say.live : page.reader.say.reconnecting;
  byId("live").className = isLive ? "live" : "live lost";
}

function speak(reader) {
  page.reader = reader;
  document.documentElement.lang = reader.locale;
  translate(document, reader.say);
}

const picker = (onPick) =>
  peoplePicker({ people: page.people, sites: page.sites, reader: page.reader, current: page.person?.id, onPick });

function welcome() {
  stopListening();
  page.person = undefined;
  document.title = "Fairline";
  speak(readerOf(undefined));
  byId("welcome-people").replaceChildren(picker((person) => go(person.id)));
  byId("welcome").hidden = false;
  byId("app").hidden = true;
  byId("welcome").querySelector("input")?.focus();
}

async function route() {
  const [id, place] = whereTo();
  const person = page.people.find((one) => one.id === id);
  if (person === undefined) return welcome();
  if (page.person?.id !== person.id) {
    page.place = undefined;
    isOpen = false;
    await become(person);
  }
  byId("welcome").hidden = true;
  byId("app").hidden = false;
  await openPlace(place);
}

byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("line").focus();
});
byId("switch").addEventListener("click", () => {
  const dialog = openDialog({
    title: page.reader.say.switchPerson,
    say: page.reader.say,
    wide: true,
    content: picker((person) => {
      dialog.close();
      go(person.id, page.place.kind === "channel" ? page.place.id : undefined);
    }),
  });
});
byId("jobs").addEventListener("click", () => {
  const { jobs, sites, reader, person } = page;
  openJobs({ jobs, sites: [...sites.values()], reader, site: person.site });
});
byId("earlier").addEventListener("click", async () => {
  const older = await read({ before: messages.oldest() });
  byId("earlier").hidden = older.length < mostAtOnce;
  messages.putBefore(older);
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && page.place) refresh().catch(report);
});

async function begin() {
  const [people, sites, jobs] = await Promise.all([get("people"), get("sites"), get("jobs")]);
  page.people = people;
  page.sites = new Map(sites.map((site) => [site.id, site]));
  page.jobs = jobs;
  byId("jobs").hidden = jobs.length === 0;
  addEventListener("hashchange", () => route().catch(report));
  await route();
}
begin().catch(report);
