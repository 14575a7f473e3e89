import { csvFile, type DemoSite, daysOf, isOver, wordsAt } from "./centre.ts";
import { pick, seeded } from "./chance.ts";
import { characterOf } from "./character.ts";
import { wasIn } from "./shifts.ts";

function* complaints(site: DemoSite) {
  const agents = site.people.filter(({ roles }) => roles.includes("agent"));
  for (const day of daysOf(site).filter((on) => isOver(site, on))) {
    for (const person of agents.filter((one) => wasIn(site, one, day))) {
      const random = seeded(site.id, person.employeeNo, day, "complaints");
      const { careful } = characterOf(site.id, person, day);
      if (random() >= 0.018 * (1.1 - careful)) continue;
      const [about, isUpheld] = [pick(wordsAt(site).about, random()), random() < 0.7];
      yield { sourceId: `about-${person.employeeNo}-${day}`, agent: person.employeeNo, day, about, upheld: isUpheld };
    }
  }
}

/** The complaints about agents of a site, as a file of complaints: a few a month, not all of them upheld. */
export const complaintsFile = (site: DemoSite): Uint8Array =>
  csvFile(["sourceId", "agent", "day", "about", "upheld"], complaints(site));
