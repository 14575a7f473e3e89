import { post } from "./api.js";
import { openDialog } from "./dialog.js";
import { freshId, h } from "./dom.js";

const field = (label, input) => {
  const id = freshId("job");
  input.id = id;
  return h("div", { class: "field" }, h("label", { for: id }, label), input);
};

/** The wall-clock time in a zone as a time field wants it. */
const wallTime = (at, zone) =>
  new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" })
    .format(at)
    .replace(" ", "T");

/** A menu of the jobs, to run one now for a site, as if it were a certain time there. */
export function openJobs({ jobs, sites, reader, site }) {
  const { say } = reader;
  const job = h(
    "select",
    {},
    jobs.map(({ name, cron }) => h("option", { value: name }, `${name}  (${cron})`)),
  );
  const where = h(
    "select",
    {},
    sites.map(({ id, name }) => h("option", { value: id, selected: id === site }, name)),
  );
  const at = h("input", { type: "datetime-local" });
  const result = h("p", { class: "result", role: "status" });
  const run = h("button", { type: "submit", class: "button primary" }, say.run);
  const showNow = () => {
    at.value = wallTime(new Date(), sites.find(({ id }) => id === where.value)?.zone ?? "UTC");
  };
  where.addEventListener("change", showNow);
  showNow();

  async function onsubmit(event) {
    event.preventDefault();
    run.disabled = true;
    result.textContent = "…";
    result.className = "result";
    try {
      const call = { site: where.value, at: at.value };
      const { ran } = await post(`jobs/${encodeURIComponent(job.value)}/run`, call, reader.locale);
      result.textContent = ran ? say.ran : say.ranBefore;
      result.className = `result ${ran ? "good" : ""}`;
    } catch (refused) {
      result.textContent = refused.message || say.unreachable;
      result.className = "result bad";
    }
    run.disabled = false;
  }

  openDialog({
    title: say.jobsTitle,
    say,
    content: h(
      "form",
      { novalidate: true, onsubmit },
      h("p", { class: "note" }, say.jobsAbout),
      field(say.job, job),
      field(say.site, where),
      field(say.at, at),
      result,
      h("div", { class: "ends" }, run),
    ),
  });
}
