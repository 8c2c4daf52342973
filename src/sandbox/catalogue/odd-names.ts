import { build, withFields } from './build';
import type { CatalogueEvent } from './catalogue-event';
import { notable } from './notable';
import { plainShow } from './plain-show';
import { artists } from './artists';
import { theatre } from './shapes';
import { venues } from './venues';

const LONG_NAME =
  'The Marvellous, Melancholy and Mostly True Adventures of ' +
  'the Lamplighter, '.repeat(30) +
  'and Nobody Else';

const soloist = (id: number, name: string) => ({ id, name, single_performer_or_band: true });

/** Ids that are easily mistaken. */
function oddIds(): CatalogueEvent[] {
  return [
    // oddity: two ids that differ by case alone
    build(plainShow(notable.caseUpper, 'EOD0601E', 'Twin Event, Matinee')),
    build(plainShow(notable.caseLower, 'EOD0602E', 'Twin Event, Evening', { priceCents: 6000 })),
    // oddity: an id of 15 characters
    build(plainShow(notable.fifteenCharacters, 'EOD0603E', 'Fifteen-Character Id')),
  ];
}

/** Names and notes that are easily mangled. */
function oddTexts(): CatalogueEvent[] {
  return [
    // oddity: macrons and accents
    build(
      plainShow(notable.maori, 'EOD0604E', 'Te Ahi Kā: Māori Voices with José Núñez', {
        venue: venues.wellington,
        shape: theatre,
        artists: [soloist(730301, 'Te Ahi Kā'), artists.joseLuzDelMar],
        starts: '2029-06-30T19:30:00+12:00',
      }),
    ),
    // oddity: characters of three and of four bytes
    build(
      plainShow(notable.tokyo, 'EOD0605E', '東京ナイト Tokyo Night 🎷👩‍🎤', {
        artists: [soloist(730302, '東京ジャズ楽団')],
      }),
    ),
    // oddity: text that runs from right to left
    build(
      plainShow(notable.rightToLeft, 'EOD0606E', 'عمر والبحر / עומר והים', {
        artists: [soloist(730303, 'عمر والبحر')],
      }),
    ),
    // oddity: a very long name
    build(plainShow(notable.longName, 'EOD0607E', LONG_NAME)),
    // oddity: markup in notes, some of it hostile
    withFields(build(plainShow(notable.htmlNote, 'EOD0608E', 'HTML in Notes')), {
      notes: [
        { text: '<p>Doors at <b>7&nbsp;pm</b>.<br/>No bags &amp; no umbrellas.</p>', type: 'webinfo' },
        {
          text: '<script>alert("tickets")</script><a href="javascript:alert(1)">Map</a>',
          type: 'ticketlimittext',
        },
      ],
    }),
    // oddity: a kind of note that the manual does not know
    withFields(build(plainShow(notable.unknownNote, 'EOD0609E', 'Moon Phase Note')), {
      notes: [
        { text: 'There is an 8 ticket limit per household.', type: 'ticketlimittext' },
        { text: 'Waxing gibbous.', type: 'moonphase' },
      ],
    }),
  ];
}

/** Events that are odd in their ids and texts. */
export function oddNames(): CatalogueEvent[] {
  return [...oddIds(), ...oddTexts()];
}
