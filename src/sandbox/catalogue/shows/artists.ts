/** A performer in event details. `rank` follows from the order on the bill. */
export interface Artist {
  id: number;
  name: string;
  /** False for teams, companies and productions. */
  single_performer_or_band: boolean;
}

const act = (id: number, name: string): Artist => ({ id, name, single_performer_or_band: true });
const company = (id: number, name: string): Artist => ({ id, name, single_performer_or_band: false });

/** The acts, teams and companies of the catalogue, all invented. */
export const artists = {
  marigoldParade: act(730001, 'Marigold Parade'),
  theLongWeekends: act(730002, 'The Long Weekends'),
  adaQuill: act(730003, 'Ada Quill'),
  neonOrchard: act(730004, 'Neon Orchard'),
  samuelOkafor: act(730005, 'Samuel Okafor'),
  paperLanterns: act(730006, 'Paper Lanterns'),
  joseLuzDelMar: act(730007, 'José Luz del Mar'),
  saltwaterChoir: act(730008, 'Saltwater Choir'),
  copperhawks: company(730101, 'Phoenix Copperhawks'),
  ironbacks: company(730102, 'Denver Ironbacks'),
  lakefront: company(730103, 'Toronto Lakefront'),
  breakers: company(730104, 'Halifax Breakers'),
  harbourRovers: company(730105, 'Sydney Harbour Rovers'),
  southernKeas: company(730106, 'Southern Keas'),
  lighthouse: company(730201, 'The Lighthouse Keepers (Touring)'),
  winterBallet: company(730202, 'Northern Lights Ballet'),
  laughingOwl: company(730203, 'Laughing Owl Comedy'),
  tinyDinosaurs: company(730204, 'Tiny Dinosaurs Live'),
};
